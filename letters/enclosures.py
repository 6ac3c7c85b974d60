"""Papers enclosed with a letter: named in it, and following it in the same file."""

from __future__ import annotations

from dataclasses import replace

from letters.blocks import Block, Bullets, Heading, LetterContent

TITLE = "Enclosed with this letter"
"""The heading that every letter lists its enclosures under."""


def with_enclosures(content: LetterContent, *enclosed: LetterContent) -> LetterContent:
    """Give a letter with papers that follow it, such as certificates, each from a new page.

    Each is named under "Enclosed with this letter", where it is not listed there yet. In every
    format they are one file: in a PDF one structure with each paper as a part of it, one row of
    page numbers, and a bookmark to each.
    """
    if not enclosed:
        return content
    return replace(
        content,
        blocks=_listing(content.blocks, tuple(each.title for each in enclosed)),
        enclosures=(*content.enclosures, *enclosed),
    )


def _listing(blocks: tuple[Block, ...], titles: tuple[str, ...]) -> tuple[Block, ...]:
    """Add titles to the list of what is enclosed; without one, begin it at the letter's end."""
    for at, (head, items) in enumerate(zip(blocks, blocks[1:], strict=False)):
        if isinstance(head, Heading) and head.text == TITLE and isinstance(items, Bullets):
            new = tuple(title for title in titles if title not in items.items)
            return (*blocks[: at + 1], Bullets((*items.items, *new)), *blocks[at + 2 :])
    return (*blocks, Heading(2, TITLE), Bullets(titles))
