"""Joins a version with what it builds on: replaces, drops, and one table of names for the typer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rules.policy import Provision
from rules.policy_text import PolicyText, read_policy_text
from rules.problems import BadPolicy, Problem
from rules.reading_order import loop_from, reading_order
from rules.reading_parts import read_definition, read_parameter, read_provision
from rules.shape import Shape, nearest, shown
from rules.soundness import WORKED_OUT, Body, Measure, Unsound, names_in, parts_of, worked_out
from rules.tree import Definition, ParameterText
from rules.typer import DROPPED, Typer
from rules.values import Determined
from rules.vocabulary_text import VocabularyText
from rules.yaml_text import Listing, Node, Text
from rules.yaml_text import Mapping as YamlMapping

DEEPEST_CHAIN = 30
"""How many definitions may stand on one another, and versions build on one another."""

MOST_WAYS = 20
"""Of how many loops of definitions the shortest way round is looked for; it takes its time."""

Resolve = Callable[[str], str]
"""Gives the text of a policy id (or ``vocabulary``). Raises KeyError for one it has not."""


def chain_of(text: str, place: str, resolve: Resolve) -> list[PolicyText]:
    """The version and all it builds on, the oldest base first.

    Raises BadPolicy when a base is not there or the versions build on one another in a loop.
    """
    chain = [read_policy_text(text, place)]
    while (base := chain[-1].builds_on) is not None:
        at = chain[-1]
        if base in {each.id for each in chain}:
            loop = " -> ".join([*(each.id for each in chain), base])
            raise _wrong_base(at, f"builds_on runs in a loop: {loop}")
        if len(chain) >= DEEPEST_CHAIN:
            raise _wrong_base(at, f"more than {DEEPEST_CHAIN} versions in a chain")
        chain.append(_base(base, at, resolve))
    return chain[::-1]


def _base(base: str, at: PolicyText, resolve: Resolve) -> PolicyText:
    try:
        text = resolve(base)
    except KeyError:
        raise _wrong_base(at, f"builds_on: there is no policy '{base}'") from None
    found = read_policy_text(text, f"policy/{base}.yaml")
    if found.id != base:
        raise BadPolicy([Problem(found.place, f"'policy:' says {found.id}, expected {base}")])
    return found


def _wrong_base(at: PolicyText, message: str) -> BadPolicy:
    """What is wrong with the version that a text builds on, told where the text names it."""
    node = at.drops_at.entries.get("builds_on", at.drops_at)
    return BadPolicy([Problem(at.place, message, node.line, node.column)])


def _way(names: Sequence[str]) -> str:
    """Names on the way from the first to the last; of a long way its two ends."""
    shown = [*names[:4], "…", *names[-2:]] if len(names) > 8 else names
    return " -> ".join(shown)


@dataclass(slots=True)
class Entry:
    """A node with the file it stands in: what is linked later, when all names are known."""

    owner: str
    shape: Shape
    documents: dict[str, str]
    node: Node


@dataclass(slots=True)
class Linker:
    """One table of names over a chain of texts; definitions are typed when first asked for."""

    vocabulary: VocabularyText
    shapes: list[Shape] = field(default_factory=list)
    parameters: dict[str, ParameterText] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    definitions: dict[str, Definition | None] = field(default_factory=dict)
    provision_entries: dict[str, Entry] = field(default_factory=dict)
    replaced: dict[str, str] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)
    named: dict[str, None] = field(default_factory=dict)
    being_read: list[str] = field(default_factory=list)
    chains: dict[str, tuple[str, ...]] = field(default_factory=dict)
    loops: int = 0

    def add(self, text: PolicyText) -> None:
        """Lay one text over what stands below it."""
        shape = Shape(text.place)
        self.shapes.append(shape)
        self.documents |= text.documents
        self.seen |= text.seen
        self._parameters(text, shape)
        self._definitions(text, shape)
        self._drop(text, shape)
        self._provisions(text, shape)

    def _parameters(self, text: PolicyText, shape: Shape) -> None:
        for name, node in text.parameters.entries.items():
            parameter = read_parameter(shape, name, text.id, node, self.documents)
            self._check_name(shape, name, text.parameters.keys[name])
            self._check_replaces(shape, node, name, self.parameters.get(name))
            self.named[name] = None
            if parameter:
                self.parameters[name] = parameter

    def _definitions(self, text: PolicyText, shape: Shape) -> None:
        for name, node in text.definitions.entries.items():
            before = self.entries.get(name)
            self.entries[name] = Entry(text.id, shape, dict(self.documents), node)
            self.named[name] = None
            self._check_name(shape, name, text.definitions.keys[name])
            self._check_replaces(shape, node, name, before)

    def _check_name(self, shape: Shape, name: str, key: Text) -> None:
        word = self.vocabulary.facts.get(name)
        if word and word.how != "derived":
            shape.problem(key, f"'{name}' is a fact of the vocabulary; choose another name")
        if name in self.parameters and name in self.entries:
            shape.problem(key, f"'{name}' is both a parameter and a definition")

    def _check_replaces(
        self, shape: Shape, node: Node, name: str, before: Entry | ParameterText | None
    ) -> None:
        said = shape.text(node, "replaces") if isinstance(node, YamlMapping) else None
        if before and said != f"{before.owner}#{name}":
            shape.problem(
                node, f"'{name}' stands in {before.owner}; say 'replaces: {before.owner}#{name}'"
            )
        if said and not before:
            shape.problem(node, f"replaces: there is no '{said}' to replace")

    def _drop(self, text: PolicyText, shape: Shape) -> None:
        at = text.drops_at.entries.get("drops")
        items = at.items if isinstance(at, Listing) else []
        nodes = [each for each in items if isinstance(each, Text)]
        for dropped, node in zip(text.drops, nodes, strict=True):
            if dropped in self.provision_entries:
                del self.provision_entries[dropped]
                self.dropped.add(dropped)
            else:
                hint = nearest(dropped, self.provision_entries)
                shape.problem(node, f"drops: there is no provision '{shown(dropped)}'{hint}")

    def _provisions(self, text: PolicyText, shape: Shape) -> None:
        for node in text.provisions:
            if not isinstance(node, YamlMapping) or not (name := shape.text(node, "provision")):
                shape.problem(node, "a provision takes 'provision:' (its name), 'title:' and so on")
                continue
            if name in self.vocabulary.facts or name in self.entries:
                shape.problem(node, f"'{name}' is a fact or a definition; choose another name")
            entry = Entry(text.id, shape, dict(self.documents), node)
            self._place(f"{text.id}#{name}", shape.text(node, "replaces"), entry, shape, node)

    def _place(
        self, provision: str, replaced: str | None, entry: Entry, shape: Shape, node: Node
    ) -> None:
        if provision in self.provision_entries:
            shape.problem(node, f"'{provision}' stands twice")
        elif replaced is None:
            self.provision_entries[provision] = entry
        elif replaced in self.provision_entries:
            self.provision_entries = {
                (provision if each == replaced else each): (entry if each == replaced else found)
                for each, found in self.provision_entries.items()
            }
            self.replaced[replaced] = provision
        else:
            hint = nearest(replaced, self.provision_entries)
            shape.problem(node, f"replaces: there is no provision '{replaced}'{hint}")

    def definition(self, name: str) -> Definition | None:
        """The definition of that name, typed now if it was not yet; None if there is none."""
        if name in self.definitions or name not in self.entries:
            return self.definitions.get(name)
        if name in self.being_read or len(self.being_read) > DEEPEST_CHAIN:
            self._loop(name)
            return None
        self.being_read.append(name)
        found = read_definition(self.typer(self.entries[name]), name, self.entries[name])
        self.being_read.pop()
        self.definitions[name] = self._shallow(name, found)
        return self.definitions[name]

    def _loop(self, name: str) -> None:
        """Note, once, that a definition stands on itself; all that are being read stand on it."""
        self.definitions |= dict.fromkeys([*self.being_read, name])
        self.loops += 1
        nodes = {each: entry.node for each, entry in self.entries.items()}
        way = loop_from(nodes, name) if self.loops <= MOST_WAYS else []
        way = way or [*self.being_read, name]
        entry = self.entries[name]
        entry.shape.problem(
            entry.node, f"these definitions stand on one another in a loop: {_way(way)}"
        )

    def _shallow(self, name: str, found: Definition | None) -> Definition | None:
        """A definition read, unless it stands on too long a chain of others, which is noted."""
        if found is None:
            return None
        below = max(
            (each for each in self._below(found) if each in self.chains),
            key=lambda each: len(self.chains[each]),
            default=None,
        )
        self.chains[name] = (name, *(self.chains[below] if below else ()))
        if len(self.chains[name]) <= DEEPEST_CHAIN:
            return found
        entry, way = self.entries[name], self.chains[name]
        many = f"{len(way)} definitions stand on one another; {DEEPEST_CHAIN} are allowed"
        entry.shape.problem(entry.node, f"{many}: {_way(way)}")
        return None

    def _below(self, found: Definition) -> Iterator[str]:
        """The definitions that one names itself."""
        waiting: list[Body] = [found.body]
        while waiting:
            node = waiting.pop()
            yield from names_in(node)
            waiting += parts_of(node)

    def typer(self, entry: Entry) -> Typer:
        """A typer that notes problems in the entry's own file."""
        return Typer(
            entry.shape,
            self.vocabulary.facts,
            self.parameters,
            self.definition,
            self.named.keys,
            lambda word: self._provision_id(word, entry.owner),
        )

    def _provision_id(self, word: str, owner: str) -> str | None:
        known = word if "#" in word else f"{owner}#{word}"
        while known in self.replaced:
            known = self.replaced[known]
        if known in self.dropped:
            return DROPPED
        return known if known in self.provision_entries else None

    def all_definitions(self) -> Mapping[str, Definition]:
        """Every definition, typed."""
        for name in reading_order({name: entry.node for name, entry in self.entries.items()}):
            self.definition(name)
        found = {name: self.definition(name) for name in self.entries}
        return {name: each for name, each in found.items() if each is not None}

    def all_provisions(self) -> tuple[Provision, ...]:
        """Every provision, typed, in text order: inherited ones first."""
        read = [
            read_provision(self.typer(entry), provision, entry)
            for provision, entry in self.provision_entries.items()
        ]
        return tuple(provision for provision in read if provision is not None)

    def check_extent(
        self, definitions: Mapping[str, Definition], provisions: tuple[Provision, ...]
    ) -> None:
        """Note a problem where definitions and provisions stand on one another without end."""
        bodies: dict[str, Body] = {name: each.body for name, each in definitions.items()}
        bodies |= {each.id: each.when for each in provisions}
        bodies |= {f"{each.id} {WORKED_OUT}": worked_out(each) for each in provisions}
        measure = Measure(bodies)
        try:
            for name in bodies:
                measure.extent(name)
        except Unsound as error:
            name = error.name.removesuffix(f" {WORKED_OUT}")
            entry = self.provision_entries.get(name) or self.entries[name]
            entry.shape.problem(entry.node, f"'{name}': {error}")

    def check_determined_once(self, provisions: tuple[Provision, ...]) -> None:
        """Note a problem where two provisions determine the same."""
        known: dict[Determined, str] = {}
        for each in provisions:
            what = each.determining.what if each.determining else None
            if what in known:
                entry = self.provision_entries[each.id]
                twice = f"'{what}' is determined by '{known[what]}' already; replace or drop that"
                entry.shape.problem(entry.node, twice)
            elif what is not None:
                known[what] = each.id
