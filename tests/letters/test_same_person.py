"""Names of one person are known by their parts; a like name is doubted, another name is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from letters import compose
from letters.errors import LetterRefused
from letters.same_person import Likeness, likeness, name_parts, names_person
from tests.letters.case import GOOD, letter


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Daniel Okafor", "Mr Daniel  OKAFOR", Likeness.SAME),
        ("A. Officer", "Officer, A.", Likeness.SAME),
        ("A.Officer", "a officer", Likeness.SAME),
        ("Zoë O'Neill", "Dr Zoe O\u2019Neill", Likeness.SAME),
        ("Daniel Okafor", "D. Okafor", Likeness.POSSIBLE),
        ("Daniel Okafor", "Ms Okafor", Likeness.POSSIBLE),
        ("Daniel J Okafor", "Daniel Okafor", Likeness.POSSIBLE),
        ("Daniel Okafor", "David Okafor", Likeness.DIFFERENT),
        ("Daniel Okafor", "D. Okoro", Likeness.DIFFERENT),
        ("", "Mr", Likeness.DIFFERENT),
    ],
)
def test_two_names_are_as_alike_as_their_parts(one: str, other: str, how: Likeness) -> None:
    assert likeness(one, other) is likeness(other, one) is how


def test_a_name_is_its_parts_without_title_and_letters_after_it() -> None:
    assert name_parts("Prof. Łucja Peel, OBE") == ("lucja", "peel")
    assert names_person("A. Officer, School Travel Officer", "Ms A Officer")
    assert not names_person("the Head of Travel Support", "A. Officer")


def test_a_like_name_holds_an_outcome_back_until_the_two_are_told_apart() -> None:
    like = replace(GOOD["stage-1-outcome"].occasion, reviewer="D. Okafor")  # type: ignore[type-var]
    held = compose(replace(GOOD["stage-1-outcome"], occasion=like), "stage-1-outcome")
    doubt = "how we know that D. Okafor is not Daniel Okafor, who worked on this case"
    assert held.blanks == (doubt,)
    apart = replace(like, told_apart="D. Okafor is Dora Okafor, of the legal service")
    matter = replace(GOOD["stage-1-outcome"], occasion=apart)
    assert compose(matter, "stage-1-outcome").blanks == ()
    known = replace(GOOD["stage-1-outcome"], occasion=like, known_apart=("D. Okafor",))
    assert compose(known, "stage-1-outcome").blanks == ()


@pytest.mark.parametrize("kind", ["stage-2-invitation", "stage-2-outcome"])
def test_a_panel_is_held_to_the_names_of_all_who_worked_on_the_case(kind: str) -> None:
    def sits(name: str) -> object:
        return replace(GOOD[kind].occasion, panel_names=(name, "Ms L Hart"))  # type: ignore[type-var]

    with pytest.raises(LetterRefused, match="may not sit on its panel"):
        letter(kind, occasion=sits("Mr Daniel Okafor"))
    assert letter(kind, occasion=sits("N. Obi")).is_draft


def test_who_decided_does_not_acknowledge_as_the_reviewer() -> None:
    kind = "stage-1-acknowledgement"
    role = replace(GOOD[kind].occasion, reviewer_role="Mr Daniel Okafor, Head of Travel")  # type: ignore[type-var]
    with pytest.raises(LetterRefused, match="somebody else must review"):
        letter(kind, occasion=role)


def test_who_considered_a_discretion_does_not_authorise_it() -> None:
    used = GOOD["approve-by-discretion"].discretion
    assert used is not None
    with pytest.raises(LetterRefused, match="somebody else authorises"):
        letter("approve-by-discretion", discretion=replace(used, by_name="Ms Anna Reyes"))
