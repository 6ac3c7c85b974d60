"""Runs of letters, and their steps: added, never edited."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass

from records.letter_run import LetterRun, RunEvent
from records.people import Person
from store.problems import NotThere
from store.store import Store
from store.table import Table

_RUNS = Table("run of letters", "letter_runs", LetterRun)
_EVENTS = Table("step of a run", "letter_run_events", RunEvent)


@dataclass(frozen=True, slots=True)
class Addressed:
    """Whom a decision's letter goes to, as the decision holds it; the address has the postcode."""

    reference: str
    child_name: str
    address: tuple[str, ...]


def add_run(store: Store, made: LetterRun, by: Person) -> None:
    """Add a run as it is begun; its audit line says how many letters, and which sample."""
    said = {"picked": len(made.picked), "held": made.held}
    said |= {"seed": made.seed, "sampled": len(made.sample)}
    _RUNS.add(store, made, by, "run of letters begun", made.id, **said)


def add_event(store: Store, made: RunEvent, by: Person) -> None:
    """Add a step of a run, with how many letters it concerns."""
    said = {"id": made.id, "letters": len(made.lines)}
    what = f"run of letters: {made.step.value}"
    _EVENTS.add(store, made, by, what, made.run, **said)


def letter_run(store: Store, id: str) -> LetterRun:
    """Give a run. Raises NotThere."""
    return _RUNS.get(store, id)


def list_runs(store: Store) -> tuple[LetterRun, ...]:
    """Give every run, in the order they were begun."""
    return _RUNS.where(store)


def events_of(store: Store, run: str) -> tuple[RunEvent, ...]:
    """Give the steps of a run, in their order."""
    return _EVENTS.where(store, "run = ?", run)


def decisions_with_issued_letters(store: Store) -> frozenset[str]:
    """Give the decisions of which a letter was issued."""
    rows = store.rows("SELECT DISTINCT decision FROM letters WHERE issued = 1 AND decision <> ''")
    return frozenset(str(row["decision"]) for row in rows)


def digests_of(store: Store, run: str) -> dict[str, tuple[str, str, str]]:
    """Give, by letter, the kind, the format and the SHA-256 of what a run made."""
    made = {line.letter for event in events_of(store, run) for line in event.lines if line.letter}
    rows = store.rows("SELECT id, kind, format, sha256 FROM letters")
    return {
        str(row["id"]): (str(row["kind"]), str(row["format"]), str(row["sha256"]))
        for row in rows
        if row["id"] in made
    }


def cases_of_decisions(store: Store) -> dict[str, str]:
    """Give the case of every decision that was ever made; a run's letters may be of old ones."""
    rows = store.rows("SELECT id, application FROM decisions")
    return {str(row["id"]): str(row["application"]) for row in rows}


def addressed(store: Store, decision: str) -> Addressed:
    """Give whom a decision's letter goes to, the rest left unread. Raises NotThere."""
    row = store.row("SELECT body FROM decisions WHERE id = ?", [decision])
    if row is None:
        raise NotThere("decision", decision)
    body = json.loads(zlib.decompress(row["body"]))
    return Addressed(body["reference"], body["child_name"], tuple(body["address"]))
