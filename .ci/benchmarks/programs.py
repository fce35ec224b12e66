"""The programs that are measured: the simulator, nginx with the same bytes, and wrk in front of either."""

import contextlib
import hashlib
import os
import pathlib
import re
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request

SECRET = "bench-secret"
MEGABYTE = 1 << 20


def target(call="getMeetings"):
    """The path of a signed call without parameters."""
    digest = hashlib.sha256((call + SECRET).encode()).hexdigest()
    return f"/bigbluebutton/api/{call}?checksum={digest}"


def scenario(meetings, people, faults=()):
    """A scenario whose getMeetings lists so many meetings of so many people from its first moment on."""
    lines = ["scenario: bench", f'server: {{ profile: "3.0", secret: {SECRET} }}', "meetings:"]
    guests = f"people: [ {{ count: {people}, role: viewer }} ]"
    lines += [f"  - {{ id: room-{n}, name: Room {n}, lasts: 12h, {guests} }}" for n in range(meetings)]
    if not meetings:
        lines.pop()
    lines += ["faults:"] + [f"  - {fault}" for fault in faults] if faults else []
    return "\n".join(lines) + "\n"


class Program:
    """A process with a port; its memory is what the kernel says."""

    def __init__(self, process, port):
        self.process, self.port = process, port

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def get(self, path):
        with urllib.request.urlopen(self.url(path), timeout=60) as answer:
            return answer.read()

    def memory(self, what="VmRSS"):
        """Megabytes: VmRSS now, VmHWM at most so far."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{what}:\s+(\d+)", status)[1]) / 1024

    def forget_peak(self):
        pathlib.Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")


@contextlib.contextmanager
def started(command, environment=None, stdin=None):
    process = subprocess.Popen(
        command, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()


@contextlib.contextmanager
def simulator(command, text_or_name):
    """bbb-sim with a scenario, its clock standing ten seconds into the day: everybody has joined."""
    with tempfile.TemporaryDirectory() as folder:
        name = text_or_name
        if "\n" in text_or_name:
            name = os.path.join(folder, "bench.yaml")
            pathlib.Path(name).write_text(text_or_name)
        arguments = [command, "run", name, "--port", "0", "--clock", "frozen", "--at", "10s"]
        with started(arguments) as process:
            ready = process.stdout.readline()
            if not ready.startswith("ready "):
                raise SystemExit(f"bench: {' '.join(arguments)} did not get ready; run it by hand to see why")
            yield Program(process, int(re.search(r":(\d+)/", ready)[1]))


@contextlib.contextmanager
def nginx(body, *more):
    """nginx with these bytes in a file, as many workers as processors, and the headers of BBB.

    `more` are further files, each a path and its bytes.
    """
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        folder, port = pathlib.Path(folder), free_port()
        for path, content in (("body", body), *more):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=port, workers=os.cpu_count()))
        with started(["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]) as process:
            program = Program(process, port)
            for _ in range(200):
                with contextlib.suppress(OSError):
                    program.get("/body")
                    break
                time.sleep(0.02)
            yield program


NGINX = """daemon off; pid {folder}/pid; error_log {folder}/error; worker_processes {workers};
events {{ worker_connections 4096; }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; open_file_cache max=10;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{
    listen 127.0.0.1:{port} backlog=4096; root {folder}; etag off;
    location / {{ default_type "text/xml;charset=utf-8"; add_header Cache-Control no-cache; }}
  }}
}}
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wrk(url, connections, seconds):
    """Requests and bytes a second; answers that are not 2xx, and broken connections, end the run."""
    threads = str(min(connections, os.cpu_count() or 1))
    command = ["wrk", "-t", threads, "-c", str(connections), "-d", f"{seconds}s", "--timeout", "60s", url]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in printed or "Socket errors" in printed:
        raise SystemExit(f"bench: wrk met errors at {url}:\n{printed}")
    requests = float(re.search(r"Requests/sec:\s+([\d.]+)", printed)[1])
    amount, unit = re.search(r"Transfer/sec:\s+([\d.]+)(\w+)", printed).groups()
    return requests, float(amount) * {"B": 1, "KB": 2**10, "MB": 2**20, "GB": 2**30}[unit]
