"""Full-text search over cases, kept up to date by triggers, and filled for the cases there are."""

from __future__ import annotations

_FROM = """SELECT a.seq, a.id, c.given_name || ' ' || c.family_name, a.reference,
    h.postcode || ' ' || replace(h.postcode, ' ', ''), s.name
  FROM applications a JOIN children c ON c.id = a.child
    JOIN households h ON h.id = c.household JOIN schools s ON s.id = a.school"""

_COLUMNS = "search (rowid, application, name, reference, postcode, school)"

_OF_CHANGED = {
    "children": ("household, given_name, family_name", "a.child = NEW.id"),
    "households": ("postcode", "c.household = NEW.id"),
    "schools": ("name", "a.school = NEW.id"),
    "applications": ("reference, child, school", "a.seq = NEW.seq"),
}


def _trigger(table: str) -> str:
    columns, changed = _OF_CHANGED[table]
    cases = _FROM.replace(_FROM[: _FROM.index("FROM")], "SELECT a.seq\n  ")
    return (
        f"CREATE TRIGGER search_{table} AFTER UPDATE OF {columns} ON {table}\n"
        f"BEGIN\n  DELETE FROM search WHERE rowid IN ({cases} WHERE {changed});\n"
        f"  INSERT INTO {_COLUMNS} {_FROM} WHERE {changed};\nEND"
    )


SQL = "\n\n".join(
    [
        """CREATE VIRTUAL TABLE search USING fts5(
    application UNINDEXED, name, reference, postcode, school,
    tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')""",
        # What is taken out of the index leaves no trace in the file, as everywhere else in it.
        "INSERT INTO search (search, rank) VALUES ('secure-delete', 1)",
        f"CREATE TRIGGER search_added AFTER INSERT ON applications\n"
        f"BEGIN\n  INSERT INTO {_COLUMNS} {_FROM} WHERE a.seq = NEW.seq;\nEND",
        *(_trigger(table) for table in _OF_CHANGED),
        f"INSERT INTO {_COLUMNS} {_FROM}",
    ]
)
