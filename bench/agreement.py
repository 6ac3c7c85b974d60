"""A million children decided one by one and as a caseload, and some plainly too: all must agree.

    nice .venv/bin/python -m bench.agreement --children 1000000

Random children over all versions shipped, limits and birthdays over-represented, in two processes.
Held to each other: outcome, grounds, first ground, every provision's result. Of one child in fifty
the plain reading of the tree is taken too, and the whole recommendation held to it.
"""

from __future__ import annotations

import argparse
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context

import numpy as np

from bench.caseload import differs
from casework.shelf import Shelf
from rules.caseload.run import run
from rules.decide import decide
from rules.plainly import decide_plainly
from rules.policy import PolicyVersion
from rules.problems import UserFacingError
from rules.recommendation import Recommendation
from rules.values import Facts
from tests.rules.children import children

BATCH, PLAINLY = 5_000, 50


def main() -> None:
    """Decide, compare, and print how many disagree; exit 1 when any does."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--children", type=int, default=20_000, help="how many are decided")
    asked = parser.parse_args().children
    started = time.perf_counter()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        found = list(pool.map(of_batch, *zip(*batches(asked), strict=True)))
    total, wrong, plain = (sum(each) for each in zip(*found, strict=True))
    took = time.perf_counter() - started
    print(
        f"{total:,} children over {len(Shelf().ids())} versions in {took:.0f} s: "
        f"{wrong} disagree with the caseload, {plain} with the plain reading"
    )
    raise SystemExit(1 if wrong or plain else 0)


def batches(count: int) -> list[tuple[str, int, int]]:
    """Version, seed and number of children of each piece of work; exactly so many in all."""
    ids = Shelf().ids()
    shares = [count // len(ids) + (at < count % len(ids)) for at in range(len(ids))]
    return [
        (policy, seed, min(BATCH, share - start))
        for policy, share in zip(ids, shares, strict=True)
        for seed, start in enumerate(range(0, share, BATCH), 5_000)
    ]


def of_batch(policy: str, seed: int, count: int) -> tuple[int, int, int]:
    """How many children there were, and how many differ from the caseload and the plain reading."""
    version = Shelf().read(policy)
    table = children(version, count, seed)
    found = run(version, table, results=True)
    results = np.array([found.results(each.id) for each in version.provisions]).T
    wrong = sum(differs(version, table, found, results[row], row) for row in range(count))
    some = islice(range(count), 0, None, PLAINLY)
    plain = sum(differs_from_plain(version, table.facts(row)) for row in some)
    return count, wrong, plain


def differs_from_plain(policy: PolicyVersion, facts: Facts) -> bool:
    """Whether the whole recommendation, trace and all, is another than the plain reading's."""
    return said(decide, policy, facts) != said(decide_plainly, policy, facts)


def said(way: object, policy: PolicyVersion, facts: Facts) -> Recommendation | str:
    try:
        return way(policy, facts)  # type: ignore[operator]
    except UserFacingError as refused:
        return str(refused)


if __name__ == "__main__":
    main()
