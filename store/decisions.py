"""Decisions: added, then superseded, never edited. The record comes back exactly as it was made."""

from __future__ import annotations

import zlib
from dataclasses import replace
from hashlib import sha256
from typing import Any

from records.application import Stage
from records.decision import Decision, DecisionHead
from records.people import Person
from store.applications import application
from store.change import change, together
from store.cipher import Database
from store.encoding import decode, encode, in_utc
from store.policy_texts import keep_texts, texts_of
from store.problems import AlreadyDecided, DamagedStore, NotAllowedNow, NotThere
from store.rows import Row, from_row, insert
from store.store import Store

_CURRENT = "id NOT IN (SELECT supersedes FROM decisions WHERE supersedes IS NOT NULL)"


def add_decision(store: Store, decision: Decision, by: Person) -> None:
    """Add a decision with its policy texts, and bring its case to stage decided: all or nothing.

    Raises AlreadyDecided when the case has a decision and this one does not supersede the current
    one, NotAllowedNow when the case was withdrawn.
    """
    with together(store):
        _may_be_decided(store, decision)
        columns = _columns(decision)
        said = {"id": decision.id, "outcome": decision.outcome, "sha256": columns["sha256"]}
        said |= {"policy": decision.recommendation.digest, "supersedes": decision.supersedes}
        with change(store, by, "decision made", decision.application, said) as db:
            _write(db, decision, columns)


def decision(store: Store, id: str) -> Decision:
    """Give a decision. Raises NotThere."""
    row = store.row("SELECT * FROM decisions WHERE id = ?", [id])
    if row is None:
        raise NotThere("decision", id)
    return _decision(store, row)


def current_decision(store: Store, application: str) -> Decision | None:
    """Give the decision that stands in a case: the one not superseded. None before the first."""
    row = store.row(f"SELECT * FROM decisions WHERE application = ? AND {_CURRENT}", [application])
    return _decision(store, row) if row else None


def decisions_of(store: Store, application: str) -> tuple[Decision, ...]:
    """Give every decision of a case, the first first."""
    rows = store.rows("SELECT * FROM decisions WHERE application = ? ORDER BY seq", [application])
    return tuple(_decision(store, row) for row in rows)


def list_decisions(store: Store, *, superseded_too: bool = False) -> tuple[Decision, ...]:
    """Give the decisions that stand, or all that were ever made, in the order they were made."""
    where = "1" if superseded_too else _CURRENT
    rows = store.rows(f"SELECT * FROM decisions WHERE {where} ORDER BY seq")
    return tuple(_decision(store, row) for row in rows)


def list_heads(store: Store) -> tuple[DecisionHead, ...]:
    """Give the outsides of the decisions that stand, in the order they were made; quick."""
    rows = store.rows(
        "SELECT id, application, policy, outcome, decided_by, decided_at FROM decisions "
        f"WHERE {_CURRENT} ORDER BY seq"
    )
    return tuple(from_row(DecisionHead, row) for row in rows)


def _may_be_decided(store: Store, decision: Decision) -> None:
    case = application(store, decision.application)
    if case.stage is Stage.WITHDRAWN:
        raise NotAllowedNow(
            f"Case {case.reference} was withdrawn, so no decision was recorded and nothing has "
            "been changed. A new application is needed."
        )
    row = store.row(
        f"SELECT id FROM decisions WHERE application = ? AND {_CURRENT}", [decision.application]
    )
    if decision.supersedes != (row["id"] if row else None):
        raise AlreadyDecided


def _columns(decision: Decision) -> dict[str, Any]:
    # The policy texts are shared between decisions, so they are kept beside the body.
    body = encode(replace(decision, policy_texts=()))
    return {
        "id": decision.id,
        "application": decision.application,
        "policy": decision.recommendation.policy,
        "outcome": decision.outcome.value,
        "decided_by": decision.decided_by,
        "decided_at": in_utc(decision.decided_at),
        "supersedes": decision.supersedes,
        "body": zlib.compress(body),
        "sha256": sha256(body).hexdigest(),
    }


def _write(db: Database, decision: Decision, columns: Row) -> None:
    insert(db, "decisions", columns)
    keep_texts(db, decision.id, decision.policy_texts)
    db.execute("UPDATE applications SET stage = 'decided' WHERE id = ?", [decision.application])


def _decision(store: Store, row: Row) -> Decision:
    body = zlib.decompress(row["body"])
    if sha256(body).hexdigest() != row["sha256"]:
        raise DamagedStore(store.path, f"decision {row['id']} is not as it was written")
    return replace(decode(Decision, body), policy_texts=texts_of(store, row["id"]))
