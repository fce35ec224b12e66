"""The exporter's rows: its scrape beside the bare parser and beside 0.7.1, its memory, and many scrapers at once."""

import concurrent.futures
import json
import pathlib
import statistics
import time

import memory_line
from exporters import exporter, python_exporter, sax_count, static_server
from programs import scenario, simulator, target, wrk
from rows import Row, in_turns

# Meetings, people in each: answers of 40 KB, 0.7 MB, 7 MB, 70 MB and 320 MB.
SIZES = [(10, 10), (100, 20), (1000, 20), (10_000, 20), (10_000, 100)]


def meetings_answer(sim, meetings, people):
    with simulator(sim, scenario(meetings, people)) as server:
        return server.get(target())


def recordings_answer(sim, count):
    day = scenario(0, 0) + f"recordings: [ {{ count: {count}, state: published, spread: 90d }} ]\n"
    with simulator(sim, day) as server:
        return server.get(target("getRecordings"))


def megabytes(body):
    return f"{len(body) / 1e6:.0f} MB" if len(body) > 2_000_000 else f"{len(body) / 1000:.0f} KB"


def scrape_beside_limit(commands, effort):
    """One scrape from the request to the page's last byte, beside reading the same bytes and nothing else."""
    meetings = 1000 if effort.is_quick else 10_000
    body = meetings_answer(commands.sim, meetings, 20)
    with static_server(body) as server, sax_count(body) as limit, exporter([commands.exporter], server.port) as ours:
        if limit().people != 20 * meetings:
            raise SystemExit("bench: the bare parser did not count everybody")
        ours.scrape()
        ratio, pairs, spread = in_turns(effort.rounds * 2, ours.seconds_to_scrape, lambda: limit().seconds)
        cpu, _, cpu_spread = in_turns(effort.rounds * 2, ours.cpu_seconds_to_scrape, lambda: limit().cpu_seconds)
    best = min(a for a, _ in pairs)
    return [
        Row(f"exporter scrape, {meetings:,} × 20 ({megabytes(body)}), time beside a bare libxml2 SAX count",
            f"{ratio:.2f} ({spread}), {best * 1000:,.0f} ms", "≤ 1.3", ratio <= 1.3,
            "libxml2; then the kernel's copies, and a table step a tag"),
        Row("  processor time of it, the kernel's included, beside the same", f"{cpu:.2f} ({cpu_spread})", "—", None,
            "what is left when others keep the processors busy"),
    ]


def memory_by_size(commands, effort):
    """The most that the exporter ever held, for each size of answer; the same as a picture."""
    sizes = SIZES[:3] if effort.is_quick else SIZES
    series = {"bbb-exporter": [], "0.7.1": []}
    theirs = None if effort.is_quick else python_exporter(commands.python_exporter)
    for meetings, people in sizes:
        body = meetings_answer(commands.sim, meetings, people)
        with static_server(body) as server:
            series["bbb-exporter"].append((len(body), peak([commands.exporter], server, effort.rounds)))
            if theirs:
                series["0.7.1"].append((len(body), peak(theirs, server, 1)))
    if commands.memory_picture:
        pathlib.Path(commands.memory_picture).write_text(memory_line.picture(series))
    peaks = [memory for _, memory in series["bbb-exporter"]]
    return Row(
        f"exporter memory at most, five answers of 40 KB to {megabytes(body)}, MB",
        " ".join(f"{memory:.0f}" for memory in peaks), "≤ 40", max(peaks) <= 40,
        "the command and Swift's libraries; an answer passes through in pieces")


def peak(command, server, scrapes):
    with exporter(command, server.port) as program:
        for _ in range(scrapes):
            program.scrape()
        return program.memory("VmHWM")


