"""Why a letter's sending was corrected, and the language in which a family wants its letters."""

from __future__ import annotations

_BECAUSE = "ALTER TABLE sendings ADD COLUMN because TEXT NOT NULL DEFAULT ''"

_LANGUAGE = "ALTER TABLE letter_formats ADD COLUMN language TEXT NOT NULL DEFAULT 'en-GB'"

SQL = "\n\n".join([_BECAUSE, _LANGUAGE])
