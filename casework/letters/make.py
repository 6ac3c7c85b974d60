"""Plan a letter: from the record to its words, and all that proves it later; nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

import letters as words
from casework.desk import Desk
from casework.letters.enclosures import Told, enclosing, with_papers
from casework.letters.format import format_of_family
from casework.letters.inputs import LetterInputs
from casework.letters.matter import (
    PLAIN,
    composed,
    composed_again,
    council_of,
    inputs_for,
)
from casework.letters.wish import LetterWish
from casework.wordings.which import template_for
from letters.template import digest_of
from records.decision import Decision
from records.letter import Letter
from store.identifiers import new_id


@dataclass(frozen=True, slots=True)
class LetterPlan:
    """A letter in words, with its inputs and wording, not drawn yet.

    ``papers`` are the records of what it encloses, which are kept with it.
    """

    decision: Decision
    inputs: LetterInputs
    template: words.Template
    content: words.LetterContent
    wish: LetterWish = PLAIN
    papers: tuple[bytes, ...] = ()

    @property
    def rests_on(self) -> tuple[bytes, ...]:
        """The texts and records that it is written again from; kept with it."""
        before = self.decision.policy_texts if self.inputs.before else ()
        texts = tuple(text.encode() for _, text in before)
        return (self.template.text.encode(), *texts, *self.papers)

    def drawn(self) -> bytes:
        """Its bytes in its format. Raises GlyphMissing for a name the fonts cannot print."""
        return words.given_out(self.content, self.inputs.format, self.inputs.points)

    def record(self, desk: Desk, data: bytes) -> Letter:
        """The letter as it is kept once it is drawn, in the name of whoever is at the desk."""
        inputs, wish = self.inputs, self.wish
        return Letter(
            id=new_id(),
            decision=inputs.decision or None,
            kind=inputs.kind,
            template=self.template.name,
            sha256=sha256(data).hexdigest(),
            pdf=data,
            made_by=desk.person.id,
            made_at=desk.now(),
            application=self.decision.application,
            format=inputs.format.value,
            inputs=inputs.as_json(),
            wording=digest_of(self.template.text),
            occasion=inputs.occasion_id or None,
            replaces=wish.replaces.id if wish.replaces else None,
            because=wish.because.strip(),
        )


def plan_letter(
    desk: Desk,
    decision: Decision,
    kind: str | None = None,
    occasion: object | None = None,
    wish: LetterWish = PLAIN,
) -> LetterPlan:
    """Plan a letter of a decision, recorded or not yet; takes what ``matter_for`` takes.

    Raises UnknownKind, LetterRefused where a guard stands against it, and what ``certificate``
    raises where one is enclosed.
    """
    format, points = format_of_family(desk, decision, wish)
    papers = enclosing(desk, decision, wish.dated or desk.today()) if wish.enclose else ()
    inputs = replace(
        inputs_for(desk, decision, kind, occasion, wish),
        format=format,
        points=points,
        enclosed=tuple(each.named for each in papers),
    )
    own = template_for(desk, council_of(desk, decision), inputs.kind, inputs.tag)
    template = own or words.shared_template(inputs.kind)
    told = {each.named.sha256: each.told for each in papers}
    content = with_papers(composed(decision, inputs, template), inputs, told)
    records = tuple(each.record for each in papers)
    return LetterPlan(decision, inputs, template, content, wish, records)


def content_again(
    decision: Decision,
    inputs: LetterInputs,
    template: words.Template,
    papers: Mapping[str, bytes | Told],
) -> words.LetterContent:
    """A letter that went out, with what it encloses, from its record and from nothing else."""
    return with_papers(composed_again(decision, inputs, template), inputs, papers)
