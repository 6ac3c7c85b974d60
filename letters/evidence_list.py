"""The list of the evidence that a decision was made on, to go with its letter."""

from __future__ import annotations

from datetime import date

from letters.blocks import Block, Heading, LetterContent, Letterhead, Note, Paragraph, Table
from records.application import Evidence
from rules.quantities import day_in_words

TITLE = "List of the evidence we held"
TEMPLATE = "evidence-list/2"
FICTIONAL = "Fictional sample. The council, the people and the places in this paper are made up."
_HEADER = ("What it is", "Who gave it", "Dated", "Received")


def evidence_list(
    held: tuple[Evidence, ...],
    reference: str,
    dated: date | None,
    issuer: str | None = None,
    fictional: bool = False,
) -> LetterContent:
    """Set the list out, to be enclosed with a letter: one row for each item, in the order held."""
    return LetterContent(
        kind="evidence-list",
        title=TITLE,
        author=issuer or "",
        reference=reference,
        dated=dated,
        template=TEMPLATE,
        blocks=_blocks(held, reference, issuer, fictional),
        blanks=(),
        filled=tuple(("title of the evidence", each.title) for each in held),
        fictional=fictional,
    )


def _blocks(
    held: tuple[Evidence, ...], reference: str, issuer: str | None, fictional: bool
) -> tuple[Block, ...]:
    head: list[Block] = [Letterhead(issuer, ())] if issuer else []
    head += [Note(FICTIONAL)] if fictional else []
    told = f"We held this evidence on case {reference} when we wrote this letter."
    rows = tuple(_row(each) for each in held)
    table = Table("The evidence we held", _HEADER, rows, (40, 24, 18, 18))
    return (*head, Heading(1, TITLE), Paragraph(told), table)


def _row(each: Evidence) -> tuple[str, str, str, str]:
    dated = day_in_words(each.dated) if each.dated else "no date"
    return each.title, each.given_by, dated, day_in_words(each.received_on)
