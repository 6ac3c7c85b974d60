"""The figures of measuring as rows of the table of every bench, with rivals and goals."""

from __future__ import annotations

from collections.abc import Callable

from bench import measuring
from bench.measuring import HOMES, PUPILS, SCHOOLS, fresh, timed
from bench.networks_made import adur, made_up, places
from bench.rows import Row
from geography import Network, lengths_mm, measure, nearest_few, rank_schools
from records.measurement import Way

ROUNDS = 6


def rows() -> list[Row]:
    """Measure the real network of Adur where it is there, and a city and a county made up."""
    real = adur()
    city, county = made_up("generated city", 110, 80), made_up("generated county", 330, 160)
    found = [row for network in ([real] if real else []) + [city] for row in of_a_caseload(network)]
    return [*found, *of_one_case(city), *of_all_pupils(county), *of_closing(county)]


def of_a_caseload(network: Network) -> list[Row]:
    """Hold many homes and schools against bare scipy, turn by turn, and against networkx."""
    homes, schools = places(network, HOMES, SCHOOLS)
    found = []
    for way in Way:
        lengths_mm(network, homes[:1], schools[:1], way)  # what finds the nearest line is made
        ours, theirs = in_turn(
            lambda way=way: fresh(lambda: lengths_mm(network, homes, schools, way)),
            lambda way=way: measuring.bare_scipy(network, schools, way),
        )
        what = f"{network.name}, {way}: {HOMES:,} homes to {SCHOOLS} schools, snapped and measured"
        found.append(Row(what, ours, "ms", "bare scipy trees alone", theirs, "1.2 x"))
    rival = measuring.networkx_trees(network, schools[:1]) * SCHOOLS * 1e3
    what = f"{network.name}, walking: the same"
    return [*found, Row(what, found[0].ours, "ms", "networkx trees alone (from one)", rival)]


def of_one_case(network: Network) -> list[Row]:
    """One home to its school with its line, and ranked against all, with trees kept."""
    homes, schools = places(network, HOMES, SCHOOLS)
    lengths_mm(network, homes[:1], schools)
    measure(network, tuple(homes[0].tolist()), schools[0].gates)
    others = iter(homes[1:].tolist())
    one, _ = timed(lambda: measure(network, tuple(next(others)), schools[0].gates), rounds=50)
    ranked, _ = timed(lambda: rank_schools(network, tuple(next(others)), schools), rounds=50)
    return [
        Row("one case measured, line and all, tree kept", one * 1e3, "ms", goal="20 ms"),
        Row(f"one case, {SCHOOLS} schools ranked, trees kept", ranked * 1e3, "ms", goal="20 ms"),
    ]


def of_all_pupils(network: Network) -> list[Row]:
    """All pupils of a county and their three nearest schools, first cold and then again."""
    homes, schools = places(network, PUPILS, SCHOOLS)
    cold, _ = timed(lambda: fresh(lambda: nearest_few(network, homes, schools)), rounds=2)
    kept, _ = timed(lambda: nearest_few(network, homes, schools), rounds=3)
    what = f"{network.name}: {PUPILS:,} pupils, the three nearest of {SCHOOLS} schools"
    return [
        Row(f"{what}, nothing kept", cold * 1e3, "ms", goal="3,000 ms"),
        Row(f"{what}, kept", kept * 1e3, "ms", goal="500 ms"),
    ]


def of_closing(network: Network) -> list[Row]:
    """A stretch on the way of an open case closed, and the case measured again."""
    return [
        Row(
            f"{network.name}: a stretch closed, the open case measured again",
            measuring.closing_seconds(network) * 1e3, "ms", goal="50 ms",
        )
    ]  # fmt: skip


def in_turn(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """Return the best of some rounds of each in milliseconds, taken turn by turn."""
    best = [float("inf"), float("inf")]
    for _ in range(ROUNDS):
        for at, work in enumerate((ours, theirs)):
            took, _ = timed(work, rounds=1)
            best[at] = min(best[at], took * 1e3)
    return best[0], best[1]
