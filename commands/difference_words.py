"""How the difference of two texts is printed: added, dropped, replaced, reworded, and figures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from casework.policies.text_difference import sure_words

if TYPE_CHECKING:
    from casework.policies.in_words import WrittenProvision
    from casework.policies.text_difference import Reworded, TextDifference


def text_difference_text(found: TextDifference) -> str:
    """What two texts say differently, provision by provision, for a reader at a terminal."""
    if found.is_empty:
        return f"{found.old} and {found.new} say the same in the same words."
    lines = [f"What {found.new} says otherwise than {found.old}:"]
    lines += (
        ["", "The text as a whole", *(f"  - {each}" for each in found.head)] if found.head else []
    )
    lines += _provisions("Added", found.added)
    lines += _provisions("Dropped", found.dropped)
    if found.replaced:
        lines += ["", "Replaced"]
    for one, two, reworded in found.replaced:
        lines += [f"  {one.title} ({one.id}) gives way to {two.title} ({two.id})"]
        lines += [f"    - {each}" for each in reworded.changes]
    lines += _reworded("Changed", found.reworded)
    lines += _reworded("Figures", found.figures)
    lines += _reworded("Definitions", found.definitions)
    return "\n".join(lines)


def _provisions(head: str, provisions: Iterable[WrittenProvision]) -> list[str]:
    lines = []
    for each in provisions:
        source = f"{each.cites}; {sure_words(each)}"
        lines += [f"  {each.title} ({each.effect.value}; {source})"]
        if head == "Added":
            lines += [f"    {'  ' * line.depth}- {line.words}" for line in each.lines]
    return ["", head, *lines] if lines else []


def _reworded(head: str, parts: Iterable[Reworded]) -> list[str]:
    lines = []
    for each in parts:
        lines += [f"  {each.name}", *(f"    - {change}" for change in each.changes)]
    return ["", head, *lines] if lines else []
