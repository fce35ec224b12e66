"""The exporters that are measured, the server that they watch, and the limit of what reading its answers can cost."""

import contextlib
import dataclasses
import http.client
import os
import pathlib
import socket
import subprocess
import tempfile
import time

from programs import SECRET, Program, free_port, nginx, started

NO_RECORDINGS = b"<response><returncode>SUCCESS</returncode><recordings></recordings></response>"


class Exporter(Program):
    """An exporter that is scraped over a connection that stays open."""

    def __init__(self, process, port):
        super().__init__(process, port)
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)

    def scrape(self):
        self.connection.request("GET", "/metrics")
        page = self.connection.getresponse().read().decode()
        if "\nbbb_api_up 1" not in page:
            raise SystemExit("bench: the exporter says that the API is down, so there is nothing to measure")
        return page

    def seconds_to_scrape(self):
        begin = time.perf_counter()
        self.scrape()
        return time.perf_counter() - begin

    def cpu_seconds_to_scrape(self):
        begin = self.cpu_seconds()
        self.scrape()
        return self.cpu_seconds() - begin

    def cpu_seconds(self):
        """What all its threads have run so far, to the nanosecond; none of them ever ends."""
        threads = pathlib.Path(f"/proc/{self.process.pid}/task").iterdir()
        return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9


@contextlib.contextmanager
def exporter(command, watched, **settings):
    """An exporter, given as the words of its command, that watches a server on a port of this machine."""
    port = free_port()
    base = f"http://127.0.0.1:{watched}/bigbluebutton/api/"
    environment = {
        "PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "API_BASE_URL": base, "API_SECRET": SECRET,
        "PORT": str(port), "BIND_IP": "127.0.0.1", **settings}
    with started(command, environment) as process:
        wait_for(port, process)
        yield Exporter(process, port)


def wait_for(port, process):
    for _ in range(4000):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        if process.poll() is not None:
            break
        time.sleep(0.005)
    raise SystemExit(f"bench: {' '.join(process.args)} does not listen; run it by hand to see why")


def python_exporter(checkout):
    """The words that start BigBlueButton Exporter 0.7.1 from a checkout of it; None when it cannot run here."""
    server = pathlib.Path(checkout or "", "bbb-exporter", "server.py")
    if not checkout or not server.exists():
        return None
    needs = subprocess.run(["python3", "-c", "import prometheus_client, requests, xmltodict"], capture_output=True)
    return ["python3", str(server)] if needs.returncode == 0 else None


def static_server(meetings, recordings=NO_RECORDINGS):
    """A server that answers with the same bytes each time, so that its own work is next to none."""
    return nginx(
        b"", ("bigbluebutton/api/getMeetings", meetings), ("bigbluebutton/api/getRecordings", recordings))


@dataclasses.dataclass
class Count:
    seconds: float
    cpu_seconds: float
    people: int


@contextlib.contextmanager
def sax_count(body):
    """The bare parser with these bytes in memory; gives a function that counts its people once."""
    with tempfile.TemporaryDirectory() as folder:
        source, program = pathlib.Path(__file__).with_name("sax_count.c"), f"{folder}/sax_count"
        flags = subprocess.run(
            ["pkg-config", "--cflags", "--libs", "libxml-2.0"], capture_output=True, text=True, check=True).stdout
        subprocess.run(["cc", "-O2", "-o", program, str(source), *flags.split()], check=True)
        answer = pathlib.Path(folder, "answer.xml")
        answer.write_bytes(body)
        with started([program, str(answer)], stdin=subprocess.PIPE) as process:
            yield lambda: counted(process)


def counted(process):
    process.stdin.write("\n")
    process.stdin.flush()
    seconds, cpu_seconds, people = process.stdout.readline().split()
    return Count(float(seconds), float(cpu_seconds), int(people))
