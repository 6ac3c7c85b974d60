"""``assess CASE.json --policy ID``: what a policy version says of one case, and why."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from casework.duty_words import duty_places
from casework.files.assess import (
    AssessedFile,
    assess_file,
    missing_of_file,
    parts_as_json,
    parts_of_file,
    timeline_notes,
    timeline_of_file,
    what_if_of_file,
)
from casework.part_words import PARTS
from casework.shelf import Shelf
from commands.more_readings import change_json, change_lines
from commands.part_words import part_lines
from commands.timeline_words import span_lines, spans_json
from rules.recommendation import Finding
from rules.say import finding_sentence, standing_words, summary
from rules.values import DutyOutcome, Result

if TYPE_CHECKING:
    from rules.ask import Question

_SIGNS = {Result.MET: "[met]    ", Result.NOT_MET: "[not met]", Result.UNKNOWN: "[open]   "}
_DUTY = {
    DutyOutcome.OWED: "the council must act itself",
    DutyOutcome.MET_BY_OTHERS: "already met by others' suitable free travel",
    DutyOutcome.NOT_OWED: "not owed",
    DutyOutcome.CANNOT_TELL_YET: "cannot tell yet",
}


ALWAYS = ("contribution", "arrangement")
"""The parts that other programs are told without asking."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, metavar="CASE.json", help='{"facts": {name: value}}')
    add_policy_argument(parser)
    parser.add_argument("--json", action="store_true", help="print the recommendation as JSON")
    parser.add_argument(
        "--timeline", metavar="YEAR", help="also from when to when in a school year, as 2026-27"
    )
    parser.add_argument(
        "--what-if", action="store_true", help="also the smallest changes that would change it"
    )
    for name, what in PARTS.items():
        parser.add_argument(f"--{name}", action="store_true", help=f"also {what}")
    parser.add_argument("--parts", action="store_true", help="all of these parts at once")


def add_policy_argument(parser: argparse.ArgumentParser) -> None:
    """Declare ``--policy``: a version on the shelf, or a policy file."""
    parser.add_argument(
        "--policy",
        required=True,
        metavar="ID",
        help="a policy version such as england/1996-act (see: policies), or a policy file",
    )


def run(args: argparse.Namespace) -> int:
    """Assess and print; 0 when evaluated."""
    shelf = Shelf()
    assessed = assess_file(shelf, args.policy, args.case)
    tell(assessed.notes)
    spans = timeline_of_file(shelf, assessed, args.timeline) if args.timeline else None
    tell(timeline_notes(shelf, assessed, spans) if spans else ())
    changes = what_if_of_file(assessed) if args.what_if else None
    if args.json:
        found = as_json(assessed)
        found |= {} if spans is None else {"timeline": spans_json(spans)}
        found |= {} if changes is None else {"what_if": [change_json(each) for each in changes]}
        found |= _parts_json(assessed, args)
        print(json.dumps(found, indent=2, ensure_ascii=False))
        return 0
    print(as_text(assessed))
    asked = asked_parts(args)
    told = part_lines(parts_of_file(assessed), asked, assessed.policy.vocabulary) if asked else []
    print("\n".join([*span_lines(spans, assessed.policy), *change_lines(changes), *told]), end="")
    return 0


def asked_parts(args: argparse.Namespace) -> tuple[str, ...]:
    """The parts that were asked for by name, or all of them."""
    return tuple(name for name in PARTS if args.parts or getattr(args, name))


def _parts_json(assessed: AssessedFile, args: argparse.Namespace) -> dict[str, object]:
    """What is paid and how the child travels always; the other parts where they are asked for."""
    found = parts_as_json(parts_of_file(assessed))
    wanted = {*ALWAYS, *asked_parts(args)}
    return {name: found[name] for name in PARTS if name in wanted}


def tell(notes: tuple[str, ...]) -> None:
    """Print notes beside the result."""
    for note in notes:
        print(note, file=sys.stderr)


def as_json(assessed: AssessedFile) -> dict[str, object]:
    """The recommendation in the form other programs read."""
    recommendation = assessed.recommendation
    eligibility, duty = recommendation.eligibility, recommendation.duty
    day = recommendation.day_of_travel
    return {
        "policy": {"id": recommendation.policy, "digest": recommendation.digest},
        "day_of_travel": day.isoformat() if day else None,
        "eligibility": {
            "outcome": eligibility.outcome.value,
            "grounds": list(eligibility.grounds),
            "missing": [each.word.name for each in missing_of_file(assessed)],
            "unread": list(eligibility.unread),
        },
        "duty": {"outcome": duty.outcome.value, "missing": list(duty.missing)},
        "provisions": [_provision(finding) for finding in recommendation.findings],
    }


def _provision(finding: Finding) -> dict[str, object]:
    return {
        "provision": finding.provision,
        "effect": finding.effect.value,
        "result": finding.result.value,
        "applies": finding.applies,
        "cites": finding.cites,
        "standing": finding.standing.value,
    }


def as_text(assessed: AssessedFile) -> str:
    """The recommendation for a reader at a terminal."""
    recommendation, policy = assessed.recommendation, assessed.policy
    duty = recommendation.duty
    lines = [f"{policy.title} ({policy.id})", "", summary(recommendation)]
    lines.append(f"{_duty_of(assessed)}: {_DUTY[duty.outcome]}.")
    if recommendation.eligibility.missing:
        asked = [_question(each) for each in missing_of_file(assessed)]
        order = ", the best question first" if len(asked) > 1 else ""
        lines += ["", f"Still to be found out{order}:", *asked]
    lines += ["", "Every provision:"]
    lines += [_line(finding) for finding in recommendation.findings if finding.applies is not False]
    ruled_out = [finding for finding in recommendation.findings if finding.applies is False]
    if ruled_out:
        names = ", ".join(finding.provision.split("#")[1] for finding in ruled_out)
        lines += ["", f"Ruled out by age, phase or kind of place: {names}."]
    return "\n".join(lines)


def _question(question: Question) -> str:
    """A question, and which provisions wait for its answer."""
    waiting = ", ".join(each.partition("#")[2] for each in question.waiting)
    return f"  - {question.word.question}" + (f" ({waiting})" if waiting else "")


def _duty_of(assessed: AssessedFile) -> str:
    """Head the duty by where it stands: ``Duty, section 508B(2)``."""
    return ", ".join(["Duty", *duty_places(assessed.policy, assessed.recommendation)])


def _line(finding: Finding) -> str:
    sign = _SIGNS[finding.result]
    source = f"{finding.cites}; {standing_words(finding.standing)}"
    return f"  {sign} {finding_sentence(finding)}\n            {source}"
