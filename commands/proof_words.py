"""How proofs and comparisons of versions are printed for a reader at a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rules.say import outcome_words
from rules.values import Outcome

if TYPE_CHECKING:
    from casework.versions_compared import Compared
    from rules.prove.results import Floor


def as_json(plain: object) -> str:
    """Plain values as JSON, for other programs."""
    return json.dumps(plain, indent=2, ensure_ascii=False)


def floor_text(found: Floor, plain: dict[str, object]) -> str:
    """Whether the floor holds, and else each kind of child who falls below it, with an example."""
    reading = ", its own provisions alone" if found.alone else ""
    if found.holds:
        lines = [f"{found.version}{reading}: no possible child falls below {found.floor}."]
    else:
        lines = [f"{found.version}{reading}: these children fall below {found.floor}."]
    examples = plain["refusals"]
    for refusal, example in zip(found.refusals, _list(examples), strict=True):
        lines += ["", f"{refusal.title} ({refusal.cites}): {outcome_words(refusal.found).lower()}"]
        lines += [f"  When {refusal.when}.", f"  For example: {_facts(example)}"]
    return "\n".join([*lines, *_rests_on(found.cannot_compare, found.assumptions)])


def difference_text(compared: Compared) -> str:
    """The kinds of children two versions treat differently, and the caseload's matrix."""
    found = compared.difference
    count = len(found.regions)
    kinds = "1 kind of child differs" if count == 1 else f"{count} kinds of children differ"
    lines = [f"{found.old} against {found.new}: {kinds if count else 'no child differs'}."]
    for region, example in zip(found.regions, _list(compared.as_json["regions"]), strict=True):
        old, new = outcome_words(region.old).lower(), outcome_words(region.new).lower()
        lines += ["", f"{old} -> {new}", f"  When {region.when}."]
        lines += [f"  For example: {_facts(example)}"]
    lines += _rests_on(found.cannot_compare, found.assumptions)
    return "\n".join([*lines, *matrix_lines(compared)])


def matrix_json(compared: Compared) -> dict[str, dict[str, int]] | None:
    """The matrix as ``{old: {new: count}}``; None without a caseload."""
    if compared.matrix is None:
        return None
    return {old.value: {new.value: compared.matrix[old, new] for new in Outcome} for old in Outcome}


def matrix_lines(compared: Compared) -> list[str]:
    """The counts of a caseload by old and new outcome, those that are not nought."""
    if compared.matrix is None:
        return []
    lines = ["", "The caseload under both:"]
    for (old, new), count in compared.matrix.items():
        if count:
            words = f"{outcome_words(old).lower()} -> {outcome_words(new).lower()}"
            lines.append(f"  {count:>9,}  {words}")
    if compared.not_decided:
        lines.append(f"  {compared.not_decided:>9,}  could not be decided under both")
    return lines


def _rests_on(unread: tuple[str, ...], assumptions: tuple[str, ...]) -> list[str]:
    lines = ["", "Cannot be compared, for the text was not read:"] if unread else []
    lines += [f"  {each}" for each in unread]
    return [*lines, "", "This rests on:", *(f"  - {each}" for each in assumptions)]


def _list(found: object) -> list[dict[str, object]]:
    return found if isinstance(found, list) else []


def _facts(entry: dict[str, object]) -> str:
    example = entry.get("example")
    facts = example if isinstance(example, dict) else {}
    return ", ".join(f"{name} {_shown(value)}" for name, value in facts.items())


def _shown(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
