"""Which power of discretion fits which phase, and a check that the one cited is that one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Power:
    """A power to help where there is no duty: its section, and the words a letter uses for it."""

    section: str
    words: str


SCHOOL = Power("s.508C", "section 508C of the Education Act 1996")
EARLY_YEARS = Power("s.509A", "section 509A of the Education Act 1996")
SIXTH_FORM = Power(
    "s.509AA statement",
    "our statement of travel help for sixth form age, under section 509AA of the "
    "Education Act 1996",
)
ADULT = Power("s.508F(8)", "section 508F(8) of the Education Act 1996")

POWERS = (SCHOOL, EARLY_YEARS, SIXTH_FORM, ADULT)

NOT_A_SCHOOL = frozenset({"early_years_setting", "home"})
"""Kinds of place where early years education is given otherwise than at a school (s.509A)."""


def power_for(phase: str | None, school_kind: str | None) -> Power | None:
    """Give the power that fits a phase and kind of place; None where they are not known.

    s.508C covers every child not over compulsory school age, so also those under five at a
    school; s.509A covers early years education elsewhere.
    """
    match phase:
        case "school_age":
            return SCHOOL
        case "early_years" if school_kind is not None:
            return EARLY_YEARS if school_kind in NOT_A_SCHOOL else SCHOOL
        case "sixth_form_age":
            return SIXTH_FORM
        case "adult_learner":
            return ADULT
    return None


def power_named(text: str) -> Power | None:
    """Find the power that an officer's note names: ``s.508C``, ``section 509A``, ``s 508F(8)``."""
    plain = text.lower().replace("section", "s").replace(".", "").replace(" ", "")
    for power in sorted(POWERS, key=lambda each: -len(_bare(each))):
        if _bare(power) in plain:
            return power
    return None


def _bare(power: Power) -> str:
    """Give a section without points, blanks or the word after it: ``s509aa``."""
    return power.section.lower().split(" ")[0].replace(".", "")
