"""Letters as they were made; only whether one has been issued may still change, and only once."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from records.letter import Letter
from records.people import Person
from store.change import change, together
from store.contents import keep_packed
from store.problems import NotThere
from store.rows import insert, to_row
from store.store import Store
from store.table import Table

_LETTERS = Table("letter", "letters", Letter)


def add_letter(
    store: Store, letter: Letter, by: Person, rests_on: tuple[bytes, ...] = ()
) -> Letter:
    """Add a letter with its bytes, whose SHA-256 it must name; otherwise ValueError.

    ``rests_on`` are texts and documents that it was made from, such as its wording; each is kept
    once, under its SHA-256. Gives the letter with its case, which follows from its decision.
    """
    if letter.sha256 != sha256(letter.pdf).hexdigest():
        raise ValueError("the bytes are not those whose SHA-256 the letter names")
    with together(store):
        made = replace(letter, application=letter.application or _case_of(store, letter))
        body = {"id": made.id, "kind": made.kind, "sha256": made.sha256, "format": made.format}
        if made.inputs:
            body["inputs"] = sha256(made.inputs.encode()).hexdigest()
        body |= {"wording": made.wording} if made.wording else {}
        body |= {"replaces": made.replaces} if made.replaces else {}
        with change(store, by, "letter made", made.application, body) as db:
            for content in rests_on:
                keep_packed(db, content)
            insert(db, "letters", to_row(made))
    return made


def issue_letter(store: Store, id: str, by: Person) -> Letter:
    """Mark a letter as issued; doing so again changes nothing. Raises NotThere."""
    with together(store):
        found = _LETTERS.get(store, id)
        if found.issued:
            return found
        body = {"id": id, "sha256": found.sha256}
        with change(store, by, "letter issued", found.application, body) as db:
            db.execute("UPDATE letters SET issued = 1 WHERE id = ?", [id])
    return replace(found, issued=True)


def letter(store: Store, id: str) -> Letter:
    """Give a letter with its bytes. Raises NotThere."""
    return _LETTERS.get(store, id)


def letters_of(store: Store, decision: str) -> tuple[Letter, ...]:
    """Give the letters that tell of a decision, oldest first."""
    return _LETTERS.where(store, "decision = ?", decision)


def letters_of_case(store: Store, application: str) -> tuple[Letter, ...]:
    """Give the letters of a case, oldest first."""
    return _LETTERS.where(store, "application = ?", application)


def _case_of(store: Store, letter: Letter) -> str:
    row = store.row("SELECT application FROM decisions WHERE id = ?", [letter.decision])
    if row is None:
        raise NotThere("decision", letter.decision or "")
    return str(row["application"])
