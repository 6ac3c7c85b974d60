"""Proofs in words: what holds, each kind of child of whom it does not, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from casework.policies.every_proof import (
    EveryProof,
    Traced,
    trace_change,
    trace_child,
    trace_refusal,
)
from casework.policies.kinds_apart import heads_apart
from rules.decide import decide
from rules.policy import PolicyVersion
from rules.prove.examples import in_words
from rules.prove.results import Charged, Charges, Floor, Loss, Never, Overlap, Refusal, Sanity
from rules.quantities import day_in_words
from rules.say import outcome_words


@dataclass(frozen=True, slots=True)
class ToldKind:
    """One kind of child: what is wrong, in what it consists, an example; ``trace`` decides it."""

    head: str
    when: str
    example: str
    trace: Callable[[], tuple[Traced, ...]] = field(compare=False)


@dataclass(frozen=True, slots=True)
class ToldProof:
    """One proof: its title, whether it holds, a sentence, kinds of children, and other lines.

    ``holds`` None says that there was nothing to prove. ``unread`` are provisions whose text
    nobody here has read, so that they are left out; ``assumptions`` what the proof rests on.
    ``grave``: where it does not hold, a child is wronged by what is decided, not by the wording.
    """

    title: str
    holds: bool | None
    says: str
    kinds: tuple[ToldKind, ...] = ()
    lines: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    grave: bool = False


def told_proofs(proved: EveryProof) -> tuple[ToldProof, ...]:
    """Every proof of a version in words, in the order in which a policy lead asks."""
    return (
        _floor(proved, proved.floor, "The statutory floor, as it is decided"),
        *(_alone(proved, proved.alone) if proved.alone else ()),
        *((_never(proved.version, proved.never),) if proved.never else ()),
        *((_sanity(proved, proved.sanity),) if proved.sanity else ()),
        *((_charges(proved, proved.charges),) if proved.charges else ()),
        *_given_up(proved.not_proved),
    )


def _given_up(not_proved: tuple[str, ...]) -> tuple[ToldProof, ...]:
    """What the text is too large for, so that nobody takes it for proved."""
    if not not_proved:
        return ()
    says = "The text is too large to be held against every child. Not proved, neither way:"
    lines = tuple(f"{each[:1].upper()}{each[1:]}." for each in not_proved)
    return (ToldProof("Not proved", None, says, (), lines),)


def proofs_text(version: str, told: tuple[ToldProof, ...]) -> str:
    """Every proof as plain text, for a paper: one below the other, with what each rests on."""
    return "\n\n".join([f"What is proved of {version}", *map(_as_text, told)]) + "\n"


def _as_text(told: ToldProof) -> str:
    lines = [told.title, told.says]
    for kind in told.kinds:
        lines += [f"- {kind.head}", f"  When {kind.when}.", f"  For example: {kind.example}."]
    lines += [f"- {each}" for each in told.lines]
    lines += [f"Not read, so not told: {each}" for each in told.unread]
    return "\n".join([*lines, *(f"Rests on: {each}" for each in told.assumptions)])


def _floor(proved: EveryProof, found: Floor, title: str) -> ToldProof:
    kinds = _apart(proved, [_refusal(proved, each, found.alone) for each in found.refusals])
    falls = kinds_of_child(len(kinds)) if kinds else "No child falls"
    unread = tuple(_named(proved.version, each) for each in found.cannot_compare)
    return ToldProof(
        title, found.holds, f"{falls} below {_statute(proved.below)}.", kinds, (), unread,
        found.assumptions, grave=not found.alone,
    )  # fmt: skip


def _statute(below: PolicyVersion) -> str:
    """``the statute (Education Act 1996, school travel, from 1 September 2026)``."""
    since = below.id.partition("@")[2]
    held = f", from {day_in_words(date.fromisoformat(since))}" if since else ""
    return f"the statute ({below.title}{held})"


def _apart(proved: EveryProof, kinds: Sequence[ToldKind]) -> tuple[ToldKind, ...]:
    """The kinds, each with a title that says what sets it apart."""
    heads, whens = [each.head for each in kinds], [each.when for each in kinds]
    apart = heads_apart(heads, whens, proved.version, proved.below)
    return tuple(replace(each, head=head) for each, head in zip(kinds, apart, strict=True))


def _alone(proved: EveryProof, found: Floor) -> tuple[ToldProof, ...]:
    return (_floor(proved, found, "The statutory floor, its own printed text alone"),)


def kinds_of_child(count: int) -> str:
    """``1 kind of child falls`` or ``12 kinds of children fall``."""
    return "1 kind of child falls" if count == 1 else f"{count} kinds of children fall"


def _refusal(proved: EveryProof, found: Refusal, alone: bool) -> ToldKind:
    outcome = outcome_words(found.found).lower()
    by = f", by {found.refused_by}" if found.refused_by else ""
    return ToldKind(
        f"{found.title} ({found.cites}): {outcome}{by}",
        found.when,
        in_words(found.example, proved.version.vocabulary),
        lambda: trace_refusal(proved, found.example, alone),
    )


def _never(version: PolicyVersion, found: Never) -> ToldProof:
    lines = [f"Nobody can meet this: {_named(version, each)}." for each in found.never_met]
    lines += [f"This changes no outcome: {_named(version, each)}." for each in found.never_matter]
    count = "1 rule does" if len(lines) == 1 else f"{len(lines)} rules do"
    says = f"{count} nothing." if lines else "Every rule that was read changes somebody's outcome."
    return ToldProof(
        "Rules without effect", not lines, says, (), tuple(lines), (), found.assumptions
    )  # fmt: skip


def _named(version: PolicyVersion, provision: str) -> str:
    titles = {each.id: each.title for each in version.provisions}
    return f"{titles[provision]} ({provision})" if provision in titles else provision


def _sanity(proved: EveryProof, found: Sanity) -> ToldProof:
    further = _apart(proved, [_loss(proved, each, "Further away") for each in found.further_away])
    poorer = _apart(proved, [_loss(proved, each, "Lower income") for each in found.lower_income])
    lost = [
        f"{_somebody(len(kinds))} by {how}."
        for kinds, how in ((further, "living further away"), (poorer, "a lower income"))
    ]
    holds = not further and not poorer
    title = "Living further away, and a lower income"
    return ToldProof(title, holds, " ".join(lost), (*further, *poorer), (), (), found.assumptions)


def _somebody(count: int) -> str:
    if not count:
        return "Nobody loses"
    return "1 kind of child loses" if count == 1 else f"{count} kinds of children lose"


def _loss(proved: EveryProof, found: Loss, how: str) -> ToldKind:
    before, after = outcome_words(found.before).lower(), outcome_words(found.after).lower()
    had = decide(proved.version, found.example).eligibility.grounds
    by = f" ({proved.version.provision(had[0]).title})" if had else ""
    then = f"; then {found.then}" if found.then else ""
    return ToldKind(
        f"{how}: {before}{by}, then {after}",
        f"{found.when}{then}",
        in_words(found.example, proved.version.vocabulary),
        lambda: trace_change(proved, found.example, found.example_after),
    )


def _charges(proved: EveryProof, found: Charges) -> ToldProof:
    title = "Gaps and overlaps in charges"
    if not found.charging:
        says = "This version charges nobody."
        return ToldProof(title, None, says, assumptions=found.assumptions)
    apart = [each for each in found.overlaps if not each.nested]
    wrong: list[Charged | Overlap] = [*found.gaps, *found.entitled, *apart]
    kinds = _apart(proved, [_charged(proved, each) for each in wrong])
    lines = [f"Nobody's sum is set by {each}." for each in found.never_reached]
    nested = [name for each in found.overlaps if each.nested for name in each.provisions]
    lines += [
        f"The cases of {each} lie within each other, as bands do; the first that is met counts."
        for each in dict.fromkeys(nested)
    ]
    return ToldProof(
        title, found.sound, _sound(found), kinds, tuple(lines),
        tuple(_named(proved.version, each) for each in found.cannot_compare),
        found.assumptions, bool(found.entitled or found.gaps),
    )  # fmt: skip


def _sound(found: Charges) -> str:
    if found.sound:
        return "No child falls in a gap, no case is idle, and nobody entitled pays."
    wrong = {
        "no charge fits": found.gaps,
        "pay though entitled": found.entitled,
        "cases set nobody's sum": found.never_reached,
    }
    return "; ".join(f"{len(each)}: {what}" for what, each in wrong.items() if each) + "."


def _charged(proved: EveryProof, found: Charged | Overlap) -> ToldKind:
    settled = f"; {found.settled_by}" if isinstance(found, Overlap) else ""
    return ToldKind(
        f"{found.says}{settled}",
        found.when,
        in_words(found.example, proved.version.vocabulary),
        lambda: trace_child(proved, found.example),
    )
