"""``compare --old A --new B``: which kinds of children two versions treat differently."""

from __future__ import annotations

import argparse
from pathlib import Path

from casework.files.versions import compare_versions
from casework.shelf import Shelf
from commands.proof_words import as_json, difference_text, matrix_json


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--old", required=True, metavar="ID", help="the version to compare from")
    parser.add_argument("--new", required=True, metavar="ID", help="the version to compare with")
    parser.add_argument(
        "--caseload",
        type=Path,
        metavar="FILE",
        help="children to count under both, one a row: CSV, Parquet, Arrow, Avro or JSON",
    )
    parser.add_argument("--json", action="store_true", help="print the comparison as JSON")


def run(args: argparse.Namespace) -> int:
    """Compare and print; 0 when compared, whether or not anything differs."""
    compared = compare_versions(Shelf(), args.old, args.new, args.caseload)
    if not args.json:
        print(difference_text(compared))
        return 0
    matrix = matrix_json(compared)
    print(as_json(compared.as_json | ({} if matrix is None else {"matrix": matrix})))
    return 0
