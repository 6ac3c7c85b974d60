"""Take in an item of evidence: what it is, who gave it, its day, and the document's file."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

from casework.case import read_case
from casework.desk import Desk
from casework.record import CannotRecord, add_evidence
from records.application import Evidence
from store.identifiers import new_id

LARGEST = 50_000_000
"""Bytes a document may have; a long scanned report has a few million."""


def receive_evidence(
    desk: Desk,
    application: str,
    title: str,
    given_by: str,
    dated: date | None = None,
    document: Path | None = None,
) -> Evidence:
    """Add evidence to a case, with the bytes of its document where a file is given.

    Raises NotAllowed, NotThere, or CannotRecord: without a title or a giver, or where the file
    cannot be read. Nothing was recorded then.
    """
    case = read_case(desk, application)
    if not title.strip() or not given_by.strip():
        raise CannotRecord("Evidence needs a title and who gave it. Nothing was recorded.")
    content = _read(document) if document else None
    found = Evidence(
        id=new_id(),
        application=case.application.id,
        kind=document.suffix.lstrip(".").lower() if document and document.suffix else "document",
        title=title.strip(),
        given_by=given_by.strip(),
        dated=dated,
        received_on=desk.today(),
        sha256=sha256(content).hexdigest() if content is not None else None,
    )
    return add_evidence(desk, found, content)


def _read(document: Path) -> bytes:
    try:
        if document.stat().st_size > LARGEST:
            raise CannotRecord(
                f"{document.name} is larger than {LARGEST // 1_000_000} MB, so it was not taken "
                "in. Nothing was recorded. Scan it smaller, or take in the pages that matter."
            )
        return document.read_bytes()
    except OSError as error:
        raise CannotRecord(
            f"{document} cannot be read ({error.strerror or error}). Nothing was recorded. "
            "Choose the file again."
        ) from None
