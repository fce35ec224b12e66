"""Sees that deploy/conformance/build takes the way that a machine offers; no compiler and no engine runs."""
import os
import pathlib
import subprocess
import tempfile

from checks import CONFORMANCE, ROOT, check, equal

BUILD = CONFORMANCE / "build"


def build(*arguments, **programs):
    """Runs the script on a machine that has only these programs of its own beside the usual ones."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in programs.items():
            program = pathlib.Path(folder, name)
            program.write_text(f"#!/bin/sh\n{text}\n")
            program.chmod(0o755)
        for name in ("bash", "dirname", "sed", "head", "sort", "uname", "find", "xargs", "sha256sum", "make", "install", "strip"):
            if name not in programs:
                os.symlink(f"/usr/bin/{name}", f"{folder}/{name}")
        return subprocess.run(
            ["/bin/bash", str(BUILD), *arguments], env={"PATH": folder}, capture_output=True, text=True, check=False)


def main():
    equal("without a folder: usage", build().returncode, 64)
    equal("a foreign option: usage", build("--folder").returncode, 64)
    neither = build("out")
    equal("neither Swift nor docker: no judge", neither.returncode, 69)
    check("  and one line that says what to do", neither.stderr.startswith("build: neither") and neither.stderr.count("\n") == 1,
          neither.stderr)
    key = build("--key")
    check("the key of the cache is one word", key.stdout.startswith("bbb-conformance-") and len(key.stdout.split()) == 1, key)
    equal("  and the same for the same sources", build("--key").stdout, key.stdout)

    old = build("out", swift="echo 'Swift version 6.2.3 (swift-6.2.3-RELEASE)'", docker='printf "%s\\n" "$@"')
    equal("with an old Swift, docker builds the stage of the commands", old.stdout.split(), [
        "build", "--file", f"{ROOT}/deploy/conformance/Containerfile", "--target", "commands", "--output",
        "type=local,dest=out", str(ROOT)])
    new = build("out", swift="echo 'Swift version 6.3.1 (swift-6.3.1-RELEASE)'", docker="exit 1",
                make='printf "%s\\n" "$*"', install='printf "%s\\n" "$*"')
    lines = new.stdout.splitlines()
    equal("with Swift 6.3, make builds the commands with the flags of every release", lines[0],
          f"--no-print-directory -C {ROOT} release RELEASE_COMMANDS=bbb-conformance bbb-sim bbb-exporter")
    equal("  and they are put into the folder", [line.split()[-1] for line in lines[1:]],
          ["out/bbb-conformance", "out/bbb-sim", "out/bbb-exporter"])
    failing = build("out", swift="echo 'Swift version 6.3'", make="exit 2")
    check("a build that fails is said to fail", failing.returncode != 0)


main()
