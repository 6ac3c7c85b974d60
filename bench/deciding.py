"""How long *decide* takes beside the same rules written by hand, as a ratio taken in one run.

    .venv/bin/python -m bench.deciding

Both leave a trace and know three truth values; both are first held to the same answers over every
worked example of England, each also with every single fact taken away.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from bench.by_hand import decide_by_hand
from casework.shelf import POLICY_FOLDER, Shelf
from rules.decide import decide
from rules.examples import read_examples
from rules.values import Facts, Result

POLICY = "england/1996-act"
ROUNDS = 15
TRUTH = {Result.MET: True, Result.NOT_MET: False, Result.UNKNOWN: None}


def children() -> list[Facts]:
    shelf = Shelf((POLICY_FOLDER,))
    files = sorted((POLICY_FOLDER / "england" / "examples").glob("*.yaml"))
    read = [
        read_examples(path.read_text(encoding="utf-8"), str(path), shelf.read) for path in files
    ]
    return [each.facts for one in read for each in one.examples]


def check(cases: list[Facts]) -> int:
    """Hold both to the same results; return how many cases were compared."""
    policy = Shelf((POLICY_FOLDER,)).read(POLICY)
    forgetful = [{**each, name: None} for each in cases for name in each]
    for facts in [*cases, *forgetful]:
        found = {
            each.provision.split("#")[1]: TRUTH[each.result]
            for each in decide(policy, facts).findings
        }
        by_hand, _ = decide_by_hand(facts)
        if found != by_hand:
            differ = {
                name: (found[name], by_hand[name]) for name in found if found[name] != by_hand[name]
            }
            raise SystemExit(f"They differ: {differ} for {facts}")
    return len(cases) + len(forgetful)


def microseconds(work: Callable[[Facts], object], cases: list[Facts]) -> float:
    started = time.perf_counter()
    for facts in cases:
        work(facts)
    return (time.perf_counter() - started) / len(cases) * 1e6


def main() -> None:
    policy = Shelf((POLICY_FOLDER,)).read(POLICY)
    cases = children()
    compared = check(cases)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(microseconds(lambda facts: decide(policy, facts), cases))
        theirs.append(microseconds(decide_by_hand, cases))
    ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
    print(f"{compared:,} cases compared, no difference")
    print(f"decide, whole recommendation: {statistics.median(ours):7.0f} µs")
    print(f"by hand, results and trace:   {statistics.median(theirs):7.0f} µs")
    print(f"ratio:                        {ratio:7.2f}")


if __name__ == "__main__":
    main()
