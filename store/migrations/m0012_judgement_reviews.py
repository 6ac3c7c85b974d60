"""The day on which a judgement is looked at again; judgements of before have none."""

from __future__ import annotations

SQL = "ALTER TABLE judgements ADD COLUMN review_on TEXT"
