"""The passphrase and the recovery key of a store, changed by whoever looks after it."""

from __future__ import annotations

from casework.desk import Desk
from casework.rights import require
from records.people import Role
from rules.problems import UserFacingError
from store import passphrase

SHORTEST = 12
"""The least number of characters of a passphrase that a council's store is given."""


class KeysStay(UserFacingError):
    """A passphrase or a recovery key that cannot be changed like this."""


def is_recovered(desk: Desk) -> bool:
    """Say whether the store was opened by its recovery key: then no old passphrase is asked."""
    return desk.store.recovered


def may_change_keys(desk: Desk) -> bool:
    """Say whether passphrase and recovery key can be changed from this desk."""
    by_right = desk.person.holds(Role.ADMINISTRATOR) or is_recovered(desk)
    return by_right and not desk.store.fictional


def change_passphrase(desk: Desk, old: str, new: str) -> None:
    """Let a new passphrase open the store from now on; the recovery key goes on opening it.

    ``old`` is not looked at in a store that was opened by its recovery key. Raises NotAllowed,
    KeysStay (too short, or the sample) or WrongPassphrase; then the old one still opens.
    """
    _require(desk, "Changing the passphrase")
    if len(new) < SHORTEST:
        raise KeysStay(
            f"A passphrase has at least {SHORTEST} characters. The one before still opens the "
            "store. Four words that have nothing to do with each other are good."
        )
    if is_recovered(desk):
        passphrase.reset_passphrase(desk.store, new, desk.person)
    else:
        passphrase.change_passphrase(desk.store, old, new, desk.person)


def new_recovery_key(desk: Desk) -> str:
    """Make a new recovery key and give it, this once; the one printed before no longer opens.

    Raises NotAllowed, or KeysStay for the sample.
    """
    _require(desk, "Making a recovery key")
    return passphrase.new_recovery_key(desk.store, desk.person)


def _require(desk: Desk, what: str) -> None:
    if not is_recovered(desk):
        require(desk, what, Role.ADMINISTRATOR)
    if desk.store.fictional:
        raise KeysStay(
            "The sample's passphrase is shown on the first page, so it stays as it is. "
            "Nothing was changed."
        )
