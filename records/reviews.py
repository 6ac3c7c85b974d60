"""Occasions of a review: asked for, decided, heard by a panel, late, or taking longer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from records.occasion import listed, optional, wanted

TOLD_APART = "how we know that a person of a like name is somebody else"
"""Asked for where a reviewer or panel member may be somebody who worked on the case."""


@dataclass(frozen=True, slots=True)
class ReviewReceived:
    """A request for a stage of review has come; the kind of its letter says for which stage.

    Nobody who decided reviews. ``was_due_on`` is the last day on which it could be asked for.
    """

    received_on: date | None = wanted("day on which the request came")
    reviewer_role: str | None = wanted("who reviews the decision")
    outcome_due: date | None = wanted("day by which the review is decided")
    send_evidence_by: date | None = wanted("day by which further evidence can be sent")
    meanwhile: str | None = wanted("how the child travels meanwhile")
    came_by: str | None = optional("how the request came")
    family_says: str | None = optional("what the family says")
    was_due_on: date | None = optional("last day for the request")
    told_apart: str | None = optional(TOLD_APART)

    @property
    def is_late(self) -> bool | None:
        """Whether it came after the last day; None where either day is not known."""
        if self.received_on is None or self.was_due_on is None:
            return None
        return self.received_on > self.was_due_on


@dataclass(frozen=True, slots=True)
class ReviewOutcome:
    """Stage one is decided. ``reviewer`` is the named officer, ``changed`` whether help follows."""

    changed: bool | None = wanted("whether the decision is changed")
    what_now: str | None = wanted("what the decision now is")
    how_conducted: str | None = wanted("how the review was carried out")
    consulted: tuple[str, ...] = listed("who was consulted")
    factors: tuple[str, ...] = listed("what was considered")
    rationale: str | None = wanted("the reasons for the outcome")
    reviewer: str | None = wanted("reviewer's name")
    stage_two_by: date | None = wanted("last day to ask for stage two")
    stage_two_how: str | None = wanted("how to ask for stage two, and the form")
    told_apart: str | None = optional(TOLD_APART)


@dataclass(frozen=True, slots=True)
class Hearing:
    """A panel will hear the case: when, where, how to take part, and what comes before.

    The least notice is a setting; ``hearing_notice_days`` is what was promised beyond it.
    """

    hearing_on: date | None = wanted("day of the hearing")
    hearing_time: str | None = wanted("time of the hearing")
    place: str | None = wanted("place of the hearing")
    joining: str | None = wanted("how to join online")
    taking_part: str | None = wanted("that the family can attend, write or be represented")
    supporters: str | None = wanted("who may come along")
    procedure: str | None = wanted("how the hearing goes")
    papers_on: date | None = wanted("day by which the papers are sent")
    late_evidence_by: date | None = wanted("last day for further evidence")
    access_needs: str | None = wanted("how to ask for an interpreter or other needs")
    panel_names: tuple[str, ...] = listed("names of the panel")
    hearing_notice_days: int | None = optional("notice promised beyond the usual, in days")
    told_apart: str | None = optional(TOLD_APART)


@dataclass(frozen=True, slots=True)
class PanelOutcome:
    """Stage two is decided by people who had not touched the case."""

    changed: bool | None = wanted("whether the decision is changed")
    what_now: str | None = wanted("what the decision now is")
    heard_on: date | None = wanted("day of the hearing")
    how_conducted: str | None = wanted("how the review was carried out")
    consulted: tuple[str, ...] = listed("who was consulted")
    factors: tuple[str, ...] = listed("what was considered")
    rationale: str | None = wanted("the reasons for the outcome")
    panel_names: tuple[str, ...] = listed("names of the panel")
    conditions: str | None = optional("conditions")
    help_from: date | None = optional("first day of the help")
    help_until: date | None = optional("last day of the help")
    told_apart: str | None = optional(TOLD_APART)


@dataclass(frozen=True, slots=True)
class LateRequest:
    """A request that came after its last day: taken all the same or not, always with a reason.

    ``reviewer_role`` and ``outcome_due`` are told where it is taken, and held back without them.
    """

    received_on: date | None = wanted("day on which the request came")
    was_due_on: date | None = wanted("last day for the request")
    taken: bool | None = wanted("whether the late request is taken")
    why_late: str | None = wanted("why the request was late, as the family says")
    reason: str | None = wanted("the reason for taking it or not")
    how_to_complain: str | None = wanted("how to complain")
    reviewer_role: str | None = optional("who reviews the decision")
    outcome_due: date | None = optional("day by which the review is decided")


@dataclass(frozen=True, slots=True)
class MoreTime:
    """The council needs longer than it promised; the first day promised is kept."""

    what_is_late: str | None = wanted("what takes longer")
    first_due: date | None = wanted("day that was promised")
    now_due: date | None = wanted("new day")
    why_longer: str | None = wanted("why it takes longer")
    meanwhile: str | None = wanted("how the child travels meanwhile")


@dataclass(frozen=True, slots=True)
class Onwards:
    """Both stages are over: where the family can turn next, which follows the phase."""

    ended_on: date | None = wanted("day on which our own reviews ended")
