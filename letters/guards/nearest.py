"""What may stand against the nearest suitable school that a refusal names: the case's own facts."""

from __future__ import annotations

from typing import Final

from letters.errors import LetterRefused
from letters.filling import tidy
from letters.matter import Matter, NearestSchool
from letters.of_phase import CONDITIONS_OF_PHASE
from letters.phrases import length_words
from records.measurement import Way
from rules.values import Length, NoRoute

NEARER: Final = "nearer_suitable_place"
"""The fact that says whether a nearer suitable school had a place for the child."""

ON_THE_WAY: Final = {Way.WALKING: "on foot", Way.ROAD: "by road"}
AGREE: Final = "Correct the school that is named, its distance, or the fact, so that they agree."


def nearest_is_nearest(matter: Matter) -> None:
    """The school named as the nearest suitable one is that, by the facts the letter tells.

    The child's own is the nearest where no nearer one is recorded; its distances are then those
    of the case. Any other is nearer than it. After 16 no letter names one.
    """
    nearest = matter.nearest_suitable
    if nearest is None or not matter.school or CONDITIONS_OF_PHASE["after_16"](matter):
        return
    if _plain(nearest.name) == _plain(matter.school):
        _own_is_nearest(matter, nearest)
    else:
        _other_is_nearer(matter, nearest)


def _own_is_nearest(matter: Matter, nearest: NearestSchool) -> None:
    if _a_nearer_one_is_known(matter) is True:
        raise LetterRefused(
            f"{nearest.name} is the child's own school and is named as the nearest suitable one, "
            "and the case records that a nearer suitable school has a place.",
            "Name that school, or correct the fact.",
        )
    for way, told, held in _both(matter, nearest):
        if told != held:
            raise LetterRefused(
                f"{nearest.name} is the child's own school. As the nearest suitable one it is told "
                f"as {_words(matter, told)} away {ON_THE_WAY[way]}; the case holds "
                f"{_words(matter, held)}.",
                AGREE,
            )


def _other_is_nearer(matter: Matter, nearest: NearestSchool) -> None:
    if _a_nearer_one_is_known(matter) is False:
        raise LetterRefused(
            f"{nearest.name} is named as the nearest suitable school, and the case records that no "
            "nearer suitable school has a place.",
            AGREE,
        )
    both = _both(matter, nearest)
    if both and all(not _is_nearer(told, held) for _, told, held in both):
        way, told, held = both[0]
        raise LetterRefused(
            f"{nearest.name} is named as the nearest suitable school, {_words(matter, told)} away "
            f"{ON_THE_WAY[way]}, and the child's own school is no farther: {_words(matter, held)}.",
            AGREE,
        )


def _a_nearer_one_is_known(matter: Matter) -> bool | None:
    """Give what was found on a nearer suitable place; None where it is not known."""
    derived = matter.recommendation.derived if matter.recommendation else ()
    found = next((each.value for each in derived if each.name == NEARER), None)
    if isinstance(found, bool):
        return found
    row = next((each.value for each in matter.facts if each.name == NEARER), None)
    return {"Yes": True, "No": False}.get(row or "")


def _both(matter: Matter, nearest: NearestSchool) -> list[tuple[Way, Length, Length]]:
    """Give each way on which both lengths are known: to the school named, and to the child's."""
    own = {each.way: each.length for each in matter.distances}
    told = {Way.WALKING: nearest.walking, Way.ROAD: nearest.road}
    return [
        (way, there, here)
        for way, there in told.items()
        if there is not None and (here := own.get(way)) is not None
    ]


def _is_nearer(told: Length, held: Length) -> bool:
    """Say whether one length is shorter than another; no route at all is longer than any."""
    if isinstance(told, NoRoute) or isinstance(held, NoRoute):
        return isinstance(held, NoRoute) and not isinstance(told, NoRoute)
    return told < held


def _words(matter: Matter, length: Length) -> str:
    return length_words(matter, length) or ""


def _plain(name: str) -> str:
    """Give a name as it is compared: in small letters and figures alone."""
    return "".join(each for each in tidy(name).casefold() if each.isalnum())
