"""How proofs and comparisons of versions are printed for a reader at a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rules.say import finding_sentence, outcome_words
from rules.values import Outcome, Result

if TYPE_CHECKING:
    from casework.files.versions import Compared, Told
    from casework.policies.proofs import Proved
    from rules.prove.results import Charges, Floor, Never, Region, Sanity

Json = dict[str, object]


def as_json(plain: object) -> str:
    """Plain values as JSON, for other programs."""
    return json.dumps(plain, indent=2, ensure_ascii=False)


def proved_text(proved: Proved) -> str:
    """Every proof of a version: the floor, rules without effect, losses, charges."""
    lines = floor_lines(proved.floor, proved.as_json)
    lines += ["", *never_lines(proved.never)] if proved.never else []
    lines += ["", *losses_lines(proved.sanity)] if proved.sanity else []
    if proved.charges and proved.charges.charging:
        lines += ["", *charges_lines(proved.charges, _dict(proved.as_json.get("charges")))]
    lines += not_proved_lines(proved.not_proved)
    found = proved.floor
    return "\n".join([*lines, *_rests_on(found.cannot_compare, found.assumptions)])


def not_proved_lines(not_proved: tuple[str, ...]) -> list[str]:
    """What was given up for the size of the text, so that nobody takes it for proved."""
    if not not_proved:
        return []
    says = "Not proved, neither way, for the text is too large to be held against every child:"
    return ["", says, *(f"  - {each}" for each in not_proved)]


def floor_lines(found: Floor, plain: Json) -> list[str]:
    """Whether the floor holds, and else each kind of child who falls below it, with an example."""
    reading = ", its own provisions alone" if found.alone else ""
    if found.holds:
        return [f"{found.version}{reading}: no possible child falls below {found.floor}."]
    lines = [f"{found.version}{reading}: these children fall below {found.floor}."]
    for refusal, entry in zip(found.refusals, _list(plain["refusals"]), strict=True):
        lines += ["", f"{refusal.title} ({refusal.cites}): {outcome_words(refusal.found).lower()}"]
        lines += [f"  Refused by {refusal.refused_by}."] if refusal.refused_by else []
        lines += [f"  When {refusal.when}.", f"  For example: {entry['example_in_words']}."]
    return lines


def never_lines(found: Never) -> list[str]:
    """The rules that do nothing."""
    if not (found.never_met or found.never_matter):
        return ["Every rule that was read changes somebody's outcome."]
    lines = [f"Nobody can meet {each}." for each in found.never_met]
    return [*lines, *(f"{each} never changes an outcome." for each in found.never_matter)]


def losses_lines(found: Sanity) -> list[str]:
    """Who loses by living further away, or by a lower income."""
    lines = []
    for says, losses in (
        ("living further away", found.further_away),
        ("a lower income", found.lower_income),
    ):
        lines += [f"Nobody loses by {says}."] if not losses else [f"These lose by {says}:"]
        for loss in losses:
            then = f", then {loss.then}" if loss.then else ""
            change = f"{outcome_words(loss.before)} -> {outcome_words(loss.after)}".lower()
            lines.append(f"  {change}: {loss.when}{then}.")
    return lines


def charges_lines(found: Charges, plain: Json) -> list[str]:
    """What is wrong with the charges; of cases that lie within each other one line."""
    good = "Charges: no gap, no idle case, and nobody entitled pays."
    bad = "Charges: these fall through, are idle, or pay though they are entitled."
    lines = [good if found.sound else bad]
    wrong = (*found.gaps, *found.entitled)
    entries = [*_list(plain["gaps"]), *_list(plain["entitled"])]
    for each, entry in zip(wrong, entries, strict=True):
        lines += [f"  {each.says}.", f"    When {each.when}."]
        lines.append(f"    For example: {entry['example_in_words']}.")
    lines += [f"  Nobody's sum is set by {each}." for each in found.never_reached]
    lines += [f"  Not read, so not told: {each}." for each in found.cannot_compare]
    nested = dict.fromkeys(
        name for each in found.overlaps if each.nested for name in each.provisions
    )
    lines += [f"  Cases of {each} lie within each other; the first met counts." for each in nested]
    for overlap in found.overlaps:
        if not overlap.nested:
            lines += [f"  Both fit, and {overlap.settled_by}: {overlap.says}."]
    return lines


def difference_text(compared: Compared) -> str:
    """The kinds of children two versions treat differently, and the caseload's matrix."""
    found = compared.difference
    count = len(found.regions)
    lines = [f"{found.old} against {found.new}: {_how_many(count, bool(compared.charges))}."]
    heading = None
    for shown in compared.shown:
        region = shown.region
        if heading != (heading := _heading(region)):
            lines += ["", heading]
        lines += [*_counted(region), f"  When {region.when}.", f"  For example: {shown.example}."]
        lines += [f"    {_decision(told)}" for told in (shown.old, shown.new)]
    lines += charges_changed_lines(compared.charges)
    lines += _rests_on(found.cannot_compare, found.assumptions)
    return "\n".join([*lines, *matrix_lines(compared)])


def _how_many(count: int, charged: bool) -> str:
    """How many kinds differ, in outcome alone: what is charged is told beside it."""
    if not count:
        return f"no child's outcome differs{', but what is charged does' if charged else ''}"
    kinds = "1 kind of child differs" if count == 1 else f"{count} kinds of children differ"
    return f"{kinds} in outcome{', and what is charged differs too' if charged else ''}"


def charges_changed_lines(charges: tuple[str, ...]) -> list[str]:
    """What is charged otherwise, a line a charge; nothing where nothing is."""
    if not charges:
        return []
    return ["", "What is charged differs, also where the outcome is the same:",
            *(f"  - {each}" for each in charges)]  # fmt: skip


def _heading(region: Region) -> str:
    """Both outcomes with the rule that decides: ``offered (year-four) -> not entitled``.

    What is left to an officer may have several grounds; one is named.
    """
    sides = ((region.old, region.old_grounds), (region.new, region.new_grounds))
    words = []
    for outcome, grounds in sides:
        such = "such as " if outcome is Outcome.FOR_AN_OFFICER else ""
        by = f" ({such}{grounds[0].partition('#')[2]})" if grounds else ""
        words.append(f"{outcome_words(outcome).lower()}{by}")
    return " -> ".join(words)


def _counted(region: Region) -> list[str]:
    """How many children of a caseload are of this kind, where one was given."""
    if region.count is None:
        return []
    return [f"  {region.count:,} {'child' if region.count == 1 else 'children'} of the caseload."]


def _decision(told: Told) -> str:
    """How one version decides the example: its outcome, and the rule that decides."""
    says = f"{told.version}: {outcome_words(told.outcome).lower()}"
    if told.deciding is None:
        return f"{says}; no rule applies."
    met = "met" if told.deciding.result is Result.MET else "not met"
    return f"{says}; {met}: {finding_sentence(told.deciding)}"


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


def _dict(found: object) -> Json:
    return found if isinstance(found, dict) else {}
