"""Reads what a case file adds for its letter: names, reasons, dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from records.decision import NearestSuitable
from rules.amounts import read_day, read_length
from rules.problems import UserFacingError
from rules.values import NoRoute

KEYS = ("child", "addressee", "school", "nearest_suitable", "officer", "reasons", "discretion")
MORE_KEYS = (
    "dates", "address", "reference", "points", "departs_because", "enclosures", "occasion",
    "decided",
)  # fmt: skip
DATE_NAMES = {
    "letter": ("letter", "letter_date", "date"),
    "decided": ("decided", "decision", "decided_on"),
    "start": ("start", "starts", "starts_on", "from"),
    "end": ("end", "ends", "ends_on", "until"),
    "review_by": ("review_by", "review", "appeal_by", "last_day"),
    "told_by": ("told_by", "mode_told_by"),
}


ORDERED = (("start", "end"), ("letter", "review_by"), ("letter", "told_by"), ("decided", "letter"))
"""Days of which the second is never before the first."""


class BadLetterPart(UserFacingError):
    """A part of ``"letter"`` in a case file that cannot be read as what it should be."""


@dataclass(frozen=True, slots=True)
class PointPart:
    """A point that the family raised, and the council's answer (None: not answered)."""

    raised: str
    answer: str | None


@dataclass(frozen=True, slots=True)
class LetterParts:
    """What a case file adds for its letter; empty text and None are not known.

    ``decided_by`` is who decided, the officer who signs where the file does not say.
    """

    child: str
    addressee: str
    address: tuple[str, ...]
    school: str
    nearest: NearestSuitable | None
    officer: str
    officer_title: str | None
    reasons: str
    discretion: str
    power: str | None
    reference: str
    departs_because: str | None
    enclosures: tuple[str, ...]
    dates: Mapping[str, date]
    points: tuple[PointPart, ...] = ()
    decided_by: str = ""
    discretion_used: bool = False
    authorised_by: str = ""
    limits: str = ""
    discretion_reviewed: date | None = None


def read_parts(given: Mapping[str, object], place: str) -> LetterParts:
    """Read the ``"letter"`` object of a case file. Raises BadLetterPart naming file and part."""
    unknown = [key for key in given if key not in (*KEYS, *MORE_KEYS)]
    if unknown:
        known = ", ".join((*KEYS, *MORE_KEYS))
        raise BadLetterPart(f'{place}: "letter" has no part {unknown[0]!r}; expected {known}')
    reader = _Reader(given, place)
    child, addressee = reader.part("child"), reader.part("addressee")
    officer, discretion = reader.part("officer"), reader.part("discretion")
    return LetterParts(
        child=reader.text(child, "child", "name"),
        addressee=reader.text(addressee, "addressee", "name"),
        address=reader.lines(
            addressee.get("address") if isinstance(addressee, dict) else given.get("address"),
            "address",
        ),
        school=reader.text(reader.part("school"), "school", "name"),
        nearest=reader.nearest(reader.part("nearest_suitable")),
        officer=reader.text(officer, "officer", "name"),
        officer_title=reader.text(officer, "officer", "title") or None
        if isinstance(officer, dict)
        else None,
        reasons=reader.text(reader.part("reasons"), "reasons", "text"),
        discretion=reader.text(discretion, "discretion", "reasons"),
        power=reader.text(discretion, "discretion", "power") or None
        if isinstance(discretion, dict)
        else None,
        reference=reader.text(reader.part("reference"), "reference", "text"),
        departs_because=reader.text(reader.part("departs_because"), "departs_because", "text")
        or None,
        enclosures=reader.lines(given.get("enclosures"), "enclosures"),
        dates=reader.dates(reader.part("dates")) | reader.decided(reader.part("decided")),
        points=reader.points(reader.part("points")),
        decided_by=reader.text(_of(reader.part("decided"), "by"), "decided.by", ""),
        **reader.used(discretion),
    )


DISCRETION_KEYS = ("power", "reasons", "used", "authorised_by", "limits", "review_on")


