"""What stands over a letter and over its columns: the council once, and whose answer it is."""

from __future__ import annotations

from dataclasses import replace

from pypdfium2 import PdfDocument

from letters import Format, given_out
from letters.blocks import LetterContent, Letterhead, Table
from letters.matter import PointAnswered
from tests.letters.case import GOOD, letter

POINT = (PointAnswered("The path floods.", "It was dry."),)


def head_of(content: LetterContent) -> Letterhead:
    (head,) = (block for block in content.blocks if isinstance(block, Letterhead))
    return head


def points_in(content: LetterContent) -> Table:
    (table,) = (b for b in content.blocks if isinstance(b, Table) and b.own_words)
    return table


def test_a_letterhead_that_begins_with_the_councils_name_does_not_say_it_twice() -> None:
    sender = GOOD["refuse"].sender
    named = replace(sender, letterhead=(sender.council or "", "1 Quay Street", "ZZ1 1AA"))
    head = head_of(letter("refuse", sender=named))
    assert head == Letterhead(sender.council or "", ("1 Quay Street", "ZZ1 1AA"))
    alone = replace(sender, letterhead=(sender.council or "",))
    assert head_of(letter("refuse", sender=alone)).lines == ()


def test_the_panels_answers_are_not_called_ours() -> None:
    assert points_in(letter("stage-2-outcome", points=POINT)).header[1] == "The panel’s answer"
    assert points_in(letter("stage-1-outcome", points=POINT)).header[1] == "Our answer"


def test_very_large_print_has_the_council_and_the_whole_address_on_the_first_page() -> None:
    content = letter("refuse", address=("12 Gull Street", "Marlhaven", "ZZ2 7XY"))
    first = PdfDocument(given_out(content, Format.LARGE, 48))[0].get_textpage().get_text_range()
    head = head_of(content)
    assert all(line in first.replace("\r\n", " ") for line in (*head.lines, "12 Gull Street"))
    assert "ZZ2 7XY" in first
