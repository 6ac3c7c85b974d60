"""Settings of a store: short texts by name, such as the council or the letterhead."""

from __future__ import annotations

from records.people import Person
from store.change import change
from store.store import Store


def setting(store: Store, name: str, default: str | None = None) -> str | None:
    """Give a setting, or ``default`` where it was never set."""
    row = store.row("SELECT value FROM settings WHERE name = ?", [name])
    return default if row is None else str(row["value"])


def settings(store: Store) -> dict[str, str]:
    """Give every setting by name."""
    rows = store.rows("SELECT name, value FROM settings ORDER BY name")
    return {row["name"]: row["value"] for row in rows}


def set_setting(store: Store, name: str, value: str, by: Person) -> None:
    """Set a setting; its audit line tells the earlier value and the new one."""
    body = {"name": name, "from": setting(store, name), "to": value}
    with change(store, by, "setting changed", "", body) as db:
        db.execute(
            "INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
            [name, value],
        )
