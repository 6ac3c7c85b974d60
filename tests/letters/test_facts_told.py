"""The facts in a letter: those that tests looked at by source, the others in a sentence."""

from __future__ import annotations

from typing import TypeGuard

from letters.blocks import Paragraph, Table
from letters.compose import compose
from letters.filling import Filling
from letters.matter import FactRow, Matter
from letters.parts.facts import facts
from tests.letters.case import REFUSED

FORM = "application form, 2 June 2026"


def told(*rows: FactRow) -> tuple[object, ...]:
    return facts(Filling(Matter(facts=rows)))


def row(label: str, source: str = FORM, turned: bool = True) -> FactRow:
    return FactRow(label, "Yes", source, turned)


def test_a_source_of_three_facts_is_named_once_and_not_in_each_row() -> None:
    where, table = told(row("One"), row("Two"), row("Three"))
    assert where == Paragraph(f"Where this came from: {FORM}.")
    assert isinstance(table, Table)
    assert table.rows == (("One", "Yes"), ("Two", "Yes"), ("Three", "Yes"))
    assert FORM in table.summary


def test_facts_of_few_share_a_table_that_names_the_source_of_each() -> None:
    (table,) = told(row("One"), row("Two", "school list"))
    assert isinstance(table, Table)
    assert table.rows == (("One", "Yes", FORM), ("Two", "Yes", "school list"))


def test_what_no_test_looked_at_is_told_in_a_sentence_so_that_it_can_be_put_right() -> None:
    table, others = told(row("One"), row("Low income", turned=False), row("Belief", turned=False))
    assert isinstance(table, Table) and table.rows == (("One", "Yes", FORM),)
    assert isinstance(others, Paragraph)
    assert others.text.endswith("looked at it: Low income: Yes; Belief: Yes.")


def is_facts(block: object) -> TypeGuard[Table]:
    return isinstance(block, Table) and block.header[:1] == ("Fact",)


def test_every_fact_of_the_record_stands_in_the_letter_once() -> None:
    content = compose(REFUSED, "refuse")
    cells = [cell for b in content.blocks if is_facts(b) for r in b.rows for cell in r]
    for fact in REFUSED.facts:
        assert cells.count(fact.label) == 1
