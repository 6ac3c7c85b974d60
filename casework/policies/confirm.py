"""The policy lead confirms a version for use, by its very text, or takes that back."""

from __future__ import annotations

from casework.desk import Desk
from casework.in_use import InUse, in_use
from casework.rights import require
from records.confirmation import Confirmation
from records.people import Role
from rules.policy import PolicyVersion
from rules.problems import UserFacingError
from store import confirmations as kept
from store.identifiers import new_id

CONFIRMABLE = ("adopted", "enacted", "draft")


class CannotConfirm(UserFacingError):
    """A version that cannot be confirmed for use, or whose confirmation cannot be withdrawn."""


def standing_of_version(desk: Desk, policy: str) -> InUse:
    """Say whether a version on the shelf is confirmed. Raises UnknownPolicy or BadPolicy."""
    return in_use(desk, desk.shelf.read(policy))


def confirm_version(desk: Desk, policy: str, because: str) -> Confirmation:
    """Confirm a version as it reads now; ``because`` says what that rests on.

    Raises NotAllowed, UnknownPolicy, BadPolicy or CannotConfirm; then nothing was recorded.
    """
    require(desk, "Confirming a version for use", Role.POLICY_LEAD)
    version = desk.shelf.read(policy)
    _confirmable(desk, version, because)
    return _said(desk, version, True, because)


def withdraw_confirmation(desk: Desk, policy: str, because: str) -> Confirmation:
    """Take a confirmation back: from now on decisions wait. Those that were made stay.

    Raises NotAllowed, UnknownPolicy, BadPolicy or CannotConfirm; then nothing was recorded.
    """
    require(desk, "Withdrawing a confirmation", Role.POLICY_LEAD)
    version = desk.shelf.read(policy)
    if in_use(desk, version).confirmation is None:
        raise CannotConfirm(
            f"{version.id} is not confirmed as it reads now, so there is nothing to withdraw. "
            "Nothing was changed."
        )
    _reasoned(because, "Say why the confirmation is withdrawn.")
    return _said(desk, version, False, because)


def _confirmable(desk: Desk, version: PolicyVersion, because: str) -> None:
    if desk.shelf.is_fictional(version.body):
        raise CannotConfirm(
            f"{version.id} belongs to the fictional sample, which is confirmed from the start. "
            "Nothing was changed."
        )
    if version.status not in CONFIRMABLE:
        raise CannotConfirm(
            f"{version.id} is marked {version.status}, so decisions cannot be made under it. "
            "Nothing was changed. Put the adopted text on the shelf and confirm that."
        )
    _reasoned(because, "Say what it rests on, such as the meeting that adopted it.")


def _reasoned(because: str, wanted: str) -> None:
    if not because.strip():
        raise CannotConfirm(f"{wanted} Nothing was changed.")


def _said(desk: Desk, version: PolicyVersion, confirmed: bool, because: str) -> Confirmation:
    found = Confirmation(
        new_id(),
        version.id,
        version.digest,
        confirmed,
        because.strip(),
        desk.person.id,
        desk.person.name,
        desk.now(),
    )
    kept.add_confirmation(desk.store, found, desk.person)
    return found
