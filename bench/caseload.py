"""A million children at once against the same rules written by hand in NumPy, and against *decide*.

Run with ``python -m bench.caseload``; ``--agree 1000000`` decides that many of them one by one too,
which takes minutes. Each figure is the best of several rounds; the ratios are what counts.
"""

from __future__ import annotations

import argparse
import time
import tracemalloc
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from multiprocessing import get_context

import numpy as np

from bench import caseload_rival
from casework.shelf import Shelf
from rules.caseload import run as running
from rules.caseload.columns import Children
from rules.caseload.result import CaseloadResult
from rules.caseload.run import run
from rules.decide import decide
from rules.policy import PolicyVersion
from rules.problems import BadFacts, NoPolicyInForce
from tests.rules.children import children

MILLION = 1_000_000
CHUNKS = (1 << 14, 1 << 15, 1 << 16, 1 << 17, 1 << 18)
ENGLAND = "england/1996-act"
BATCH = 5_000
"""Children that one process decides before it tells how many disagree."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--agree", type=int, default=20_000, help="children decided one by one")
    asked = parser.parse_args()
    shelf = Shelf()
    against_hand_written(shelf.read(ENGLAND))
    print()
    for policy in shelf.ids():
        one_version(shelf.read(policy))
    print()
    agreement(shelf, asked.agree)


def against_hand_written(england: PolicyVersion) -> None:
    """Time England's rules on a million children, ours and by hand, each at its best chunk."""
    table = children(england, MILLION, seed=3)
    started = time.perf_counter()
    running.compiled_for(england, table, results=False)
    print(f"compile {ENGLAND}: {(time.perf_counter() - started) * 1e3:.0f} ms, once a version")
    by_hand = caseload_rival.run(table, england.vocabulary, 1 << 15)
    print(
        f"rows in which the hand-written rules differ: {differences(run(england, table), by_hand)}"
    )
    rounds = {
        chunk: interleaved(
            lambda chunk=chunk: run(england, table, chunk=chunk),
            lambda chunk=chunk: caseload_rival.run(table, england.vocabulary, chunk),
        )
        for chunk in CHUNKS
    }
    print(f"{'rows in a chunk':>16}{'caseload':>12}{'by hand':>12}{'ratio':>8}")
    for chunk, (ours, theirs) in rounds.items():
        print(f"{chunk:>16,}{ours * 1e3:>9.0f} ms{theirs * 1e3:>9.0f} ms{ours / theirs:>8.2f}")
    ours, theirs = (min(each) for each in zip(*rounds.values(), strict=True))
    print(f"{'each its best':>16}{ours * 1e3:>9.0f} ms{theirs * 1e3:>9.0f} ms{ours / theirs:>8.2f}")


def differences(found: CaseloadResult, by_hand: tuple[np.ndarray, np.ndarray, np.ndarray]) -> int:
    """How many rows differ in outcome, first ground or grounds."""
    grounds = found.grounds[0] + (found.grounds[1].astype(np.uint16) << 8)
    ours = (found.outcomes, found.first, grounds)
    wrong = [one != other for one, other in zip(ours, by_hand, strict=True)]
    return int(np.logical_or.reduce(wrong).sum())


def interleaved(
    ours: Callable[[], object], theirs: Callable[[], object], rounds: int = 7
) -> tuple[float, float]:
    """The best time of each, taken turn by turn, so that a busy machine slows both."""
    times = [(timed(ours), timed(theirs)) for _ in range(rounds)]
    return min(one for one, _ in times), min(other for _, other in times)


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that it takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def one_version(policy: PolicyVersion) -> None:
    """Time one version on a million children, and what it needs beside the table."""
    table = children(policy, MILLION, seed=3)
    run(policy, table)
    best = min(timed(lambda: run(policy, table)) for _ in range(5))
    with_results = min(timed(lambda: run(policy, table, results=True)) for _ in range(3))
    tracemalloc.start()
    run(policy, table)
    most = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    print(
        f"{policy.id:<34}{len(policy.provisions):>3} provisions{best * 1e3:>7.0f} ms, with every "
        f"result{with_results * 1e3:>6.0f} ms, at most {most:.0f} MB beside the table"
    )


def agreement(shelf: Shelf, count: int) -> None:
    """Decide children one by one in two processes and count the disagreements."""
    share = -(-count // len(shelf.ids()))
    batches = [
        (policy, seed, min(BATCH, share - start))
        for policy in shelf.ids()
        for seed, start in enumerate(range(0, share, BATCH), 1_000)
    ]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        wrong = sum(pool.map(disagreements, *zip(*batches, strict=True)))
    checked = sum(each for *_, each in batches)
    print(f"{checked:,} children over {len(shelf.ids())} versions: {wrong} disagree with decide")


def disagreements(policy: str, seed: int, count: int) -> int:
    """How many of some random children *decide* and the caseload do not agree on."""
    version = Shelf().read(policy)
    table = children(version, count, seed)
    found = run(version, table, results=True)
    results = np.array([found.results(each.id) for each in version.provisions])
    return sum(map(differs, repeat(version), repeat(table), repeat(found), results.T, range(count)))


def differs(
    policy: PolicyVersion, table: Children, found: CaseloadResult, results: np.ndarray, row: int
) -> bool:
    """Whether outcome, grounds, first ground or the result of a provision is another."""
    try:
        said = decide(policy, table.facts(row))
    except (BadFacts, NoPolicyInForce):
        return found.outcome(row) is not None
    codes = {"met": 1, "not_met": 0, "unknown": -1}
    grounds = said.eligibility.grounds
    first = policy.provisions[found.first[row]].id if found.first[row] >= 0 else None
    return (
        found.outcome(row) is not said.eligibility.outcome
        or found.grounds_of(row) != grounds
        or first != (grounds[0] if grounds else None)
        or results.tolist() != [codes[each.result] for each in said.findings]
    )


if __name__ == "__main__":
    main()
