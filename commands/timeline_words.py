"""How ``assess`` prints a case through a school year: from when to when, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from casework.year_timeline import Span, Ungoverned, policy_of, stretch_of
from rules.quantities import day_in_words
from rules.say import outcome_words

if TYPE_CHECKING:
    from rules.policy import PolicyVersion


def spans_json(spans: Sequence[Span]) -> list[dict[str, object]]:
    """Spans of days in the form other programs read: each with what begins and what ends it.

    Days that no adopted version governs have no policy and no outcome, and those after help has
    ended no outcome.
    """
    following = [each.begins for each in spans[1:]]
    return [_span_json(each, ends) for each, ends in zip(spans, [*following, None], strict=True)]


def _span_json(span: Span, ends: str | None) -> dict[str, object]:
    held = stretch_of(span)
    return {
        "from": span.first.isoformat(),
        "until": span.last.isoformat(),
        "policy": None if isinstance(span, Ungoverned) else policy_of(span),
        "outcome": held.outcome.value if held else None,
        "grounds": list(held.grounds) if held else [],
        "missing": list(held.wants) if held else [],
        "begins": span.begins,
        "ends": ends,
    }


def span_lines(spans: Sequence[Span] | None, policy: PolicyVersion) -> list[str]:
    """The timeline as lines for a reader; none where it was not asked for.

    Under a stretch stands in plain words what it waits for and no stretch before it did.
    """
    if spans is None:
        return []
    lines, asked = ["", "Through the school year:"], set[str]()
    for each in spans:
        lines.append(_line(each))
        stretch = stretch_of(each)
        if stretch is not None:
            new = [name for name in stretch.wants if name not in asked]
            asked.update(stretch.wants)
            lines += [f"      to find out: {policy.vocabulary[name].question}" for name in new]
    return [*lines, ""]


def _line(span: Span) -> str:
    begins = f" ({span.begins})" if span.begins else ""
    days = f"{day_in_words(span.first)} to {day_in_words(span.last)}"
    return f"  {days}: {_what(span)}{begins}"


def _what(span: Span) -> str:
    if stretch := stretch_of(span):
        return outcome_words(stretch.outcome).lower()
    if not isinstance(span, Ungoverned):
        return "help has ended"
    draft = f"; {span.draft} is a draft for these days" if span.draft else ""
    return f"no adopted version of {span.body} governs travel{draft}"
