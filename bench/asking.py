"""How long it takes to find what to ask next: the median over worked examples lacking some facts.

    .venv/bin/python -m bench.asking

Six plain facts are taken away from each example; those whose outcome is still settled have nothing
to ask and are left out. Each is the best of three, in time of processor.
"""

from __future__ import annotations

import time
from statistics import median

from bench.rows import Row
from rules.ask import questions
from rules.decide import decide
from tests.policy.shipped import version_of
from tests.rules.test_ask import spoilt

VERSIONS = ("england/1996-act", "southampton/2025-26", "hampshire/2024-25")
CASES, TAKEN, SEED = 60, 6, 11


def main() -> None:
    """Print the figure of each version."""
    for row in rows():
        print(row.line())


def rows() -> list[Row]:
    """The median of each version."""
    return [of_version(name) for name in VERSIONS]


def of_version(name: str) -> Row:
    version, found = version_of(name), []
    for facts in spoilt(name, SEED, CASES, TAKEN):
        said = decide(version, facts)
        times = []
        for _ in range(3):
            started = time.process_time()
            questions(version, facts, said)
            times.append(time.process_time() - started)
        found.append(min(times) * 1e3)
    return Row(f"what to ask next, {name}, {TAKEN} facts unknown", median(found), "ms", goal="1 ms")


if __name__ == "__main__":
    main()