def _of(part: object, key: str) -> object:
    return part.get(key) if isinstance(part, dict) else None


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads parts of one file's ``"letter"``."""

    given: Mapping[str, object]
    place: str

    def part(self, name: str) -> object:
        return self.given.get(name)

    def wrong(self, name: str, expected: str) -> BadLetterPart:
        return BadLetterPart(f"{self.place}: letter.{name}: expected {expected}")

    def text(self, part: object, name: str, key: str) -> str:
        value = part.get(key) if isinstance(part, dict) else part
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.wrong(name, "text")
        return value.strip()

    def only(self, part: Mapping[str, object], name: str, keys: tuple[str, ...]) -> None:
        unknown = [key for key in part if key not in keys]
        if unknown:
            raise self.wrong(f"{name}.{unknown[0]}", f"one of {', '.join(keys)}")

    def points(self, part: object) -> tuple[PointPart, ...]:
        if part is None:
            return ()
        if not isinstance(part, list) or not all(isinstance(each, dict) for each in part):
            raise self.wrong("points", 'a list such as [{"raised": "…", "answer": "…"}]')
        return tuple(self.point(each, f"points[{n}]") for n, each in enumerate(part))

    def point(self, part: dict[str, object], name: str) -> PointPart:
        self.only(part, name, ("raised", "answer"))
        raised = self.text(part.get("raised"), f"{name}.raised", "")
        if not raised:
            raise self.wrong(f"{name}.raised", "what the family said")
        return PointPart(raised, self.text(part.get("answer"), f"{name}.answer", "") or None)

    def decided(self, part: object) -> dict[str, date]:
        if part is None:
            return {}
        if not isinstance(part, dict):
            raise self.wrong("decided", 'an object such as {"by": "A. Name", "on": "2026-09-01"}')
        self.only(part, "decided", ("by", "on"))
        on = part.get("on")
        return {} if on is None else {"decided": self.day("on", on, "decided")}

    def used(self, part: object) -> dict[str, Any]:
        if not isinstance(part, dict):
            return {}
        self.only(part, "discretion", DISCRETION_KEYS)
        used, review = part.get("used", False), part.get("review_on")
        if not isinstance(used, bool):
            raise self.wrong("discretion.used", "true or false")
        return {
            "discretion_used": used,
            "authorised_by": self.text(part.get("authorised_by"), "discretion.authorised_by", ""),
            "limits": self.text(part.get("limits"), "discretion.limits", ""),
            "discretion_reviewed": self.day("review_on", review, "discretion") if review else None,
        }

    def lines(self, part: object, name: str) -> tuple[str, ...]:
        if part is None:
            return ()
        found = part.splitlines() if isinstance(part, str) else part
        if not isinstance(found, list) or not all(isinstance(line, str) for line in found):
            raise self.wrong(name, "a list of lines")
        return tuple(line.strip() for line in found if line.strip())

    def nearest(self, part: object) -> NearestSuitable | None:
        name = self.text(part, "nearest_suitable", "name")
        if not name:
            return None
        walking = self.length(part, "walking") if isinstance(part, dict) else None
        road = self.length(part, "road") if isinstance(part, dict) else None
        return NearestSuitable(name, walking, road)

    def length(self, part: dict[str, object], which: str) -> int | None:
        value = next((part[key] for key in (which, f"{which}_distance") if part.get(key)), None)
        if value is None:
            return None
        try:
            found = read_length(value if isinstance(value, str) else f"{value} m")
        except ValueError as error:
            raise self.wrong(
                f"nearest_suitable.{which}", str(error).removeprefix("expected ")
            ) from None
        return None if isinstance(found, NoRoute) else found

    def dates(self, part: object) -> dict[str, date]:
        if part is None:
            return {}
        if not isinstance(part, dict):
            raise self.wrong("dates", 'an object such as {"letter": "2026-09-01"}')
        by_name = {name: what for what, names in DATE_NAMES.items() for name in names}
        unknown = [name for name in part if name not in by_name]
        if unknown:
            raise self.wrong(f"dates.{unknown[0]}", f"one of {', '.join(by_name)}")
        days = {by_name[name]: self.day(name, day) for name, day in part.items() if day is not None}
        for first, last in ORDERED:
            if first in days and last in days and days[last] < days[first]:
                raise self.wrong(f"dates.{last}", f"a day not before {days[first]}, the {first}")
        return days

    def day(self, name: str, value: object, within: str = "dates") -> date:
        try:
            if isinstance(value, str):
                return read_day(value)
        except ValueError:
            pass
        raise self.wrong(
            f"{within}.{name}", f"a day that there is, such as 2026-09-01, not {value!r}"
        )
