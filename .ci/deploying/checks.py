"""How a check of deploy/ says what it saw."""
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONFORMANCE = ROOT / "deploy" / "conformance"


def check(what, holds, found=""):
    print(f"{'ok  ' if holds else 'FAIL'}  {what}{f': {found}' if not holds and found != '' else ''}", flush=True)
    if not holds:
        raise SystemExit(1)


def equal(what, found, expected):
    check(what, found == expected, f"{found!r}, expected {expected!r}")
