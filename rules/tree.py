"""The typed tree a policy text becomes: values, conditions, definitions. Every reading walks it."""

from __future__ import annotations

from dataclasses import dataclass

from rules.values import Authoriser, Determined, EndsAs, FactType, FactValue, Rounding


@dataclass(frozen=True, slots=True)
class Fact:
    """The value of a fact of the vocabulary."""

    name: str
    type: FactType


@dataclass(frozen=True, slots=True)
class Parameter:
    """The value of a named parameter, on the day of travel where it is dated."""

    name: str
    type: FactType


@dataclass(frozen=True, slots=True)
class Defined:
    """The value of a definition."""

    name: str
    type: FactType


@dataclass(frozen=True, slots=True)
class Operation:
    """A date operation with its arguments; ``detail`` holds fixed words (weekday, month)."""

    name: str
    parts: tuple[Value, ...]
    type: FactType
    text: str
    detail: tuple[int, ...] = ()


Value = Fact | Parameter | Defined | Operation


@dataclass(frozen=True, slots=True)
class All:
    """Met when every part is met; settled by one that is not."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Met when one part is met; settled by it."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """Met when no part is met."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Holds:
    """A yes/no fact is yes; or, ``negated``, is no."""

    fact: Fact
    negated: bool
    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """A definition that is a condition holds; or, ``negated``, does not."""

    name: str
    negated: bool
    text: str


@dataclass(frozen=True, slots=True)
class OfProvision:
    """Another provision is met (an extension, such as paragraph 8)."""

    provision: str
    negated: bool
    text: str


@dataclass(frozen=True, slots=True)
class Compare:
    """Two values compared: ``>``, ``<=``, ``<``, ``>=`` or ``=``; lengths only ``>`` and ``<=``."""

    left: Value
    operator: str
    right: Value
    text: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """A choice is one of those named."""

    value: Value
    choices: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of an adopted text that nobody here has read: always not known."""

    text: str


Condition = All | AnyOf | NoneOf | Holds | Named | OfProvision | Compare | OneOf | Unread


@dataclass(frozen=True, slots=True)
class Case:
    """One line of a definition by cases: the value when the condition is met (None: otherwise)."""

    when: Condition | None
    value: Value | str


@dataclass(frozen=True, slots=True)
class Definition:
    """A name given to a condition, to a value, or to a value by cases (first met wins).

    ``source`` is where it stands, if that is somewhere else than what uses it.
    """

    name: str
    owner: str
    type: FactType
    body: Condition | Value | tuple[Case, ...]
    text: str
    says: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """A share of a sum: times ``by``, out of ``out_of``, rounded as ``rounding`` says."""

    by: Value
    out_of: Value
    rounding: Rounding


@dataclass(frozen=True, slots=True)
class Charge:
    """What a ``charges`` provision asks for: sums by cases (first met wins), and the instalments.

    ``times`` are shares taken of the sum, one after the other: an uplift, or terms that are left.
    ``instalments`` is the number of equal parts a year (None: one sum).
    """

    cases: tuple[Case, ...]
    instalments: Value | None
    times: tuple[Times, ...] = ()


@dataclass(frozen=True, slots=True)
class Ending:
    """The day on which an ``ends`` provision ends help, or by which it has it looked at again.

    ``on`` is None where the text has not been read, and does not say which day.
    """

    on: Value | None
    ends_as: EndsAs


@dataclass(frozen=True, slots=True)
class Determining:
    """What a ``determines`` provision settles, who must authorise it (None: nobody beside whoever
    judges it), and whether a day of review must be set.
    """

    what: Determined
    authoriser: Authoriser | None
    review: bool


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A parameter's value with the days it holds for; an open end is None."""

    start: int | None
    end: int | None
    value: FactValue | tuple[tuple[int, int], ...]
    source: Source | None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule stands: document, place in it, and how sure we are."""

    document: str
    at: str | None
    standing: str
    year: str | None
    note: str | None
    cites: str


@dataclass(frozen=True, slots=True)
class ParameterText:
    """A named number, length, sum, day or list of days, with its dated values.

    ``says`` is what it is in plain words (None: the text says nothing of it).
    """

    name: str
    owner: str
    type: FactType
    values: tuple[DatedValue, ...]
    text: str
    says: str | None = None
