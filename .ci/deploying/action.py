"""Holds the action's definition against the script that it runs."""
import re

import yaml

from checks import CONFORMANCE, check, equal

ACTION = yaml.safe_load((CONFORMANCE / "action.yml").read_text())
SCRIPT = (CONFORMANCE / "run").read_text()
STEPS = ACTION["runs"]["steps"]


def variable(name):
    return "INPUT_" + name.upper().replace("-", "_")


def check_inputs():
    judging = next(step for step in STEPS if step.get("id") == "judge")
    equal("every input reaches the script by environment", sorted(judging["env"]), sorted(map(variable, ACTION["inputs"])))
    heeded = set(re.findall(r"\$\{?(INPUT_[A-Z_]+)", SCRIPT))
    equal("the script heeds every one, and no other", sorted(heeded), sorted(judging["env"]))
    changed = [name for name in set(ACTION["inputs"]) - {"commands"}
               if judging["env"][variable(name)] != "${{ inputs." + name + " }}"]
    equal("each is passed as it came", changed, [])


def check_outputs():
    strange = [name for name, output in ACTION["outputs"].items()
               if output["value"] != "${{ steps.judge.outputs." + name + " }}"]
    equal("every output comes from the judging step", strange, [])


def check_trust():
    scripts = [step["run"] for step in STEPS if "run" in step]
    check("no script has a text of the workflow pasted into it", not any("${{" in script for script in scripts))
    uses = [step["uses"] for step in STEPS if "uses" in step]
    check("every foreign action has a version", all(re.fullmatch(r"actions/[a-z/-]+@v\d+(\.\d+)*", use) for use in uses), uses)
    cache = [step["with"] for step in STEPS if "uses" in step]
    check("the cache is filled under the key that it is asked for", all(entry == cache[0] for entry in cache), cache)


check_inputs()
check_outputs()
check_trust()
