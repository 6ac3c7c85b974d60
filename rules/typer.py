"""Gives a parsed line its types: which words are facts, limits, definitions or provisions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from rules.expressions import BadLine, Call, Line, Name, parse_condition, parse_value
from rules.shape import Shape, nearest
from rules.tree import (
    All,
    AnyOf,
    Compare,
    Condition,
    Defined,
    Definition,
    Fact,
    Holds,
    Named,
    NoneOf,
    OfProvision,
    OneOf,
    Operation,
    Parameter,
    ParameterText,
    Value,
)
from rules.values import FactType
from rules.vocabulary import Vocabulary
from rules.yaml_text import Listing, Node, Text

_GROUPS: dict[str, type[All] | type[AnyOf] | type[NoneOf]] = {
    "all": All,
    "any": AnyOf,
    "none": NoneOf,
}
MOST_HINTS = 50
"""How many unknown names of a file are offered the nearest known one; it takes its time."""

OLDEST = 150
"""Years beyond which no age is held against a limit."""

DROPPED = ""
"""Stands for the id of a provision that a later version dropped: no child meets it."""

_ORDERED = (FactType.NUMBER, FactType.MONEY, FactType.DATE, FactType.LENGTH)

_D, _N, _DAYS = FactType.DATE, FactType.NUMBER, FactType.DAYS
_OPERATIONS: dict[str, tuple[tuple[FactType, ...], FactType, str]] = {
    "age": ((_D, _D), _N, "age of {0} on {1}"),
    "birthday": ((_N, _D), _D, "birthday {0} of {1}"),
    "first_on_or_after": ((_DAYS, _D), _D, "first of {0} on or after {1}"),
    "last_on_or_before": ((_DAYS, _D), _D, "last of {0} on or before {1}"),
    "last_before": ((_DAYS, _D), _D, "last of {0} before {1}"),
    "last_weekday": ((_N,), _D, "last weekday of the month in {0}"),
    "year_of": ((_D,), _N, "year of {0}"),
    "year_after": ((_D,), _N, "year after {0}"),
    "school_year": ((_D,), _N, "school year of {0}"),
}


class Typer:
    """Turns nodes of one file into typed conditions and values, noting problems in its shape."""

    def __init__(
        self,
        shape: Shape,
        vocabulary: Vocabulary,
        parameters: Mapping[str, ParameterText],
        definition: Callable[[str], Definition | None],
        definition_names: Callable[[], Collection[str]],
        provision: Callable[[str], str | None],
    ) -> None:
        self.shape = shape
        self.vocabulary = vocabulary
        self.parameters = parameters
        self.definition = definition
        self.definition_names = definition_names
        self.provision = provision

    def condition(self, node: Node) -> Condition | None:
        """A condition from a leaf, or from a mapping of one ``all:``, ``any:`` or ``none:``."""
        if isinstance(node, Text):
            return self._leaf(node)
        if isinstance(node, Listing) or len(node.entries) != 1 or set(node.entries) - set(_GROUPS):
            self.shape.problem(node, "expected a line, or one of 'all:', 'any:', 'none:'")
            return None
        (word, parts), *_ = node.entries.items()
        return self.group(word, parts)

    def group(self, word: str, node: Node) -> Condition | None:
        """The group ``word`` over the list in ``node``."""
        if not isinstance(node, Listing) or not node.items:
            self.shape.problem(node, f"'{word}:' takes a list of conditions")
            return None
        parts = [self.condition(item) for item in node.items]
        kept = tuple(part for part in parts if part is not None)
        return _GROUPS[word](kept) if len(kept) == len(parts) else None

    def _leaf(self, node: Text) -> Condition | None:
        try:
            return self._typed(parse_condition(node.value.strip()), node)
        except BadLine as error:
            self.shape.problem(node, str(error), error.column - 1)
            return None

    def _typed(self, line: Line, node: Text) -> Condition | None:
        if line.kind in ("holds", "negated") and isinstance(line.left, Name):
            return self._yes_no(line.left, line.kind == "negated", node)
        left = self.value(line.left, node)
        if left is None:
            return None
        if line.kind == "is_in":
            return self._choice(left, line, node)
        right = self.value(line.right, node) if line.right else None
        return self._comparison(left, line.operator, right, node) if right else None

    def _yes_no(self, name: Name, negated: bool, node: Text) -> Condition | None:
        word, text = name.word, node.value.strip()
        provision = self.provision(word)
        if provision == DROPPED:
            return NoneOf(()) if negated else AnyOf(())
        if provision:
            return OfProvision(provision, negated, text)
        if word in self.vocabulary:
            if self.vocabulary[word].type is FactType.YES_NO:
                return Holds(Fact(word, FactType.YES_NO), negated, text)
            self._wrong(name, node, f"'{word}' is not a yes/no fact; compare it")
            return None
        definition = self.definition(word)
        if definition and definition.type is FactType.YES_NO:
            return Named(word, negated, text)
        if definition:
            self._wrong(name, node, f"'{word}' is a value, not a condition; compare it")
            return None
        if word in self.parameters:
            is_limit = f"'{word}' is a parameter, not a condition; compare a fact with it"
            self._wrong(name, node, is_limit)
        elif word not in self.definition_names():
            self._wrong(name, node, self._unknown(word))
        return None  # what is wrong with a definition is told where it stands

    def _choice(self, left: Value, line: Line, node: Text) -> Condition | None:
        known = self._choices_of(left)
        if left.type is not FactType.CHOICE or known is None:
            self.shape.problem(node, f"'{node.value}': 'is' and 'in' go with a named choice")
            return None
        for choice in line.choices:
            if choice.word not in known:
                hint = nearest(choice.word, known) or f"; expected one of {', '.join(known)}"
                self._wrong(choice, node, f"'{choice.word}' is not a choice here{hint}")
                return None
        return OneOf(left, tuple(each.word for each in line.choices), node.value.strip())

    def _choices_of(self, value: Value) -> tuple[str, ...] | None:
        if isinstance(value, Fact | Defined) and value.name in self.vocabulary:
            return self.vocabulary[value.name].choices
        return None

    def _comparison(self, left: Value, operator: str, right: Value, node: Text) -> Condition | None:
        text = node.value.strip()
        if left.type is not right.type or left.type not in _ORDERED:
            self.shape.problem(node, f"'{text}' compares {left.type.words} with {right.type.words}")
            return None
        if left.type is FactType.LENGTH and operator not in (">", "<="):
            self.shape.problem(
                node, f"'{text}': a length is compared with '>' or '<=', so rounding cannot matter"
            )
            return None
        self._check_range(left, right, node)
        self._check_range(right, left, node)
        return Compare(left, operator, right, text)

    def _check_range(self, value: Value, limit: Value, node: Text) -> None:
        """Note a number that is held against a limit which it never comes near."""
        if value.type is not FactType.NUMBER or not isinstance(limit, Parameter):
            return
        word = self.vocabulary.get(value.name) if isinstance(value, Fact) else None
        if word is None and not (isinstance(value, Operation) and value.name == "age"):
            return
        least, most = (word.least, word.most) if word else (0, OLDEST)
        for dated in self.parameters[limit.name].values:
            if isinstance(dated.value, int) and not least <= dated.value <= most:
                never = f"less than {least:,}" if dated.value < least else f"more than {most:,}"
                is_never = f"'{text_of(value)}' is never {never}"
                self.shape.problem(node, f"'{limit.name}' is {dated.value:,}, and {is_never}")

    def line_value(self, node: Text) -> Value | None:
        """A value from a line such as ``age of date_of_birth on day_of_travel``."""
        try:
            return self.value(parse_value(node.value.strip()), node)
        except BadLine as error:
            self.shape.problem(node, str(error), error.column - 1)
            return None

    def value(self, shape: Name | Call, node: Text) -> Value | None:
        """A typed value from a name or a date operation."""
        return self._name(shape, node) if isinstance(shape, Name) else self._call(shape, node)

    def _name(self, name: Name, node: Text) -> Value | None:
        word = name.word
        if word in self.vocabulary:
            return Fact(word, self.vocabulary[word].type)
        if word in self.parameters:
            return Parameter(word, self.parameters[word].type)
        definition = self.definition(word)
        if definition:
            return Defined(word, definition.type)
        if word not in self.definition_names():
            self._wrong(name, node, self._unknown(word))
        return None

    def _call(self, call: Call, node: Text) -> Value | None:
        wanted, gives, words = _OPERATIONS[call.operation]
        parts = [self.value(part, node) for part in call.parts]
        if None in parts:
            return None
        typed = tuple(part for part in parts if part is not None)
        for part, kind in zip(typed, wanted, strict=True):
            if part.type is not kind:
                self.shape.problem(
                    node, f"'{text_of(part)}' is {part.type.words}; {kind.words} is needed here"
                )
                return None
        text = words.format(*(text_of(part) for part in typed))
        return Operation(call.operation, typed, gives, text, call.detail)

    def _wrong(self, name: Name, node: Text, message: str) -> None:
        self.shape.problem(node, message, name.column - 1)

    def _unknown(self, word: str) -> str:
        known = [*self.vocabulary, *self.parameters, *self.definition_names()]
        hint = nearest(word, known) if len(self.shape.problems) < MOST_HINTS else ""
        return f"'{word}' is not a fact, parameter, definition or provision{hint}"


def text_of(value: Value) -> str:
    """A value as the policy text writes it."""
    return value.text if isinstance(value, Operation) else value.name