def scrape_beside_python(commands, effort):
    work = "exporter scrape, 10 × 10 and 100 recordings, times faster than 0.7.1 on the same answers"
    theirs = python_exporter(commands.python_exporter)
    meetings, recordings = meetings_answer(commands.sim, 10, 10), recordings_answer(commands.sim, 100)
    with static_server(meetings, recordings) as server, exporter([commands.exporter], server.port) as ours:
        def scrapes_a_second(subject):
            """One after another over one connection, asked by wrk: a Python that asks takes as long as the page does."""
            return wrk(subject.url("/metrics"), 1, effort.seconds)[0]
        if theirs is None:
            each = 1000 / statistics.median(scrapes_a_second(ours) for _ in range(effort.rounds))
            return Row(work, f"skipped; ours {each:.1f} ms", "≥ 20", None, WITHOUT_PYTHON_EXPORTER)
        with exporter(theirs, server.port) as python:
            ours.scrape(), python.scrape()
            ratio, pairs, spread = in_turns(
                effort.rounds, lambda: scrapes_a_second(ours), lambda: scrapes_a_second(python))
    best = 1000 / max(a for a, _ in pairs)
    return Row(work, f"{ratio:.0f} ({spread}), {best:.1f} ms", "≥ 20", ratio >= 20, "five calls over kept connections")


WITHOUT_PYTHON_EXPORTER = (
    "no checkout of 0.7.1: git clone -b v0.7.1 https://github.com/greenstatic/bigbluebutton-exporter, its "
    "requirements.txt, then BENCH='--python-exporter DIR'")


def many_scrapers(commands, effort):
    return [calls_of_many(commands), throughput_of_many(commands, effort)]


def calls_of_many(commands):
    """64 scrapes while the API takes half a second: how often it was asked for its meetings."""
    slow = scenario(10, 10, ["{ on: getMeetings, latency: 500ms }"])
    with simulator(commands.sim, slow) as server, exporter([commands.exporter], server.port) as ours:
        with concurrent.futures.ThreadPoolExecutor(64) as scrapers:
            pages = list(scrapers.map(lambda _: ours.get("/metrics"), range(64)))
        calls = len(json.loads(server.get("/_sim/requests?call=getMeetings")))
    if len(pages) != 64 or any(b"\nbbb_meetings 10" not in page for page in pages):
        raise SystemExit("bench: not every one of 64 scrapers got its page")
    return Row("64 scrapers at once: sets of API calls", f"{calls}", "1", calls == 1, "they share those in flight")


def throughput_of_many(commands, effort):
    body = meetings_answer(commands.sim, 10, 10)
    with static_server(body) as server, exporter([commands.exporter], server.port) as ours:
        ratio, pairs, spread = in_turns(
            effort.rounds,
            lambda: wrk(ours.url("/metrics"), 64, effort.seconds)[0],
            lambda: wrk(ours.url("/metrics"), 1, effort.seconds)[0])
    best = max(a for a, _ in pairs)
    return Row(
        "  scrapes/s, 64 connections beside one (10 × 10)", f"{ratio:.1f} ({spread}), {best:,.0f}/s", "—", None,
        "each page is written anew; the calls behind it are shared")


def first_answer(commands, effort):
    body = meetings_answer(commands.sim, 10, 10)
    waits, memories = [], []
    with static_server(body) as server:
        for _ in range(effort.rounds * 3):
            begin = time.perf_counter()
            with exporter([commands.exporter], server.port) as ours:
                ours.scrape()
                waits.append((time.perf_counter() - begin) * 1000)
                memories.append(ours.memory())
    wait, memory = statistics.median(waits), max(memories)
    return [
        Row("exporter, command to first page, ms", f"{wait:.0f}", "≤ 100", wait <= 100, "the loader"),
        Row("  memory when idle after it, MB", f"{memory:.0f}", "≤ 30", memory <= 30,
            "pages of the command and of Swift's libraries"),
    ]


ALL = {
    "exporter-limit": scrape_beside_limit,
    "exporter-memory": memory_by_size,
    "exporter-python": scrape_beside_python,
    "exporter-many": many_scrapers,
    "exporter-start": first_answer,
}
