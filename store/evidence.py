"""Evidence held on a case, with the document itself where it was given."""

from __future__ import annotations

from hashlib import sha256

from records.application import Evidence
from records.people import Person
from store.change import together
from store.contents import content, keep_content
from store.store import Store
from store.table import Table

_EVIDENCE = Table("item of evidence", "evidence", Evidence)


def add_evidence(
    store: Store, evidence: Evidence, by: Person, document: bytes | None = None
) -> None:
    """Add an item of evidence and, where given, the document.

    The document's SHA-256 must be the one the evidence names; otherwise ValueError.
    """
    if document is not None and evidence.sha256 != sha256(document).hexdigest():
        raise ValueError("the document is not the one whose SHA-256 the evidence names")
    with together(store) as db:
        if document is not None:
            keep_content(db, document)
        said = {"id": evidence.id, "kind": evidence.kind}
        _EVIDENCE.add(store, evidence, by, "evidence received", evidence.application, **said)


def evidence_of(store: Store, application: str) -> tuple[Evidence, ...]:
    """Give the evidence of a case, in the order it came."""
    return _EVIDENCE.where(store, "application = ?", application)


def document_of(store: Store, evidence: Evidence) -> bytes | None:
    """Give the document of an item of evidence; None when it is held elsewhere."""
    return content(store, evidence.sha256) if evidence.sha256 else None
