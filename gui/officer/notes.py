"""What is said beside a finding: the length against its limit, and what settled it besides."""

from __future__ import annotations

import re
from collections.abc import Container

from gui.fields.figures import figure_words
from gui.officer.trace import conditions
from rules.recommendation import Finding, Step
from rules.say import finding_sentence, telling_test, test_words
from rules.values import FactType, Result

_TWICE = re.compile(r" is ([^,;]+), (?:exactly|just) \1(?![^,;.])")


def figure_of(test: Step | None) -> str:
    """Write the length that a finding turns on against its limit; empty for other tests."""
    return figure_words(test) if test is not None and test.type is FactType.LENGTH else ""


def note_of(finding: Finding, facts: Container[str] = ()) -> str:
    """Say what settled a finding besides the length that stands at its right.

    Of one that was not met, the conditions that do not hold, as the text defines them; ``facts``
    are the names whose words are a label with a value, not a sentence.
    """
    if finding.result is Result.NOT_MET:
        return plain("; ".join(_lacking(finding, facts)))
    said = plain(finding_sentence(finding)).removeprefix(f"{finding.title}: ").rstrip(".")
    parts = [part for part in dict.fromkeys(said.split("; ")) if " distance is" not in part]
    return "; ".join(parts)


def plain(said: str) -> str:
    """Say a value that is just what is wanted once: ``year group is 0``, not ``0, exactly 0``."""
    return _TWICE.sub(r" is \1", said)


def _lacking(finding: Finding, facts: Container[str]) -> list[str]:
    lacking = [step for step in conditions(finding.because) if step.result is Result.NOT_MET]
    test = telling_test(finding)
    figure_says_it = figure_of(test) and test is not None and test.result is Result.NOT_MET
    if figure_says_it:
        lacking = [step for step in lacking if not _looks_at(step, test)]
    said = [lacking_words(step, facts) for step in lacking]
    if figure_of(test):  # the figure tells the rest of a definition that rests on it
        said = [
            _in_short(words) if _looks_at(step, test) else words
            for step, words in zip(lacking, said, strict=True)
        ]
    return list(filter(None, dict.fromkeys(said)))


def _in_short(words: str) -> str:
    """Leave out what the figure beside it says; whether it holds stays."""
    first, cut, _ = words.removesuffix(": no").partition(",")
    return f"{first}: no" if words.endswith(": no") else first if cut else words


def _looks_at(step: Step, test: Step | None) -> bool:
    same = test is not None and (step.name, step.limit) == (test.name, test.limit)
    return same or any(_looks_at(part, test) for part in step.parts)


def lacking_words(step: Step, facts: Container[str] = ()) -> str:
    """Say of a condition that it does not hold: each with its value, or no."""
    if step.kind == "test":
        return test_words(step)
    if step.text.startswith("Not so: "):
        return step.text.removeprefix("Not so: ")
    words = f"{step.text[:1].lower()}{step.text[1:]}"
    if step.name in facts:
        return f"{words}: no"
    return f"{words}: no" if words else ""
