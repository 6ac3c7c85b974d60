"""Wordings of letters that policy leads saved: all are kept, the latest of each kind counts."""

from __future__ import annotations

from hashlib import sha256

from records.people import Person
from records.wording import Wording
from store.store import Store
from store.table import Table

_WORDINGS = Table("wording", "wordings", Wording)
_LATEST = "seq IN (SELECT max(seq) FROM wordings GROUP BY council, kind, language)"


def add_wording(store: Store, wording: Wording, by: Person) -> None:
    """Add a wording, whose digest must be its text's SHA-256; otherwise ValueError."""
    if wording.digest != sha256(wording.text.encode()).hexdigest():
        raise ValueError("the text is not the one whose SHA-256 the wording names")
    what = "wording restored" if wording.restores else "wording saved"
    said = {
        "kind": wording.kind,
        "language": wording.language,
        "digest": wording.digest,
        "reason": wording.because,
    }
    _WORDINGS.add(store, wording, by, what, f"{wording.council}/{wording.kind}", **said)


def wording(store: Store, id: str) -> Wording:
    """Give a wording. Raises NotThere."""
    return _WORDINGS.get(store, id)


def latest_wording(store: Store, council: str, kind: str, language: str) -> Wording | None:
    """Give the wording that counts; None where none was ever saved."""
    of_kind = f"council = ? AND kind = ? AND language = ? AND {_LATEST}"
    found = _WORDINGS.where(store, of_kind, council, kind, language)
    return found[0] if found else None


def latest_wordings(store: Store, council: str) -> tuple[Wording, ...]:
    """Give the wording that counts of every kind and language that a council has saved."""
    return _WORDINGS.where(store, f"council = ? AND {_LATEST}", council)


def wordings_of(store: Store, council: str, kind: str, language: str) -> tuple[Wording, ...]:
    """Give every wording of a kind in a language, oldest first."""
    of_kind = "council = ? AND kind = ? AND language = ?"
    return _WORDINGS.where(store, of_kind, council, kind, language)


def wording_named(store: Store, digest: str) -> Wording | None:
    """Give the first wording saved with this digest, or one that begins so; None where none is."""
    found = _WORDINGS.where(store, "substr(digest, 1, ?) = ?", len(digest), digest)
    return found[0] if found and digest else None
