"""What the texts of two versions say differently, provision by provision and figure by figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

from casework.policies.condition_words import WrittenLine
from casework.policies.in_words import (
    WrittenDefinition,
    WrittenParameter,
    WrittenProvision,
    WrittenValue,
    WrittenVersion,
    days_of_travel,
    in_words,
    measuring_rows,
)
from rules.policy import VOCABULARY, PolicyVersion
from rules.policy_text import read_policy_text
from rules.say import standing_words
from rules.yaml_text import Mapping, Text

Part = TypeVar("Part", WrittenParameter, WrittenDefinition)


@dataclass(frozen=True, slots=True)
class Reworded:
    """A part that both versions have: its name, and a sentence for each thing that differs."""

    name: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextDifference:
    """Two versions held side by side in words; all in the order of the texts.

    ``head`` has a sentence for each thing that differs of the texts as wholes: status, days of
    travel, how routes are measured. ``added`` and ``dropped`` are provisions, ``replaced`` pairs
    of old and new where the new text says which one it stands for, ``reworded`` provisions of both
    that differ. ``figures`` and ``definitions`` are those that one lacks or that differ.
    """

    old: str
    new: str
    added: tuple[WrittenProvision, ...]
    dropped: tuple[WrittenProvision, ...]
    replaced: tuple[tuple[WrittenProvision, WrittenProvision, Reworded], ...]
    reworded: tuple[Reworded, ...]
    figures: tuple[Reworded, ...]
    definitions: tuple[Reworded, ...]
    head: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Say whether the texts say the same."""
        parts = (self.added, self.dropped, self.replaced, self.reworded)
        return not any((*parts, self.figures, self.definitions, self.head))


def text_difference(old: PolicyVersion, new: PolicyVersion) -> TextDifference:
    """Hold two versions side by side, all they inherit included.

    Provisions of one name in one body (``england#para-6``, whichever year's text it stands in) are
    the same provision, and so is one that names the other in ``replaces:``.
    """
    before, after = in_words(old), in_words(new)
    pairs = _paired(before, after, replacements(new))
    kept_old, kept_new = {one.id for one, _ in pairs}, {two.id for _, two in pairs}
    same = [(one, two) for one, two in pairs if _key(one) == _key(two)]
    return TextDifference(
        old.id,
        new.id,
        tuple(each for each in after.provisions if each.id not in kept_new),
        tuple(each for each in before.provisions if each.id not in kept_old),
        tuple((one, two, _compared(one, two)) for one, two in pairs if _key(one) != _key(two)),
        tuple(found for one, two in same if (found := _compared(one, two)).changes),
        tuple(_figures(before.parameters, after.parameters)),
        tuple(_definitions(before.definitions, after.definitions)),
        tuple(_heads(old, new)),
    )


def _heads(old: PolicyVersion, new: PolicyVersion) -> Iterator[str]:
    yield from _said("The status was", old.status, new.status)
    yield from _said("The days of travel were", days_of_travel(old), days_of_travel(new))
    for one, two in zip(measuring_rows(old), measuring_rows(new), strict=True):
        yield from _said(f"{one[0]}: it was", one[1], two[1])


def replacements(policy: PolicyVersion) -> dict[str, str]:
    """The provisions of a version that stand in place of others, by id, with the replaced id."""
    found: dict[str, str] = {}
    for policy_id, text in policy.texts.items():
        if policy_id == VOCABULARY:
            continue
        for node in read_policy_text(text, f"policy/{policy_id}.yaml").provisions:
            replaced = node.entries.get("replaces") if isinstance(node, Mapping) else None
            name = node.entries.get("provision") if isinstance(node, Mapping) else None
            if isinstance(replaced, Text) and isinstance(name, Text):
                found[f"{policy_id}#{name.value}"] = replaced.value
    return found


def _paired(
    before: WrittenVersion, after: WrittenVersion, replaced: dict[str, str]
) -> list[tuple[WrittenProvision, WrittenProvision]]:
    by_id = {each.id: each for each in before.provisions}
    by_key = {_key(each): each for each in before.provisions}
    pairs, taken = [], set()
    for each in after.provisions:
        one = by_id.get(each.id) or by_key.get(_key(each)) or by_id.get(replaced.get(each.id, ""))
        if one is not None and one.id not in taken:
            taken.add(one.id)
            pairs.append((one, each))
    return pairs


