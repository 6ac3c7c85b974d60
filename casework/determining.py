"""Determine how one child must travel: every criterion judged, with reasons, and authorised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from casework.assess import Assessment, assess, granted
from casework.authorise import OF_SOLO_TRAVEL, authoriser
from casework.case import Case
from casework.desk import Desk
from casework.record import record_judgement
from casework.rights import OFFICERS, require
from records.determination import Determination, JudgedCriterion
from records.people import Person, Role
from rules.part_values import Determination as Found
from rules.part_values import DeterminationOutcome
from rules.problems import UserFacingError
from rules.recommendation import Finding, Step
from rules.values import Authoriser, Determined, FactType, KnownHow, Result
from rules.vocabulary import FactWord
from store import change, determinations
from store.identifiers import new_id

AUTHORISERS: Mapping[Authoriser, tuple[Role, ...]] = {
    Authoriser.SEND: (Role.SEND_OFFICER,),
    Authoriser.TRANSPORT: (Role.ELIGIBILITY_OFFICER,),
    Authoriser.SENIOR_REVIEWER: (Role.SENIOR_REVIEWER,),
}
KIND_WORDS = {
    Determined.SOLO_TRAVEL: "travelling alone",
    Determined.PASSENGER_ASSISTANT: "a passenger assistant",
}


class CannotDetermine(UserFacingError):
    """A determination that lacks what it cannot stand without, or that no policy asks for."""


class Judged(NamedTuple):
    """One criterion's answer (None: not known) and the reasons for it."""

    met: bool | None
    reasons: str


@dataclass(frozen=True, slots=True)
class Determining:
    """What is determined: each criterion's answer by the fact's name, and the reasons in all.

    ``authorised_by`` is a person's id, another than who determines; travel alone always needs one
    and a ``review_on``, other kinds where the policy asks for them. ``by_discretion``: the
    help it is for is one that only discretion gives.
    """

    kind: Determined
    judged: Mapping[str, Judged]
    reasons: str
    authorised_by: str | None = None
    review_on: date | None = None
    by_discretion: bool = False


def asked_of(assessment: Assessment, kind: Determined) -> Found | None:
    """What the policy asks for of a kind of determination; None where it asks for none."""
    found = assessment.parts.determinations if assessment.parts else ()
    return next((each for each in found if each.name is kind), None)


def criteria_of(assessment: Assessment, found: Found) -> tuple[FactWord, ...]:
    """The criteria a person answers yes, no or not known, in the order of the text."""
    names = dict.fromkeys(name for each in found.criteria for name in _names(each.step))
    words = assessment.policy.vocabulary
    return tuple(words[name] for name in names if name in words and _is_judged(words[name]))


def _names(step: Step) -> Iterator[str]:
    if step.name:
        yield step.name
    for part in step.parts:
        yield from _names(part)


def _is_judged(word: FactWord) -> bool:
    return word.type is FactType.YES_NO and word.how is KnownHow.JUDGED


def authoriser_roles(found: Found) -> tuple[Role, ...]:
    """Who may authorise it; none where the policy asks for nobody. Travel alone: SEND."""
    if found.name is Determined.SOLO_TRAVEL:
        return OF_SOLO_TRAVEL
    return AUTHORISERS[found.authoriser] if found.authoriser else ()


def needs_review(found: Found) -> bool:
    """Whether a day of review is compulsory."""
    return found.needs_review_date or found.name is Determined.SOLO_TRAVEL


def determine(desk: Desk, application: str, meant: Determining) -> Determination:
    """Record a determination with its judgements, all or nothing.

    Raises NotAllowed (travel alone is for the SEND officer), CannotDetermine with what is
    lacking, CannotAuthorise; then nothing was recorded.
    """
    require_to_determine(desk, meant.kind)
    assessment = _assessed(desk, application, meant)
    found = asked_of(assessment, meant.kind)
    if found is None:
        raise CannotDetermine(
            f"{assessment.policy.title} asks for no determination of {KIND_WORDS[meant.kind]} "
            "here. Nothing was recorded."
        )
    criteria = criteria_of(assessment, found)
    _complete(found, criteria, meant)
    roles = authoriser_roles(found)
    what = KIND_WORDS[meant.kind].capitalize()
    by_whom = authoriser(desk, meant.authorised_by, roles, what) if roles else None
    with change.together(desk.store):
        for word in criteria:
            answer = meant.judged[word.name]
            record_judgement(desk, application, word.name, answer.met, answer.reasons)
        after = asked_of(_assessed(desk, application, meant), meant.kind)
        made = _record(desk, assessment, criteria, meant, by_whom, after or found)
        determinations.add_determination(desk.store, made, desk.person)
    return made


