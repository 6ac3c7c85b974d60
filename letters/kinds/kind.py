"""What a kind of letter is: the outcomes it tells of, its occasion, and what it must say."""

from __future__ import annotations

from dataclasses import dataclass, fields

from records.occasion import OPTIONAL, label_of
from rules.values import Outcome


@dataclass(frozen=True, slots=True)
class Must:
    """One thing that a letter must say.

    ``by`` lists the placeholders, @parts and ?conditions that say it, all of which must be there.
    """

    say: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of letter. ``first`` must stand in the first sentence, which tells the decision.

    ``outcomes`` are those it can tell of (none: it tells of no outcome, and fits any case).
    ``occasion`` is the record that gives rise to it, None for the letter of a decision.
    """

    name: str
    title: str
    first: tuple[str, ...]
    must: tuple[Must, ...]
    outcomes: frozenset[Outcome] = frozenset()
    occasion: type | None = None


COMMON = (
    Must("the council", ("@letterhead",)),
    Must("whom it is written to", ("@address", "addressee")),
    Must("reference, date, child, date of birth, school, policy version", ("@about",)),
    Must(
        "a named contact, and when to reach them",
        ("contact_name", "contact_phone", "contact_email", "contact_hours"),
    ),
    Must("that other formats can be had", ("formats",)),
    Must("how personal data are used", ("privacy",)),
    Must("the policy version that was used", ("policy",)),
    Must("the facts we used", ("@facts",)),
    Must("who signs", ("@signature",)),
    Must("what is enclosed", ("@enclosures",)),
)
"""What every letter says."""

OF_A_DECISION = (
    *COMMON,
    Must("what to do next, and by what day", ("review_by",)),
    Must("what the family told us, with answers", ("@points",)),
)
"""What every letter says that tells of a decision."""


def must_tell(occasion: type) -> tuple[Must, ...]:
    """Give what a letter must say of its occasion: everything that the record must hold."""
    return tuple(
        Must(label_of(one), (said_by(one.name, occasion),))
        for one in fields(occasion)
        if not one.metadata[OPTIONAL]
    )


def said_by(name: str, occasion: type) -> str:
    """Give what says a field in a template: ``name``, ``@list`` or ``?yes_or_no``."""
    kind = str(occasion.__annotations__[name])
    if kind.startswith("tuple"):
        return f"@{name}"
    return f"?{name}" if kind.startswith("bool") else name
