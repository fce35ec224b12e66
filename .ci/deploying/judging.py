"""Runs deploy/conformance/run as a step of somebody's CI would, and looks at all that it leaves: judging.py COMMANDS."""
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

from checks import CONFORMANCE, check, equal

RUN = CONFORMANCE / "run"
COMMANDS = pathlib.Path(sys.argv[1]).resolve()
EXPORTER = str(COMMANDS / "bbb-exporter")
QUICK = "meetings/two-rooms-counted\n  settings/base-url-missing  \n"


class Step:
    """One run of the script in a folder of its own, with GitHub's files beside it."""

    def __init__(self, folder, github=True, path=None, **inputs):
        self.folder = pathlib.Path(folder)
        self.environment = {"PATH": path or os.environ["PATH"], "HOME": folder, "TMPDIR": folder,
                            "INPUT_COMMANDS": str(COMMANDS), "INPUT_OUT": "results"}
        self.environment |= {f"INPUT_{name.upper()}": value for name, value in inputs.items()}
        if github:
            for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"):
                (self.folder / name).write_text("")
                self.environment[name] = str(self.folder / name)
            self.environment["GITHUB_ACTIONS"] = "true"

    def run(self):
        done = subprocess.run([str(RUN)], cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False)
        self.code, self.log = done.returncode, done.stdout + done.stderr
        return self

    @property
    def outputs(self):
        lines = (self.folder / "GITHUB_OUTPUT").read_text().splitlines()
        return dict(line.split("=", 1) for line in lines)

    @property
    def summary(self):
        return (self.folder / "GITHUB_STEP_SUMMARY").read_text()

    @property
    def heeded(self):
        """What GitHub's runner takes for commands: none while they are stopped."""
        token, commands = None, []
        for line in self.log.splitlines():
            line = line.lstrip()
            if token:
                token = None if line == f"::{token}::" else token
            elif line.startswith("::stop-commands::"):
                token = line.removeprefix("::stop-commands::")
            elif line.startswith("::"):
                commands.append(line)
        return commands


def passing(folder):
    step = Step(folder, exporter=EXPORTER, only=QUICK).run()
    equal("an exporter that is right: 0", step.code, 0)
    wanted = {"exit-code": "0", "report": "results", "passed": "2", "failed": "0", "unverified": "0", "total": "2"}
    equal("  its outputs", {name: step.outputs.get(name) for name in wanted}, wanted)
    check("  the summary is the report", step.summary == (step.folder / "results/report.md").read_text())
    equal("  no annotation", step.heeded, [])


def broken(folder):
    step = Step(folder, exporter=f"env API_SECRET=wrong {EXPORTER}", only=QUICK).run()
    equal("an exporter that is wrong: 1", step.code, 1)
    equal("  its outputs", [step.outputs[name] for name in ("exit-code", "failed", "passed")], ["1", "1", "1"])
    check("  an annotation names the case and what is wrong",
          len(step.heeded) == 1 and re.match(r"::error title=meetings/two-rooms-counted::bbb_.*\(Meetings, ", step.heeded[0]),
          step.heeded)
    check("  the summary explains it", "### failed: `meetings/two-rooms-counted`" in step.summary)

    known = step.folder / "known"
    known.write_text("meetings/two-rooms-counted  # issue 1\n")
    step = Step(folder, exporter=f"env API_SECRET=wrong {EXPORTER}", only=QUICK, known_failures="known").run()
    equal("the same with its failure known: 0", (step.code, step.outputs["known-failure"]), (0, "1"))


def hostile(folder):
    script = pathlib.Path(folder, "hostile")
    script.write_text("#!/bin/sh\necho '::error::mine'\necho '  ::add-mask::passed'\necho '::stop-commands::x'\nexit 1\n")
    script.chmod(0o755)
    step = Step(folder, exporter=str(script), only="meetings/two-rooms-counted").run()
    check("the words of an exporter are shown", "::error::mine" in step.log, step.log)
    check("  and GitHub's runner does not obey them", len(step.heeded) == 1 and "mine" not in step.heeded[0], step.heeded)


