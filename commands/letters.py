"""``letters kinds``: the kinds of letter there are, one a line."""

from __future__ import annotations

import argparse

from casework.file_letter import letter_kinds


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    what = parser.add_subparsers(dest="what", required=True, metavar="kinds")
    kinds = what.add_parser("kinds", help="list the kinds of letter, one a line")
    kinds.add_argument("--titles", action="store_true", help="say beside each what it is for")


def run(args: argparse.Namespace) -> int:
    """Print the kinds in the order in which a case may need them."""
    for name, title in letter_kinds():
        print(f"{name:<26} {title}" if args.titles else name)
    return 0
