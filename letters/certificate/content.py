"""The certificate of a measurement in words, ready to be drawn in every format of a letter."""

from __future__ import annotations

from collections.abc import Iterator

from letters.blocks import (
    Block,
    Bullets,
    Heading,
    LetterContent,
    Letterhead,
    Note,
    Paragraph,
    Table,
)
from letters.certificate.map import map_of
from letters.certificate.parts import (
    alternatives,
    as_of,
    chosen_places,
    claims,
    ends,
    lengths,
    network,
    not_placed,
    stretches,
    warnings,
)
from letters.certificate.streets import way_in_order
from letters.certificate.words import WAY, summary
from records.certificate import MeasurementCertificate
from records.london import day_in_london

TEMPLATE = "certificate-of-measurement/2"
FICTIONAL = "Fictional sample. The council, the people and the places in this paper are made up."


def certificate(
    record: MeasurementCertificate, issuer: str | None = None, fictional: bool = False
) -> LetterContent:
    """Set a certificate out, for ``given_out``: the same record gives the same bytes anywhere.

    ``issuer`` is the council's name. Raises DoesNotAddUp where the streets of the record are not
    its length to the millimetre; then there is nothing to print.
    """
    return LetterContent(
        kind="certificate",
        title=certificate_title(record),
        author=issuer or "",
        reference=record.reference,
        dated=day_in_london(record.measurement.at),
        template=TEMPLATE,
        blocks=tuple(_blocks(record, issuer, fictional)),
        blanks=(),
        filled=(
            ("child's name", record.child_name),
            ("school's name", record.school_name),
            ("network's name", record.measurement.network),
            ("gate's name", record.measurement.gate),
        ),
        fictional=fictional,
        compact=True,
    )


def certificate_title(record: MeasurementCertificate) -> str:
    """Name a certificate, as a letter lists it among what is enclosed."""
    return f"Certificate of measurement: the {WAY[record.measurement.way]} route"


def _blocks(record: MeasurementCertificate, issuer: str | None, fictional: bool) -> Iterator[Block]:
    if issuer:
        yield Letterhead(issuer, ())
    if fictional:
        yield Note(FICTIONAL)
    yield Heading(1, certificate_title(record))
    yield from (Paragraph(text) for text in summary(record))
    yield map_of(record)
    yield from _part("Lengths, limit and margin", lengths(record), *claims(record), *as_of(record))
    yield from _part("From where to where", ends(record), *chosen_places(record))
    yield from _part("The way, street by street", *way_in_order(record))
    yield from _part("Other ways measured", *alternatives(record))
    yield from _part("Closed, unsafe or added", *stretches(record), *not_placed(record))
    yield from _part("To look at", *warnings(record))
    yield from _part("How it was measured", Paragraph(" ".join(record.method)))
    yield from _part("Network and record", network(record))


def _part(title: str, *blocks: Paragraph | Bullets | Table) -> Iterator[Block]:
    """Give a part of the paper under its heading; nothing at all where it holds nothing."""
    if blocks:
        yield Heading(2, title)
        yield from blocks
