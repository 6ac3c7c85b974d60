"""From a decision's record to a letter in words: one kind, one template, nothing invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby
from pathlib import Path

from letters.blocks import Address, Block, Bullets, Heading, LetterContent, Note, Paragraph
from letters.errors import BadTemplate
from letters.filling import Filling
from letters.guards.guard import guard, guard_words
from letters.guards.tribunal import senders_words
from letters.held_back import left_unsaid, not_given
from letters.kinds.by_name import Kind, check_template, kind_named
from letters.language import ENGLISH, Language
from letters.matter import Matter
from letters.page_words import PAGE_WORDS
from letters.parts.by_name import PARTS
from letters.placeholders import CONDITIONS, PLACEHOLDERS
from letters.template import Known, Piece, Template, read_template
from rules.problems import Problem

SHARED = Path(__file__).resolve().parent.parent / "resources" / "letters"
KNOWN = Known(frozenset(PLACEHOLDERS), frozenset(PARTS), frozenset(CONDITIONS))
FICTIONAL = "Fictional sample. The council, the people and the places in this letter are made up."


def compose(
    matter: Matter, kind: str, template: Template | None = None, language: Language = ENGLISH
) -> LetterContent:
    """Compose a letter of a kind from a record.

    ``template`` is the wording, the shared one of the kind unless given; ``language`` has the words
    that the program writes beside it. Where the wording is in another language than that, all is
    English. What the kind must say and the record lacks stands as a named blank, listed in the
    content's ``blanks``, and makes the letter a draft; so does what is not confirmed, and what the
    language lacks.
    Raises UnknownKind, LetterRefused where a guard of the kind stands against the record, and
    BadTemplate where the wording leaves out what the kind must say.
    """
    wanted = kind_named(kind)
    wording = checked(wanted, template or shared_template(kind))
    guard(wanted, matter)
    guard_words(_own_words(matter, wording))
    _guard_language(language)
    return compose_again(matter, kind, wording, language)


def compose_again(
    matter: Matter, kind: str, wording: Template, language: Language = ENGLISH
) -> LetterContent:
    """Compose a letter that was let out before, from the same record and wording.

    What stands in the way of a letter now, and did not then, is no reason not to show how it read.
    """
    wanted = kind_named(kind)
    parts = frozenset(piece.text for piece in wording.pieces if piece.shape == "part")
    filling = Filling(matter, language if language.tag == wording.language else ENGLISH, parts)
    for label in (*not_given(wanted, matter), *left_unsaid(matter, wording)):
        filling.blank(label)
    blocks = tuple(_blocks(wording, filling))
    around = tuple((each, filling.saying.as_it_stands(each)) for each in PAGE_WORDS)
    for label in held_back(filling, wording, language):
        filling.blank(label)
    content = _content(wanted, wording, filling, blocks)
    return content if filling.saying.language.is_english else replace(content, page_words=around)


def held_back(filling: Filling, wording: Template, language: Language) -> tuple[str, ...]:
    """Name what holds a letter back beside its record: words not confirmed, or not there."""
    unsure = (*wording.to_confirm, *filling.matter.sender.to_confirm, *language.to_confirm)
    told = [f"confirmation of {each}" for each in dict.fromkeys(unsure)]
    if language.tag != wording.language:
        told.append(f"the wording of this letter in {language.name}")
    lacking = filling.saying.lacking
    if lacking:
        few, more = "”, “".join(lacking[:3]), len(lacking) - 3
        rest = f" and {more} more" if more > 0 else ""
        told.append(f"words in {language.name} for “{few}”{rest}")
    return tuple(told)


@cache
def shared_template(kind: str) -> Template:
    """Read the wording that comes with the program for a kind."""
    path = SHARED / f"{kind_named(kind).name}.txt"
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = f"the wording cannot be read ({error}). Install the program again."
        raise BadTemplate([Problem(path.name, why)]) from error
    return read_template(text, path.name, KNOWN)


def checked(kind: Kind, template: Template) -> Template:
    """Give back a template that says all its kind must say. Raises BadTemplate."""
    problems = check_template(kind, template)
    if problems:
        raise BadTemplate(problems)
    return template


def _own_words(matter: Matter, template: Template) -> Iterator[str]:
    """Give the words that are the council's, not the officer's on this case or the family's."""
    yield from (piece.text for piece in template.pieces)
    yield from senders_words(matter.sender)


@cache
def _guard_language(language: Language) -> None:
    guard_words(words for _, words in language.words)


def _blocks(template: Template, filling: Filling) -> Iterator[Block]:
    """Turn the pieces that hold into blocks; neighbouring items become one list."""
    pieces = [piece for piece in template.pieces if _holds(piece, filling.matter)]
    blocks: list[Block] = []
    for is_item, run in groupby(pieces, key=lambda piece: piece.shape == "item"):
        if is_item:
            blocks.append(Bullets(tuple(filling.fill(piece.text) for piece in run)))
        else:
            blocks.extend(block for piece in run for block in _block(piece, filling))
    return _joined(blocks)


def _holds(piece: Piece, matter: Matter) -> bool:
    """Say whether a piece belongs in this letter; neither way while its condition is not known."""
    if piece.when is None:
        return True
    holds = CONDITIONS[piece.when](matter)
    return holds is not None and holds is not piece.unless


def _block(piece: Piece, filling: Filling) -> tuple[Block, ...]:
    """Turn one piece into its blocks."""
    match piece.shape:
        case "part":
            return tuple(filling.part(block) for block in PARTS[piece.text](filling))
        case "subject":
            return (Heading(1, filling.fill(piece.text)),)
        case "heading":
            return (Heading(2, filling.fill(piece.text)),)
    return (Paragraph(filling.fill(piece.text)),)


def _joined(blocks: list[Block]) -> Iterator[Block]:
    """Make one list of two that stand next to each other."""
    items: tuple[str, ...] = ()
    for block in blocks:
        if isinstance(block, Bullets):
            items += block.items
            continue
        if items:
            yield Bullets(items)
            items = ()
        yield block
    if items:
        yield Bullets(items)


def _content(
    kind: Kind, template: Template, filling: Filling, blocks: tuple[Block, ...]
) -> LetterContent:
    """Put the letter together, with the notices that a sample or a draft carries."""
    matter = filling.matter
    subject = next(block.text for block in blocks if isinstance(block, Heading))
    return LetterContent(
        kind=kind.name,
        title=f"Draft: {subject}" if filling.blanks or matter.terms.draft_because else subject,
        author=matter.sender.council or "",
        reference=matter.reference or "",
        dated=matter.terms.letter_date,
        template=template.name,
        blocks=_with_notices(blocks, filling),
        blanks=filling.blanks,
        filled=filling.filled,
        fictional=matter.terms.fictional,
        language=filling.saying.language.tag,
    )


def _with_notices(blocks: tuple[Block, ...], filling: Filling) -> tuple[Block, ...]:
    """Set the notices below the address, where they are read before the letter."""
    notices: list[Block] = []
    if filling.matter.terms.fictional:
        notices.append(filling.part(Note(FICTIONAL)))
    if because := filling.matter.terms.draft_because:
        notices.append(Note(f"Draft. Do not send: {because}"))
    if filling.blanks:
        count = len(filling.blanks)
        things = "1 thing is" if count == 1 else f"{count} things are"
        notices.append(Note(f"Draft. Do not send: {things} still missing, shown in [brackets]."))
    places = [i for i, block in enumerate(blocks) if isinstance(block, Address)]
    at = places[0] + 1 if places else 0
    return (*blocks[:at], *notices, *blocks[at:])
