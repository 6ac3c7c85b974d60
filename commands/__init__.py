"""The command line: the same jobs as the window, one file a subcommand."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Final, Protocol, cast

from commands.trouble import sentence_with_reference
from rules.problems import UserFacingError

SUBCOMMANDS: Final = {
    "assess": "recommend for one case under one policy version, with every finding",
    "letter": "write the letter of one case as a tagged PDF, HTML or text",
    "letters": "list the kinds of letter, check a wording, begin one",
    "policies": "list the policy versions on the shelf",
    "policy": "check, start, prove or compare policy texts, or print one in plain English",
    "compare": "show which kinds of children two versions treat differently",
    "measure": "measure walking routes from a home to schools along a network",
    "network": "say what bringing in a file of streets and paths would give",
}
"""Each subcommand's name, which is also its module in this room, and what it is for."""

DONE: Final = 0
OUR_FAULT: Final = 1
BAD_INPUT: Final = 2


class Subcommand(Protocol):
    """What each module of a subcommand offers."""

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Add the subcommand's own arguments."""

    def run(self, args: argparse.Namespace) -> int:
        """Do the work and return the exit code."""


def main(argv: Sequence[str]) -> int:
    """Run the command that ``argv`` asks for and return its exit code.

    0: done. 1: a fault of Milepost's, logged under a reference. 2: input that cannot be used.
    """
    try:
        args = arguments_parser(argv).parse_args(argv)
        code = int(args.run(args))
        sys.stdout.flush()
    except UserFacingError as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        return stop_writing()
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    except Exception as error:  # the last place where a fault can become a sentence
        print(sentence_with_reference(error), file=sys.stderr)
        return OUR_FAULT
    return code


def arguments_parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    """Build the parser; only the module of the subcommand asked for is imported."""
    parser = argparse.ArgumentParser(
        prog="main.py",
        description="Milepost without a screen. Without arguments the window opens.",
        epilog="Each command explains itself: main.py assess --help",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, purpose in SUBCOMMANDS.items():
        # Not capitalize(): it would write "pdf" for "PDF" and "english" for "English".
        sentence = f"{purpose[:1].upper()}{purpose[1:]}."
        command = commands.add_parser(name, help=purpose, description=sentence)
        if name == next(iter(argv), None):
            subcommand = load(name)
            subcommand.configure(command)
            command.set_defaults(run=subcommand.run)
    return parser


def load(name: str) -> Subcommand:
    """Import the module of one subcommand."""
    return cast(Subcommand, importlib.import_module(f"commands.{name}"))


def stop_writing() -> int:
    """End quietly when the reader of our output has gone (``… | head``)."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return DONE
