"""A letter that takes the place of an earlier one names it, where it is read before all else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import letters as words
from casework.letters.inputs import read_inputs
from casework.letters.names import kind_words
from letters.blocks import Address, Note
from records.letter import Letter
from records.london import day_in_london
from rules.quantities import day_in_words


def day_borne(letter: Letter) -> date:
    """The day that a letter bears; that on which it was made, for one that kept no inputs."""
    dated = read_inputs(letter.inputs).terms.letter_date if letter.inputs else None
    return dated or day_in_london(letter.made_at)


def in_place_of(earlier: Letter, because: str) -> str:
    """The sentence that names the earlier letter, and why another takes its place."""
    title = kind_words(earlier.kind)
    day = day_in_words(day_borne(earlier))
    why = because.strip().rstrip(".")
    said = f"This letter takes the place of our letter of {day} ({title})."
    return f"{said} The reason: {why}." if why else said


def naming_earlier(content: words.LetterContent, sentence: str) -> words.LetterContent:
    """The same letter with the sentence below the address; as it was where there is none."""
    if not sentence:
        return content
    places = [at for at, block in enumerate(content.blocks) if isinstance(block, Address)]
    cut = places[0] + 1 if places else 0
    blocks = (*content.blocks[:cut], Note(sentence), *content.blocks[cut:])
    said = ("what this letter takes the place of", sentence)
    return replace(content, blocks=blocks, filled=(*content.filled, said))
