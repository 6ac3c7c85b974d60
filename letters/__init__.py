"""Letters: the record of a decision in words, then as a tagged PDF."""

from letters.blocks import LetterContent
from letters.certificate.content import certificate, certificate_title
from letters.compose import KNOWN, compose, compose_again, shared_template
from letters.enclosures import with_enclosures
from letters.facts import fact_rows
from letters.formats import Format, given_out
from letters.from_decision import matter_of
from letters.kinds.by_name import KINDS, Kind, kind_for, kind_named
from letters.matter import (
    Distance,
    FactRow,
    JudgedRow,
    Matter,
    NearestSchool,
    PointAnswered,
    Terms,
)
from letters.printing.look import LAYOUT
from letters.printing.pdf import pdf
from letters.sender import Sender, sender_of
from letters.template import Template, read_template

__all__ = [
    "KINDS",
    "KNOWN",
    "LAYOUT",
    "Distance",
    "FactRow",
    "Format",
    "JudgedRow",
    "Kind",
    "LetterContent",
    "Matter",
    "NearestSchool",
    "PointAnswered",
    "Sender",
    "Template",
    "Terms",
    "certificate",
    "certificate_title",
    "compose",
    "compose_again",
    "fact_rows",
    "given_out",
    "kind_for",
    "kind_named",
    "matter_of",
    "pdf",
    "read_template",
    "sender_of",
    "shared_template",
    "with_enclosures",
]
