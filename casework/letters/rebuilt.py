"""Proof of a letter: written again from what the store keeps, and held to what went out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest

import pypdfium2

import letters as words
from casework.desk import Desk
from casework.letters.inputs import LetterInputs, read_inputs
from casework.letters.make import content_again
from letters.template import digest_of
from records.decision import Decision
from records.letter import Letter
from rules.problems import UserFacingError
from store import contents, decisions

OLDER = (
    "This letter was made before Milepost kept what a letter is written from. Its pages are as "
    "they were made; they cannot be written again."
)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """Whether a letter comes out again byte for byte; ``where`` says where not, in a sentence."""

    same: bool
    where: str = ""

    @property
    def words(self) -> str:
        """What was found, for the person at the desk."""
        if self.same:
            return "Written again from its record, the letter is the same, byte for byte."
        return self.where


def rebuilt(desk: Desk, letter: Letter) -> Rebuilt:
    """Write a kept letter again from its decision, inputs and wording, and compare the bytes."""
    if not letter.inputs:
        return Rebuilt(False, OLDER)
    try:
        inputs = read_inputs(letter.inputs)
        again = _written(desk, letter, inputs)
    except (UserFacingError, LookupError, TypeError, ValueError) as error:
        return Rebuilt(False, f"The letter cannot be written again: {error}")
    if again == letter.pdf:
        return Rebuilt(True)
    return Rebuilt(False, _where(letter.pdf, again, inputs))


def decision_told(desk: Desk, inputs: LetterInputs) -> Decision:
    """The decision that a letter tells of, or the case as it stood; raises as ``decision``."""
    if inputs.before is None:
        return decisions.decision(desk.store, inputs.decision)
    texts = tuple((id, _held(desk, digest).decode()) for id, digest in inputs.texts)
    return replace(inputs.before, policy_texts=texts)


def _written(desk: Desk, letter: Letter, inputs: LetterInputs) -> bytes:
    text = _held(desk, letter.wording).decode()
    place = f"{letter.template.partition('@')[0]}.txt"
    template = words.read_template(text, place, words.KNOWN)
    papers = {each.sha256: _held(desk, each.sha256) for each in inputs.enclosed}
    content = content_again(decision_told(desk, inputs), inputs, template, papers)
    return words.given_out(content, inputs.format, inputs.points)


def _held(desk: Desk, digest: str) -> bytes:
    found = contents.content(desk.store, digest)
    if found is None or digest_of(found.decode()) != digest:
        raise LookupError(f"what it was made from ({digest[:12]}…) is not in the store as it was.")
    return found


def _where(kept: bytes, again: bytes, inputs: LetterInputs) -> str:
    """Say in which line the two first read otherwise; else that only the drawing differs."""
    format, earlier = inputs.format, _by_an_earlier_layout(inputs)
    pairs = zip_longest(_lines(kept, format), _lines(again, format))
    for at, (was, now) in enumerate(pairs, start=1):
        if was != now:
            return (
                f"Written again, the letter differs from line {at} on. It went out as: "
                f"“{was or 'nothing more'}”. It would now be: “{now or 'nothing more'}”.{earlier}"
            )
    first = next((at for at, (a, b) in enumerate(zip(kept, again, strict=False)) if a != b), None)
    at = min(len(kept), len(again)) if first is None else first
    drawn = f"the drawing differs, from byte {at + 1:,} of {len(kept):,} on."
    return f"Its words are the same; {drawn}{earlier}"


def _by_an_earlier_layout(inputs: LetterInputs) -> str:
    """Say that a letter was laid out by an earlier Milepost, where it was."""
    if inputs.layout == words.LAYOUT:
        return ""
    return (
        f" It was laid out by an earlier Milepost (layout {inputs.layout}; this one's is "
        f"{words.LAYOUT}): the pages that went out are kept as they are."
    )


def _lines(data: bytes, format: words.Format) -> list[str]:
    if format.suffix != ".pdf":
        return data.decode().splitlines()
    try:
        document = pypdfium2.PdfDocument(data)
        pages = [page.get_textpage().get_text_range() for page in document]
    except pypdfium2.PdfiumError:
        return []
    return [line for page in pages for line in page.splitlines()]
