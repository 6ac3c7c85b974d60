"""A language that nobody speaks, made of the program's own list: each text stands in brackets."""

from __future__ import annotations

from letters.compose import SHARED
from letters.language import Language
from letters.language_text import english_words, read_language

TAG = "qaa"
"""ISO 639 keeps qaa to qtz for private use: no language has it."""

MONTHS = "Unu, Du, Tri, Kvar, Kvin, Ses, Sep, Ok, Naŭ, Dek, Dekunu, Dekdu"
HEAD = f"language: {TAG}\nname: Strange\nmonths: {MONTHS}\nday: {{day}}. {{month}} {{year}}\n"

OF_THE_CASES = (
    "Beyond walking distance",
    "Special educational needs, disability or mobility",
    "Young people of sixth form age with special needs",
    "Low income, ages 8 to 10",
    "Walking distance",
    "walking distance",
    "cannot walk",
    "Can walk with an adult",
    "Nearer suitable school with a place",
    "Special educational needs",
    "Travel eligibility officer",
    "We look at distance, needs and places on school buses before we choose",
)
"""What the cases of these tests say beside the program's own list: titles, labels, a post."""


def words() -> tuple[str, ...]:
    """The program's own list."""
    return english_words((SHARED / "words" / "english.txt").read_text("utf-8"))


def strange_text(without: str = "") -> str:
    """The file of the language, without one text where that is named."""
    said = dict.fromkeys((*words(), *OF_THE_CASES))
    pairs = [f"{each}\n= «{each}»" for each in said if each != without]
    return HEAD + "\n\n" + "\n\n".join(pairs) + "\n"


def strange(without: str = "") -> Language:
    """The language, read from its file."""
    return read_language(strange_text(without), f"words.{TAG}.txt")