def inconclusive(folder):
    """Nobody may unshare on this machine."""
    tools = pathlib.Path(folder, "tools")
    tools.mkdir()
    refusing = tools / "unshare"
    refusing.write_text("#!/bin/sh\necho 'unshare: Operation not permitted' >&2\nexit 1\n")
    refusing.chmod(0o755)
    step = Step(folder, path=f"{tools}:{os.environ['PATH']}", exporter=EXPORTER, only="recordings/from-disk").run()
    equal("a case that can't be judged here: 2", step.code, 2)
    equal("  which counts as unverified", (step.outputs["unverified"], step.outputs["passed"]), ("1", "0"))
    check("  and is a warning", [line[:10] for line in step.heeded] == ["::warning "], step.heeded)


def bad_input(folder):
    Step(folder, exporter=EXPORTER, only=QUICK).run()
    for what, code, inputs in [
        ("no exporter", 64, {"exporter": " \n"}),
        ("a level that there is not", 64, {"exporter": EXPORTER, "level": "all"}),
        ("a level that looks like an option", 64, {"exporter": EXPORTER, "level": "--strict"}),
        ("a case that there is not", 64, {"exporter": EXPORTER, "only": "meetings/two-rooms-count"}),
        ("strict that is neither true nor false", 64, {"exporter": EXPORTER, "strict": "yes"}),
        ("a folder of two lines", 64, {"exporter": EXPORTER, "out": "a\nexit-code=0"}),
        ("a list of known failures that is not there", 65, {"exporter": EXPORTER, "known_failures": "nowhere"}),
        ("cases that are not there", 65, {"exporter": EXPORTER, "cases": "nowhere"}),
        ("no judge", 69, {"exporter": EXPORTER, "commands": "/nowhere"}),
    ]:
        step = Step(folder, **inputs).run()
        found = (step.code, step.outputs, step.summary)
        equal(f"{what}: {code}, and nothing of an older run", found, (code, {"exit-code": str(code)}, ""))


def nothing_is_pasted(folder):
    mark = pathlib.Path(folder, "mark")
    odd = f"x'; touch {mark}; $(touch {mark}) `touch {mark}` \""
    for name in ("level", "only", "known_failures", "cases", "jobs", "strict"):
        Step(folder, exporter=EXPORTER, **{name: odd}).run()
    check("what stands in an input is no shell code, but for the exporter's command line", not mark.exists())


def odd_words(folder):
    step = Step(folder, exporter=EXPORTER, strict="no\n::error::mine").run()
    equal("an input of two lines is no command to GitHub's runner", (step.code, step.heeded), (64, []))
    step = Step(folder, exporter=EXPORTER, only=QUICK, out="-x").run()
    equal("a folder that begins with a dash is a folder", (step.code, step.outputs.get("passed")), (0, "2"))


def elsewhere(folder):
    step = Step(folder, github=False, exporter=EXPORTER, only=QUICK).run()
    equal("outside GitHub: 0, and no word to its runner", (step.code, "::" in step.log), (0, False))
    check("  but reports", (step.folder / "results/junit.xml").stat().st_size > 0)


def cancelled(folder):
    exporter = pathlib.Path(folder, "exporter")
    exporter.write_text("#!/bin/sh\n: > started\nexec sleep 600\n")
    exporter.chmod(0o755)
    step = Step(folder, exporter=str(exporter), only="meetings/two-rooms-counted")
    with subprocess.Popen([str(RUN)], cwd=folder, env=step.environment, stdout=subprocess.DEVNULL) as process:
        patience = time.monotonic() + 30
        while not pathlib.Path(folder, "started").exists() and time.monotonic() < patience:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        code = process.wait(timeout=30)
    equal("a cancelled job ends, inconclusive", (code, step.outputs["exit-code"]), (2, "2"))


def long_report(folder):
    judge = pathlib.Path(folder, "bin", "bbb-conformance")
    judge.parent.mkdir()
    judge.write_text("#!/bin/bash\nmkdir -p results; echo '{' > results/report.json; yes 'a row of it' | head -c 2000000 "
                     "> results/report.md\n")
    judge.chmod(0o755)
    step = Step(folder, exporter="x", commands=str(judge.parent)).run()
    check("a report that is too long for GitHub is cut at a line, and says so",
          len(step.summary) < 1024 * 1024 and set(step.summary.splitlines()[:-1]) == {"a row of it", ""}
          and "longer than a summary" in step.summary, step.summary[-300:])


for situation in (passing, broken, hostile, inconclusive, bad_input, nothing_is_pasted, odd_words, elsewhere, cancelled, long_report):
    with tempfile.TemporaryDirectory() as place:
        situation(place)
