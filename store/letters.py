"""Letters as they were made; only whether one has been issued may still change, and only once."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from records.letter import Letter
from records.people import Person
from store.change import change, together
from store.rows import insert, to_row
from store.store import Store
from store.table import Table

_LETTERS = Table("letter", "letters", Letter)


def add_letter(store: Store, letter: Letter, by: Person) -> None:
    """Add a letter with its PDF, whose SHA-256 the letter must name; otherwise ValueError."""
    if letter.sha256 != sha256(letter.pdf).hexdigest():
        raise ValueError("the PDF is not the one whose SHA-256 the letter names")
    with together(store):
        body = {"id": letter.id, "kind": letter.kind, "sha256": letter.sha256}
        with change(store, by, "letter made", _case_of(store, letter), body) as db:
            insert(db, "letters", to_row(letter))


def issue_letter(store: Store, id: str, by: Person) -> Letter:
    """Mark a letter as issued; doing so again changes nothing. Raises NotThere."""
    with together(store):
        found = _LETTERS.get(store, id)
        if found.issued:
            return found
        body = {"id": id, "sha256": found.sha256}
        with change(store, by, "letter issued", _case_of(store, found), body) as db:
            db.execute("UPDATE letters SET issued = 1 WHERE id = ?", [id])
    return replace(found, issued=True)


def letter(store: Store, id: str) -> Letter:
    """Give a letter with its PDF. Raises NotThere."""
    return _LETTERS.get(store, id)


def letters_of(store: Store, decision: str) -> tuple[Letter, ...]:
    """Give the letters that tell of a decision, oldest first."""
    return _LETTERS.where(store, "decision = ?", decision)


def letters_of_case(store: Store, application: str) -> tuple[Letter, ...]:
    """Give the letters of a case, oldest first."""
    of_case = "decision IN (SELECT id FROM decisions WHERE application = ?)"
    return _LETTERS.where(store, of_case, application)


def _case_of(store: Store, letter: Letter) -> str:
    row = store.row("SELECT application FROM decisions WHERE id = ?", [letter.decision])
    return str(row["application"]) if row else ""
