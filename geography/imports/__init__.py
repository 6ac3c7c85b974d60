"""Imports networks from the files that councils hold, and says what came and what did not."""

from __future__ import annotations

from geography.imports.importing import AS_SUGGESTED, Choices, import_network
from geography.imports.recognising import recognise
from geography.imports.values import KIND_WORDS, Columns, Imported, Kind, Recognised

__all__ = [
    "AS_SUGGESTED",
    "KIND_WORDS",
    "Choices",
    "Columns",
    "Imported",
    "Kind",
    "Recognised",
    "import_network",
    "recognise",
]
