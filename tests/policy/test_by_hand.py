"""England's policy text against the same law by hand in Python, over random children."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.by_hand import MILE, decide_by_hand
from rules.decide import decide
from rules.problems import BadFacts
from rules.values import NO_ROUTE, FactType, FactValue, Result
from rules.vocabulary import FactWord
from tests.policy.shipped import version_of

ENGLAND = version_of("england/1996-act")
TRUTH = {Result.MET: True, Result.NOT_MET: False, Result.UNKNOWN: None}

LENGTHS = [n * MILE + d for n in (1, 2, 3, 6, 15) for d in (-1, 0, 1)]
SUMS = [limit + d for limit in (61_667, 123_334, 185_000) for d in (-1, 0, 1)]
EDGES = [date(y, m, d) for y in (2018, 2024, 2025, 2026) for m, d in ((3, 31), (6, 27), (8, 31),
         (9, 1), (9, 5), (9, 10), (9, 11), (12, 31), (4, 5), (4, 6), (8, 16), (8, 17))]  # fmt: skip
DAYS = st.sampled_from(EDGES) | st.dates(date(2017, 1, 1), date(2027, 12, 31))


def any_of(word: FactWord) -> st.SearchStrategy[FactValue]:
    """Values of a fact, the legal edges over-represented."""
    return {
        FactType.YES_NO: st.booleans(),
        FactType.LENGTH: st.sampled_from([*LENGTHS, NO_ROUTE]),
        FactType.MONEY: st.sampled_from(SUMS),
        FactType.NUMBER: st.integers(max(0, word.least), 4),
        FactType.CHOICE: st.sampled_from(word.choices or ("",)),
        FactType.DATE: DAYS,
    }[word.type]


OTHERS = {
    name: any_of(word)
    for name, word in ENGLAND.vocabulary.items()
    if word.may_be_given and name not in ("day_of_travel", "date_of_birth", "year_group")
}


@st.composite
def children(draw: st.DrawFn) -> dict[str, FactValue]:
    """A child within a few days of some birthday, each other fact known or not."""
    day = draw(DAYS)
    years, off = draw(st.integers(4, 20)), draw(st.integers(-3, 3) | st.integers(-200, 200))
    born = date(day.year - years, day.month, min(day.day, 28)) + timedelta(days=off)
    facts: dict[str, FactValue] = {"day_of_travel": day, "date_of_birth": born}
    for name, values in OTHERS.items():
        if draw(st.integers(0, 3)):
            facts[name] = draw(values)
    if draw(st.integers(0, 9)) == 0:
        del facts[draw(st.sampled_from(["day_of_travel", "date_of_birth"]))]
    return facts


@settings(max_examples=800)
@given(children())
def test_the_policy_text_says_of_a_random_child_what_the_law_by_hand_says(
    facts: dict[str, FactValue],
) -> None:
    try:
        found = decide(ENGLAND, facts)
    except BadFacts:  # a nearer place without a nearer school, and the like
        return
    results = {each.provision.split("#")[1]: TRUTH[each.result] for each in found.findings}
    assert results == decide_by_hand(facts)[0]
