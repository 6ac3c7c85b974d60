"""How long *decide* takes beside the same rules written by hand, as ratios taken in one run.

    .venv/bin/python -m bench.deciding

With a trace: a whole recommendation against results and trace by hand. Without: the outcome alone
against results by hand. All know three truth values, and all are first held to the same answers.
Twice over: for England's worked examples, decided again and again, and for children never seen
before, random ones whose figures and days stand at every limit. The trace is counted line by line,
so that none of it can be left for later.
"""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median

from bench.by_hand import decide_by_hand
from bench.by_hand_results import results_by_hand
from bench.rows import Row
from casework.shelf import POLICY_FOLDER, Shelf
from rules.decide import decide, outcome_only
from rules.examples import read_examples
from rules.plainly import decide_plainly
from rules.policy import PolicyVersion
from rules.problems import UserFacingError
from rules.recommendation import Step
from rules.values import Facts, Result
from tests.rules.children import children

POLICY, LARGEST = "england/1996-act", "southampton/2025-26"
ROUNDS, BATCH = 15, 300
WARMED = 3_000
"""Children decided before any is timed: a caseload is not its first children."""
TRUTH = {Result.MET: True, Result.NOT_MET: False, Result.UNKNOWN: None}
START_UP = "import time; s = time.process_time(); {}; print(time.process_time() - s)"
IMPORTS = "import rules.decide, rules.reader, rules.ask, rules.what_if, rules.timeline, rules.say"


def main() -> None:
    """Hold all to the same answers, then measure and print."""
    england = Shelf().read(POLICY)
    cases = examples()
    print(f"{check(england, cases):,} cases compared, no difference; {lines_of(england, cases)}")
    for row in rows():
        print(row.line())


def rows() -> list[Row]:
    """Every figure of deciding."""
    england, largest = Shelf().read(POLICY), Shelf().read(LARGEST)
    return [*of_examples(england), *of_new_children(england), *alone(largest), start_up()]


def examples() -> list[Facts]:
    """The facts of England's worked examples that no rule refuses."""
    shelf = Shelf((POLICY_FOLDER,))
    files = sorted((POLICY_FOLDER / "england" / "examples").glob("*.yaml"))
    read = [
        read_examples(path.read_text(encoding="utf-8"), str(path), shelf.read) for path in files
    ]
    return [each.facts for one in read for each in one.examples]


def made_up(policy: PolicyVersion, count: int, seed: int) -> list[Facts]:
    """Random children whom the version does not refuse."""
    table = children(policy, count, seed)
    every = (table.facts(row) for row in range(count))
    return [facts for facts in every if is_decided(policy, facts)]


def is_decided(policy: PolicyVersion, facts: Facts) -> bool:
    try:
        decide_plainly(policy, facts)
    except UserFacingError:
        return False
    return True


def check(policy: PolicyVersion, cases: list[Facts]) -> int:
    """Hold all to the same results; return how many cases were compared."""
    forgetful = [{**each, name: None} for each in cases for name in each]
    compared = [*cases, *forgetful, *made_up(policy, 2_000, 5)]
    for facts in compared:
        said = decide(policy, facts)
        found = {each.provision.split("#")[1]: TRUTH[each.result] for each in said.findings}
        for by_hand in (decide_by_hand(facts)[0], results_by_hand(facts)):
            if found != by_hand:
                differ = {n: (found[n], by_hand[n]) for n in found if found[n] != by_hand[n]}
                raise SystemExit(f"They differ: {differ} for {facts}")
        if outcome_only(policy, facts) != said.eligibility:
            raise SystemExit(f"The outcome alone differs for {facts}")
    return len(compared)


def lines_of(policy: PolicyVersion, cases: list[Facts]) -> str:
    """How many lines of trace a child has, ours and by hand."""
    said = [decide(policy, facts) for facts in cases]
    ours = median(sum(lines_in(each.because) for each in one.findings) for one in said)
    theirs = median(len(decide_by_hand(facts)[1]) for facts in cases)
    return f"{ours:.0f} lines of trace a child, {theirs:.0f} by hand"


