"""Debian's Prometheus scrapes the exporter while lecture-day runs at 60x; what it stored is held against the world.

Every scrape makes one getMeetings call, whose simulated instant the simulator remembers. The world at that very
instant is asked for again and counted here, independently of the exporter and of the oracle in Swift.
"""
import collections
import json
import subprocess
import tempfile
import urllib.parse

from processes import BIN, answers, expect, fetch, free_port, main, running, simulator, wait_until

SCRAPES = 20
CALLS = 5
PARTICIPANT_EDGES = [0, 1, 5, 15, 30, 60, 90, 120, 150, 200, 250, 300, 400, 500, float("inf")]
VOICE_EDGES = [0, 1, 5, 15, 30, 60, 90, 120, float("inf")]
LATENCY_SERIES = {("getMeetings", "")} | {
    ("getRecordings", f"state={state}") for state in ("processing", "published", "unpublished", "deleted")}
STATES = ["processing", "published", "unpublished", "deleted"]
ROOMS = {
    "bbb_room_participants": ("participantCount", PARTICIPANT_EDGES),
    "bbb_room_listeners": ("listenerCount", PARTICIPANT_EDGES),
    "bbb_room_voice_participants": ("voiceParticipantCount", VOICE_EDGES),
    "bbb_room_video_participants": ("videoCount", VOICE_EDGES),
}
SUMS = {
    "bbb_meetings_participants": "participantCount",
    "bbb_meetings_listeners": "listenerCount",
    "bbb_meetings_voice_participants": "voiceParticipantCount",
    "bbb_meetings_video_participants": "videoCount",
}


def expected_of_meetings(meetings):
    """The series of the families that one getMeetings answer decides, as {(name, labels): value}."""
    series = {("bbb_meetings", ()): len(meetings), ("bbb_api_up", ()): 1}
    for name, field in SUMS.items():
        series[name, ()] = sum(m[field] for m in meetings)
    series["bbb_meetings_participants_max", ()] = max((m["participantCount"] for m in meetings), default=0)
    clients = collections.Counter({"html5": 0, "dial-in": 0})
    origins = collections.Counter()
    for m in meetings:
        clients.update(a["clientType"].lower() for a in m["attendees"])
        if m["participantCount"]:
            server = m["metadata"].get("bbb-origin-server-name", "").lower()
            origins[server, m["metadata"].get("bbb-origin", "").lower()] += m["participantCount"]
    for client, count in clients.items():
        series["bbb_meetings_participant_clients", (("type", client),)] = count
    for (server, name), count in origins.items():
        # Prometheus drops empty labels.
        labels = tuple((k, v) for k, v in (("name", name), ("server", server)) if v)
        series["bbb_meetings_participants_origin", labels] = count
    for name, (field, edges) in ROOMS.items():
        values = [m[field] for m in meetings]
        series[f"{name}_gcount", ()] = len(values)
        series[f"{name}_gsum", ()] = sum(values)
        for edge in edges:
            le = "+Inf" if edge == float("inf") else f"{float(edge):g}"
            series[f"{name}_bucket", (("le", le),)] = sum(v <= edge for v in values)
    return series


class Stored:
    """What Prometheus has stored of the exporter, by series and by scrape."""

    def __init__(self, url):
        self.url = url

    def matrix(self, selector):
        query = urllib.parse.urlencode({"query": f"{selector}[1h]"})
        return json.loads(fetch(f"{self.url}/api/v1/query?{query}"))["data"]["result"]

    def scrape_times(self):
        result = self.matrix('up{job="bbb"}')
        return [time for time, value in result[0]["values"] if value == "1"] if result else []

    def samples_by_time(self):
        by_time = collections.defaultdict(dict)
        for series in self.matrix('{__name__=~"bbb_.+"}'):
            labels = {k: v for k, v in series["metric"].items() if k not in ("__name__", "job", "instance")}
            if "le" in labels:
                labels["le"] = labels["le"] if labels["le"] == "+Inf" else f"{float(labels['le']):g}"
            key = series["metric"]["__name__"], tuple(sorted(labels.items()))
            for time, value in series["values"]:
                by_time[time][key] = float(value)
        return by_time


class World:
    """The simulator's own account of what happened."""

    def __init__(self, api_base_url):
        self.root = api_base_url.removesuffix("bigbluebutton/api/")

    def scrapes(self):
        """The requests in groups of one scrape: one getMeetings and four getRecordings, in any order."""
        calls = [e for e in json.loads(fetch(f"{self.root}_sim/requests")) if e["call"] in ("getMeetings", "getRecordings")]
        return [calls[i:i + CALLS] for i in range(0, len(calls) - CALLS + 1, CALLS)]

    def at(self, exchange):
        return json.loads(fetch(f"{self.root}_sim/world?at={exchange['millisecondsSinceEpoch']}"))


def check_meeting_families(samples, world, where):
    expected = expected_of_meetings(world["meetings"])
    families = {name for name, _ in expected}
    seen = {key: value for key, value in samples.items() if key[0] in families}
    for key in sorted(expected.keys() | seen.keys()):
        want, got = expected.get(key), seen.get(key)
        expect(want == got, f"{where}: {key[0]}{dict(key[1])} is {got}, and the world says {want}")
    return len(expected)


