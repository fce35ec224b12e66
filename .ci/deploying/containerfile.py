"""Holds the Containerfile against the repository and against the release commands: containerfile.py COMMANDS."""
import io
import pathlib
import re
import subprocess
import sys

from checks import CONFORMANCE, ROOT, check, equal
from dockerfile_parse import DockerfileParser

# What every Debian has; the run stage need not name it.
ESSENTIAL = {"libc6"}
# In the run stage for another reason than that a command links against it: deploy/conformance/Containerfile says which.
BESIDE_LIBRARIES = {"ca-certificates", "libfaketime", "mount", "util-linux"}


def instructions():
    with open(CONFORMANCE / "Containerfile", "rb") as file:
        return DockerfileParser(fileobj=io.BytesIO(file.read())).structure


def copied_from_repository():
    """What each COPY without --from takes out of the repository."""
    for instruction in instructions():
        words = instruction["value"].split()
        if instruction["instruction"] == "COPY" and not words[0].startswith("--from"):
            yield from words[:-1]


def let_through():
    """What the ignore file lets the build see."""
    lines = (CONFORMANCE / "Containerfile.dockerignore").read_text().splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    equal("the build sees nothing of the repository that is not named", rules[0], "*")
    return {rule.removeprefix("!") for rule in rules[1:]}


def check_copies():
    sources = set(copied_from_repository())
    missing = [source for source in sorted(sources) if not (ROOT / source).exists()]
    equal("whatever is copied is in the repository", missing, [])
    equal("the build sees what is copied, and no more", let_through(), sources)


def installed_packages():
    runs = [i["value"] for i in instructions() if i["instruction"] == "RUN" and "apt-get install" in i["value"]]
    equal("one step installs packages", len(runs), 1)
    words = re.search(r"apt-get install (.*?)&&", runs[0], re.DOTALL).group(1).split()
    return {word for word in words if not word.startswith("-")}


def linked_packages(commands):
    """The packages of the libraries that the commands name themselves; what those need, apt brings along."""
    sonames = set()
    for command in ("bbb-conformance", "bbb-sim", "bbb-exporter"):
        dynamic = subprocess.run(["readelf", "-d", commands / command], check=True, capture_output=True, text=True).stdout
        sonames |= set(re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic))
    return {package_of(soname) for soname in sonames}


def package_of(soname):
    found = subprocess.run(["dpkg-query", "--search", f"*/{soname}"], check=True, capture_output=True, text=True).stdout
    return found.splitlines()[0].split(":")[0]


def check_packages(commands):
    equal("the run stage installs the libraries that the commands link against, and no more",
          installed_packages() - BESIDE_LIBRARIES, linked_packages(commands) - ESSENTIAL)
    unknown = [p for p in sorted(installed_packages()) if subprocess.run(
        ["apt-cache", "show", p], capture_output=True, check=False).returncode]
    check("Debian has every package of the run stage", not unknown, unknown)


def check_stages():
    stages = [i["value"] for i in instructions() if i["instruction"] == "FROM"]
    equal("three stages", stages, ["swift:6.3-bookworm AS build", "scratch AS commands", "debian:bookworm-slim AS judge"])
    workflow = (ROOT / ".github/workflows/ci.yml").read_text()
    check("CI builds in the image of the build stage", "container: swift:6.3-bookworm" in workflow)
    users = [i["value"] for i in instructions() if i["instruction"] == "USER"]
    equal("the judge is nobody special", users, ["10001:10001"])


def main():
    check_stages()
    check_copies()
    check_packages(pathlib.Path(sys.argv[1]))


main()
