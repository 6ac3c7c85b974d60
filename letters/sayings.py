"""How a letter says a finding: its title and source, a sentence for each test, how sure it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from letters.said_of_facts import FIGURES, figure_told, said_of
from letters.trace import AFTER_16, NEED, ROUTE, STATES, looks_at, steps
from rules.recommendation import Finding, Step
from rules.say import cites_words, held_against, telling_steps, value_words
from rules.values import FactType, Result, Standing

LEARNER: Final = "the child"
"""Who is spoken of where no name is at hand."""


UNCONFIRMED = {
    Standing.TO_CONFIRM: ("We have not yet confirmed this rule against the text it comes from."),
    Standing.UNREAD: "We have not been able to read the text of this rule.",
}
UNCONFIRMED_FIGURES = {
    Standing.TO_CONFIRM: ("We have not yet confirmed this figure against the text it comes from."),
    Standing.UNREAD: "We have not been able to read the text that sets this figure.",
}


SCOPE: Final = frozenset({"in_area", "phase", "school_kind", "school_governance"})
"""What says only whom a rule is for: on a ground, it is no reason of its own."""


def finding_line(finding: Finding, who: str = LEARNER) -> str:
    """Say a finding: its title, where it stands, then a sentence for each test that settled it.

    A rule that is to be confirmed, or unread, is said to be so: it is never passed off as the
    council's own words.
    """
    return _told(finding, sentences_of(finding.title, telling_steps(finding), who))


def ground_line(finding: Finding, who: str = LEARNER) -> str:
    """Say the ground of an entitlement: the figure that tells, or the needs and judgements met.

    On a ground of need, or of the route, a distance within the limit is a condition but not the
    reason, so it is not what the letter gives as one.
    """
    if not looks_at(finding, NEED | ROUTE | AFTER_16):
        settling = telling_steps(finding)
        apart = [step for step in settling if step.name not in SCOPE]
        return _told(finding, sentences_of(finding.title, apart or settling, who))
    met = [step for step in steps(finding.because) if step.result is Result.MET and _judged(step)]
    return _told(finding, sentences_of(finding.title, met, who))


def _judged(step: Step) -> bool:
    """Say whether a step is a test of the child's needs, or of walking or the route as judged."""
    return step.kind == "test" and step.name in STATES | NEED | ROUTE | AFTER_16


def sentences_of(title: str, told: Iterable[Step], who: str) -> tuple[str, ...]:
    """Give the sentences of tests, each once; none repeats the title that it stands below."""
    return tuple(dict.fromkeys(step_sentence(step, title, who) for step in told))


def step_sentence(step: Step, title: str = "", who: str = LEARNER) -> str:
    """Say one test as a sentence of its own: “The route is not too unsafe to walk.”"""
    label = (step.says or step.name or step.text).replace("_", " ").strip().rstrip(".")
    if step.kind == "unread":
        return f"{label}: its text has not been read."
    if step.result is Result.UNKNOWN:
        same = label.casefold() == title.strip().casefold()
        return "We do not know this yet." if same else f"We do not know this yet: {_lower(label)}."
    if step.type is None or step.type is FactType.YES_NO:
        return _yes_or_no(step, label, title, who)
    return _figure(step, label)


def _yes_or_no(step: Step, label: str, title: str, who: str) -> str:
    holds = step.value is True if step.type else step.result is Result.MET
    if sentence := said_of(step.name or "", holds, who):
        return f"{sentence}."
    answer = "yes" if holds else "no"
    if label.casefold() == title.strip().casefold():
        return f"This was recorded as: {answer}."
    return f"“{label}” was recorded as: {answer}."


def _figure(step: Step, label: str) -> str:
    limit = step.limit if not isinstance(step.limit, tuple) else None
    told = figure_told(step.name or "", step.value)
    value = told or value_words(step.value, step.type or FactType.NUMBER, limit)
    name = FIGURES.get(step.name or "")
    said = f"{name} is {value}" if name else f"“{label}” was recorded as: {value}"
    plain = step.type is FactType.CHOICE or (step.operator == "=" and step.result is Result.MET)
    return f"{said}." if plain else f"{said}, {held_against(step)}."


def _lower(label: str) -> str:
    """Begin a label in the middle of a sentence, unless it begins with a name or a short form."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def _told(finding: Finding, sentences: Iterable[str]) -> str:
    """Put a finding's sentences after its title with its source, and what is not sure last."""
    cites = cites_words(finding.cites).strip().rstrip(".") if finding.cites else ""
    title = finding.title.strip().rstrip(".")
    head = f"{title} ({cites})." if cites else f"{title}."
    return _with_standing(" ".join((head, *sentences)), finding.standing)


def finding_title(finding: Finding) -> str:
    """Name a finding's provision, in the same way, without its tests."""
    return _cited(finding.title.strip(), finding)


def _cited(words: str, finding: Finding) -> str:
    """Put the citation after the words, and what is not sure after both."""
    cites = cites_words(finding.cites).strip().rstrip(".") if finding.cites else ""
    line = f"{words} ({cites})." if cites else f"{words}."
    return _with_standing(line, finding.standing)


def cited_words(cites: str, standing: Standing | None) -> str:
    """Say where a rule stands, and that it is not confirmed where it is not."""
    return _with_standing(f"{cites_words(cites).strip().rstrip('.')}.", standing)


def figure_words(cites: str, standing: Standing) -> str:
    """Say where a figure stands, and that it is not confirmed where it is not."""
    line = f"{cites_words(cites).strip().rstrip('.')}."
    return f"{line} {UNCONFIRMED_FIGURES[standing]}" if standing in UNCONFIRMED_FIGURES else line


def _with_standing(line: str, standing: Standing | None) -> str:
    unconfirmed = UNCONFIRMED.get(standing) if standing else None
    return f"{line} {unconfirmed}" if unconfirmed else line
