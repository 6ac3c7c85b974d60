"""``policy``: check a text, start a new year, print a version in plain English."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from casework.files.versions import compare_versions, texts_compared
from casework.policies.authoring import check_policy, schema_text
from casework.policies.document import FORMATS, printed
from casework.policies.in_words import (
    WrittenDefinition,
    WrittenProvision,
    WrittenVersion,
    in_words,
)
from casework.policies.new import start_policy
from casework.policies.proofs import prove
from casework.shelf import Shelf
from commands.difference_words import text_difference_text
from commands.letter import CannotWrite, write_file
from commands.proof_words import as_json, difference_text, proved_text
from rules.say import standing_words

BAD = 2
FALLS = 1
"""Exit code when the floor does not hold."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what can be done with a policy."""
    doing = parser.add_subparsers(title="what to do", metavar="DO", required=True, dest="do")
    check = doing.add_parser("check", help="read a text and report every problem with its place")
    check.add_argument("policy", metavar="FILE", help="a policy file, or an id on the shelf")
    check.set_defaults(work=_check)
    new = doing.add_parser("new", help="start a draft in one file that builds on another version")
    new.add_argument("policy", metavar="ID", help="the new version, such as southampton/2027-28")
    new.add_argument("--from", dest="source", required=True, metavar="ID", help="what it builds on")
    new.add_argument(
        "--travel",
        nargs=2,
        metavar=("FROM", "UNTIL"),
        help="its days of travel, such as 2027-09-01 2028-08-31, if its name is no school year",
    )
    new.set_defaults(work=_new)
    say = doing.add_parser("say", help="print a version in plain English with its sources")
    say.add_argument("policy", metavar="ID", help="a version on the shelf, or a policy file")
    say.add_argument("--all", action="store_true", help="also what it inherits")
    say.add_argument("--format", choices=FORMATS, help="a document of this kind, with --out")
    say.add_argument("--out", type=Path, metavar="FILE", help="write the whole document there")
    say.set_defaults(work=_say)
    schema = doing.add_parser("schema", help="print the format's JSON Schema, for editors")
    schema.add_argument("--out", type=Path, metavar="FILE", help="write it to a file instead")
    schema.set_defaults(work=_schema)
    _configure_proofs(doing)


