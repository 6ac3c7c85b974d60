"""Every ``@part`` a template may use: lists and tables drawn from the record of the decision."""

from __future__ import annotations

from letters import trace
from letters.blocks import (
    Address,
    Block,
    Bullets,
    Letterhead,
    Paragraph,
    Signature,
    Table,
)
from letters.filling import Filling, tidy, tidy_paragraphs
from letters.of_phase import learner_word, place_word
from letters.parts.facts import facts
from letters.parts.help import PARTS_OF_HELP
from letters.parts.need import need
from letters.parts.occasion import PARTS_OF_OCCASION, Build
from letters.parts.route import distances, route
from letters.sayings import finding_line, finding_title, ground_line
from records.reviews import PanelOutcome
from rules.recommendation import Finding

NO_POINTS = "You did not raise any points that need an answer."
"""What a letter says under its heading of answers where there is nothing to answer."""


def _letterhead(filling: Filling) -> tuple[Block, ...]:
    lines = filling.matter.sender.letterhead or (filling.blank("council's address"),)
    kept = tuple(filling.known("council's address", line) for line in lines)
    council = filling.named("council")
    # Many a letterhead begins with the council's name, which stands beside it already.
    return (Letterhead(council, kept[1:] if kept[0] == council else kept),)


def _address(filling: Filling) -> tuple[Block, ...]:
    lines = filling.matter.address or (filling.blank("address"),)
    kept = tuple(filling.known("address", line) for line in lines)
    return (Address((filling.named("addressee"), *kept)),)


def _about(filling: Filling) -> tuple[Block, ...]:
    """Name the letter's day and reference, the learner, the place and the policy."""
    who, where = learner_word(filling.matter), place_word(filling.matter)
    rows = (
        ("Date", "letter_date"),
        ("Our reference", "reference"),
        (who[:1].upper() + who[1:], "child"),
        ("Date of birth", "date_of_birth"),
        (where[:1].upper() + where[1:], "school"),
        ("Policy", "policy"),
    )
    filled = tuple((label, filling.named(name)) for label, name in rows)
    return (Table("What this letter is about", (), filled, (26, 74), plain=True),)


def _bullets(items: tuple[str, ...]) -> tuple[Block, ...]:
    return (Bullets(items),) if items else ()


def _lines(filling: Filling, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    who = filling.named("child")
    return tuple(tidy(finding_line(finding, who)) for finding in findings)


def _grounds(filling: Filling) -> tuple[Block, ...]:
    found = filling.matter.recommendation
    lines = (
        tuple(tidy(ground_line(each, filling.named("child"))) for each in trace.grounds(found))
        if found
        else ()
    )
    return _bullets(lines or (filling.blank("ground of the decision"),))


def _failed(filling: Filling) -> tuple[Block, ...]:
    """List the tests that were not met, and the rules that take help away.

    Tests of needs and walking are left to ``@need``, where the wording has that.
    """
    found = filling.matter.recommendation
    if found is None:
        return _bullets((filling.blank("tests applied, each with its fact"),))
    elsewhere = trace.NEED if "need" in filling.parts else frozenset[str]()
    tests = tuple(f for f in trace.failed(found) if not trace.looks_at(f, elsewhere))
    taken = trace.withheld(found)
    name = filling.named("child")
    if not trace.failed(found) and not taken:
        why = "because of age or the kind of place"
        return (Paragraph(f"No rule of the law or the policy can apply to {name}, {why}."),)
    return (
        *_introduced(f"These are the tests that {name} did not meet:", _lines(filling, tests)),
        *_introduced("This rule takes help away:", _lines(filling, taken)),
    )


def _introduced(words: str, items: tuple[str, ...]) -> tuple[Block, ...]:
    """Introduce a list, where it has anything in it."""
    return (Paragraph(words), Bullets(items)) if items else ()


def _ruled_out(filling: Filling) -> tuple[Block, ...]:
    """Name the provisions that age, phase or kind of place alone ruled out."""
    found = filling.matter.recommendation
    out = trace.ruled_out(found) if found else ()
    return _bullets(tuple(tidy(finding_title(each)) for each in out))


def _not_settled(filling: Filling) -> tuple[Block, ...]:
    found = filling.matter.recommendation
    return _bullets(_lines(filling, trace.open_still(found))) if found else ()


def _points(filling: Filling) -> tuple[Block, ...]:
    """Set each point the family made beside its answer; an unanswered one leaves a blank."""
    rows = tuple(
        (filling.known("point made", point.words), filling.known("answer to a point", point.answer))
        for point in filling.matter.points
    )
    if not rows and filling.matter.occasion is not None:
        return (Paragraph(NO_POINTS),)
    panels = isinstance(filling.matter.occasion, PanelOutcome)
    answer, whose = ("The panel’s answer", "the panel’s") if panels else ("Our answer", "our")
    header, summary = ("What you told us", answer), f"What you told us, with {whose} answers"
    return (Table(summary, header, rows, (50, 50), own_words=True),) if rows else ()


def _reasons(filling: Filling) -> tuple[Block, ...]:
    paragraphs = tidy_paragraphs(filling.matter.reasons or "") or ("",)
    return tuple(Paragraph(filling.known("officer's reasons", text)) for text in paragraphs)


def _ends_when(filling: Filling) -> tuple[Block, ...]:
    ends = filling.matter.terms.ends_when
    return _bullets(tuple(filling.known("what ends the help", line) for line in ends))


def _other_help(filling: Filling) -> tuple[Block, ...]:
    lines = filling.matter.sender.other_help
    if not lines:
        return _bullets((filling.blank("other help with travel"),))
    return _bullets(tuple(filling.known("other help", line) for line in lines))


def _signature(filling: Filling) -> tuple[Block, ...]:
    return (
        Signature(("Yours sincerely", filling.named("officer"), filling.named("officer_title"))),
    )


def _enclosures(filling: Filling) -> tuple[Block, ...]:
    listed = filling.matter.terms.enclosures
    return _bullets(tuple(filling.known("enclosure", line) for line in listed))


PARTS: dict[str, Build] = {
    "letterhead": _letterhead,
    "address": _address,
    "about": _about,
    "grounds": _grounds,
    "failed": _failed,
    "not_settled": _not_settled,
    "ruled_out": _ruled_out,
    "need": need,
    "distances": distances,
    "route": route,
    "facts": facts,
    "points": _points,
    "reasons": _reasons,
    "ends_when": _ends_when,
    "other_help": _other_help,
    "signature": _signature,
    "enclosures": _enclosures,
    **PARTS_OF_HELP,
    **PARTS_OF_OCCASION,
}
"""The parts by name."""
