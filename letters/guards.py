"""What must never be printed: checks of a record against the kind of letter asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from letters.discretion import power_for, power_named
from letters.errors import LetterRefused
from letters.kinds import Kind
from letters.matter import Matter
from rules.values import Outcome

TRIBUNAL = re.compile(r"\btribunal\b|\bsendist\b", re.IGNORECASE)


def guard(kind: Kind, matter: Matter) -> None:
    """Refuse a letter that its record does not bear out. Raises LetterRefused."""
    _outcome_fits(kind, matter)
    if kind.outcome is Outcome.ENTITLED:
        _ground_is_the_trace_ground(matter)
    if kind.outcome is Outcome.NOT_ENTITLED:
        _refusal_stands(matter)
        _discretion_fits(matter)
    _review_follows_letter(matter)


def guard_words(texts: Iterable[str]) -> None:
    """Refuse wording that sends a dispute about travel alone to the SEND Tribunal."""
    for text in texts:
        if TRIBUNAL.search(text):
            raise LetterRefused(
                "The wording of this letter names a Tribunal, which cannot decide a dispute "
                f"about travel alone: “{text}”.",
                "Take it out of the template or the council's wording.",
            )


def _outcome_fits(kind: Kind, matter: Matter) -> None:
    """Hold the officer's outcome against the kind. An outcome not known leaves a draft."""
    if matter.outcome is None or matter.outcome is kind.outcome:
        return
    was, tells = (each.value.replace("_", " ") for each in (matter.outcome, kind.outcome))
    raise LetterRefused(
        f"A letter of the kind “{kind.name}” tells a family that the child is {tells}; "
        f"the decision is “{was}”.",
        "Choose the kind of letter that tells of the decision.",
    )


def _ground_is_the_trace_ground(matter: Matter) -> None:
    """An entitlement is told only on the ground that the trace found."""
    if matter.recommendation is None:
        return
    found = matter.recommendation.eligibility
    if found.outcome is not Outcome.ENTITLED:
        raise LetterRefused(
            "This letter may not say that the child is entitled by law: the rules found "
            f"“{found.outcome.value.replace('_', ' ')}”.",
            "Record the facts that entitle the child, or decide otherwise.",
        )
    if set(matter.grounds) != set(found.grounds):
        raise LetterRefused(
            f"The decision names the ground {_list(matter.grounds)}; "
            f"the rules found {_list(found.grounds)}.",
            "Assess the case again and decide on what the rules find.",
        )


def _refusal_stands(matter: Matter) -> None:
    """A refusal against the recommendation must say why it departs from it."""
    if matter.recommendation is None or matter.departs_because:
        return
    found = matter.recommendation.eligibility.outcome
    if found not in (Outcome.NOT_ENTITLED, Outcome.FOR_AN_OFFICER):
        raise LetterRefused(
            f"The rules found “{found.value.replace('_', ' ')}”, and the decision refuses without "
            "saying why it departs from that.",
            "Record why, or settle what is still open and assess the case again.",
        )


def _discretion_fits(matter: Matter) -> None:
    """The power considered must be the one for the phase, and must not have been used."""
    if matter.discretion is None:
        return
    if matter.discretion.used:
        raise LetterRefused(
            "Discretion was used to help this child, so the letter may not be a refusal.",
            "Decide that help is offered.",
        )
    fits = power_for(matter.phase, matter.school_kind)
    cited = power_named(matter.discretion.power)
    if fits is not None and cited is not fits:
        raise LetterRefused(
            f"The decision considers discretion under {matter.discretion.power}; "
            f"for this child it is {fits.section}.",
            f"Consider discretion under {fits.section} and record the reasons.",
        )


def _review_follows_letter(matter: Matter) -> None:
    """The last day to ask for a review must lie after the day of the letter."""
    written, last = matter.terms.letter_date, matter.terms.review_by
    if written and last and last <= written:
        raise LetterRefused(
            f"The last day to ask for a review ({last.isoformat()}) is not after the day of the "
            f"letter ({written.isoformat()}).",
            "Count the last day again from the day of the letter.",
        )


def _list(names: tuple[str, ...]) -> str:
    """Name grounds in a sentence."""
    return ", ".join(names) if names else "none"
