"""A version as a printable document: provisions in plain English, sources, standing, figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from casework.policies.condition_words import WrittenLine
from casework.policies.in_words import (
    WrittenDefinition,
    WrittenParameter,
    WrittenProvision,
    WrittenVersion,
    in_words,
    measuring_rows,
)
from casework.policies.text_difference import TextDifference, text_difference
from casework.shelf import Shelf
from letters.blocks import Bullets, Heading, Note, Paragraph, Table
from letters.policy_document.content import (
    Outline,
    OutlineItem,
    PolicyBlock,
    PolicyDocument,
    outline,
)
from letters.policy_document.html import policy_html
from letters.policy_document.pdf import policy_pdf
from letters.policy_document.text import policy_text
from rules.policy import PolicyVersion
from rules.policy_text import read_policy_text
from rules.reader import read_closure
from rules.say import effect_words, standing_words
from rules.values import Standing

_MARKS = {Standing.TO_CONFIRM: " [to be confirmed]", Standing.UNREAD: " [not read]"}
_STATUS = {
    "draft": "Draft. Not adopted",
    "consultation": "Consultation. Not adopted",
    "withdrawn": "Withdrawn",
}
_ABOUT = (
    "This is the policy as Milepost reads it, put into plain English from the very text that "
    "decides cases. It is not the adopted document, which stands above it."
)


def policy_document(shelf: Shelf, policy: PolicyVersion) -> PolicyDocument:
    """Lay a version out as a document; what it rests on comes from its own closure of texts."""
    written = in_words(policy)
    fictional = ["Fictional sample"] if shelf.is_fictional(policy.body) else []
    status = [_STATUS[policy.status]] if policy.status in _STATUS else []
    return PolicyDocument(
        title=policy.title,
        author="Milepost",
        reference=policy.id,
        digest=policy.digest,
        dated=policy.known_from,
        marks=(*fictional, *status),
        blocks=tuple(_blocks(policy, written)),
    )


FORMATS = ("pdf", "html", "text")


def printed(shelf: Shelf, named: str, form: str) -> bytes:
    """A version, by id or file, as a document of a form. Raises UnknownPolicy or BadPolicy."""
    is_file = named.endswith((".yaml", ".yml"))
    version = shelf.read_file(Path(named)) if is_file else shelf.read(named)
    return document_bytes(policy_document(shelf, version), form)


def document_bytes(document: PolicyDocument, form: str) -> bytes:
    """A document as a file: ``pdf`` (tagged), ``html`` (one page) or ``text``, always the same.

    Raises GlyphMissing and FontsMissing of a PDF whose characters the fonts cannot draw.
    """
    if form == "pdf":
        return policy_pdf(document)
    return policy_html(document) if form == "html" else policy_text(document)


def _blocks(policy: PolicyVersion, written: WrittenVersion) -> Iterator[PolicyBlock]:
    yield Heading(1, written.title)
    if policy.status in _STATUS:
        yield Note(f"{_STATUS[policy.status]}. No case is decided by this text.")
    yield Paragraph(_ABOUT)
    yield _head(policy, written)
    yield from _unsure(written)
    own = [each for each in written.provisions if not each.inherited]
    yield from _section("What this version says", own)
    if policy.builds_on:
        base = read_closure(policy.builds_on, dict(policy.texts))
        yield from _departures(policy, text_difference(base, policy))
        yield from _inherited(policy, written)
    yield from _definitions(written.definitions)
    yield from _figures(written.parameters)
    yield from _documents(written.documents)


def _documents(documents: tuple[str, ...]) -> Iterator[PolicyBlock]:
    yield Heading(2, "The documents it rests on, and what of them was read")
    yield Bullets(documents) if documents else Paragraph("None is named.")


def _head(policy: PolicyVersion, written: WrittenVersion) -> Table:
    rows = [
        ("Version", written.id),
        ("Status", written.status),
        ("Days of travel", written.days),
        (written.known_head, written.known or "not said"),
        *((("Note", written.note),) if written.note else ()),
        ("Builds on", written.builds_on or "nothing"),
        *measuring_rows(policy),
        ("Digest (SHA-256) of its texts", written.digest),
    ]
    return Table("About this version", (), tuple(rows), (3, 7))


def _unsure(written: WrittenVersion) -> Iterator[PolicyBlock]:
    yield Heading(2, "What is not certain")
    provisions = [
        f"{each.title}: {standing_words(each.standing)} ({each.cites})."
        for each in written.unsure()
    ]
    figures = [
        f"{figure.name}, {value.value}: {standing_words(value.standing)} ({value.cites})."
        for figure, value in written.unsure_figures()
        if value.standing is not None
    ]
    definitions = [
        f"What is meant by “{each.name}”: {standing_words(each.standing)} ({each.cites})."
        for each in written.unsure_definitions()
        if each.standing is not None
    ]
    if not provisions and not figures and not definitions:
        yield Paragraph("Nothing: every provision and figure was read where it says it stands.")
        return
    yield Note("What follows is not the council's confirmed wording.")
    yield Bullets((*provisions, *definitions, *figures))


def _section(title: str, provisions: Iterable[WrittenProvision]) -> Iterator[PolicyBlock]:
    yield Heading(2, title)
    found = [block for each in provisions for block in _provision(each)]
    yield from found or [Paragraph("No provision of its own.")]


def _provision(each: WrittenProvision) -> Iterator[PolicyBlock]:
    yield Heading(3, f"{each.title}{_MARKS.get(each.standing, '')}")
    yield Paragraph(f"{effect_words(each.effect)} It is met when:")
    yield _outline(each.lines)
    if each.then:
        yield Paragraph("Then:")
        yield _outline(each.then)
    inferred = "; the source names no year, which is inferred" if each.year_inferred else ""
    yield Paragraph(f"Source: {each.cites}; {standing_words(each.standing)}{inferred}. [{each.id}]")
    if each.note:
        yield Paragraph(f"Note: {each.note}")


def _outline(lines: Iterable[WrittenLine]) -> Outline:
    return outline((line.depth, line.words) for line in lines)


def _departures(policy: PolicyVersion, found: TextDifference) -> Iterator[PolicyBlock]:
    """What the version replaces and drops of what it builds on, and the figures it changes."""
    yield Heading(2, f"What it changes in {found.old}")
    lines = [f"Dropped: {each.title} ({each.cites})." for each in found.dropped]
    lines += [
        f"Replaced: {old.title} ({old.cites}), by {new.title} ({new.cites})."
        for old, new, _ in found.replaced
    ]
    own = [each for each in policy.parameters.values() if each.owner == policy.id]
    names = {each.name.replace("_", " ") for each in own}
    changed = (*found.reworded, *(each for each in found.figures if each.name in names))
    lines += [
        f"{each.name}: {' '.join(each.changes)}"
        for each in changed
        if not each.changes[0].startswith("New: ")
    ]
    lines += [
        f"“{each.name}” is defined otherwise."
        for each in found.definitions
        if each.changes[0] not in ("New.", "Dropped.")
    ]
    yield Bullets(tuple(lines)) if lines else Paragraph("Nothing: it only adds to it.")


def _inherited(policy: PolicyVersion, written: WrittenVersion) -> Iterator[PolicyBlock]:
    owners = dict.fromkeys(each.owner for each in written.provisions if each.inherited)
    for owner in owners:
        title = read_policy_text(policy.texts[owner], f"policy/{owner}.yaml").title
        rules = [each for each in written.provisions if each.owner == owner]
        yield from _section(f"What it inherits from {title} ({owner})", rules)


def _definitions(definitions: tuple[WrittenDefinition, ...]) -> Iterator[PolicyBlock]:
    yield Heading(2, "Definitions")
    items = []
    for each in definitions:
        says = f": {each.says}" if each.says else ""
        inherited = f" [{each.owner}]" if each.inherited else ""
        words = f"{each.name}{says}{_stands(each)}{inherited}"
        items.append(OutlineItem(words, _outline(each.lines).items))
    yield Outline(tuple(items)) if items else Paragraph("None.")


def _stands(each: WrittenDefinition) -> str:
    """Where a definition stands, if it has a source of its own."""
    if each.standing is None:
        return ""
    parts = (each.cites, standing_words(each.standing), each.note)
    return f" Source: {'; '.join(part for part in parts if part)}."


def _figures(parameters: tuple[WrittenParameter, ...]) -> Iterator[PolicyBlock]:
    yield Heading(2, "Figures")
    own = [each for each in parameters if not each.inherited]
    rest = [each for each in parameters if each.inherited]
    for title, figures in (("Figures of this version", own), ("Figures it inherits", rest)):
        if figures:
            rows = tuple(row for each in figures for row in _rows(each))
            yield Paragraph(f"{title}:")
            yield Table(title, ("Figure", "Value", "Source and standing"), rows, (4, 3, 6))


def _rows(figure: WrittenParameter) -> Iterator[tuple[str, str, str]]:
    for value in figure.values:
        held = f" ({value.days})" if value.days else ""
        sure = standing_words(value.standing) if value.standing else ""
        mark = _MARKS.get(value.standing, "") if value.standing else ""
        source = "; ".join(part for part in (value.cites, sure, value.note) if part)
        yield figure.name[:1].upper() + figure.name[1:], f"{value.value}{held}{mark}", source
