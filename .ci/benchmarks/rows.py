"""The rows of the table: each measures one thing, beside something else where it can."""

import dataclasses
import json
import resource
import socket
import statistics
import subprocess
import time

from programs import MEGABYTE, nginx, scenario, simulator, target, wrk


@dataclasses.dataclass
class Row:
    """A line of the table; `reached` is None for what has no goal."""

    work: str
    figure: str
    goal: str
    reached: bool
    limits: str


def in_turns(rounds, ours, theirs):
    """Both, A B A B; the ratio of each pair, so that a machine that drifts does so for both."""
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    ratios = sorted(a / b for a, b in pairs)
    return statistics.median(ratios), pairs, f"{ratios[0]:.2f}–{ratios[-1]:.2f}"


def small_answers(sim, effort):
    with simulator(sim, scenario(10, 10)) as ours:
        body = ours.get(target())
        with nginx(body) as theirs:
            ratio, pairs, spread = in_turns(
                effort.rounds,
                lambda: wrk(ours.url(target()), 64, effort.seconds)[0],
                lambda: wrk(theirs.url("/body"), 64, effort.seconds)[0])
    best = max(a for a, _ in pairs)
    return Row(
        f"getMeetings 10 × 10 ({len(body) // 1000} KB), 64 connections, requests/s beside nginx",
        f"{ratio:.2f} ({spread}), {best:,.0f}/s", "≥ 0.8", ratio >= 0.8,
        "half is the kernel's write; then NIO's parser and pipeline. The answer itself is 3 %")


def large_answers(sim, effort):
    meetings = 1000 if effort.is_quick else 10_000
    with simulator(sim, scenario(meetings, 20)) as ours:
        body = ours.get(target())
        ours.forget_peak()
        with nginx(body) as theirs:
            ratio, pairs, spread = in_turns(
                effort.rounds,
                lambda: wrk(ours.url(target()), 4, effort.seconds)[1],
                lambda: wrk(theirs.url("/body"), 4, effort.seconds)[1])
        bodies = ours.memory("VmHWM") * MEGABYTE / len(body)
    best = max(a for a, _ in pairs) / 2**30
    size = f"{len(body) // 1_000_000} MB"
    return [
        Row(f"getMeetings {meetings:,} × 20 ({size}), 4 connections, bytes/s beside nginx",
            f"{ratio:.2f} ({spread}), {best:.1f} GB/s", "≥ 0.8", ratio >= 0.8,
            "the loopback and wrk; pieces of 128 KB stay in the cache"),
        Row(f"  memory at most while it is served, in bodies of {size}", f"{bodies:.1f}", "≤ 2", bodies <= 2,
            "the world of 200,000 people (0.5 KB each), one body, 128 KB a connection"),
    ]


def engine_speed(sim, effort):
    span = "2d" if effort.is_quick else "30d"
    rates = []
    for _ in range(effort.rounds):
        printed = subprocess.run(
            [sim, "engine-speed", effort.engine_scenario, "--for", span], capture_output=True, text=True, check=True)
        rates.append(json.loads(printed.stdout)["eventsPerSecond"])
    rate = statistics.median(rates)
    return Row(
        f"engine, {effort.engine_scenario} for {span}, events applied a second", f"{rate:,.0f}", "≥ 1,000,000",
        rate >= 1_000_000, "one core; people are worked out when they come")


def first_answer(sim, effort):
    times, memories = [], []
    for _ in range(effort.rounds * 3):
        begin = time.perf_counter()
        with simulator(sim, "quiet-server") as ours:
            ours.get("/bigbluebutton/api")
            times.append((time.perf_counter() - begin) * 1000)
            memories.append(ours.memory())
    wait, memory = statistics.median(times), max(memories)
    return [
        Row("command to first answer, ms", f"{wait:.0f}", "≤ 100", wait <= 100, "the loader, then Foundation"),
        Row("  idle memory, MB", f"{memory:.0f}", "≤ 30", memory <= 30, "pages of the command and of Swift's libraries; 4 MB are its own"),
    ]


def held_connections(sim, effort):
    """Callers that wait in a fault, and what the others notice of them."""
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
    count = 500 if effort.is_quick else min(10_000, limit - 500)
    with simulator(sim, scenario(10, 10, ["{ on: getMeetings, latency: 10m }"])) as ours:
        alone, memory = latency(ours, effort), ours.memory()
        request = f"GET {target()} HTTP/1.1\r\nHost: a\r\n\r\n".encode()
        held = []
        for _ in range(count):
            held.append(socket.create_connection(("127.0.0.1", ours.port)))
            held[-1].sendall(request)
        beside, each = latency(ours, effort), (ours.memory() - memory) * 1024 / count
        for connection in held:
            connection.close()
    return [
        Row(f"others' median wait beside {count:,} held callers, ms", f"{beside:.2f} (alone {alone:.2f})", "≤ 1",
            beside <= 1, "the way through the loopback and this Python"),
        Row("  memory of a held caller, KB", f"{each:.1f}", "—", None, "the pipeline of its channel"),
    ]


def latency(program, effort):
    """The median wait for the version page on one open connection, in milliseconds."""
    request = b"GET /bigbluebutton/api HTTP/1.1\r\nHost: a\r\n\r\n"
    waits = []
    with socket.create_connection(("127.0.0.1", program.port)) as connection:
        for _ in range(200 * effort.rounds):
            begin = time.perf_counter()
            connection.sendall(request)
            answer = b""
            while not answer.endswith(b"</response>"):
                answer += connection.recv(65536)
            waits.append((time.perf_counter() - begin) * 1000)
    return statistics.median(waits)


ALL = {
    "small": small_answers,
    "large": large_answers,
    "engine": engine_speed,
    "start": first_answer,
    "held": held_connections,
}
