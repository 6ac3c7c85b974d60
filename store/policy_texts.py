"""Policy texts as decisions rested on them, kept once however many decisions share them."""

from __future__ import annotations

from hashlib import sha256

from store.cipher import Database
from store.store import Store

Texts = tuple[tuple[str, str], ...]
"""Policy texts in order: (id of the policy, text)."""


def keep_texts(db: Database, decision: str, texts: Texts) -> None:
    """Keep the closure of a decision's policy texts, inside the change that adds the decision."""
    for place, (policy, text) in enumerate(texts):
        digest = sha256(text.encode()).hexdigest()
        db.execute("INSERT INTO policy_texts VALUES (?, ?) ON CONFLICT DO NOTHING", [digest, text])
        values = [decision, place, policy, digest]
        db.execute("INSERT INTO decision_texts VALUES (?, ?, ?, ?)", values)


def texts_of(store: Store, decision: str) -> Texts:
    """Give the policy texts that a decision rested on, in their order."""
    rows = store.rows(
        "SELECT policy, text FROM decision_texts JOIN policy_texts USING (digest)"
        " WHERE decision = ? ORDER BY place",
        [decision],
    )
    return tuple((row["policy"], row["text"]) for row in rows)


def count_texts(store: Store) -> int:
    """Count the different policy texts in the store."""
    (row,) = store.rows("SELECT count(*) AS n FROM policy_texts")
    return int(row["n"])