def lines_in(step: Step) -> int:
    return 1 + sum(lines_in(part) for part in step.parts)


def of_examples(england: PolicyVersion) -> list[Row]:
    """The worked examples again and again."""
    cases = examples()
    batches = [cases] * ROUNDS
    return [
        raced("decide, worked examples", lambda f: decide(england, f), decide_by_hand, batches, 2),
        raced(
            "outcome alone, worked examples",
            lambda f: outcome_only(england, f), results_by_hand, batches, 2,
        ),
    ]  # fmt: skip


def of_new_children(england: PolicyVersion) -> list[Row]:
    """Children each of whom is decided once."""
    cases = made_up(england, WARMED + ROUNDS * BATCH, 9)
    batches = [cases[at : at + BATCH] for at in range(WARMED, len(cases) - BATCH + 1, BATCH)]
    for facts in cases[:WARMED]:
        decide(england, facts), outcome_only(england, facts)
    return [
        raced(
            "decide, new random children", lambda f: decide(england, f), decide_by_hand, batches, 2
        ),
        raced(
            "outcome alone, new random children",
            lambda f: outcome_only(england, f), results_by_hand, batches, 2,
        ),
    ]  # fmt: skip


def alone(policy: PolicyVersion) -> list[Row]:
    """The version with the most provisions, which nobody wrote by hand."""
    cases = made_up(policy, WARMED + ROUNDS * BATCH, 9)
    known = [facts for facts in examples() if is_decided(policy, facts)]
    for facts in [*cases[:WARMED], *known]:
        decide(policy, facts)
    again = median(microseconds(lambda f: decide(policy, f), known) for _ in range(ROUNDS))
    new = median(
        microseconds(lambda f: decide(policy, f), cases[at : at + BATCH])
        for at in range(WARMED, len(cases) - BATCH + 1, BATCH)
    )
    name = f"decide, {policy.id}, {len(policy.provisions)} provisions"
    return [
        Row(f"{name}, worked examples", again, "µs", goal="100 µs"),
        Row(f"{name}, new random children", new, "µs", goal="100 µs"),
    ]


def raced(
    what: str,
    ours: Callable[[Facts], object],
    theirs: Callable[[Facts], object],
    batches: list[list[Facts]],
    goal: int | None = None,
) -> Row:
    """Time both on one batch after another, turn by turn, so that a busy machine slows both.

    They take turns in going first, for the first finds a child's facts far from the processor.
    """
    for facts in batches[0]:
        ours(facts), theirs(facts)
    gc.collect()
    times = [in_turn(at % 2, ours, theirs, batch) for at, batch in enumerate(batches)]
    return Row(
        what, median(one for one, _ in times), "µs", "the rules by hand in Python",
        median(other for _, other in times), "" if goal is None else f"{goal} x",
    )  # fmt: skip


def in_turn(
    theirs_first: int,
    ours: Callable[[Facts], object],
    theirs: Callable[[Facts], object],
    batch: list[Facts],
) -> tuple[float, float]:
    """The microseconds a child of both on one batch, ours and theirs."""
    if theirs_first:
        later = microseconds(theirs, batch)
        return microseconds(ours, batch), later
    return microseconds(ours, batch), microseconds(theirs, batch)


def microseconds(work: Callable[[Facts], object], cases: list[Facts]) -> float:
    """The microseconds of processor that one child takes: what others run beside does not count."""
    started = time.process_time()
    for facts in cases:
        work(facts)
    return (time.process_time() - started) / len(cases) * 1e6


def start_up() -> Row:
    """Importing all of rules/ but the proofs, in a new Python; z3 must stay out of it."""
    seen = "; import sys; assert 'z3' not in sys.modules"
    took = [_in_new_python(START_UP.format(IMPORTS) + seen) for _ in range(5)]
    return Row("start-up of rules/, without z3", min(took) * 1e3, "ms", goal="300 ms")


def _in_new_python(text: str) -> float:
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    return float(done.stdout)


if __name__ == "__main__":
    main()