def _configure_proofs(doing: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    prove = doing.add_parser(
        "prove", help="does it keep to the statute; what never matters, who loses, what is charged?"
    )
    prove.add_argument("policy", metavar="ID", help="a version on the shelf, or a policy file")
    prove.add_argument("--floor", metavar="ID", help="else the Act as in force on its own days")
    prove.add_argument("--alone", action="store_true", help="the council's own provisions alone")
    prove.add_argument("--json", action="store_true", help="print the result as JSON")
    prove.set_defaults(work=_prove)
    diff = doing.add_parser(
        "diff", help="what two versions say differently, and for which children"
    )
    diff.add_argument("old", metavar="OLD")
    diff.add_argument("new", metavar="NEW")
    diff.set_defaults(work=_diff)


def run(args: argparse.Namespace) -> int:
    """Do it; 2 where a text has problems."""
    return int(args.work(args))


def _check(args: argparse.Namespace) -> int:
    checked = check_policy(Shelf(), args.policy)
    for problem in checked.problems:
        print(problem, file=sys.stderr)
    if checked.problems:
        count = len(checked.problems)
        print(f"{args.policy}: {count} problem{'s' if count > 1 else ''}.", file=sys.stderr)
        return BAD
    examples = f"{checked.examples} worked examples agree" if checked.examples else "no examples"
    print(f"{args.policy}: no problems; {examples}.")
    return 0


def _new(args: argparse.Namespace) -> int:
    travel = (args.travel[0], args.travel[1]) if args.travel else None
    path = start_policy(Shelf(), args.policy, args.source, travel=travel)
    print(f"{path}: a draft that builds on {args.source}. Check it with: policy check {path}")
    return 0


def _say(args: argparse.Namespace) -> int:
    if args.out is not None or args.format is not None:
        return _document(args.policy, args.format, args.out)
    shelf = Shelf()
    named = args.policy
    version = check_policy(shelf, named).version if named.endswith(".yaml") else shelf.read(named)
    if version is None:
        return _check(args)
    print(as_text(in_words(version), everything=args.all))
    return 0


def _document(named: str, form: str | None, out: Path | None) -> int:
    """Write the printable document; without a file the text or HTML goes to the terminal."""
    form = form or _form_of(out)
    if out is None and form == "pdf":
        raise CannotWrite("A PDF is written to a file. Nothing was written; add --out FILE.pdf.")
    content = printed(Shelf(), named, form)
    if out is None:
        print(content.decode("utf-8"), end="")
        return 0
    write_file(out, content)
    print(f"{out}: {named} as a document.")
    return 0


def _form_of(out: Path | None) -> str:
    endings = {".pdf": "pdf", ".html": "html", ".htm": "html"}
    return endings.get(out.suffix.lower(), "text") if out else "text"


def _schema(args: argparse.Namespace) -> int:
    text = schema_text()
    if args.out is None:
        print(text, end="")
        return 0
    write_file(args.out, text.encode("utf-8"))
    print(f"{args.out}: the JSON Schema of the policy format.")
    return 0


def _prove(args: argparse.Namespace) -> int:
    proved = prove(Shelf(), args.policy, args.floor, args.alone)
    print(as_json(proved.as_json) if args.json else proved_text(proved))
    return 0 if proved.floor.holds else FALLS


def _diff(args: argparse.Namespace) -> int:
    shelf = Shelf()
    print(text_difference_text(texts_compared(shelf, args.old, args.new)))
    print()
    print(difference_text(compare_versions(shelf, args.old, args.new)))
    return 0


def as_text(written: WrittenVersion, everything: bool) -> str:
    """A version as plain text: head, provisions line by line, figures, with sources."""
    shown = [each for each in written.provisions if everything or not each.inherited]
    lines = [written.title, f"{written.id}; {written.status}; travel {written.days}"]
    lines += [f"{written.known_head} {written.known}."] if written.known else []
    lines += [f"Note: {written.note}"] if written.note else []
    if written.builds_on:
        lines.append(f"Builds on {written.builds_on} ({_inherited(written, everything)}).")
    for provision in shown:
        lines += ["", *_provision(provision)]
    meant = [each for each in written.definitions if everything or not each.inherited]
    lines += _meanings(each for each in meant if each.standing is not None)
    figures = [each for each in written.parameters if everything or not each.inherited]
    lines += ["", "Figures"] if figures else []
    for parameter in figures:
        for value in parameter.values:
            sure = f"; {standing_words(value.standing)}" if value.standing else ""
            lines.append(f"  {parameter.name}: {value.value} ({value.cites}{sure})")
    return "\n".join(lines)


def _meanings(definitions: Iterable[WrittenDefinition]) -> list[str]:
    """The definitions with a source of their own, each with how sure it is."""
    lines = []
    for each in definitions:
        sure = standing_words(each.standing) if each.standing else ""
        source = "; ".join(part for part in (each.cites, sure, each.note) if part)
        lines.append(f"  {each.says.rstrip('.') or each.name} ({source})")
    return ["", "What is meant", *lines] if lines else []


def _inherited(written: WrittenVersion, everything: bool) -> str:
    count = sum(1 for each in written.provisions if each.inherited)
    own = "" if count < len(written.provisions) else "none of its own; "
    left = "" if everything or not count else ", not shown; --all shows them"
    return f"{own}{count} provision{'' if count == 1 else 's'} inherited{left}"


def _provision(provision: WrittenProvision) -> list[str]:
    inferred = "; year inferred" if provision.year_inferred else ""
    source = f"  {provision.cites}; {standing_words(provision.standing)}{inferred}"
    lines = [f"{provision.title} ({provision.effect.value})", source]
    lines += [f"  {'  ' * line.depth}- {line.words}" for line in provision.lines]
    lines += [f"  {'  ' * line.depth}> {line.words}" for line in provision.then]
    return [*lines, f"  Note: {provision.note}"] if provision.note else lines
