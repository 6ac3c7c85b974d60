"""network: what bringing a file of streets and paths in would give, without keeping anything."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, fields
from pathlib import Path
from typing import Final

from casework.files.network import Choices, Columns, Kind, NetworkCheck, check_network
from rules.problems import UserFacingError

MEANINGS: Final = tuple(each.name for each in fields(Columns))


class UnknownMeaning(UserFacingError):
    """A column was named for something that no column says."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of network check."""
    words = "say what a file is and what an import of it would bring"
    check = parser.add_subparsers(metavar="TASK", required=True).add_parser(
        "check", help=words, description=f"{words.capitalize()}. Nothing is kept."
    )
    add = check.add_argument
    add("files", nargs="+", type=Path, metavar="FILE", help="one file, or roads and paths together")
    add_reading(check)
    add("--json", action="store_true", help="print JSON")


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say how files of streets and paths are to be read."""
    add = parser.add_argument
    add("--kind", choices=[one.value for one in Kind], help="what it is (else recognised)")
    add("--layer", help="which layer holds the lines (else the first)")
    add("--columns", metavar="MEANING=COLUMN,…", help=f"meanings: {', '.join(MEANINGS)}")
    add("--ostn15", type=Path, metavar="GRID", help="the OSTN15 grid for latitude and longitude")


def choices_of(args: argparse.Namespace) -> Choices:
    """Return how files are to be read; raises UnknownMeaning."""
    columns = columns_in(args.columns) if args.columns else None
    kind = Kind(args.kind) if args.kind else None
    return Choices(kind=kind, layer=args.layer, columns=columns, ostn15=args.ostn15)


def run(args: argparse.Namespace) -> int:
    """Check the files and print the report; raises UserFacingError for files that are refused."""
    found = check_network(args.files, choices_of(args))
    print(json.dumps(asdict(found), ensure_ascii=False, indent=1) if args.json else words_of(found))
    sys.stdout.flush()
    return 0


def columns_in(text: str) -> Columns:
    """Return the columns in ``name=street,foot=walk``; raises UnknownMeaning."""
    found: dict[str, str] = {}
    for pair in text.split(","):
        meaning, said, column = pair.strip().partition("=")
        if meaning not in MEANINGS or not said or not column:
            raise UnknownMeaning(
                f"--columns: '{pair.strip()}' is not understood; expected pairs such as "
                f"name=street, with one of {', '.join(MEANINGS)} in front. Nothing was read."
            )
        found[meaning] = column
    return Columns(**found)


def words_of(found: NetworkCheck) -> str:
    """Return the report to read."""
    head = f"{found.name}: {found.kind_words}."
    return "\n".join([head, *found.report, f"Digest as it would be kept: {found.digest}"])
