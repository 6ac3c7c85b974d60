"""The children travel is asked for."""

from __future__ import annotations

from records.child import Child
from records.people import Person
from store.earlier import Earlier
from store.store import Store
from store.table import Table

_CHILDREN = Table("child", "children", Child)


def add_child(store: Store, child: Child, by: Person) -> None:
    """Add a child; the household is there already."""
    _CHILDREN.add(store, child, by, "child added", child.id, household=child.household)


def correct_child(store: Store, child: Child, by: Person, reason: str = "") -> None:
    """Correct a child's name, date of birth or household; what stood before is kept."""
    said = {"reason": reason} if reason else {}
    _CHILDREN.correct(store, child, by, "child corrected", **said)


def child(store: Store, id: str) -> Child:
    """Give a child. Raises NotThere."""
    return _CHILDREN.get(store, id)


def list_children(store: Store) -> tuple[Child, ...]:
    """Give every child, in the order they were added."""
    return _CHILDREN.where(store)


def children_of(store: Store, household: str) -> tuple[Child, ...]:
    """Give the children of one household, siblings together."""
    return _CHILDREN.where(store, "household = ?", household)


def earlier_children(store: Store, id: str) -> tuple[Earlier[Child], ...]:
    """Give a child's record as it stood before each correction, oldest first."""
    return _CHILDREN.past(store, id)


def child_names(store: Store) -> frozenset[str]:
    """Give the full name of every child, read without the rest of the records."""
    rows = store.rows("SELECT DISTINCT given_name, family_name FROM children")
    return frozenset(f"{row['given_name']} {row['family_name']}".strip() for row in rows)
