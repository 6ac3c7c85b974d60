"""A dense list of rows: columns described once, sorted, filtered, read aloud and copied as CSV."""

from gui.fields.table.columns import Column
from gui.fields.table.view import RowsTable

__all__ = ["Column", "RowsTable"]