def _assessed(desk: Desk, application: str, meant: Determining) -> Assessment:
    """The case as it stands, with the parts of the help that the determination is for."""
    found = assess(desk, application)
    return granted(found) if meant.by_discretion else found


def require_to_determine(desk: Desk, kind: Determined) -> None:
    """Travel alone is determined by the SEND officer and by nobody else. Raises NotAllowed."""
    roles = OF_SOLO_TRAVEL if kind is Determined.SOLO_TRAVEL else OFFICERS
    require(desk, f"Determining {KIND_WORDS[kind]}", *roles)


def _complete(found: Found, criteria: tuple[FactWord, ...], meant: Determining) -> None:
    lacking = [
        word.label
        for word in criteria
        if not meant.judged.get(word.name, Judged(None, "")).reasons.strip()
    ]
    if lacking:
        raise CannotDetermine(
            "Every criterion is answered yes, no or not known, with reasons. Nothing was "
            f"recorded. Still without: {', '.join(lacking)}."
        )
    if not meant.reasons.strip():
        raise CannotDetermine("Write what it comes to in all, and why. Nothing was recorded.")
    if needs_review(found) and meant.review_on is None:
        raise CannotDetermine(
            f"Choose the day by which {KIND_WORDS[found.name]} is reviewed. Nothing was recorded."
        )


def _record(
    desk: Desk,
    assessment: Assessment,
    criteria: tuple[FactWord, ...],
    meant: Determining,
    by_whom: Person | None,
    found: Found,
) -> Determination:
    return Determination(
        id=new_id(),
        application=assessment.case.application.id,
        kind=meant.kind,
        policy=assessment.policy.id,
        digest=assessment.policy.digest,
        outcome=found.outcome,
        criteria=tuple(_criterion(word, meant.judged[word.name]) for word in criteria),
        reasons=meant.reasons.strip(),
        by=desk.person.id,
        by_name=desk.person.name,
        authorised_by=by_whom.id if by_whom else None,
        authorised_by_name=by_whom.name if by_whom else None,
        at=desk.now(),
        review_on=meant.review_on,
    )


def _criterion(word: FactWord, judged: Judged) -> JudgedCriterion:
    return JudgedCriterion(word.name, word.label, judged.met, judged.reasons.strip())


def wanted_determinations(assessment: Assessment) -> tuple[Found, ...]:
    """The determinations that the kind of travel rests on, that are not recorded as they stand."""
    arranged = assessment.parts.arrangement if assessment.parts else None
    if arranged is None or assessment.parts is None:
        return ()
    rungs = [each for each in (arranged.suggested, arranged.meanwhile) if each]
    return tuple(
        each
        for each in assessment.parts.determinations
        if any(_rests_on(rung, each) for rung in rungs) and not is_recorded(assessment, each)
        if authoriser_roles(each) or needs_review(each)
    )


def travels_alone(assessment: Assessment) -> bool:
    """Whether the kind of travel rests on travelling alone: then the SEND officer decides."""
    arranged = assessment.parts.arrangement if assessment.parts else None
    found = asked_of(assessment, Determined.SOLO_TRAVEL)
    if arranged is None or arranged.suggested is None or found is None:
        return False
    return _rests_on(arranged.suggested, found)


def is_recorded(assessment: Assessment, found: Found) -> bool:
    """Whether the outcome on today's facts is one that was determined and authorised."""
    made = determination_of(assessment.case, found.name)
    return made is not None and made.outcome is found.outcome


def determination_of(case: Case, kind: Determined) -> Determination | None:
    """The determination of a kind that counts in a case."""
    return next((each for each in case.determinations if each.kind is kind), None)


def _rests_on(rung: Finding, found: Found) -> bool:
    if found.outcome is not DeterminationOutcome.NEEDED:
        return False
    return _mentions(rung.because, found.provision.provision)


def _mentions(step: Step, provision: str) -> bool:
    short = provision.partition("#")[2]
    here = step.result is Result.MET and (step.name in (provision, short))
    return here or any(_mentions(part, provision) for part in step.parts)
