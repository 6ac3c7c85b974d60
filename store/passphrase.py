"""Changing the passphrase or the recovery key: the data key is wrapped anew, the data untouched."""

from __future__ import annotations

from records.people import Person
from store.change import change
from store.engine import told_plainly
from store.keyfile import write_keys
from store.keys import Keys, open_by_passphrase, with_passphrase, with_recovery
from store.problems import NotAllowedNow
from store.recovery import new_recovery_secret, printed
from store.store import Store


def change_passphrase(store: Store, old: str, new: str, by: Person) -> None:
    """Let a new passphrase open the store from now on. Raises WrongPassphrase, EmptyPassphrase."""
    open_by_passphrase(store.keys, old)
    _set(store, with_passphrase(store.keys, store.data_key, new), "passphrase changed", by)


def reset_passphrase(store: Store, new: str, by: Person) -> None:
    """Set a new passphrase on a store that was opened with its recovery key.

    Raises NotAllowedNow on any other, since it asks for no old one.
    """
    if not store.recovered:
        raise NotAllowedNow(
            "The passphrase was not changed. Give the old passphrase, or open the store with its "
            "recovery key to set a new one."
        )
    _set(store, with_passphrase(store.keys, store.data_key, new), "passphrase reset", by)


def new_recovery_key(store: Store, by: Person) -> str:
    """Make a new recovery key and give it, this once; the one printed before no longer opens."""
    secret = new_recovery_secret()
    _set(store, with_recovery(store.keys, store.data_key, secret), "recovery key replaced", by)
    return printed(secret)


def _set(store: Store, keys: Keys, what: str, by: Person) -> None:
    # Within the change: where the keys cannot be written, the audit line is not either.
    with change(store, by, what, "", {}), told_plainly(store.path):
        write_keys(store.path, keys)
    store.keys = keys
