"""Reading a language's file: what stands for each English text that the program writes.

The head names the language: ``language:``, ``name:``, ``months:``, ``day:``. Then come pairs: a
line of English, and below it a line that begins with ``=``. ``//`` begins a note.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from letters.errors import BadWording
from letters.language import DAY_SLOTS, MONTHS, SLOT, Language
from letters.template import TO_CONFIRM, digest_of
from rules.problems import Problem

HEAD = ("language", "name", "months", "day")


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    place: str
    head: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    open: tuple[str, int] | None = None
    to_confirm: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, what: str, line: int | None = None) -> None:
        self.problems.append(Problem(self.place, what, line))


def read_language(text: str, place: str) -> Language:
    """Read a language's file; ``place`` names it. An English text without its own is lacking.

    Raises BadWording with every problem, by line.
    """
    reading = _Reading(place)
    for number, raw in enumerate(text.splitlines(), start=1):
        _line(reading, " ".join(raw.split()), number)
    _close(reading)
    _check_head(reading)
    if reading.problems:
        raise BadWording(reading.problems)
    return Language(
        tag=reading.head["language"],
        name=reading.head["name"],
        words=tuple(reading.words.items()),
        months=_months(reading.head.get("months", "")) or MONTHS,
        day=reading.head.get("day") or " ".join(DAY_SLOTS),
        place=place,
        digest=digest_of(text),
        to_confirm=tuple(reading.to_confirm),
    )


def english_words(text: str) -> tuple[str, ...]:
    """Read the list of English texts that the program writes: one a line, notes left out."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("//"))


def words_lacking(language: Language, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Give the English texts that a language has nothing for, in their order."""
    held = {english for english, theirs in language.words if theirs}
    return tuple(dict.fromkeys(each for each in wanted if each not in held))


def _line(reading: _Reading, line: str, number: int) -> None:
    """Read one line into what has been read so far."""
    if line.startswith("//"):
        note = line.removeprefix("//").strip()
        if note.startswith(TO_CONFIRM):
            reading.to_confirm.append(note.removeprefix(TO_CONFIRM).strip().rstrip("."))
    elif line.startswith("="):
        _pair(reading, line.removeprefix("=").strip(), number)
    elif line and not reading.words and reading.open is None and _is_head(line):
        name, _, value = line.partition(":")
        reading.head[name] = value.strip()
    elif line:
        _close(reading)
        reading.open = (line, number)


def _is_head(line: str) -> bool:
    return line.partition(":")[0] in HEAD


def _pair(reading: _Reading, theirs: str, number: int) -> None:
    """Take what stands for the English line above."""
    if reading.open is None:
        reading.wrong("there is no English line above this “=”.", number)
        return
    english, _ = reading.open
    reading.open = None
    if english in reading.words:
        reading.wrong(f"“{english}” stands here twice.", number)
    if theirs and sorted(SLOT.findall(english)) != sorted(SLOT.findall(theirs)):
        slots = ", ".join(f"{{{name}}}" for name in SLOT.findall(english)) or "none"
        reading.wrong(f"the slots of “{english}” must stand in both lines: {slots}.", number)
    reading.words[english] = theirs


def _close(reading: _Reading) -> None:
    """Note an English line without a line of its own."""
    if reading.open is not None:
        reading.wrong("the line below must begin with “=”.", reading.open[1])
        reading.open = None


def _check_head(reading: _Reading) -> None:
    """Check that the head names the language, with twelve months or none, and a whole day."""
    for name in ("language", "name"):
        if not reading.head.get(name):
            reading.wrong(f"the head must say “{name}:”.")
    months, day = reading.head.get("months", ""), reading.head.get("day")
    if months and len(_months(months)) != len(MONTHS):
        reading.wrong("“months:” must name twelve months, set apart by commas.")
    if day and not all(slot in day for slot in DAY_SLOTS):
        reading.wrong(f"“day:” must hold {', '.join(DAY_SLOTS)}.")


def _months(text: str) -> tuple[str, ...]:
    return tuple(month.strip() for month in text.split(",") if month.strip())
