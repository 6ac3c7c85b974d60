"""How a letter says a finding: the rules' sentence, its citation, and how sure its text is."""

from __future__ import annotations

from letters.trace import NEED, ROUTE, STATES, looks_at, steps
from rules.recommendation import Finding, Step
from rules.say import cites_words, finding_sentence, test_words
from rules.values import Result, Standing

UNCONFIRMED = {
    Standing.TO_CONFIRM: (
        "We have not yet confirmed this rule against the adopted text of the policy."
    ),
    Standing.UNREAD: "We have not been able to read the adopted text of this rule.",
}
UNCONFIRMED_FIGURES = {
    Standing.TO_CONFIRM: (
        "We have not yet confirmed this figure against the adopted text of the policy."
    ),
    Standing.UNREAD: "We have not been able to read the adopted text that sets this figure.",
}


def finding_line(finding: Finding) -> str:
    """Say a finding, where it stands in the law or policy, and whether that text is confirmed.

    A rule that is to be confirmed, or unread, is said to be so: it is never passed off as the
    council's own words.
    """
    return _cited(finding_sentence(finding).strip().rstrip("."), finding)


def ground_line(finding: Finding) -> str:
    """Say the ground of an entitlement: the figure that tells, or the needs and judgements met.

    On a ground of need, or of the route, a distance within the limit is a condition but not the
    reason, so it is not what the letter gives as one.
    """
    if not looks_at(finding, NEED | ROUTE):
        return finding_line(finding)
    met = [step for step in steps(finding.because) if step.result is Result.MET and _judged(step)]
    told = "; ".join(dict.fromkeys(test_words(step) for step in met))
    return _cited(f"{finding.title}: {told}", finding)


def _judged(step: Step) -> bool:
    """Say whether a step is a test of the child's needs, or of walking or the route as judged."""
    return step.kind == "test" and step.name in STATES | NEED | ROUTE


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
