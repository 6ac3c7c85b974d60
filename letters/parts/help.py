"""The parts of a letter that tell what is paid and how the child travels, as it was recorded."""

from __future__ import annotations

from letters.blocks import Block, Bullets, Paragraph, Table
from letters.charging import Charging
from letters.filling import Filling, tidy
from letters.help import arrangement_of, is_free
from letters.money import contribution_of
from letters.parts.occasion import Build
from letters.sayings import (
    UNCONFIRMED_FIGURES,
    cited_words,
    figure_words,
    finding_line,
    finding_title,
)
from rules.part_values import Arrangement, Contribution, ContributionOutcome
from rules.quantities import pounds
from rules.recommendation import Finding
from rules.say import test_words

NOTHING = "There is nothing to pay for this help."
WAIVED = "There is nothing to pay for this help: the contribution is waived."
LESSER = "We looked first at kinds of travel that ask less. These are not suitable:"
OPEN = "It is not settled yet whether this is suitable:"
MEANWHILE_OPEN = "It is not settled yet whether this is suitable until that is ready:"
OFFICER = "You are still due help, so an officer will settle how the travel is arranged."
NONE_FITS = "We looked at these kinds of travel. None of them is suitable:"


def _payment(filling: Filling) -> tuple[Block, ...]:
    """Tell what is paid: nothing and why, or the sum with its working; else leave a blank."""
    found = contribution_of(filling.matter)
    if found is None or found.annual_pence is None:
        if is_free(filling.matter):
            return (Paragraph(NOTHING),)
        return (Paragraph(filling.blank("what you pay towards the travel")),)
    if found.outcome is ContributionOutcome.WAIVED:
        return (Paragraph(WAIVED), _working(filling, found))
    return (
        Paragraph(f"We ask you to pay {pounds(found.annual_pence)} for the year."),
        _working(filling, found),
    )


def _contribution(filling: Filling) -> tuple[Block, ...]:
    """Show how a contribution was worked out, step by step, with the rule that asks for it."""
    found = contribution_of(filling.matter)
    if found is None or found.annual_pence is None:
        return (Paragraph(filling.blank("how the contribution is worked out")),)
    return (_working(filling, found),)


def _working(filling: Filling, found: Contribution) -> Table:
    because = test_words(found.because) if found.because else ""
    called = filling.matter.charging.called
    rows = (
        (
            "The rule that asks for it",
            cited_words(found.cites or "", found.rule_standing or found.standing),
        ),
        ("The figure of the policy it starts from", called(found.sum_name or "")),
        ("Where that figure stands", _figure_stands(found, filling.matter.charging)),
        ("What settles the sum", because[:1].upper() + because[1:]),
        ("For the year", pounds(found.annual_pence or 0)),
        *((f"Part {n}", pounds(each)) for n, each in enumerate(found.instalments, start=1)),
    )
    told = tuple((label, filling.known(label, text)) for label, text in rows if text)
    return Table("How the contribution is worked out", (), told, (40, 60))


def _figure_stands(found: Contribution, charging: Charging) -> str:
    """Say where the sum stands, and which other figures are not confirmed; empty: as the rule."""
    sure = found.rule_standing or found.standing
    said = []
    for each in found.figures:
        if each.name == found.sum_name and (each.cites, each.standing) != (found.cites, sure):
            said.append(figure_words(each.cites, each.standing))
        elif each.standing in UNCONFIRMED_FIGURES and each.standing is not sure:
            name = charging.called(each.name).rstrip(".")
            said.append(f"{name}: {figure_words(each.cites, each.standing)}")
    return " ".join(dict.fromkeys(said))


def _travel(filling: Filling) -> tuple[Block, ...]:
    """Tell the kind of travel, why each lesser one is not suitable, and what is still open."""
    found = arrangement_of(filling.matter)
    if found is None:
        return ()
    return (
        *_paragraphs("We plan this kind of travel:", found.suggested),
        *_lesser(found, filling.named("child")),
        *_paragraphs("Until that is ready:", found.meanwhile),
        *_consent(found),
        *_paragraphs(MEANWHILE_OPEN if found.suggested else OPEN, found.open),
    )


def _lesser(found: Arrangement, who: str) -> tuple[Block, ...]:
    if not found.excluded:
        return ()
    head = LESSER if found.suggested or found.open else NONE_FITS
    listed = Bullets(tuple(tidy(finding_line(each, who)) for each in found.excluded))
    return (Paragraph(head), listed, *(() if head is LESSER else (Paragraph(OFFICER),)))


def _consent(found: Arrangement) -> tuple[Block, ...]:
    if found.suggested is None or found.with_consent is None:
        return ()
    return (Paragraph(f"It needs your agreement ({found.with_consent})."),)


def _paragraphs(words: str, finding: Finding | None) -> tuple[Block, ...]:
    return (Paragraph(tidy(f"{words} {finding_title(finding)}")),) if finding else ()


PARTS_OF_HELP: dict[str, Build] = {
    "payment": _payment,
    "contribution": _contribution,
    "travel": _travel,
}
"""The parts by name."""
