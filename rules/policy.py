"""A policy version, read and checked: what every reading works on."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rules.tree import (
    Charge,
    Condition,
    Definition,
    Determining,
    Ending,
    ParameterText,
    Source,
)
from rules.values import Effect, Standing
from rules.vocabulary import Vocabulary

_ID = re.compile(r"[a-z][a-z0-9-]*/[a-z0-9][a-z0-9-]*(@\d{4}-\d\d-\d\d)?", re.ASCII)

VOCABULARY = "vocabulary"
"""The id under which the vocabulary's text stands in a closure."""


@dataclass(frozen=True, slots=True)
class Provision:
    """One entry of a policy.

    ``touches`` names the offers a ``withholds`` or ``charges``, or the grounds an ``owes`` or
    ``ends``, is about (empty: all of them). ``charge`` is what a ``charges`` asks for;
    ``with_consent`` cites the law by which an ``arranges`` needs the parent's consent, and
    ``interim`` says that other travel is arranged until it is ready. ``keeps`` is the id of the
    older version that a ``protects`` keeps a child on; ``ending`` the day of an ``ends``;
    ``determining`` what a ``determines`` settles.
    """

    id: str
    title: str
    effect: Effect
    when: Condition
    source: Source
    touches: tuple[str, ...] = ()
    note: str | None = None
    charge: Charge | None = None
    with_consent: str | None = None
    interim: bool = False
    keeps: str | None = None
    ending: Ending | None = None
    determining: Determining | None = None

    @property
    def standing(self) -> Standing:
        """How sure we are of this provision."""
        return Standing(self.source.standing)


@dataclass(frozen=True, slots=True)
class Truth:
    """A domain truth: holds of every real child; facts that break it contradict each other."""

    name: str
    says: str
    holds: Condition


@dataclass(frozen=True, slots=True, eq=False)
class PolicyVersion:
    """One adopted text (or a dated revision of it) with all it inherits.

    Two versions are the same when their digests are; a version object is equal only to itself, so
    that what follows from a version alone is worked out once and kept.

    ``travel_from`` and ``travel_until`` are the days of travel it governs, ``known_from`` the day
    it was decided. ``texts`` is the closure: every text it came from by id, the vocabulary too;
    ``digest`` is its SHA-256; ``length_that_counts`` says whether a route's length on the ground
    or on the National Grid is held against the limits, ``starts_at`` whether it starts at the road
    or at the address point, ``nearest_by`` how schools are ranked (None: the text does not say).
    ``usual`` are truths that an odd case may break: proofs keep to them, nobody is refused for it.
    ``known_standing`` is how sure that day is (None: the text says nothing of it), ``note`` what
    the text says to whoever reads it. ``seen`` says by a document's name which parts of it were
    read; without an entry the text does not say.
    """

    id: str
    title: str
    status: str
    travel_from: date | None
    travel_until: date | None
    known_from: date | None
    known_by: str | None
    builds_on: str | None
    documents: Mapping[str, str]
    parameters: Mapping[str, ParameterText]
    definitions: Mapping[str, Definition]
    provisions: tuple[Provision, ...]
    truths: tuple[Truth, ...]
    vocabulary: Vocabulary
    texts: Mapping[str, str]
    digest: str
    own: tuple[str, ...] = ()
    length_that_counts: str = "ground"
    starts_at: str = "road"
    nearest_by: str | None = None
    usual: tuple[Truth, ...] = ()
    known_standing: Standing | None = None
    note: str | None = None
    seen: Mapping[str, str] = field(default_factory=dict)

    @property
    def body(self) -> str:
        """The council (or england) it belongs to: the id up to its slash."""
        return self.id.split("/")[0]

    def provision(self, provision: str) -> Provision:
        """The provision of that id. Raises KeyError for an unknown one."""
        for each in self.provisions:
            if each.id == provision:
                return each
        raise KeyError(provision)

    def governs(self, day: date) -> bool:
        """Say whether a day of travel lies within the version's own days."""
        after_start = self.travel_from is None or self.travel_from <= day
        return after_start and (self.travel_until is None or day <= self.travel_until)


def is_policy_id(text: str) -> bool:
    """Say whether a text has the form of a policy id: ``body/version``, or ``…@date``."""
    return _ID.fullmatch(text) is not None


def digest_of(texts: Mapping[str, str]) -> str:
    """SHA-256 over the sorted (id, SHA-256 of the LF-normalised UTF-8 text) pairs, as hex.

    Each pair enters as ``id``, a space, the text's SHA-256 in hex, and a line feed.
    """
    whole = hashlib.sha256()
    for name in sorted(texts):
        normal = texts[name].replace("\r\n", "\n").replace("\r", "\n")
        one = hashlib.sha256(normal.encode("utf-8")).hexdigest()
        whole.update(f"{name} {one}\n".encode())
    return whole.hexdigest()