def _key(provision: WrittenProvision) -> tuple[str, str]:
    """The body whose text it is and its name there, whichever year's text that is."""
    owner, _, name = provision.id.partition("#")
    return owner.split("/", maxsplit=1)[0], name


def _compared(old: WrittenProvision, new: WrittenProvision) -> Reworded:
    changes = [
        *_said("The title was", old.title, new.title),
        *_said("Its effect was", old.effect.value, new.effect.value),
        *_lines(old.lines, new.lines),
        *(f"What follows: {each}" for each in _lines(old.then, new.then)),
        *_said("It stood in", _source(old), _source(new)),
        *_said("The note was", old.note or "none", new.note or "none"),
    ]
    return Reworded(new.title, tuple(changes))


def _source(provision: WrittenProvision) -> str:
    return f"{provision.cites} ({sure_words(provision)})"


def sure_words(each: WrittenProvision | WrittenValue) -> str:
    """How sure a rule or a value is, and that its year is inferred where it is."""
    sure = standing_words(each.standing) if each.standing else ""
    return "; ".join(filter(None, (sure, "year inferred" if each.year_inferred else "")))


def _said(words: str, old: str, new: str) -> Iterator[str]:
    if old != new:
        yield f"{words} {_quoted(old)}; now {_quoted(new)}."


def _quoted(text: str) -> str:
    return f"“{text}”" if text else "nothing"


def _lines(old: tuple[WrittenLine, ...], new: tuple[WrittenLine, ...]) -> Iterator[str]:
    """The lines that differ: one for one where they pair up, else those gone and those new."""
    one, two = (
        [(each.depth, each.words) for each in old],
        [(each.depth, each.words) for each in new],
    )
    for tag, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if tag == "replace" and b - a == d - c:
            for gone, come in zip(old[a:b], new[c:d], strict=True):
                yield f"“{gone.words}” becomes “{come.words}”."
        elif tag != "equal":
            yield from (f"No longer: “{each.words}”." for each in old[a:b])
            yield from (f"New: “{each.words}”." for each in new[c:d])


def _figures(
    old: tuple[WrittenParameter, ...], new: tuple[WrittenParameter, ...]
) -> Iterator[Reworded]:
    for one, two in _side_by_side(old, new):
        named = two or one
        if named is None:
            continue
        was, now = (_values(one) if one else "none"), (_values(two) if two else "none")
        if one is None:
            yield Reworded(named.name, (f"New: {now}.",))
        elif two is None:
            yield Reworded(named.name, (f"Dropped; it was {was}.",))
        elif [_plain(each) for each in one.values] != [_plain(each) for each in two.values]:
            yield Reworded(named.name, (f"From {was} to {now}.",))
        elif was != now:
            yield Reworded(named.name, (f"The same, from another source: {was}; now {now}.",))


def _values(parameter: WrittenParameter) -> str:
    return "; ".join(_value(each) for each in parameter.values)


def _value(value: WrittenValue) -> str:
    days = f", {value.days}" if value.days else ""
    where = ", ".join(part for part in (value.cites, sure_words(value)) if part)
    return f"{value.value}{days} ({where})"


def _plain(value: WrittenValue) -> tuple[str, str]:
    return value.value, value.days


def _definitions(
    old: tuple[WrittenDefinition, ...], new: tuple[WrittenDefinition, ...]
) -> Iterator[Reworded]:
    for one, two in _side_by_side(old, new):
        if two is None:
            if one is not None:
                yield Reworded(one.name, ("Dropped.",))
        elif one is None:
            yield Reworded(two.name, ("New.", *(f"“{each.words}”." for each in two.lines)))
        elif changes := [*_said("It said", one.says, two.says), *_lines(one.lines, two.lines)]:
            yield Reworded(two.name, tuple(changes))


def _side_by_side(
    old: Iterable[Part], new: Iterable[Part]
) -> Iterator[tuple[Part | None, Part | None]]:
    before: dict[str, Part] = {each.name: each for each in old}
    after: dict[str, Part] = {each.name: each for each in new}
    for name in dict.fromkeys([*before, *after]):
        yield before.get(name), after.get(name)
