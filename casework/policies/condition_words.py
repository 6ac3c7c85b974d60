"""The conditions of a policy text, line by line, in words that a reader of English follows."""

from __future__ import annotations

from dataclasses import dataclass

from casework.policies.day_words import day_words
from rules import tree
from rules.policy import PolicyVersion
from rules.say import limit_words, value_words
from rules.values import FactType, FactValue


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """One line of a condition: how deep it stands, its words, and the text as it is written."""

    depth: int
    words: str
    written: str


@dataclass(frozen=True, slots=True)
class Speech:
    """The version whose names are to be put into words."""

    policy: PolicyVersion


_GROUPS = {
    tree.All: "All of these",
    tree.AnyOf: "Any one of these",
    tree.NoneOf: "None of these",
}
_COMPARED = {
    ">": "is more than", "<": "is less than", ">=": "is at least", "<=": "is not more than",
    "=": "is",
}  # fmt: skip
_DATED = {
    ">": "is after", "<": "is before", ">=": "is on or after", "<=": "is on or before", "=": "is",
}  # fmt: skip


def condition_lines(
    speech: Speech, condition: tree.Condition, depth: int = 0
) -> tuple[WrittenLine, ...]:
    """A condition and its parts, one line each, in the order of the text.

    A group of one stands for what is in it; groups of one kind within each other are one group.
    """
    condition = flattened(condition)
    if isinstance(condition, tree.NoneOf) and len(condition.parts) == 1:
        first, *rest = condition_lines(speech, condition.parts[0], depth)
        return (WrittenLine(depth, f"Not so: {_lowered(first.words)}", first.written), *rest)
    if isinstance(condition, tree.All | tree.AnyOf | tree.NoneOf):
        parts = [
            line for each in condition.parts for line in condition_lines(speech, each, depth + 1)
        ]
        return (WrittenLine(depth, _GROUPS[type(condition)], ""), *parts)
    return (WrittenLine(depth, test_words(speech, condition), condition.text),)


def flattened(condition: tree.Condition) -> tree.Condition:
    """A condition with the same meaning and no needless group around it or directly within it."""
    if not isinstance(condition, tree.All | tree.AnyOf):
        return condition
    parts: list[tree.Condition] = []
    for each in map(flattened, condition.parts):
        parts += each.parts if isinstance(each, type(condition)) else [each]
    return parts[0] if len(parts) == 1 else type(condition)(tuple(parts))


def body_lines(speech: Speech, definition: tree.Definition) -> tuple[WrittenLine, ...]:
    """How a definition is worked out: its condition, its cases, or its value."""
    body = definition.body
    if isinstance(body, tuple):
        return tuple(line for case in body for line in case_lines(speech, case))
    if isinstance(body, tree.Fact | tree.Parameter | tree.Defined | tree.Operation):
        return (WrittenLine(0, _sentence(value_text(speech, body)), definition.text),)
    return condition_lines(speech, body)


def case_lines(speech: Speech, case: tree.Case) -> tuple[WrittenLine, ...]:
    """One case: its value, and the condition it waits for."""
    value = humanised(case.value) if isinstance(case.value, str) else value_text(speech, case.value)
    if case.when is None:
        return (WrittenLine(0, f"Otherwise {value}", ""),)
    return (
        WrittenLine(0, f"{_sentence(value)}, where", ""),
        *condition_lines(speech, case.when, 1),
    )


def test_words(speech: Speech, condition: tree.Condition) -> str:
    """One test in words: ``Walking distance more than 2 miles``."""
    match condition:
        case tree.Holds(fact, negated):
            label = speech.policy.vocabulary[fact.name].label
            return f"{label}: no" if negated else label
        case tree.Named(name, negated):
            says = (speech.policy.definitions[name].says or humanised(name)).rstrip(".")
            return f"Not so: {_lowered(says)}" if negated else _sentence(says)
        case tree.OfProvision(provision, negated):
            title = speech.policy.provision(provision).title
            return f"Not met: {title}" if negated else f"Met: {title}"
        case tree.OneOf(value, choices):
            return f"{_sentence(value_text(speech, value))}: {_choices(speech, value, choices)}"
        case tree.Compare(left, operator, right):
            words = _DATED if left.type is FactType.DATE else _COMPARED
            sides = value_text(speech, left), words[operator], value_text(speech, right)
            return _sentence(" ".join(sides))
        case tree.Unread(text):
            return f"Not read here: {humanised(text.removesuffix(': not read'))}"
    raise TypeError(condition)


def _choices(speech: Speech, value: tree.Value, choices: tuple[str, ...]) -> str:
    name = value.name if isinstance(value, tree.Fact) else ""
    word = speech.policy.vocabulary.get(name)
    labels = dict(zip(word.choices, word.choice_labels, strict=False)) if word else {}
    return " or ".join(labels.get(each, humanised(each)) for each in choices)


def value_text(speech: Speech, value: tree.Value) -> str:
    """A value in words: a fact's label, a definition's name, a parameter's figure."""
    match value:
        case tree.Fact(name):
            return _lowered(speech.policy.vocabulary[name].label)
        case tree.Defined(name):
            return humanised(name)
        case tree.Parameter(name, kind):
            return _figure(speech, name, kind)
        case tree.Operation():
            return day_words(speech.policy, value, lambda part: value_text(speech, part))


def _figure(speech: Speech, name: str, kind: FactType) -> str:
    """A parameter's one value; its name where it has several, or is a list of days."""
    values = speech.policy.parameters[name].values
    only: FactValue | tuple[tuple[int, int], ...] | None = (
        values[0].value if len(values) == 1 else None
    )
    if only is None or isinstance(only, tuple):
        return humanised(name)
    return value_words(only, kind) if kind is FactType.CHOICE else limit_words(only, kind)


def humanised(name: str) -> str:
    """A name of the text with spaces for its underscores."""
    return name.replace("_", " ")


def _lowered(label: str) -> str:
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
