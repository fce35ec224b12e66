"""Starts the project's commands and stops them again, whatever happens in between."""
import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

BIN = ".build/debug"


class Failure(Exception):
    """A check that did not hold; the message says what was expected and what was seen."""


def expect(condition, message):
    if not condition:
        raise Failure(message)


def wait_until(condition, what, seconds=60):
    """Asks again and again; a peer's own pace can't be stepped like the simulated clock."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return
        time.sleep(0.1)
    raise Failure(f"after {seconds} s still not: {what}")


@contextlib.contextmanager
def running(command, environment=None, **options):
    process = subprocess.Popen(command, env={**os.environ, **(environment or {})}, **options)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
            raise Failure(f"{command[0]} did not stop within 15 s of SIGTERM") from None


@contextlib.contextmanager
def simulator(*arguments):
    """Yields what the ready line says: the words behind it, as an environment."""
    command = [f"{BIN}/bbb-sim", "run", *arguments, "--port", "0"]
    with running(command, stdout=subprocess.PIPE, text=True) as process:
        words = process.stdout.readline().split()
        expect(words[:1] == ["ready"], f"bbb-sim said {words!r} instead of 'ready …'")
        yield dict(word.split("=", 1) for word in words[1:])


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def fetch(url, **headers):
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=30) as answer:
        return answer.read().decode()


def answers(url):
    try:
        fetch(url)
        return True
    except (urllib.error.URLError, ConnectionError):
        return False


def main(check):
    try:
        check()
    except Failure as failure:
        print(f"FAILED: {failure}", file=sys.stderr)
        sys.exit(1)
