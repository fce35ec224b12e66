"""Measures bbb-sim and bbb-exporter and prints one table; a goal that is missed is said, and is no failure.

Times say nothing on machines that drift, so what can be measured beside something else is, in turns, and the table
shows the median of the ratios with the smallest and the largest.
"""

import argparse
import dataclasses

import exporter_rows
import rows

ALL = {**rows.ALL, **exporter_rows.ALL}


@dataclasses.dataclass
class Effort:
    rounds: int
    seconds: int
    is_quick: bool
    engine_scenario: str


def main():
    options = arguments()
    effort = Effort(options.rounds, options.seconds, options.quick, options.engine_scenario)
    if options.quick:
        effort = dataclasses.replace(effort, rounds=2, seconds=1)
    print(f"| {'work':<78} | {'measured':<30} | {'goal':<11} | verdict | what limits it")
    print(f"|-{'-' * 78}-|-{'-' * 30}-|-{'-' * 11}-|---------|---")
    for name in options.only or ALL:
        found = ALL[name](options.sim if name in rows.ALL else options, effort)
        for row in found if isinstance(found, list) else [found]:
            verdict = {True: "reached", False: "missed", None: ""}[row.reached]
            print(
                f"| {row.work:<78} | {row.figure:<30} | {row.goal:<11} | {verdict:<7} | {row.limits}", flush=True)


def arguments():
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__.splitlines()[0])
    parser.add_argument("--sim", default=".build/release/bbb-sim", help="the simulator to measure")
    parser.add_argument("--exporter", default=".build/release/bbb-exporter", help="the exporter to measure")
    parser.add_argument("--python-exporter", metavar="DIR", help="a checkout of exporter 0.7.1 to measure beside")
    parser.add_argument("--memory-picture", metavar="FILE", help="where to draw memory by size of answer (SVG)")
    parser.add_argument("--quick", action="store_true", help="two short rounds and a smaller world, to see that it works")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=3, help="the length of a run of wrk")
    parser.add_argument("--engine-scenario", default="lecture-day")
    parser.add_argument("--only", choices=ALL, action="append", help="a row, or several")
    return parser.parse_args()


main()
