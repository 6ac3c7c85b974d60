"""``letters``: the kinds there are, a wording checked, and files to begin a wording with."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from casework.files.letter import letter_kinds
from casework.wordings.check import Remark, WordingCheck
from casework.wordings.file import check_wording_file, shared_wording, words_to_begin_with
from commands.letter import write_file

BAD = 2


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    what = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    kinds = what.add_parser("kinds", help="list the kinds of letter, one a line")
    kinds.add_argument("--titles", action="store_true", help="say beside each what it is for")
    kinds.set_defaults(work=_kinds)
    check = what.add_parser("check", help="check a wording: what keeps it from use, plain English")
    check.add_argument("file", type=Path, metavar="FILE", help="such as refuse.txt, words.cy.txt")
    check.set_defaults(work=_check)
    wording = what.add_parser("wording", help="the program's own wording of a kind, to begin with")
    wording.add_argument(
        "kind", metavar="KIND", help="a kind of letter; `letters kinds` lists them"
    )
    wording.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to")
    wording.set_defaults(work=_wording)
    words = what.add_parser("words", help="what the program writes, to put into a language")
    words.add_argument("language", metavar="TAG", help="the language's tag, such as cy")
    words.add_argument("--name", required=True, help="the language's own name")
    words.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to")
    words.set_defaults(work=_words)


def run(args: argparse.Namespace) -> int:
    """Do it; 2 where a wording cannot be used."""
    return int(args.work(args))


def _kinds(args: argparse.Namespace) -> int:
    """Print the kinds in the order in which a case may need them."""
    for name, title in letter_kinds():
        print(f"{name:<26} {title}" if args.titles else name)
    return 0


def _check(args: argparse.Namespace) -> int:
    found = check_wording_file(args.file)
    for remark in found.remarks:
        out = sys.stdout if found.is_usable else sys.stderr
        print(f"{args.file}{_place(remark)}: {_remark_words(remark)}", file=out)
    if not found.is_usable:
        print(f"{args.file}: cannot be used for letters.", file=sys.stderr)
        return BAD
    print(f"{args.file}: can be used.{_measure_words(found)}")
    return 0


def _place(remark: Remark) -> str:
    if remark.line is None:
        return ""
    return f", line {remark.line}" + (f", column {remark.column}" if remark.column else "")


def _remark_words(remark: Remark) -> str:
    what = f" “{remark.what}”." if remark.what else ""
    return f"{remark.about}:{what} {remark.better}"


def _measure_words(found: WordingCheck) -> str:
    read = found.measure
    if read is None or read.grade is None:
        return ""
    return (
        f" Reading grade {read.grade} (Flesch–Kincaid); {read.sentences} sentences, "
        f"the longest of {read.longest} words."
    )


def _wording(args: argparse.Namespace) -> int:
    write_file(args.out, shared_wording(args.kind).encode("utf-8"))
    print(f"{args.out}: the program's own wording. Check it with: letters check {args.out}")
    return 0


def _words(args: argparse.Namespace) -> int:
    write_file(args.out, words_to_begin_with(args.language, args.name).encode("utf-8"))
    print(f"{args.out}: write below each line what stands for it in {args.name}.")
    return 0
