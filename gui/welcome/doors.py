"""The verbs the first page calls, by name, so that the page knows nothing of how a store opens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from gui.tasks import Progress
from records.people import Person, Role

Store = Any
Desk = Any


def _nothing() -> bool:
    return False


@dataclass(frozen=True)
class Doors:
    """Every way into a store.

    ``open_sample(progress)`` gives the store and its passphrase, ``create_store(path, passphrase,
    name, roles, label)`` the store and its recovery key; ``sign_in(store, person)`` gives a desk;
    ``last_backup(desk)`` the last verified backup (with ``made_at``), None before the first.
    ``has_sample()`` says whether the sample stands on this computer, ``remove_sample()`` deletes
    it; without these two the sample's card offers no removal.
    """

    open_sample: Callable[[Progress], tuple[Store, str]]
    open_store: Callable[[Path, str], Store]
    open_with_recovery_key: Callable[[Path, str], Store]
    create_store: Callable[[Path, str, str, frozenset[Role], str], tuple[Store, str]]
    people: Callable[[Store], tuple[Person, ...]]
    sign_in: Callable[[Store, Person], Desk]
    last_backup: Callable[[Desk], Any]
    has_sample: Callable[[], bool] = _nothing
    remove_sample: Callable[[], object] = _nothing


def casework_doors() -> Doors:
    """Give the doors of casework. The verbs are imported by the first call, off the GUI thread."""
    return Doors(**{name.name: _door(name.name) for name in fields(Doors)})


def _door(verb: str) -> Callable[..., Any]:
    def enter(*given: Any) -> Any:
        from casework import opening

        return getattr(opening, verb)(*given)

    return enter
