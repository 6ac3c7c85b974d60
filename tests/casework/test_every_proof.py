"""Every proof of a version, told in words; each child named can be traced to what decides."""

from __future__ import annotations

from functools import cache

import pytest

from casework.policies.every_proof import STEPS, EveryProof, prove_every
from casework.policies.proof_words import ToldProof, proofs_text, told_proofs
from casework.shelf import Shelf, UnknownPolicy
from rules.values import Outcome

FALLS = "southampton/option-permanent-exclusions"


@cache
def proved(policy: str) -> EveryProof:
    return prove_every(Shelf(), policy)


def told(policy: str) -> dict[str, ToldProof]:
    return {each.title: each for each in told_proofs(proved(policy))}


DECIDED = "The statutory floor, as it is decided"
ALONE = "The statutory floor, its own printed text alone"


def test_a_version_that_keeps_the_floor_says_so_and_its_text_alone_names_each_child() -> None:
    found = told("marlhaven/2026-27")
    assert found[DECIDED].holds
    assert found[DECIDED].says == (
        "No child falls below the statute (Education Act 1996, school travel, since the wider free "
        "school meals, from 1 September 2026)."
    )
    alone = found[ALONE]
    assert not alone.holds
    assert f"{len(alone.kinds)} kinds of children fall below" in alone.says
    assert all(each.when and "born" in each.example for each in alone.kinds)


@pytest.mark.parametrize(("title", "reading"), [(DECIDED, FALLS), (ALONE, "alone")])
def test_each_child_below_the_floor_is_entitled_by_the_statute_and_not_by_the_version(
    title: str, reading: str
) -> None:
    kinds = told(FALLS)[title].kinds
    assert kinds
    for kind in kinds:
        statute, version = kind.trace()
        assert statute.recommendation.eligibility.outcome is Outcome.ENTITLED
        assert version.recommendation.eligibility.outcome is not Outcome.ENTITLED
        assert reading in version.reading
        assert version.recommendation.findings


def test_who_loses_by_living_further_away_is_traced_before_and_after() -> None:
    found = told("marlhaven/2026-27")["Living further away, and a lower income"]
    assert not found.holds
    assert "Nobody loses by a lower income." in found.says
    before, after = found.kinds[0].trace()
    assert before.recommendation.eligibility.outcome is Outcome.ENTITLED
    assert after.recommendation.eligibility.outcome is not Outcome.ENTITLED
    assert before.reading.endswith("before") and after.reading.endswith("after")
    assert "entitled (" in found.kinds[0].head


def test_charges_that_fit_one_child_twice_say_which_counts_and_what_is_paid() -> None:
    found = told("hampshire/2024-25")["Gaps and overlaps in charges"]
    assert found.holds
    assert [
        each.endswith("(hampshire/2019-20#part-year-seat-charge)") for each in found.unread
    ] == [True]
    assert any("the first met counts" in each.head for each in found.kinds)
    (traced,) = found.kinds[0].trace()
    assert traced.contribution.annual_pence is not None


def test_what_was_not_read_and_what_a_proof_rests_on_stand_beside_it() -> None:
    found = told(FALLS)[DECIDED]
    assert "Children with a plan (southampton/2024-25#plans)" in found.unread
    assert any(each.startswith("The day of travel is any day") for each in found.assumptions)


def test_the_statute_itself_has_no_text_of_a_council_to_be_read_alone() -> None:
    found = told("england/1996-act")
    assert ALONE not in found
    charges = found["Gaps and overlaps in charges"]
    assert (charges.holds, charges.says) == (None, "This version charges nobody.")


def test_the_proofs_are_written_out_as_text_with_examples_and_assumptions() -> None:
    text = proofs_text(FALLS, told_proofs(proved(FALLS)))
    assert text.startswith(f"What is proved of {FALLS}\n")
    assert "For example: day of travel" in text
    assert "Not read, so not told: Children with a plan (southampton/2024-25#plans)" in text
    assert "Rests on: " in text


class Enough(Exception):
    """Thrown to stop."""


def test_proving_tells_how_far_it_is_and_can_be_stopped() -> None:
    seen: list[tuple[int, int, str]] = []

    def stop(done: int, total: int, words: str) -> None:
        seen.append((done, total, words))
        if done == 1:
            raise Enough

    with pytest.raises(Enough):
        prove_every(Shelf(), "england/1996-act", stop)
    assert [each[:2] for each in seen] == [(0, STEPS), (1, STEPS)]


def test_an_unknown_version_is_named() -> None:
    with pytest.raises(UnknownPolicy, match="marlhaven/2062-63"):
        prove_every(Shelf(), "marlhaven/2062-63")
