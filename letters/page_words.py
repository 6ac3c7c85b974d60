"""The words that stand on every page of a letter: its reference, its number, what it is not."""

from __future__ import annotations

from letters.blocks import LetterContent

PAGE, REFERENCE = "Page {number} of {number2}", "Our reference: {text}"
SAMPLE, DRAFT = "Fictional sample", "Draft, not to be sent"
PAGE_WORDS = (PAGE, REFERENCE, SAMPLE, DRAFT)
"""What stands on every page, as a language's file names it."""


def ribbon_text(content: LetterContent) -> str:
    """Say what a page's ribbon reads: empty where it has none."""
    marks = [content.on_page(SAMPLE)] if content.fictional else []
    marks += [content.on_page(DRAFT)] if content.is_draft else []
    return " · ".join(marks)


def reference_text(content: LetterContent) -> str:
    """Say what a page's foot reads of the reference: empty where there is none."""
    reference = content.reference
    return content.on_page(REFERENCE).format(text=reference) if reference else ""
