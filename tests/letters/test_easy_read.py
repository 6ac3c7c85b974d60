"""Easy Read: nothing of the letter is lost, no name is cut, and no picture says another thing."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from letters.blocks import (
    Bullets,
    Heading,
    LetterContent,
    Paragraph,
    Pictured,
    Table,
    all_texts,
    texts,
)
from letters.certificate.content import certificate
from letters.easy_read.lay_out import RECORD, easy_read
from letters.easy_read.lines import LONG, cut, without_cites
from letters.easy_read.symbol_calls import NO_PICTURE, symbol_for
from letters.easy_read.symbols import SYMBOLS
from letters.matter import PointAnswered
from letters.printing.look import EASY
from tests.letters.case import GOOD, letter
from tests.letters.certificates import record

KINDS = sorted(GOOD)
REFUSED = letter("refuse")


def lines_in(content: LetterContent) -> list[str]:
    return [line for b in easy_read(content).blocks if isinstance(b, Pictured) for line in b.lines]


def of(*blocks: Paragraph | Bullets | Table | Heading) -> LetterContent:
    return replace(REFUSED, blocks=blocks, filled=())


def words(told: str) -> set[str]:
    """Words without the brackets and the plural that gathering where rules are written changes."""
    return {re.sub(r"^\(|[.,;:)]*$", "", word) for word in told.split()}


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_of_a_paragraph_a_list_or_a_table_is_left_out(kind: str) -> None:
    content = letter(kind)
    said = words(" ".join(all_texts(easy_read(content))))
    said |= {word.removesuffix("s") for word in said}
    for block in content.blocks:
        shown = block.header if isinstance(block, Table) and len(block.header) > 2 else ()
        for told in (*texts(replace(block, header=()) if shown else block), *shown):
            if told not in ("Fact", "What we recorded"):
                assert words(told) <= said, told


def test_every_column_of_a_wide_table_is_named_beside_its_cell() -> None:
    header = ("What we need", "Why, and for which test", "What would do instead")
    rows = (("A letter", "It shows how far. Paragraph 2 asks that.", "A call"), ("B", "C", ""))
    assert lines_in(of(Table("Wanted", header, rows, (30, 40, 30)))) == [
        "What we need: A letter",
        "Why, and for which test: It shows how far.",
        "Paragraph 2 asks that.",
        "What would do instead: A call",
        "What we need: B",
        "Why, and for which test: C",
    ]


@pytest.mark.parametrize("said", ["The path floods.", "It floods " * 12 + "always."])
def test_what_was_said_and_the_answer_are_told_apart_however_short_they_are(said: str) -> None:
    point = PointAnswered(said, "We walked it. It was dry.")
    shown = lines_in(letter("refuse", points=(point,)))
    at = shown.index(f"What you told us: {said}")
    assert shown[at + 1 : at + 3] == ["Our answer: We walked it.", "It was dry."]


def test_a_short_row_is_told_as_its_label_and_its_value() -> None:
    table = Table("Facts", ("Fact", "What we recorded"), (("Born", "3 May 2016"),), (50, 50))
    assert lines_in(of(table)) == ["Born: 3 May 2016"]


NAMES = ("Ms A. Tern", "St. Mary's C. of E. Primary", "Dr. B. Ó Néill", "Mo J. Adeyemi")


@pytest.mark.parametrize("name", NAMES)
def test_no_name_is_cut_at_an_initial_or_a_title(name: str) -> None:
    assert cut(f"Dear {name}") == ((f"Dear {name}",),)
    assert cut(f"We wrote to {name}. It is near.", ()) == (
        (f"We wrote to {name}.",),
        ("It is near.",),
    )


def test_no_name_of_the_record_is_cut_whatever_stands_in_it() -> None:
    name = "Acad. Sixth Form; Quay. Site"
    assert cut(f"She goes to {name}. It is near.", (name,)) == (
        (f"She goes to {name}.",),
        ("It is near.",),
    )


def test_a_letter_to_somebody_with_an_initial_greets_them_on_one_line() -> None:
    shown = lines_in(letter("refuse", addressee="Ms A. Tern"))
    assert "Dear Ms A. Tern" in shown and "Tern" not in shown


def test_a_list_in_a_sentence_is_cut_into_its_items() -> None:
    text = "We noted: Low income: No; Other help: Yes."
    assert lines_in(of(Paragraph(text))) == ["We noted:", "Low income: No;", "Other help: Yes."]


def test_a_long_sentence_goes_on_in_lines_of_its_own_and_keeps_its_words() -> None:
    text = (
        "We measured it in this way: the shortest route from where your home meets the street to "
        "the nearest school gate, along streets and paths that a child, accompanied as "
        "necessary, may walk in reasonable safety, measured along the ground with our network."
    )
    ((*shown,),) = cut(text)
    assert " ".join(shown) == text
    assert len(shown) == 4 and all(len(line.split()) <= LONG for line in shown)


def test_nothing_that_limits_a_sentence_is_put_on_a_line_of_its_own() -> None:
    text = "We will go on paying for the travel for all of the year, " + "unless you move " * 4
    assert cut(text.strip()) == ((text.strip(),),)


RULE = "Route too unsafe to walk (Education Act 1996, Schedule 35B, paragraph 4)."


def test_where_a_rule_is_written_stands_on_a_line_of_its_own_after_what_it_says() -> None:
    assert lines_in(of(Bullets((f"{RULE} The route is safe.",)))) == [
        "Route too unsafe to walk.",
        "The route is safe.",
        "The law: Education Act 1996, Schedule 35B, paragraph 4.",
    ]


def test_of_a_list_of_rules_the_law_is_told_once_below_in_the_same_order() -> None:
    items = (
        RULE,
        "Beyond distance (Education Act 1996, Schedule 35B, paragraph 6).",
        "Adult with a plan (Education Act 1996, section 508F(1)(b)).",
    )
    assert lines_in(of(Bullets(items)))[3:] == [
        "The law, in the order of this list:",
        "Education Act 1996, Schedule 35B, paragraphs 4 and 6.",
        "Education Act 1996, section 508F(1)(b).",
    ]


def test_a_policys_paragraph_is_not_called_the_law() -> None:
    item = "Reception children (Marlhaven travel policy (fictional), paragraph 2.1)."
    assert lines_in(of(Bullets((item,))))[1:] == [
        "Where this is written: Marlhaven travel policy (fictional), paragraph 2.1."
    ]


def test_brackets_that_somebody_wrote_and_labels_with_a_paragraph_stay_where_they_are() -> None:
    assert without_cites("Low income (paragraph 14): No") == ("Low income (paragraph 14): No", ())
    own = "I read it (the Act, section 4)."
    assert without_cites(own, (own,)) == (own, ())


@pytest.mark.parametrize("kind", KINDS)
def test_what_ends_in_a_colon_stays_with_what_follows(kind: str) -> None:
    blocks = easy_read(letter(kind)).blocks
    pictures = [block for block in blocks if isinstance(block, Pictured)]
    assert not [block.lines for block in pictures if block.lines[-1].endswith(":")]


@pytest.mark.parametrize(
    "line",
    [
        "We use what you tell us to decide on travel help.",
        "We can choose to help a child who is not entitled.",
        "The law also asks about mobility, and about walking with an adult.",
        "We used our policy: Marlhaven travel policy 2026-27.",
        "Days of absence: We pay for days on which Zofia goes to school.",
        "You are responsible for Zofia’s travel to school until the review is decided.",
        "Travel after 16 is not a right to free travel.",
        "We do not know yet whether Zofia is entitled to free travel.",
        "If the panel has changed our decision, we tell you.",
        "Beyond walking distance, place arranged under section 19.",
        "Tern",
    ],
)
def test_no_picture_says_what_its_line_does_not(line: str) -> None:
    assert symbol_for(line) == NO_PICTURE


def test_a_picture_is_chosen_by_the_first_sentence_and_not_by_what_follows_it() -> None:
    assert symbol_for(("We pay on these days:", "30 October 2026", "£3.00")) == "day"
    fact = ("Fact: Low income", "What we recorded: No", "Where it came from: form, 2 June 2026")
    assert symbol_for(fact) == NO_PICTURE


def test_somebodys_own_words_get_no_picture_but_of_where_to_turn() -> None:
    own = "The route was walked on 8 June 2026 with both crossings in use."
    assert symbol_for(own) == "day"
    assert symbol_for(own, (own,)) == NO_PICTURE
    ring = "Ring the travel team on 01632 960 001 and say what is wrong."
    assert symbol_for(ring, (ring,)) == "phone"


def test_a_certificate_says_at_its_head_what_it_is_for_and_keeps_its_figures() -> None:
    paper = certificate(record())
    whole = replace(REFUSED, enclosures=(paper,))
    (enclosed,) = easy_read(whole).enclosures
    head = [block for block in enclosed.blocks if isinstance(block, Heading)][0]
    assert enclosed.blocks[enclosed.blocks.index(head) + 1] == Paragraph(RECORD)
    assert set(all_texts(paper)) <= set(all_texts(enclosed))


def test_the_form_of_an_agreement_is_a_form_in_easy_read_too() -> None:
    (form,) = [b for b in easy_read(letter("travel-budget")).blocks if _is_form(b)]
    assert [row[0] for row in form.rows] == ["I accept this offer", "Name", "Signed", "Date"]
    assert EASY.body.size >= 16 and SYMBOLS


def _is_form(block: object) -> bool:
    return isinstance(block, Table) and block.to_fill


def test_another_language_keeps_where_a_rule_is_written_in_its_own_sentence() -> None:
    content = replace(of(Bullets((RULE,))), language="cy")
    assert lines_in(content) == [RULE]
