"""The kinds of letter: what each must say, as data, and a check that its wording says it."""

from __future__ import annotations

from dataclasses import dataclass

from letters.errors import UnknownKind
from letters.template import Template
from rules.problems import Problem
from rules.values import Outcome


@dataclass(frozen=True, slots=True)
class Must:
    """One thing that a letter must say; ``by`` lists the placeholders and @parts that say it."""

    say: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of letter. ``first`` must stand in the first sentence, which tells the decision."""

    name: str
    title: str
    outcome: Outcome
    first: tuple[str, ...]
    must: tuple[Must, ...]


COMMON = (
    Must("the council", ("@letterhead",)),
    Must("whom it is written to", ("@address", "addressee")),
    Must("reference, date, child, date of birth, school, policy version", ("@about",)),
    Must("what to do next, and by what day", ("review_by",)),
    Must(
        "a named contact, and when to reach them",
        ("contact_name", "contact_phone", "contact_email", "contact_hours"),
    ),
    Must("that other formats can be had", ("formats",)),
    Must("how personal data are used", ("privacy",)),
    Must("the policy version that was used", ("policy",)),
    Must("the facts we used", ("@facts",)),
    Must("what the family told us, with answers", ("@points",)),
    Must("who signs", ("@signature",)),
    Must("what is enclosed", ("@enclosures",)),
)

APPROVE = Kind(
    name="approve",
    title="Approve: entitled by law",
    outcome=Outcome.ENTITLED,
    first=("child", "school"),
    must=(
        *COMMON,
        Must("the ground of the decision", ("@grounds",)),
        Must("the measured distance and the method", ("@distances", "measuring")),
        Must("the first and the last day", ("starts_on", "ends_on")),
        Must("what ends the help early", ("@ends_when", "eighth_birthday")),
        Must("how the travel is chosen, and when we will tell", ("mode_how", "mode_told_by")),
        Must("how to ask for a review of the kind of travel", ("review_how",)),
    ),
)

REFUSE = Kind(
    name="refuse",
    title="Refuse",
    outcome=Outcome.NOT_ENTITLED,
    first=("child", "school"),
    must=(
        *COMMON,
        Must(
            "which tests were applied and failed, with the facts",
            ("@failed", "@not_settled", "@ruled_out"),
        ),
        Must(
            "the nearest suitable school with both distances",
            ("nearest", "nearest_walking", "nearest_road"),
        ),
        Must("the measured distance and the method", ("@distances", "measuring")),
        Must("the route measured, where distance or route decides", ("@route",)),
        Must("special needs, disability, mobility and accompaniment considered", ("@need",)),
        Must(
            "the discretion considered, its power and the reasons",
            ("discretion_power", "discretion_reasons"),
        ),
        Must("why the decision departs, where it does", ("departs_because",)),
        Must("the right to a stage one review and its form", ("review_how",)),
        Must("other help", ("@other_help",)),
    ),
)

KINDS = {kind.name: kind for kind in (APPROVE, REFUSE)}
"""The kinds by name."""


def kind_named(name: str) -> Kind:
    """Give the kind of this name. Raises UnknownKind, naming those there are."""
    if name not in KINDS:
        raise UnknownKind(f"There is no letter of the kind “{name}”. Kinds: {', '.join(KINDS)}.")
    return KINDS[name]


def kind_for(outcome: Outcome) -> Kind:
    """Give the kind that tells of an outcome. Raises UnknownKind where none does yet."""
    for kind in KINDS.values():
        if kind.outcome is outcome:
            return kind
    words = outcome.value.replace("_", " ")
    raise UnknownKind(
        f"No kind of letter here tells a family of the outcome “{words}”. Letters can be written "
        f"for: {', '.join(kind.outcome.value.replace('_', ' ') for kind in KINDS.values())}."
    )


def check_template(kind: Kind, template: Template) -> list[Problem]:
    """List what a kind must say and its wording does not."""
    said = _said(template)
    missing = [
        Problem(template.place, f"a letter of the kind “{kind.name}” must say {must.say}: {name}")
        for must in kind.must
        for name in (_shown(each) for each in must.by if each not in said)
    ]
    return missing + _opening(kind, template)


def _opening(kind: Kind, template: Template) -> list[Problem]:
    """Check that the decision stands in the first paragraph after the greeting."""
    paragraphs = [p for p in template.pieces if p.shape == "paragraph"]
    opening = next((p for p in paragraphs if not p.text.startswith("Dear ")), None)
    if opening and opening.when is None and set(kind.first) <= set(opening.placeholders):
        return []
    names = " and ".join(_shown(each) for each in kind.first)
    line = opening.line if opening else None
    why = f"the first sentence must tell the decision, always, with {names}."
    return [Problem(template.place, why, line)]


def _said(template: Template) -> frozenset[str]:
    """Give every placeholder and @part that a template holds."""
    parts = {f"@{piece.text}" for piece in template.pieces if piece.shape == "part"}
    return frozenset(parts.union(*(piece.placeholders for piece in template.pieces)))


def _shown(name: str) -> str:
    """Show a name as it is written in a template."""
    return name if name.startswith("@") else f"${{{name}}}"
