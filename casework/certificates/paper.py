"""The certificate of a measurement as a paper: to read, to save, and to enclose with a letter."""

from __future__ import annotations

from dataclasses import dataclass

import letters as words
from casework.certificates.make import certificate
from casework.desk import Desk
from casework.rights import OFFICERS, require
from casework.wordings.on_file import sender
from letters import Format, LetterContent
from records.certificate import MeasurementCertificate
from records.decision import Decision
from records.measurement import Way
from records.people import Role
from store import applications

__all__ = [
    "CertificatePaper",
    "Format",
    "certificate_content",
    "certificate_paper",
    "enclosing",
]

READERS = (*OFFICERS, Role.SENIOR_REVIEWER, Role.PANEL_CLERK, Role.PANEL_MEMBER, Role.AUDITOR)
"""Those who read cases by name, and so their certificates."""


@dataclass(frozen=True, slots=True)
class CertificatePaper:
    """A certificate in one format: its bytes, its title, and what its file may be called."""

    reference: str
    way: Way
    title: str
    format: Format
    content: bytes

    @property
    def file_name(self) -> str:
        """A name for the file: the reference, never the child's name."""
        kind = "" if self.format is Format.STANDARD else f"-{self.format.value}"
        return f"{self.reference}-certificate-{self.way.value}{kind}{self.format.suffix}"


def certificate_paper(
    desk: Desk,
    measurement: str,
    format: Format = Format.STANDARD,
    points: float = 18,
    decision: Decision | None = None,
) -> CertificatePaper:
    """Draw up and print the certificate of a measurement; nothing is kept by it.

    It is measured again from its record, and held against what ``decision`` had, without one
    against what holds today. Raises NotTheSame where another figure comes out, CannotMeasure where
    its network is no longer held, DoesNotAddUp, NotThere, NotAllowed, and GlyphMissing for a name
    that the fonts cannot print.
    """
    require(desk, "Reading a certificate", *READERS)
    record = certificate(desk, measurement, decision)
    content = _in_words(desk, record)
    return CertificatePaper(
        record.reference,
        record.measurement.way,
        content.title,
        format,
        words.given_out(content, format, points),
    )


def certificate_content(desk: Desk, measurement: str) -> LetterContent:
    """Draw up a certificate in words, to be enclosed with a letter. Raises as the paper does."""
    require(desk, "Reading a certificate", *READERS)
    return _in_words(desk, certificate(desk, measurement))


def enclosing(desk: Desk, letter: LetterContent, *measurements: str) -> LetterContent:
    """Give a letter with the certificates of measurements enclosed. Raises as the paper does."""
    return words.with_enclosures(letter, *(certificate_content(desk, one) for one in measurements))


def _in_words(desk: Desk, record: MeasurementCertificate) -> LetterContent:
    council = applications.application(desk.store, record.measurement.application).council
    return words.certificate(record, sender(desk.shelf, council).council, desk.store.fictional)
