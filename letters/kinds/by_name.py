"""All kinds of letter by name, which one tells of a decision, and a check of their wording."""

from __future__ import annotations

from itertools import takewhile

from letters.errors import UnknownKind
from letters.kinds.kind import Kind, Must
from letters.kinds.of_decision import (
    APPROVE,
    BY_DISCRETION,
    CONTRIBUTION,
    KINDS_OF_DECISION,
    OFFER,
    REFUSE,
)
from letters.kinds.of_occasion import KINDS_OF_OCCASION
from letters.matter import Matter
from letters.money import contribution_of
from letters.template import Piece, Template
from rules.problems import Problem
from rules.values import Outcome

__all__ = ["KINDS", "Kind", "Must", "check_template", "kind_for", "kind_named"]

KINDS = {kind.name: kind for kind in (*KINDS_OF_DECISION, *KINDS_OF_OCCASION)}
"""The kinds by name."""


LONGEST_GREETING = 4
"""Words of a greeting such as “Dear ${addressee},”, the name counted as one."""


def kind_named(name: str) -> Kind:
    """Give the kind of this name. Raises UnknownKind, naming those there are."""
    if name not in KINDS:
        raise UnknownKind(f"There is no letter of the kind “{name}”. Kinds: {', '.join(KINDS)}.")
    return KINDS[name]


def kind_for(matter: Matter) -> Kind:
    """Give the kind that tells of a decision. Raises UnknownKind while nothing is decided.

    Help offered is told in one of three ways: by discretion where discretion was used, with its
    contribution where one is asked or waived, else as what the policy offers.
    """
    match matter.outcome:
        case Outcome.ENTITLED:
            return APPROVE
        case Outcome.NOT_ENTITLED:
            return REFUSE
        case Outcome.OFFERED if matter.discretion and matter.discretion.used:
            return BY_DISCRETION
        case Outcome.OFFERED:
            return CONTRIBUTION if contribution_of(matter) else OFFER
    words = matter.outcome.value.replace("_", " ") if matter.outcome else "not decided"
    raise UnknownKind(
        f"No kind of letter tells a family of the outcome “{words}”. Decide the case first, or "
        f"name the kind of letter: {', '.join(KINDS)}."
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
    """Check that the decision stands in the first paragraph after the greeting, always.

    Two first paragraphs may share that: one ``when`` something holds, one ``when not``.
    """
    opening = _first_paragraphs(template)
    whole = bool(opening) and all(set(kind.first) <= set(each.placeholders) for each in opening)
    if whole and _always(opening):
        return []
    names = " and ".join(_shown(each) for each in kind.first)
    line = opening[0].line if opening else None
    why = f"the first sentence must tell the decision, always, with {names}."
    return [Problem(template.place, why, line)]


def _first_paragraphs(template: Template) -> list[Piece]:
    """Give the first paragraph after the greeting, or the two of which one always stands there."""
    told = [p for p in template.pieces if p.shape == "paragraph" and not _greets(p)]
    if not told or told[0].when is None:
        return told[:1]
    return list(takewhile(lambda piece: piece.when == told[0].when, told[:2]))


def _greets(piece: Piece) -> bool:
    """Say whether a paragraph is the greeting, in any language: the addressee and a word or two."""
    return piece.placeholders == ("addressee",) and len(piece.text.split()) <= LONGEST_GREETING


def _always(opening: list[Piece]) -> bool:
    """Say whether one of these paragraphs stands in every letter."""
    return opening[0].when is None or {piece.unless for piece in opening} == {True, False}


def _said(template: Template) -> frozenset[str]:
    """Give every placeholder, @part and ?condition that a template holds."""
    parts = {f"@{piece.text}" for piece in template.pieces if piece.shape == "part"}
    conditions = {f"?{piece.when}" for piece in template.pieces if piece.when}
    return frozenset(parts.union(conditions, *(piece.placeholders for piece in template.pieces)))


def _shown(name: str) -> str:
    """Show a name as it is written in a template."""
    if name.startswith("?"):
        return f"when {name[1:]}:"
    return name if name.startswith("@") else f"${{{name}}}"
