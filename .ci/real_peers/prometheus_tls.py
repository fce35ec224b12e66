"""Debian's Prometheus scrapes the exporter over TLS, with a password; strangers get nothing, and certificates are renewed.

The password is hashed by Apache's htpasswd, certificates come from openssl, and what Prometheus stored is held against the
world as in prometheus_check.py.
"""
import os
import ssl
import subprocess
import tempfile

from processes import BIN, answers, expect, free_port, main, running, simulator, wait_until
from prometheus_check import SCRAPES, Stored, World, compare

PASSWORD = "correct horse: battery"


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, **options)
    expect(done.returncode == 0, f"{command[0]} says {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


def make_authority(folder):
    run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
        "-subj", "/CN=test CA", "-keyout", f"{folder}/ca.key", "-out", f"{folder}/ca.pem")


def make_certificate(folder, name):
    """Puts a new certificate and its key in place, each at once."""
    new = f"{folder}/new-{name}"
    run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
        "-subj", f"/CN={name}", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-CA", f"{folder}/ca.pem",
        "-CAkey", f"{folder}/ca.key", "-keyout", f"{new}.key", "-out", f"{new}.pem")
    os.replace(f"{new}.key", f"{folder}/{name}.key")
    os.replace(f"{new}.pem", f"{folder}/{name}.pem")


def write(path, text):
    with open(path, "w", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(text)


def web_configuration():
    user = run("htpasswd", "-nbBC", "10", "prometheus", PASSWORD).strip().split(":", 1)
    return f"""
tls_server_config:
  cert_file: server.pem
  key_file: server.key
  client_auth_type: RequireAndVerifyClientCert
  client_ca_file: ca.pem
basic_auth_users:
  {user[0]}: "{user[1]}"
"""


def prometheus_configuration(folder, port):
    def job(name, password):
        return f"""
  - job_name: {name}
    scheme: https
    tls_config: {{ ca_file: {folder}/ca.pem, cert_file: {folder}/client.pem, key_file: {folder}/client.key }}
    basic_auth: {{ username: prometheus, password: "{password}" }}
    static_configs: [{{ targets: ["localhost:{port}"] }}]
"""
    return ("global: { scrape_interval: 1s, scrape_timeout: 1s }\nscrape_configs:"
            + job("bbb", PASSWORD) + job("stranger", "wrong horse"))


def check_strangers(stored):
    values = [value for series in stored.matrix('up{job="stranger"}') for _, value in series["values"]]
    expect(len(values) >= SCRAPES - 2 and set(values) == {"0"}, f"up of a wrong password is {values}")
    ups = [value for series in stored.matrix('up{job="bbb"}') for _, value in series["values"]]
    expect(set(ups) == {"1"}, f"up of the right password is {ups}")
    print(f"a wrong password: up was 0 for {len(values)} scrapes; the right one: 1 for {len(ups)}")


def served_certificate(folder, port):
    # -CAfile and the client's certificate, or the handshake would end before the certificate is shown.
    said = run("openssl", "s_client", "-connect", f"localhost:{port}", "-CAfile", f"{folder}/ca.pem", "-cert",
               f"{folder}/client.pem", "-key", f"{folder}/client.key", "-showcerts", "-verify_return_error", stdin=subprocess.DEVNULL)
    return ssl.PEM_cert_to_DER_cert(said[said.index("-----BEGIN"):said.index("-----END CERTIFICATE-----") + 26])


def check_renewal(folder, port):
    before = served_certificate(folder, port)
    make_certificate(folder, "server")
    wait_until(lambda: served_certificate(folder, port) != before, "the new certificate is served")
    print("a new certificate was served without a restart")


def check():
    with tempfile.TemporaryDirectory() as folder, simulator("lecture-day", "--clock", "60x", "--at", "25m") as server:
        make_authority(folder)
        make_certificate(folder, "server")
        make_certificate(folder, "client")
        exporter_port, prometheus_port = free_port(), free_port()
        write(f"{folder}/web.yml", web_configuration())
        write(f"{folder}/prometheus.yml", prometheus_configuration(folder, exporter_port))
        environment = {**server, "PORT": str(exporter_port), "BIND_IP": "127.0.0.1"}
        with running([f"{BIN}/bbb-exporter", f"--web.config.file={folder}/web.yml"], environment):
            expect(not answers(f"http://localhost:{exporter_port}/-/healthy"), "plain HTTP was answered on a port for TLS")
            command = ["prometheus", f"--config.file={folder}/prometheus.yml", f"--storage.tsdb.path={folder}/data",
                       f"--web.listen-address=127.0.0.1:{prometheus_port}", "--log.level=warn"]
            with running(command):
                stored = Stored(f"http://127.0.0.1:{prometheus_port}")
                wait_until(lambda: answers(f"{stored.url}/-/ready"), "Prometheus is ready")
                wait_until(lambda: len(stored.scrape_times()) >= SCRAPES // 2, "Prometheus has scraped ten times")
                check_renewal(folder, exporter_port)
                wait_until(lambda: len(stored.scrape_times()) >= SCRAPES, f"Prometheus has scraped {SCRAPES} times", 120)
                check_strangers(stored)
                scrapes, values = compare(stored, World(server["API_BASE_URL"]), before=0)
    print(f"Prometheus over TLS: {values} values of {scrapes} scrapes are what the world said at the same instants")


main(check)
