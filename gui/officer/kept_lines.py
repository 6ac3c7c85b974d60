"""A cohort's protection in lines: kept on which version, since when, and what the other said."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.assess import Assessment
from gui.fields.sign import SignLine
from gui.fields.words import Words
from gui.outcomes import OUTCOMES, Sign
from gui.shapes import Shape
from gui.theme import Tone
from records.kept import KeptOn
from rules.quantities import day_in_words
from rules.recommendation import Recommendation

_KEPT = Sign(Shape.MET, "Kept", Tone.MET)
_LOOKED_AT = Sign(Shape.INFO, "Looked at", Tone.MUTED)
_NOT_HELD = Sign(Shape.OFFICER, "For an officer", Tone.OFFICER)
_OPEN = Sign(Shape.NOT_KNOWN, "Open", Tone.NOT_KNOWN)


def kept_lines(assessment: Assessment) -> tuple[QWidget, ...]:
    """Say how a case is kept on an older version, with both outcomes."""
    if assessment.kept is None or assessment.recommendation is None:
        return ()
    return kept_words(assessment.kept, assessment.recommendation)


def kept_words(kept: KeptOn, taken: Recommendation) -> tuple[QWidget, ...]:
    """The same from the record of a decision."""
    rule = kept.protection.provision
    source = f"{rule.title}; {kept.protection.cites}" if rule else ""
    since = kept.first_helped_on
    because = f" because first helped on {day_in_words(since)}" if since else ""
    if not kept.held:
        words = (
            f"Kept on {kept.keeps}{because}, and that text is not held here. Whether it does more "
            "for the child is for an officer to find out."
        )
        return SignLine(_NOT_HELD, words), Words(source, "muted")
    taken_here = taken.policy == kept.keeps
    sign, words = (_KEPT, "Kept on") if taken_here else (_LOOKED_AT, "May keep to")
    lines: list[QWidget] = [SignLine(sign, f"{words} {kept.keeps}{because}.", "strong")]
    if kept.other is not None:
        lines.append(Words(_both(taken, kept.other)))
    return (*lines, Words(source, "muted"))


def _both(taken: Recommendation, other: Recommendation) -> str:
    word, less = _outcome(taken), _outcome(other)
    if word == less:
        return f"Both versions say {word}; {taken.policy} is taken, which costs the family no more."
    return f"{taken.policy} says {word}, {other.policy} says {less}; the more favourable is taken."


def _outcome(found: Recommendation) -> str:
    return OUTCOMES[found.eligibility.outcome].word.lower()


def may_be_kept(assessment: Assessment) -> tuple[QWidget, ...]:
    """Say that an older version could do more for the child, if it holds."""
    found = assessment.parts.protection.provision if assessment.parts else None
    title = f" ({found.title})" if found else ""
    words = f"An older version may hold for this child and do more{title}. It cannot be told yet."
    return (SignLine(_OPEN, words),)
