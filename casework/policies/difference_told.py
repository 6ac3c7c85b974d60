"""What two versions treat differently, kind by kind in words, counted on the store's own cases."""

from __future__ import annotations

from dataclasses import dataclass

from casework.cases import caseload
from casework.desk import Desk
from casework.policies.compare_charges import charges_changed
from casework.policies.every_proof import Traced, traced
from casework.policies.kinds_apart import heads_apart
from casework.policies.proof_words import ToldKind
from rules.policy import PolicyVersion
from rules.prove.difference import difference
from rules.prove.examples import in_words
from rules.prove.problems import CannotProve
from rules.prove.results import Difference, Region
from rules.say import outcome_words
from rules.values import Facts, Outcome


@dataclass(frozen=True, slots=True)
class ToldDifference:
    """Every kind of child whom two texts treat differently, disjoint and complete.

    ``says`` is a sentence; ``trouble`` why nothing could be told (None: it could). ``counts`` are
    the store's cases that are surely of each kind, ``not_counted`` those of which too little is
    known or whose days lie outside. ``cannot_compare`` are rules whose text nobody here has read.
    ``charges`` are sentences on what is charged otherwise, which no outcome shows.
    """

    says: str
    kinds: tuple[ToldKind, ...] = ()
    counts: tuple[int, ...] = ()
    not_counted: int = 0
    cannot_compare: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    trouble: str | None = None
    charges: tuple[str, ...] = ()


def told_difference(desk: Desk, old: str, new: str) -> ToldDifference:
    """The kinds of children in words, with the cases of the store that are of each.

    Raises UnknownPolicy or BadPolicy.
    """
    before, after = desk.shelf.read(old), desk.shelf.read(new)
    cases = [line.facts for line in caseload(desk).values()]
    charged = charges_changed(before, after)
    try:
        found = difference(before, after, None, cases)
    except CannotProve as error:
        says = "The kinds of children could not be told."
        return ToldDifference(says, trouble=str(error), charges=charged)
    return ToldDifference(
        says=_says(found, bool(charged)),
        kinds=_kinds(before, after, found.regions),
        counts=tuple(each.count or 0 for each in found.regions),
        not_counted=found.not_counted or 0,
        cannot_compare=tuple(_named(before, after, each) for each in found.cannot_compare),
        assumptions=found.assumptions,
        charges=charged,
    )


def _says(found: Difference, charged: bool) -> str:
    count = len(found.regions)
    if not count:
        return (
            f"No possible child's outcome differs{', but what is charged does' if charged else ''}."
        )
    kinds = "kind of child differs" if count == 1 else "kinds of children differ"
    also = ", and what is charged differs too" if charged else ""
    return f"{count} {kinds} in outcome{also}."


def _kinds(
    before: PolicyVersion, after: PolicyVersion, regions: tuple[Region, ...]
) -> tuple[ToldKind, ...]:
    heads = [_head(before, after, each) for each in regions]
    apart = heads_apart(heads, [each.when for each in regions], before, after)
    return tuple(_kind(before, after, *each) for each in zip(apart, regions, strict=True))


def _head(before: PolicyVersion, after: PolicyVersion, found: Region) -> str:
    old = _side(before, found.old, found.old_grounds)
    new = _side(after, found.new, found.new_grounds)
    return f"{old[:1].upper()}{old[1:]}, then {new}"


def _kind(before: PolicyVersion, after: PolicyVersion, head: str, found: Region) -> ToldKind:
    return ToldKind(
        head,
        found.when,
        in_words(found.example, after.vocabulary),
        lambda: _traces(before, after, found.example),
    )


def _side(version: PolicyVersion, outcome: Outcome, grounds: tuple[str, ...]) -> str:
    """An outcome with the rule that decides; of what an officer decides one ground is named."""
    such = "such as " if outcome is Outcome.FOR_AN_OFFICER else ""
    by = f" ({such}{version.provision(grounds[0]).title})" if grounds else ""
    return f"{outcome_words(outcome).lower()}{by}"


def _traces(before: PolicyVersion, after: PolicyVersion, example: Facts) -> tuple[Traced, ...]:
    return traced(before, before.id, example), traced(after, after.id, example)


def _named(before: PolicyVersion, after: PolicyVersion, provision: str) -> str:
    for version in (after, before):
        for each in version.provisions:
            if each.id == provision:
                return f"{each.title} ({provision})"
    return provision
