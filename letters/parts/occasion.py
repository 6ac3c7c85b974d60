"""The parts of a letter that tell of its occasion: lists, items wanted, an agreement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from letters.blocks import Block, Bullets, Table
from letters.filling import Filling, tidy
from letters.occasions import in_words, occasion_lists, of

Build = Callable[[Filling], tuple[Block, ...]]


def _bulleted(name: str, label: str) -> Build:
    def build(filling: Filling) -> tuple[Block, ...]:
        items = tuple(in_words(each) for each in of(filling.matter, name) or ())
        if not items:
            return (Bullets((filling.blank(label),)),)
        return (Bullets(tuple(filling.known(label, item) for item in items)),)

    return build


def _items(filling: Filling) -> tuple[Block, ...]:
    """Set each piece of evidence beside why, for which test, and what would do instead."""
    wanted = of(filling.matter, "items") or ()
    if not wanted:
        return (Bullets((filling.blank("which evidence is wanted, why, and for which test"),)),)
    rows = tuple(
        (
            filling.known("evidence wanted", each.what),
            filling.known("why the evidence is wanted", _one_after_other(each.why, each.test)),
            filling.known("what would do instead", each.instead),
        )
        for each in wanted
    )
    header = ("What we need", "Why, and for which test", "What would do instead")
    return (Table("What we need from you", header, rows, (32, 38, 30)),)


def _one_after_other(*texts: str) -> str:
    """Put texts one after the other, each with its full stop where several stand together."""
    told = [words for each in texts if (words := tidy(each))]
    if len(told) < 2:
        return "".join(told)
    return " ".join(each if each.endswith((".", "?", "!")) else f"{each}." for each in told)


TERMS: Final = (
    ("Days of absence", "attendance"),
    ("If too much is paid", "overpayment"),
    ("Brothers and sisters", "siblings"),
)
"""The terms in words of a budget: the label of each, and the name of its field."""


def _agreement(filling: Filling) -> tuple[Block, ...]:
    """Give the form by which a parent accepts or declines, with the terms that are signed for."""
    days = tuple(in_words(each) for each in of(filling.matter, "payment_days") or ())
    terms = (
        ("For the travel of", filling.named("child")),
        ("To", filling.named("school")),
        ("The sum", filling.named("budget_sum")),
        ("How it is worked out", filling.named("budget_working")),
        ("First day", filling.named("budget_starts_on")),
        ("Last day", filling.named("budget_ends_on")),
        ("Paid on", filling.known("days of payment", "; ".join(days))),
        *((label, filling.named(name)) for label, name in TERMS),
    )
    form = (("I accept this offer", "Yes / No"), ("Name", ""), ("Signed", ""), ("Date", ""))
    return (
        Table("What the agreement is about", (), terms, (36, 64)),
        Table("Your answer", (), form, (36, 64), to_fill=True),
    )


PARTS_OF_OCCASION: dict[str, Build] = {
    **{name: _bulleted(name, label) for name, label in occasion_lists().items()},
    "items": _items,
    "agreement": _agreement,
}
"""The parts by name."""
