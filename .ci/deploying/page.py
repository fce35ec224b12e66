"""Holds the files that docs/conformance.md tells others to write against their schemas and against deploy/conformance."""
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

from checks import CONFORMANCE, ROOT, check

PAGE = (ROOT / "docs/conformance.md").read_text()
ACTION = yaml.safe_load((CONFORMANCE / "action.yml").read_text())
SCHEMAS = {".github/workflows/": ["vendor.github-workflows"], ".gitlab-ci.yml": ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"]}


def files():
    """The YAML files of the page, by the name in their first line."""
    blocks = re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    check("the page has files for GitHub and GitLab", len(blocks) >= 3, blocks)
    return dict(blocks)


def check_schema(name, text):
    schema = next(words for start, words in SCHEMAS.items() if name.startswith(start))
    with tempfile.NamedTemporaryFile("w", suffix=".yml") as file:
        file.write(text)
        file.flush()
        tool = pathlib.Path(sys.executable).with_name("check-jsonschema")
        done = subprocess.run([tool, "--builtin-schema", *schema, file.name], capture_output=True, text=True, check=False)
    check(f"the page's {name} holds before its schema", done.returncode == 0, done.stdout)


def check_inputs(text):
    """What the file hands to the action or to the job, and what it takes from them, is there."""
    jobs = [job for job in yaml.safe_load(text).get("jobs", {}).values()]
    for step in (step for job in jobs for step in job["steps"] if "deploy/conformance" in step.get("uses", "")):
        strange = set(step["with"]) - set(ACTION["inputs"])
        check("  its inputs are the action's", not strange, strange)
    strange = set(re.findall(r"outputs\.([a-z-]+)", text)) - set(ACTION["outputs"])
    check("  and so are the outputs that it takes", not strange, strange)
    script = (CONFORMANCE / "run").read_text()
    strange = {name for name in re.findall(r"INPUT_[A-Z_]+", text) if name not in script}
    check("  and the variables are the script's", not strange, strange)


def check_tables():
    text = PAGE[PAGE.index("### GitHub"):PAGE.index("### GitLab")]
    named = set(re.findall(r"`([a-z-]+)`", text))
    missing = (set(ACTION["inputs"]) | set(ACTION["outputs"])) - named
    check("the page names every input and output of the action", not missing, missing)


def check_builds():
    stages = re.findall(r"^FROM \S+ AS (\S+)$", (CONFORMANCE / "Containerfile").read_text(), re.MULTILINE)
    for path in re.findall(r"--file (\S+)", PAGE):
        check("the page builds a container file that is there", (ROOT / path).is_file(), path)
    for stage in re.findall(r"docker build.* --target (\S+)", PAGE):
        check("  and a stage that it has", stage in stages, stage)


def main():
    for name, text in files().items():
        check_schema(name, text)
        check_inputs(text)
    check_tables()
    check_builds()
    extended = re.search(r"extends: (\S+)", PAGE).group(1)
    check("the page extends the job of gitlab.yml", extended in yaml.safe_load((CONFORMANCE / "gitlab.yml").read_text()), extended)


main()
