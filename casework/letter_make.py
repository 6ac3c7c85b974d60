"""Make a letter: from the record to its words, its bytes, and what proves it later."""

from __future__ import annotations

from dataclasses import dataclass, replace

import letters as words
from casework.desk import Desk
from casework.letter_enclosures import enclosing, with_papers
from casework.letter_format import format_of_family
from casework.letter_inputs import LetterInputs
from casework.letter_matter import PLAIN, composed, council_of, inputs_for, template_for
from casework.letter_wish import LetterWish
from records.decision import Decision


@dataclass(frozen=True, slots=True)
class MadeLetter:
    """A letter that was made: its inputs, wording, words and bytes; nothing of it is kept yet.

    ``papers`` are the records of what it encloses, which are kept with it.
    """

    inputs: LetterInputs
    template: words.Template
    content: words.LetterContent
    data: bytes
    papers: tuple[bytes, ...] = ()

    @property
    def rests_on(self) -> tuple[bytes, ...]:
        """The texts and records that it is made again from."""
        return (self.template.text.encode(), *self.papers)


def make_letter(
    desk: Desk,
    decision: Decision,
    kind: str | None = None,
    occasion: object | None = None,
    wish: LetterWish = PLAIN,
) -> MadeLetter:
    """Make a letter of a decision, recorded or not yet; nothing is kept.

    Raises UnknownKind, LetterRefused where a guard stands against it, GlyphMissing for a name the
    fonts cannot print, and what ``certificate`` raises where one is enclosed.
    """
    format, points = format_of_family(desk, decision, wish)
    inputs = inputs_for(desk, decision, kind, occasion, wish)
    inputs = replace(inputs, format=format, points=points)
    papers = enclosing(desk, decision, wish.dated or desk.today()) if wish.enclose else ()
    inputs = replace(inputs, enclosed=tuple(each.named for each in papers))
    own = template_for(desk, council_of(desk, decision), inputs.kind)
    template = own or words.shared_template(inputs.kind)
    records = {each.named.sha256: each.record for each in papers}
    content = content_of(decision, inputs, template, records)
    data = words.given_out(content, inputs.format, inputs.points)
    return MadeLetter(inputs, template, content, data, tuple(records.values()))


def content_of(
    decision: Decision,
    inputs: LetterInputs,
    template: words.Template,
    papers: dict[str, bytes],
) -> words.LetterContent:
    """The letter in words with what it encloses, from its record and from nothing else."""
    return with_papers(composed(decision, inputs, template), inputs, papers)
