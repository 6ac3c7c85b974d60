"""Finding a case by any part of what people know of it: name, reference, postcode, school."""

from __future__ import annotations

from store.store import Store


def find(store: Store, text: str, *, limit: int = 200) -> tuple[str, ...]:
    """Give the ids of the applications that hold every word of ``text``, the newest first.

    Words may be unfinished, in any order, with or without accents and capitals; a postcode may
    be typed with or without its space. An empty text finds nothing.
    """
    wanted = matching(text)
    if wanted is None:
        return ()
    sql = "SELECT application FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?"
    return tuple(row["application"] for row in store.rows(sql, [wanted, limit]))


def matching(text: str) -> str | None:
    """Give the full-text query for what a person typed; None when it holds nothing to look for."""
    words = [word for word in text.split() if any(one.isalnum() for one in word)]
    return " ".join(f'"{_quoted(word)}"*' for word in words) or None


def _quoted(word: str) -> str:
    # NUL would end the query early.
    return word.replace('"', '""').replace("\0", " ")
