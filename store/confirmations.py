"""Policy versions that the council's policy lead confirmed for use; the latest word counts."""

from __future__ import annotations

from records.confirmation import Confirmation
from records.people import Person
from store.store import Store
from store.table import Table

_CONFIRMATIONS = Table("confirmation", "confirmations", Confirmation)
_LATEST = "seq IN (SELECT max(seq) FROM confirmations GROUP BY digest)"


def add_confirmation(store: Store, confirmation: Confirmation, by: Person) -> None:
    """Add a word on a version: confirmed, or withdrawn. Earlier words stay."""
    what = "version confirmed for use" if confirmation.confirmed else "confirmation withdrawn"
    said = {"digest": confirmation.digest, "reason": confirmation.because}
    _CONFIRMATIONS.add(store, confirmation, by, what, confirmation.policy, **said)


def confirmation_of(store: Store, digest: str) -> Confirmation | None:
    """Give the confirmation of a text that counts; None where none stands."""
    found = _CONFIRMATIONS.where(store, f"digest = ? AND confirmed AND {_LATEST}", digest)
    return found[0] if found else None


def confirmations(store: Store) -> dict[str, Confirmation]:
    """Give every confirmation that counts, by the digest of its text."""
    return {each.digest: each for each in _CONFIRMATIONS.where(store, f"confirmed AND {_LATEST}")}


def words_on_version(store: Store, policy: str) -> tuple[Confirmation, ...]:
    """Give every word that was said on a version, in whichever text, oldest first."""
    return _CONFIRMATIONS.where(store, "policy = ?", policy)
