"""A wording checked as it is written: what keeps it from being used, and what might read better."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from casework.wordings.on_file import LETTERHEAD, WORDS, place_of, read_sender
from letters import KINDS, KNOWN, read_template
from letters.compose import SHARED
from letters.errors import BadTemplate, BadWording, LetterRefused
from letters.guards.tribunal import TRIBUNAL, guard_words, senders_words
from letters.kinds.by_name import check_template
from letters.language_text import english_words, read_language, words_lacking
from letters.plain_english.check import Hint, hints
from letters.plain_english.of_wording import Measure, measure, wording_hints
from letters.template import ENGLISH_TAG, PLACEHOLDER, UNENDED, Template, unchecked
from rules.problems import BadPolicy, Problem

__all__ = ["Measure", "Remark", "Weight", "WordingCheck", "check_wording", "reasons_hints"]


class Weight(StrEnum):
    """What a remark means for a wording: it cannot be used, it waits, or it could be plainer."""

    WRONG = "to be put right"
    UNCONFIRMED = "to be confirmed"
    HINT = "could be plainer"


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark: its weight, what it is about, its place, what is there, and what to do.

    ``line`` and ``column`` count from 1 and are None for what is about the whole. ``start`` and
    ``end`` are its span in the text.
    """

    weight: Weight
    about: str
    line: int | None
    column: int | None
    start: int
    end: int
    what: str
    better: str


@dataclass(frozen=True, slots=True)
class WordingCheck:
    """All remarks on a wording, in the order of its text, and how it reads as a whole."""

    remarks: tuple[Remark, ...]
    measure: Measure | None = None

    @property
    def is_usable(self) -> bool:
        """Say whether letters can be written with it."""
        return not any(each.weight is Weight.WRONG for each in self.remarks)


def check_wording(
    council: str, kind: str, language: str, text: str, others: Collection[str] = ()
) -> WordingCheck:
    """Check the text of a kind of letter, of a letterhead, or of a language's own words.

    ``others`` are the names of children, none of which belongs in a wording.
    """
    place = place_of(council, kind, language)
    try:
        if kind == LETTERHEAD:
            return WordingCheck(_of_letterhead(text, place))
        if kind == WORDS:
            return WordingCheck(_of_words(text, place, language))
        template = read_template(text, place, KNOWN)
    except (BadTemplate, BadWording, BadPolicy) as error:
        wrong = [_wrong(each, text) for each in error.problems]
        return _in_order([*wrong, *_hints(kind, language, text, others)])
    problems = [*check_template(KINDS[kind], template), *_tribunal(template)]
    remarks = [_wrong(each, text) for each in problems]
    remarks += [_unsure(each, text) for each in template.to_confirm]
    return _in_order([*remarks, *_hints(kind, language, text, others)], measure(template))


def _in_order(remarks: list[Remark], read: Measure | None = None) -> WordingCheck:
    return WordingCheck(tuple(sorted(remarks, key=lambda one: one.start)), read)


def _hints(kind: str, language: str, text: str, others: Collection[str]) -> list[Remark]:
    """Hints on an English wording, also while it has mistakes."""
    if kind not in KINDS or language != ENGLISH_TAG:
        return []
    return [_hinted(each) for each in wording_hints(unchecked(text, kind), others)]


def reasons_hints(text: str, others: Collection[str] = ()) -> tuple[Hint, ...]:
    """Hints on what an officer writes: plain English, and names of other children."""
    return hints(text, others)


def words_wanted() -> tuple[str, ...]:
    """Every English text that the program itself writes in letters."""
    return english_words((SHARED / "words" / "english.txt").read_text("utf-8"))


def _of_letterhead(text: str, place: str) -> tuple[Remark, ...]:
    found = read_sender(text, place)
    told = (
        found.measuring,
        found.mode_how,
        found.review_how,
        found.formats,
        found.privacy,
        *found.other_help,
    )
    said = [hint for line in told if line for hint in hints(line)]
    better = [(each, text.find(each.what)) for each in said]
    return (
        *(_wrong(each, text) for each in _tribunal_in(senders_words(found), text, place)),
        *(_unsure(each, text) for each in found.to_confirm),
        *(_hint_at(each, at, text) for each, at in better if at >= 0),
    )


def _of_words(text: str, place: str, language: str) -> tuple[Remark, ...]:
    found = read_language(text, place)
    remarks = [_wrong(each, text) for each in _tribunal_in(dict(found.words).values(), text, place)]
    remarks += [_unsure(each, text) for each in found.to_confirm]
    if found.tag != language:
        what = f"the head says “language: {found.tag}”, and this file is for “{language}”."
        remarks.append(_wrong(Problem(place, what, 1), text))
    lacking = words_lacking(found, words_wanted())
    better = "What is lacking stands in English, and holds the letter back."
    remarks += [
        Remark(Weight.UNCONFIRMED, "lacking", None, None, 0, 0, each, better) for each in lacking
    ]
    return tuple(remarks)


def _tribunal(template: Template) -> list[Problem]:
    """The Tribunal cannot decide on travel alone, so no wording may send a family there."""
    found = []
    for piece in template.pieces:
        try:
            guard_words((piece.text,))
        except LetterRefused as error:
            found.append(Problem(template.place, str(error), *piece.place_of(0)))
    return found


def _tribunal_in(told: Iterable[str], text: str, place: str) -> list[Problem]:
    """What a letterhead or a language's own words say of it, at the first line that names it."""
    lines = text.splitlines()
    named = next((n for n, each in enumerate(lines, 1) if TRIBUNAL.search(each)), None)
    found = []
    for each in told:
        try:
            guard_words((each,))
        except LetterRefused as error:
            found.append(Problem(place, str(error), named))
    return found


def _wrong(problem: Problem, text: str) -> Remark:
    start = _offset(text, problem.line, problem.column)
    line = text[start:].partition("\n")[0].rstrip() if problem.line else ""
    name = UNENDED.match(line) or PLACEHOLDER.match(line)
    what = name.group() if name else line
    better = problem.message[:1].upper() + problem.message[1:]
    return Remark(
        Weight.WRONG, "cannot be used", problem.line, problem.column, start, start + len(what),
        what, better,
    )  # fmt: skip


def _unsure(each: str, text: str) -> Remark:
    start = max(0, text.find(each))
    better = "Letters are drafts until this is confirmed and the note taken out."
    line, column = _line_of(text, start)
    return Remark(
        Weight.UNCONFIRMED, "to be confirmed", line, column, start, start + len(each), each, better
    )


def _hinted(hint: Hint) -> Remark:
    return Remark(
        Weight.HINT, hint.rule.value, hint.line, hint.column, hint.start, hint.end, hint.what,
        hint.better,
    )  # fmt: skip


def _hint_at(hint: Hint, at: int, text: str) -> Remark:
    line, column = _line_of(text, at)
    return Remark(
        Weight.HINT, hint.rule.value, line, column, at, at + len(hint.what), hint.what, hint.better
    )


def _line_of(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def _offset(text: str, line: int | None, column: int | None) -> int:
    if line is None:
        return 0
    lines = text.splitlines(keepends=True)
    return min(len(text), sum(map(len, lines[: line - 1])) + (column or 1) - 1)
