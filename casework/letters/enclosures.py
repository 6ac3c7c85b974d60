"""Papers that go with a letter: the certificates of what decided, and the list of the evidence.

Each is kept as its record in canonical form, so that it is drawn again without measuring again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TypeAlias

import letters as words
from casework.certificates.make import certificate, network_not_held
from casework.desk import Desk
from casework.letters.inputs import Enclosed, LetterInputs
from letters.evidence_list import TITLE, evidence_list
from letters.from_decision import deciding_measurements
from records.application import Evidence
from records.certificate import MeasurementCertificate
from records.decision import Decision
from store import evidence, networks
from store.encoding import decode, encode

CERTIFICATE, EVIDENCE = "certificate", "evidence"


@dataclass(frozen=True, slots=True)
class EvidenceHeld:
    """The evidence of a case on the day of a letter."""

    reference: str
    on: date
    held: tuple[Evidence, ...]


Told: TypeAlias = MeasurementCertificate | EvidenceHeld
"""What a paper tells, as its record."""


@dataclass(frozen=True, slots=True)
class Enclosing:
    """A paper to be enclosed: how a letter's inputs name it, its record, and the record's bytes."""

    named: Enclosed
    record: bytes
    told: Told


def enclosing(desk: Desk, decision: Decision, dated: date) -> tuple[Enclosing, ...]:
    """What goes with the letter of a decision. Raises as ``certificate`` does."""
    papers = [_certificate(desk, each.id, decision) for each in deciding_measurements(decision)]
    held = evidence.evidence_of(desk.store, decision.application)
    if held:
        papers.append(_paper(EVIDENCE, TITLE, EvidenceHeld(decision.reference, dated, held)))
    return tuple(papers)


def may_be_enclosed(desk: Desk, decision: Decision) -> None:
    """Refuse where a network that decided was measured on is not held. Raises CannotMeasure."""
    held = {digest for digest, _ in networks.list_networks(desk.store)}
    for each in deciding_measurements(decision):
        if each.digest not in held:
            raise network_not_held(each)


def _certificate(desk: Desk, measurement: str, decision: Decision) -> Enclosing:
    drawn_up = certificate(desk, measurement, decision)
    return _paper(CERTIFICATE, words.certificate_title(drawn_up), drawn_up)


def _paper(what: str, title: str, told: Told) -> Enclosing:
    record = encode(told)
    return Enclosing(Enclosed(what, title, sha256(record).hexdigest()), record, told)


def with_papers(
    content: words.LetterContent, inputs: LetterInputs, records: Mapping[str, bytes | Told]
) -> words.LetterContent:
    """The letter with its papers, from their records by SHA-256. Raises KeyError for a lost one.

    A record that was just made need not be read from its bytes again: in a run that is a third of
    what enclosing costs.
    """
    papers = [_drawn(each.what, records[each.sha256], inputs) for each in inputs.enclosed]
    return words.with_enclosures(content, *papers)


def _drawn(what: str, record: bytes | Told, inputs: LetterInputs) -> words.LetterContent:
    council, fictional = inputs.sender.council, inputs.terms.fictional
    kind: type[Told] = MeasurementCertificate if what == CERTIFICATE else EvidenceHeld
    told = decode(kind, record) if isinstance(record, bytes) else record
    if isinstance(told, MeasurementCertificate):
        return words.certificate(told, council, fictional)
    return evidence_list(told.held, told.reference, told.on, council, fictional)
