"""Reads YAML into plain nodes that keep line and column; builds no objects, follows no aliases.

Every scalar stays the text it was written as, so YAML 1.1's ``on``, ``yes`` and ``no`` are words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from unicodedata import category

import yaml

from rules.problems import BadPolicy, Problem

LONGEST_TEXT = 1_000_000
"""Characters a policy text may have; a real one has a few thousand."""

DEEPEST_NESTING = 40
"""How many lists and mappings may stand inside one another."""


@dataclass(slots=True)
class Text:
    """A scalar, as written."""

    value: str
    line: int
    column: int


@dataclass(slots=True)
class Listing:
    """A YAML sequence."""

    items: list[Node]
    line: int
    column: int


@dataclass(slots=True)
class Mapping:
    """A YAML mapping; keys are text and stand once."""

    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Text] = field(default_factory=dict)
    line: int = 1
    column: int = 1


Node = Text | Listing | Mapping

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str, place: str) -> Mapping:
    """Read one YAML mapping from ``text``; ``place`` names it in problems.

    Raises BadPolicy when the text is too long, too deep, not YAML, uses anchors, aliases or tags,
    repeats a key, or is not a mapping.
    """
    if len(text) > LONGEST_TEXT:
        raise BadPolicy(
            [Problem(place, f"the text has {len(text):,} characters; {LONGEST_TEXT:,} are allowed")]
        )
    try:
        root = _Builder(place).build(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        raise BadPolicy([_not_yaml(error, text, place)]) from None
    except (yaml.reader.ReaderError, UnicodeEncodeError) as error:
        raise BadPolicy([_no_character(error, text, place)]) from None
    if not isinstance(root, Mapping):
        line, column = (root.line, root.column) if root else (1, 1)
        what = "expected 'name: value' lines at the top level"
        raise BadPolicy([Problem(place, what, line, column)])
    return root


def _no_character(
    error: yaml.reader.ReaderError | UnicodeEncodeError, text: str, place: str
) -> Problem:
    """The problem of a character that no YAML text may hold, such as a control character."""
    at = error.start if isinstance(error, UnicodeEncodeError) else error.position
    before = text[:at]
    code = f"U+{ord(text[at]):04X}" if at < len(text) else "its last character"
    return Problem(
        place,
        f"this is not YAML: {code} may not stand in a text; delete it",
        before.count("\n") + 1,
        at - (before.rfind("\n") + 1) + 1,
    )


def _not_yaml(error: yaml.MarkedYAMLError, text: str, place: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    if mark is not None and text[mark.index : mark.index + 1] == "\t":
        what = "a tab stands here; indent with spaces"
        return Problem(place, what, mark.line + 1, mark.column + 1)
    words = error.problem or error.context or "cannot be read"
    if mark is None:
        return Problem(place, f"this is not YAML: {words}")
    return Problem(place, f"this is not YAML: {words}", mark.line + 1, mark.column + 1)


class _Builder:
    """Builds nodes from YAML events with a stack of its own, so depth costs no recursion."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.open: list[tuple[Listing | Mapping, list[Text]]] = []
        self.root: Node | None = None

    def build(self, events: Iterator[yaml.Event]) -> Node | None:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
                self.fail(event, "only one document may stand in a file")
            elif isinstance(event, yaml.AliasEvent):
                self.fail(event, "aliases (*name) are not allowed; write the value out")
            elif isinstance(event, yaml.NodeEvent):
                self.start(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.end(event)
        return self.root

    def start(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self.fail(event, "anchors (&name) are not allowed; write the value out")
        if (tag := getattr(event, "tag", None)) is not None:
            self.fail(event, f"tags are not allowed: {tag}")
        line, column = _place(event)
        if isinstance(event, yaml.ScalarEvent):
            if (sign := _unprintable(event.value)) is not None:
                self.fail(event, f"{sign} may not stand in a text; delete it")
            quoted = event.style in ("'", '"')
            self.put(Text(event.value, line, column + quoted), event)
        elif isinstance(event, yaml.SequenceStartEvent):
            self.push(Listing([], line, column), event)
        else:
            self.push(Mapping(line=line, column=column), event)

    def push(self, node: Listing | Mapping, event: yaml.NodeEvent) -> None:
        if len(self.open) >= DEEPEST_NESTING:
            self.fail(event, f"nested more than {DEEPEST_NESTING} deep")
        self.put(node, event)
        self.open.append((node, []))

    def end(self, event: yaml.Event) -> None:
        self.open.pop()

    def put(self, node: Node, event: yaml.NodeEvent) -> None:
        if not self.open:
            self.root = node
            return
        parent, waiting = self.open[-1]
        if isinstance(parent, Listing):
            parent.items.append(node)
        elif not waiting:
            self.key(parent, waiting, node, event)
        else:
            key = waiting.pop()
            parent.entries[key.value] = node

    def key(self, parent: Mapping, waiting: list[Text], node: Node, event: yaml.Event) -> None:
        if not isinstance(node, Text):
            self.fail(event, "a name must be plain text")
        elif node.value in parent.keys:
            first = parent.keys[node.value]
            self.fail(event, f"'{node.value}' stands twice; first on line {first.line}")
        else:
            parent.keys[node.value] = node
            waiting.append(node)

    def fail(self, event: yaml.Event, message: str) -> None:
        raise BadPolicy([Problem(self.place, message, *_place(event))])


def _unprintable(text: str) -> str | None:
    """The first character that a screen would not show but obey, as ``U+001B``; None: none."""
    if text.isascii() and text.isprintable():
        return None
    found = next((each for each in text if each not in "\n\t" and _is_sign(each)), None)
    return None if found is None else f"U+{ord(found):04X}"


def _is_sign(character: str) -> bool:
    """Whether it is a control, a change of direction or the like, and not to be seen."""
    return category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
