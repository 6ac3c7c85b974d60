"""Which version a case is assessed under, and whether decisions may be made under it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.desk import Desk
from casework.shelf import Shelf
from records.confirmation import Confirmation
from rules.policy import PolicyVersion
from rules.problems import NoPolicyInForce
from store.confirmations import confirmation_of

DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class InUse:
    """What stands between a version and decisions.

    ``is_draft`` says that no adopted version governs the day and this draft stands in its place;
    ``fictional`` is the sample council's, which is confirmed from the start. ``confirmation`` is
    the policy lead's, None where there is none for this very text.
    """

    policy: str
    title: str
    is_draft: bool
    fictional: bool
    confirmation: Confirmation | None

    @property
    def may_decide(self) -> bool:
        """Say whether decisions can be issued under it."""
        return self.fictional or self.confirmation is not None


def version_for_day(shelf: Shelf, council: str, day: date, known_on: date) -> PolicyVersion:
    """The adopted version that governs a day of travel; else the draft that does.

    Raises NoPolicyInForce where there is neither, naming the council and the day.
    """
    try:
        return shelf.in_force(council, day, known_on)
    except NoPolicyInForce:
        draft = governing_draft(shelf, council, day)
        if draft is None:
            raise
        return draft


def governing_draft(shelf: Shelf, council: str, day: date) -> PolicyVersion | None:
    """The draft that governs a day. A draft built on another of the day is an option, not it."""
    ids = [policy for policy in shelf.ids() if policy.startswith(f"{council}/")]
    versions = [version for version in map(shelf.read, ids) if version.status == DRAFT]
    drafts = {version.id: version for version in versions if version.governs(day)}
    plain = [each for each in drafts.values() if each.builds_on not in drafts]
    return max(plain, key=lambda each: (each.travel_from or date.min, each.id), default=None)


def in_use(desk: Desk, policy: PolicyVersion) -> InUse:
    """Say whether decisions may be made under a version here and now."""
    fictional = desk.shelf.is_fictional(policy.body)
    confirmation = None if fictional else confirmation_of(desk.store, policy.digest)
    return InUse(policy.id, policy.title, policy.status == DRAFT, fictional, confirmation)


def may_issue(desk: Desk, council: str, digest: str) -> bool:
    """Whether letters of decisions under a text can be issued: the sample's, or a confirmed one."""
    return desk.shelf.is_fictional(council) or confirmation_of(desk.store, digest) is not None
