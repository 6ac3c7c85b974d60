"""``letter CASE.json --policy ID --kind KIND --format FORMAT --out FILE``: a letter of a case."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from casework.files.assess import assess_file
from casework.files.letter import FORMATS, letter_of_file
from casework.read_only import keep_read_only
from casework.shelf import Shelf
from commands.assess import add_policy_argument, tell
from rules.problems import UserFacingError

ENGLISH = "en-GB"


class CannotWrite(UserFacingError):
    """The letter cannot be written where it was asked for."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "case", type=Path, metavar="CASE.json", help='{"facts": {…}, "letter": {child, …}}'
    )
    add_policy_argument(parser)
    parser.add_argument(
        "--kind", metavar="KIND", help="the kind of letter; `letters kinds` lists them"
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default=FORMATS[0],
        help=f"{', '.join(FORMATS)}; the first unless named",
    )
    parser.add_argument(
        "--points", type=points, default=18.0, help="the size of large print, 16 to 48 (18)"
    )
    parser.add_argument(
        "--language",
        default=ENGLISH,
        metavar="TAG",
        help="one the council has a wording in (en-GB)",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to")


def run(args: argparse.Namespace) -> int:
    """Write the letter; what it lacks is listed on stderr, and the page is marked as a draft."""
    keep_the_case(args.case, args.out)
    shelf = Shelf()
    assessed = assess_file(shelf, args.policy, args.case)
    tell(assessed.notes)
    draft = letter_of_file(
        shelf, assessed, str(args.case), args.kind,
        format=args.format, points=args.points, language=args.language,
    )  # fmt: skip
    write_file(args.out, draft.pdf)
    for blank in draft.blanks:
        print(f"{args.out}: DRAFT, not given: {blank}", file=sys.stderr)
    print(f"{args.out}: {draft.kind}{', draft' if draft.blanks else ''}")
    return 0


def points(text: str) -> float:
    """Read a size of large print. Raises ArgumentTypeError outside 16 to 48 points."""
    size = float(text) if text.isascii() and text.replace(".", "", 1).isdigit() else 0.0
    if not 16 <= size <= 48:
        raise argparse.ArgumentTypeError(f"{text}: large print has between 16 and 48 points")
    return size


def keep_the_case(case: Path, out: Path) -> None:
    """Raise CannotWrite when the letter would be written over the case it is made from."""
    if out.exists() and case.exists() and out.samefile(case):
        raise CannotWrite(
            f"{out}: this is the case file itself, and the letter would be written over it. "
            "Nothing was changed; choose another place."
        )


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all. Raises CannotWrite, leaving what was there."""
    beside = path.with_name(f".{path.name}.part")
    try:
        if path.is_dir():
            raise IsADirectoryError(21, "it is a folder")
        if path.exists() and not path.is_file():
            raise OSError(22, "it is a device, not a file")
        keep_read_only(path)
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True) if beside.parent.is_dir() else None
        raise CannotWrite(
            f"{path}: the letter cannot be written there ({error.strerror or error}). "
            "Nothing was changed; choose another place."
        ) from None