def check_recordings(samples, worlds, where):
    for state in STATES:
        got, allowed = samples.get((f"bbb_recordings_{state}", ())), {w["recordings"][state] for w in worlds}
        expect(got in allowed, f"{where}: bbb_recordings_{state} is {got}, and the world says {allowed}")
    return len(STATES)


def check_latency(samples, scrapes, where):
    seen = {labels: value for (name, labels), value in samples.items() if name == "bbb_api_latency_count"}
    for endpoint, parameters in LATENCY_SERIES:
        labels = tuple((k, v) for k, v in (("endpoint", endpoint), ("parameters", parameters)) if v)
        expect(seen.get(labels) == scrapes, f"{where}: {dict(labels)} counted {seen.get(labels)} calls of {scrapes}")
        bucket = samples.get(("bbb_api_latency_bucket", tuple(sorted(labels + (("le", "+Inf"),)))))
        expect(bucket == scrapes, f"{where}: the +Inf bucket of {dict(labels)} is {bucket}, not {scrapes}")
        expect(samples.get(("bbb_api_latency_sum", labels), -1) > 0, f"{where}: {dict(labels)} took no time")
    expect(len(seen) == len(LATENCY_SERIES), f"{where}: latency series {sorted(seen)}")
    return 3 * len(LATENCY_SERIES)


def check_unique(samples, ids, where):
    for name, seen in ids.items():
        got = samples.get((name, ()))
        expect(got == len(seen), f"{where}: {name} is {got}, and {len(seen)} were seen so far")
    return len(ids)


def compare(stored, world, before):
    """Holds every stored scrape against the world at its instant; `before` scrapes were not Prometheus's."""
    times, scrapes, compared = stored.scrape_times(), world.scrapes(), 0
    by_time = stored.samples_by_time()
    ids = {"bbb_unique_meetings_total": set(), "bbb_unique_breakout_rooms_total": set()}
    for number, calls in enumerate(scrapes[: before + len(times)]):
        listing = [c for c in calls if c["call"] == "getMeetings"]
        expect(len(listing) == 1, f"scrape {number} made {len(listing)} getMeetings calls: {calls}")
        then = world.at(listing[0])
        for m in then["meetings"]:
            ids[f"bbb_unique_{'breakout_rooms' if m['isBreakout'] else 'meetings'}_total"].add(m["internalMeetingID"])
        if number < before:
            continue
        time = times[number - before]
        samples, where = by_time[time], f"scrape {number} at {then['now']}"
        compared += check_meeting_families(samples, then, where)
        compared += check_recordings(samples, [world.at(c) for c in calls], where)
        compared += check_latency(samples, number + 1, where)
        compared += check_unique(samples, ids, where)
        version = [labels for name, labels in samples if name == "bbb_exporter"]
        expect(len(version) == 1 and dict(version[0]).get("version"), f"{where}: bbb_exporter has labels {version}")
    breakouts = len(ids["bbb_unique_breakout_rooms_total"])
    expect(breakouts == 4, f"lecture-day opens four breakout rooms in this time, and {breakouts} were seen")
    return len(times), compared


def check_page(page):
    done = subprocess.run(["promtool", "check", "metrics"], input=page, capture_output=True, text=True, timeout=60)
    complaints = (done.stdout + done.stderr).strip()
    expect(done.returncode == 0 and not complaints, f"promtool check metrics says {done.returncode}: {complaints}")
    print("promtool check metrics: no complaint")


def prometheus_configuration(exporter_port):
    return f"""
global: {{ scrape_interval: 1s, scrape_timeout: 1s }}
scrape_configs:
  - job_name: bbb
    static_configs: [{{ targets: ["127.0.0.1:{exporter_port}"] }}]
"""


def check():
    with tempfile.TemporaryDirectory() as folder, simulator("lecture-day", "--clock", "60x", "--at", "25m") as server:
        exporter_port, prometheus_port = free_port(), free_port()
        environment = {**server, "PORT": str(exporter_port), "BIND_IP": "127.0.0.1"}
        with open(f"{folder}/prometheus.yml", "w") as file:
            file.write(prometheus_configuration(exporter_port))
        with running([f"{BIN}/bbb-exporter"], environment):
            exporter = f"http://127.0.0.1:{exporter_port}"
            wait_until(lambda: answers(f"{exporter}/-/healthy"), "the exporter answers")
            check_page(fetch(f"{exporter}/metrics"))
            command = ["prometheus", f"--config.file={folder}/prometheus.yml", f"--storage.tsdb.path={folder}/data",
                       f"--web.listen-address=127.0.0.1:{prometheus_port}", "--log.level=warn"]
            with running(command):
                stored = Stored(f"http://127.0.0.1:{prometheus_port}")
                wait_until(lambda: answers(f"{stored.url}/-/ready"), "Prometheus is ready")
                wait_until(lambda: len(stored.scrape_times()) >= SCRAPES, f"Prometheus has scraped {SCRAPES} times", 120)
                scrapes, values = compare(stored, World(server["API_BASE_URL"]), before=1)
    print(f"Prometheus: {values} values of {scrapes} scrapes are what the world said at the same instants")


if __name__ == "__main__":
    main(check)
