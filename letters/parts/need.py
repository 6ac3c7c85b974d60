"""The part that tells how needs, walking and accompaniment were considered, from the record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from letters import trace
from letters.blocks import Block, Bullets, Paragraph
from letters.facts import WORKED_OUT
from letters.filling import Filling, tidy
from letters.matter import FactRow, JudgedRow
from letters.said_of_facts import said_of
from letters.sayings import finding_line
from rules.recommendation import Finding
from rules.say import telling_steps
from rules.values import Result

RECORDED: Final = {
    "has_ehcp": "Education, health and care (EHC) plan",
    "has_send": "Special educational needs",
    "disabled": "Disability",
    "mobility_problem": "Mobility problem",
}
"""What of a learner's needs is told, yes or no, by the name of its fact."""

ON_WALKING: Final = (
    "can_walk_alone",
    "can_walk_accompanied",
    "cannot_walk",
    "route_safe_alone",
    "route_safe_accompanied",
    "route_unsafe",
    "accompaniment_reasonable",
)
"""What is judged on walking, the needs before the route, and who can be expected to walk along."""

WHOLE: Final = frozenset({"cannot_walk", "route_unsafe"})
"""Judgements in one, alone and with an adult: accompaniment is part of the question."""

NOT_RECORDED = "not recorded"
BLANK = "how special educational needs, disability, mobility and accompaniment were considered"
ENDINGS = {
    Result.MET: "This test was met.",
    Result.NOT_MET: "This test was not met.",
    Result.UNKNOWN: "This test could not be settled.",
}


def need(filling: Filling) -> tuple[Block, ...]:
    """Tell what is recorded of needs, which tests looked at them, and what was judged on walking.

    Where no rule that can apply asks about walking, as after 16, the tests that do apply are told.
    What had to be known and is not stands as a blank.
    """
    found = filling.matter.recommendation
    if found is None:
        return (Bullets((filling.blank(BLANK),)),)
    asked = tuple(each for each in _applying(found.findings) if trace.looks_at(each, trace.NEED))
    told = _tests_of_need(filling, asked) if asked else _tests_that_apply(filling)
    return (*_recorded(filling, asked), *told, *_judged(filling))


def _applying(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(f for f in findings if f.effect in trace.DECIDING and f.applies is not False)


def _recorded(filling: Filling, asked: tuple[Finding, ...]) -> tuple[Block, ...]:
    """Tell each need as it was recorded; where a test turned on needs, one unknown is a blank."""
    rows = {row.name: row for row in filling.matter.facts}
    turned = any(_turns_on(each, trace.STATES | {"need_of_paragraph_2"}) for each in asked)
    items = tuple(
        f"{label}: {_state(filling, label, rows.get(name), turned and name != 'has_ehcp')}."
        for name, label in RECORDED.items()
    )
    return (Paragraph(f"We recorded this about {filling.named('child')}:"), Bullets(items))


def _state(filling: Filling, label: str, row: FactRow | None, needed: bool) -> str:
    """Give “yes” or “no”, “not recorded”, or the blank of what had to be known."""
    if row is None or row.value not in ("Yes", "No"):
        return filling.blank(f"{label.lower()}: yes or no") if needed else NOT_RECORDED
    return row.value.lower()


def _turns_on(finding: Finding, wanted: frozenset[str]) -> bool:
    """Say whether a telling test of a finding is one of these."""
    return any(step.name in wanted for step in telling_steps(finding))


def _tests_of_need(filling: Filling, asked: tuple[Finding, ...]) -> tuple[Block, ...]:
    """Tell the tests that ask about walking, then accompaniment where nobody had to judge it."""
    who = filling.named("child")
    lines = tuple(tidy(f"{finding_line(each, who)} {ENDINGS[each.result]}") for each in asked)
    intro = Paragraph(f"These tests ask whether {who} can walk there, alone or with an adult:")
    return (intro, Bullets(lines), *_not_judged(filling, asked))


def _not_judged(filling: Filling, asked: tuple[Finding, ...]) -> tuple[Block, ...]:
    """Say why nobody had to judge who could walk along, or leave a blank where it was wanted."""
    known, who = _known(filling), filling.named("child")
    if "accompaniment_reasonable" in known or any(not row.name for row in filling.matter.judged):
        return ()
    if WHOLE & known.keys():
        return ()
    if known.get("can_walk_alone") == "Yes" or known.get("route_safe_alone") == "Yes":
        why = f"{who} can walk there alone"
    elif not any(_turns_on(each, trace.NEED | trace.ROUTE) for each in asked):
        why = "the tests were settled by the facts above, whoever walks along"
    else:
        label = f"who could reasonably be expected to walk with {who}, and why"
        return (Paragraph(filling.blank(label)),)
    told = f"No test turned on whether an adult could walk with {who}, because {why}."
    return (Paragraph(told),)


def _known(filling: Filling) -> dict[str, str]:
    """Give what is known on walking by name: as judged, else as recorded."""
    facts = {row.name: row.value for row in filling.matter.facts if row.name in ON_WALKING}
    facts = {name: value for name, value in facts.items() if value in ("Yes", "No")}
    return facts | {row.name: row.value for row in filling.matter.judged if row.name}


def _tests_that_apply(filling: Filling) -> tuple[Block, ...]:
    """Tell the tests that do apply, where none of them asks about walking, as after 16."""
    found, who = filling.matter.recommendation, filling.named("child")
    lines = tuple(
        tidy(f"{finding_line(each, who)} {ENDINGS[each.result]}")
        for each in _applying(found.findings if found else ())
    )
    none = f"No rule that can apply to {who} asks about walking, alone or with an adult."
    if not lines:
        return (Paragraph(f"{none} No other rule gives help at this age and kind of place."),)
    return (Paragraph(f"{none} This is what the rules that apply ask:"), Bullets(lines))


def _judged(filling: Filling) -> tuple[Block, ...]:
    """Tell what was judged: by whom and why, or where a recorded answer came from."""
    who, judged = filling.named("child"), filling.matter.judged
    named = {row.name for row in judged}
    facts = (row for row in filling.matter.facts if row.name in ON_WALKING and _given(row))
    lines = (
        *(_judgement(row, who) for row in judged),
        *(_answer(row, who) for row in facts if row.name not in named),
    )
    told = tuple(filling.known("judgement on walking", line) for line in lines)
    return (Paragraph("This is what we judged:"), Bullets(told)) if told else ()


def _given(row: FactRow) -> bool:
    """Say whether somebody gave a fact: what is worked out is told by what it came from."""
    return row.value != "Not known" and row.source != WORKED_OUT


def _judgement(row: JudgedRow, who: str) -> str:
    by = f"Judged by {row.by}." if row.by else ""
    return tidy(f"{_sentence(row.name, row.label, row.value, who)} {row.reasons} {by}")


def _answer(row: FactRow, who: str) -> str:
    told = _sentence(row.name, row.label, row.value, who)
    return tidy(f"{told} Where this came from: {row.source}.")


def _sentence(name: str, label: str, value: str, who: str) -> str:
    said = said_of(name, value == "Yes", who)
    return f"{said}." if said else f"{label}: {value}."
