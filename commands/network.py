"""network: what bringing a file of streets and paths in would give, without keeping anything."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, fields
from pathlib import Path
from typing import Final

from casework.network_file import Choices, Columns, Kind, NetworkCheck, check_network, look_at
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
    add("--kind", choices=[one.value for one in Kind], help="what it is (else recognised)")
    add("--layer", help="which layer holds the lines (else the first)")
    add("--columns", metavar="MEANING=COLUMN,…", help=f"meanings: {', '.join(MEANINGS)}")
    add("--ostn15", type=Path, metavar="GRID", help="the OSTN15 grid for latitude and longitude")
    add("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """Check the files and print the report; raises UserFacingError for files that are refused."""
    kind = Kind(args.kind) if args.kind else look_at(args.files[0]).kind
    columns = columns_in(args.columns) if args.columns else None
    choices = Choices(kind=kind, layer=args.layer, columns=columns, ostn15=args.ostn15)
    found = check_network(args.files, choices)
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
