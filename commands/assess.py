"""``assess CASE.json --policy ID``: what a policy version says of one case, and why."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from casework.shelf import Shelf
from commands.case_file import CaseFile, read_case_file
from rules.decide import decide
from rules.policy import PolicyVersion
from rules.problems import BadFacts, Problem
from rules.recommendation import Finding, Recommendation
from rules.say import finding_sentence, standing_words, summary
from rules.values import DutyOutcome, Result

_SIGNS = {Result.MET: "[met]    ", Result.NOT_MET: "[not met]", Result.UNKNOWN: "[open]   "}
_DUTY = {
    DutyOutcome.OWED: "the council must act itself",
    DutyOutcome.MET_BY_OTHERS: "already met by others' suitable free travel",
    DutyOutcome.NOT_OWED: "not owed",
    DutyOutcome.CANNOT_TELL_YET: "cannot tell yet",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("case", type=Path, metavar="CASE.json", help='{"facts": {name: value}}')
    add_policy_argument(parser)
    parser.add_argument("--json", action="store_true", help="print the recommendation as JSON")


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
    policy = read_policy(shelf, args.policy)
    case = read_case_file(args.case, policy.vocabulary)
    recommendation = recommend(policy, case, args.case)
    if args.json:
        print(json.dumps(as_json(recommendation), indent=2, ensure_ascii=False))
    else:
        print(as_text(recommendation, policy))
    return 0


def read_policy(shelf: Shelf, named: str) -> PolicyVersion:
    """The version of that id, or of that file when it ends in .yaml."""
    return shelf.read_file(Path(named)) if named.endswith(".yaml") else shelf.read(named)


def recommend(policy: PolicyVersion, case: CaseFile, path: Path) -> Recommendation:
    """Decide, naming the file in problems, and warning of a day outside the version's own days."""
    for key in case.unknown_keys:
        print(f'{path}: "{key}" is not read here; only "facts" and "letter" are', file=sys.stderr)
    try:
        recommendation = decide(policy, case.facts)
    except BadFacts as error:
        problems = [Problem(str(path), each.message) for each in error.problems]
        raise BadFacts(problems) from None
    warn_outside_days(policy, recommendation)
    return recommendation


def warn_outside_days(policy: PolicyVersion, recommendation: Recommendation) -> None:
    """Say on stderr when the day of travel lies outside the version's own days."""
    day = recommendation.day_of_travel
    if day is not None and not policy.governs(day):
        print(
            f"Warning: {policy.id} governs travel {days_words(policy)}, "
            f"not {day.isoformat()}; it was evaluated all the same.",
            file=sys.stderr,
        )


def days_words(policy: PolicyVersion) -> str:
    """The days of travel a version governs: ``2019-09-01 to 2020-08-31``."""
    start = policy.travel_from.isoformat() if policy.travel_from else "any day"
    return f"{start} to {policy.travel_until.isoformat()}" if policy.travel_until else f"{start} on"


def as_json(recommendation: Recommendation) -> dict[str, object]:
    """The recommendation in the form other programs read."""
    eligibility, duty = recommendation.eligibility, recommendation.duty
    day = recommendation.day_of_travel
    return {
        "policy": {"id": recommendation.policy, "digest": recommendation.digest},
        "day_of_travel": day.isoformat() if day else None,
        "eligibility": {
            "outcome": eligibility.outcome.value,
            "grounds": list(eligibility.grounds),
            "missing": list(eligibility.missing),
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


def as_text(recommendation: Recommendation, policy: PolicyVersion) -> str:
    """The recommendation for a reader at a terminal."""
    eligibility, duty = recommendation.eligibility, recommendation.duty
    lines = [f"{policy.title} ({policy.id})", "", summary(recommendation)]
    lines.append(f"Duty, section 508B(2): {_DUTY[duty.outcome]}.")
    if eligibility.missing:
        words = [policy.vocabulary[name].question for name in eligibility.missing]
        lines += ["", "Still to be found out:", *(f"  - {each}" for each in words)]
    lines += ["", "Every provision:"]
    lines += [_line(finding) for finding in recommendation.findings if finding.applies is not False]
    ruled_out = [finding for finding in recommendation.findings if finding.applies is False]
    if ruled_out:
        names = ", ".join(finding.provision.split("#")[1] for finding in ruled_out)
        lines += ["", f"Ruled out by age, phase or kind of place: {names}."]
    return "\n".join(lines)


def _line(finding: Finding) -> str:
    sign = _SIGNS[finding.result]
    source = f"{finding.cites}; {standing_words(finding.standing)}"
    return f"  {sign} {finding_sentence(finding)}\n            {source}"
