"""The values a fact or a limit may hold, and the three truth values.

Quantities are exact: lengths are whole millimetres, money whole pence, dates whole days.
``None`` always means "not known".
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final


class Result(StrEnum):
    """A truth value of the three-valued (Kleene) logic every test is made in."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


class NoRoute:
    """The length ``no route``: measured, and found that no way exists.

    It lies beyond every limit, which is not the same as "not measured" (``None``). There is one
    instance, ``NO_ROUTE``; it orders above every whole number of millimetres.
    """

    __slots__ = ()
    _only: NoRoute | None = None

    def __new__(cls) -> NoRoute:
        """Give back the one instance there is."""
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def __gt__(self, other: object) -> bool:
        return other is not self

    def __ge__(self, other: object) -> bool:
        return True

    def __lt__(self, other: object) -> bool:
        return False

    def __le__(self, other: object) -> bool:
        return other is self

    def __repr__(self) -> str:
        return "no route"

    def __reduce__(self) -> tuple[type[NoRoute], tuple[()]]:
        return (NoRoute, ())


NO_ROUTE: Final = NoRoute()

MILLIMETRES_PER_MILE: Final = 1_609_344
"""One mile is exactly 1,609.344 metres (international mile)."""

Length = int | NoRoute
FactValue = bool | int | date | str | NoRoute
"""Yes/no, a whole number (count, millimetres or pence), a day, a named choice, or no route."""

Facts = dict[str, FactValue | None]
"""Facts by their vocabulary name; a name that is absent or None is not known."""


class FactType(StrEnum):
    """What kind of value a fact, a definition or a parameter has."""

    YES_NO = "yn"
    NUMBER = "number"
    LENGTH = "length"
    MONEY = "money"
    DATE = "date"
    CHOICE = "choice"
    DAYS = "days"

    @property
    def words(self) -> str:
        """What it is in plain words, as errors name it: ``a length``."""
        return _TYPES_IN_WORDS[self]


_TYPES_IN_WORDS = {
    FactType.YES_NO: "a yes or no",
    FactType.NUMBER: "a number",
    FactType.LENGTH: "a length",
    FactType.MONEY: "a sum of money",
    FactType.DATE: "a day",
    FactType.CHOICE: "a named choice",
    FactType.DAYS: "a list of days of the year",
}


class KnownHow(StrEnum):
    """How a fact comes to be known (vocabulary.md: R, E, M, J, D)."""

    RECORDED = "recorded"
    EVIDENCED = "evidenced"
    MEASURED = "measured"
    JUDGED = "judged"
    DERIVED = "derived"


class Effect(StrEnum):
    """What a provision does when it is met."""

    ENTITLES = "entitles"
    OFFERS = "offers"
    WITHHOLDS = "withholds"
    REFERS = "refers"
    EXTENDS = "extends"
    OWES = "owes"
    CHARGES = "charges"
    ARRANGES = "arranges"
    PROTECTS = "protects"
    ENDS = "ends"
    DETERMINES = "determines"


BESIDE_ELIGIBILITY: Final = (
    Effect.OWES, Effect.CHARGES, Effect.ARRANGES, Effect.PROTECTS, Effect.ENDS, Effect.DETERMINES,
)  # fmt: skip
"""Effects that are not of eligibility: they make the other parts of a recommendation."""


class EndsAs(StrEnum):
    """What an ``ends`` does on its day: help ends with it, or is looked at again by it."""

    END = "end"
    REVIEW = "review"


class Determined(StrEnum):
    """What a ``determines`` settles by a judgement of its own."""

    SOLO_TRAVEL = "solo_travel"
    PASSENGER_ASSISTANT = "passenger_assistant"


class Authoriser(StrEnum):
    """Who must authorise a determination before it counts."""

    SEND = "send"
    TRANSPORT = "transport"
    SENIOR_REVIEWER = "senior_reviewer"


class Rounding(StrEnum):
    """How a share of a sum becomes whole pence, or whole pounds; half goes up."""

    NEAREST_PENNY = "nearest_penny"
    DOWN_TO_PENNY = "down_to_penny"
    UP_TO_PENNY = "up_to_penny"
    NEAREST_POUND = "nearest_pound"
    DOWN_TO_POUND = "down_to_pound"
    UP_TO_POUND = "up_to_pound"


class Standing(StrEnum):
    """How sure we are of a rule, from statute down to a text nobody here has read."""

    ENACTED = "enacted"
    CASE_LAW = "case_law"
    GUIDANCE = "guidance"
    ADOPTED = "adopted"
    PUBLISHED = "published"
    TO_CONFIRM = "to_confirm"
    UNREAD = "unread"


class Outcome(StrEnum):
    """What a policy version says of a child's eligibility."""

    ENTITLED = "entitled"
    OFFERED = "offered"
    NOT_ENTITLED = "not_entitled"
    CANNOT_TELL_YET = "cannot_tell_yet"
    FOR_AN_OFFICER = "for_an_officer"


class DutyOutcome(StrEnum):
    """Whether the authority itself must act for an eligible child (s.508B(2))."""

    OWED = "owed"
    MET_BY_OTHERS = "met_by_others"
    NOT_OWED = "not_owed"
    CANNOT_TELL_YET = "cannot_tell_yet"
