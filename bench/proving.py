"""Proofs of every version shipped, and of a hundred provisions: seconds, cold and warm.

Run with ``python -m bench.proving``; nothing here decides a test. Cold means that the table of days
is made anew, as for the first proof of a version; warm that it is still there, as when a policy
lead types. The goal is one second.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from casework.shelf import Shelf
from rules.policy import PolicyVersion
from rules.prove import worlds
from rules.prove.charges import charges
from rules.prove.difference import difference
from rules.prove.floor import floor
from rules.prove.matters import matters
from rules.prove.never import never
from rules.prove.problems import TookTooLong
from rules.prove.sanity import sanity
from rules.prove.space import open_space
from rules.reader import read
from tests.rules.prove.random_children import children

SHELF = Shelf()
GOAL = 1.0
HEAD = """
format: 1
policy: bench/hundred
title: A hundred offers
status: draft
travel: {from: 2026-09-01, until: 2027-08-31}
builds_on: england/1996-act
documents: {paper: {title: Made up, where: nowhere}}
"""


def main() -> None:
    """Print what the solver costs to bring in, then each proof of each version."""
    start = time.perf_counter()
    import z3

    print(f"z3 {z3.get_version_string()} imported in {time.perf_counter() - start:.2f} s")
    print(f"{'seconds, cold / warm':34}" + "".join(f"{name:>17}" for name in PROOFS))
    versions = [SHELF.read(policy) for policy in SHELF.ids()]
    for before, version in zip([None, *versions], versions, strict=False):
        previous = before if before and before.body == version.body else None
        report(version.id, previous, version)
    report("a hundred offers", hundred(3), hundred(4))
    ask()


def report(name: str, before: PolicyVersion | None, version: PolicyVersion) -> None:
    """Print one version's figures, with a mark where the goal was missed."""
    cells = []
    for proof in PROOFS.values():
        worlds.KEPT.clear()
        try:
            times = [timed(lambda p=proof: p(before, version)) for _ in range(3)]
        except TookTooLong:
            cells.append(f"{'given up':>16} ")
            continue
        missed = "*" if times[0] > GOAL else " "
        cells.append(f"{times[0]:9.2f} /{min(times[1:]):5.2f}{missed}")
    print(f"{name:34}" + "".join(cells), flush=True)


def timed(work: Callable[[], object]) -> float:
    """Give the seconds of processor that one piece of work took."""
    start = time.process_time()
    work()
    return time.process_time() - start


def changed(before: PolicyVersion | None, version: PolicyVersion) -> object:
    """The difference from the version before, where there is one."""
    return before and difference(before, version)


ENGLAND = SHELF.read("england/1996-act")
PROOFS: dict[str, Callable[[PolicyVersion | None, PolicyVersion], object]] = {
    "floor": lambda before, version: floor(version, ENGLAND),
    "alone": lambda before, version: floor(version, ENGLAND, alone=True),
    "never": lambda before, version: never(version),
    "sanity": lambda before, version: sanity(version),
    "charges": lambda before, version: charges(version, ENGLAND),
    "difference": changed,
}


def hundred(miles: int) -> PolicyVersion:
    """Eighty-seven offers on top of the Act, by year group, kind of place and band of distance."""
    source = "source: {document: paper, standing: adopted}"
    rng = random.Random(5)
    lines = [HEAD, "parameters:", f"  moved: {{value: {miles} miles, {source}}}"]
    lines += [f"  far_{n}: {{value: {n + 1}.5 miles, {source}}}" for n in range(8)]
    lines += [f"  year_{n}: {{value: {n}, {source}}}" for n in range(12)]
    lines.append("provisions:")
    kinds = "mainstream special resourced_unit nursery alternative_provision sixth_form".split()
    facts = "looked_after disabled low_income has_ehcp chosen_for_belief mobility_problem".split()
    for number in range(87):
        limit = "moved" if number == 40 else f"far_{rng.randrange(8)}"
        lines += [f"  - provision: offer-{number}", f"    title: Offer {number}"]
        lines += ["    effect: offers", "    when:", "      all:", "        - in_area"]
        lines.append(f"        - school_kind is {rng.choice(kinds)}")
        lines.append(f"        - year_group = year_{rng.randrange(12)}")
        lines.append(f"        - walking_distance > {limit}")
        lines += [f"        - {each}" for each in rng.sample(facts, 2)]
        lines.append(f"    {source}")
    return read("\n".join(lines), SHELF.text, "bench/hundred.yaml")


def ask() -> None:
    """Print what one child with ten facts taken away costs to ask about."""
    rng, space = random.Random(4), open_space((ENGLAND,))
    times = []
    for facts in children(space, 10, seed=1):
        for name in rng.sample(sorted(set(facts) - {"day_of_travel", "date_of_birth"}), 10):
            facts[name] = None
        times.append(timed(lambda f=facts: matters(ENGLAND, f)))
    print(f"which unknown facts matter, ten of them: {sorted(times)[5] * 1000:.0f} ms")


if __name__ == "__main__":
    main()
