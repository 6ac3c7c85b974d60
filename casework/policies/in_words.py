"""A policy version laid out for reading: its provisions, conditions and figures, each in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.policies.condition_words import (
    Speech,
    WrittenLine,
    body_lines,
    condition_lines,
    humanised,
)
from casework.policies.effect_words import effect_lines
from rules.policy import VOCABULARY, PolicyVersion, Provision
from rules.quantities import day_in_words
from rules.say import limit_words
from rules.tree import DatedValue, Definition, ParameterText
from rules.values import Effect, FactType, FactValue, Standing

UNSURE = (Standing.TO_CONFIRM, Standing.UNREAD)
DAY_NOT_READ = "the day was not read in the document; to be confirmed"
_KNOWN_HEADS = {
    "adopted": "Decided",
    "withdrawn": "Decided",
    "consultation": "Consulted on from",
}


@dataclass(frozen=True, slots=True)
class WrittenProvision:
    """One provision: its effect, its conditions line by line, and where it stands.

    ``then`` is what follows when it is met, where it says more than its effect: sums, days.
    ``cites`` names the document and the ``place`` in it (empty where the document has none).
    ``owner`` is the id of the text it comes from; ``inherited`` where that is not the version's
    own. ``year_inferred`` where the source does not say which year it speaks of.
    """

    id: str
    title: str
    effect: Effect
    lines: tuple[WrittenLine, ...]
    cites: str
    place: str
    standing: Standing
    owner: str
    inherited: bool
    note: str | None
    year_inferred: bool
    then: tuple[WrittenLine, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenValue:
    """One value of a parameter, the days it holds for (empty: always) and its source."""

    value: str
    days: str
    cites: str
    standing: Standing | None
    note: str | None
    year_inferred: bool = False


@dataclass(frozen=True, slots=True)
class WrittenParameter:
    """A named figure of a version with its values."""

    name: str
    owner: str
    inherited: bool
    values: tuple[WrittenValue, ...]


@dataclass(frozen=True, slots=True)
class WrittenDefinition:
    """A name the text gives to a condition or a value: what it says, and how it is worked out.

    ``cites``, ``standing`` and ``note`` are those of its own source; empty and None where it stands
    with what uses it.
    """

    name: str
    says: str
    lines: tuple[WrittenLine, ...]
    owner: str
    inherited: bool
    cites: str = ""
    standing: Standing | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class WrittenVersion:
    """A whole version in words. ``days`` are those of travel it governs.

    ``known`` is when it was decided, by whom, and that the day was not read where it was not;
    ``note`` what the text says to whoever reads it (empty: nothing). ``documents`` are the papers
    it rests on, each with which parts of it were read.
    """

    id: str
    title: str
    status: str
    days: str
    known: str
    builds_on: str | None
    length_that_counts: str
    digest: str
    documents: tuple[str, ...]
    provisions: tuple[WrittenProvision, ...]
    parameters: tuple[WrittenParameter, ...]
    definitions: tuple[WrittenDefinition, ...]
    note: str = ""

    @property
    def known_head(self) -> str:
        """What its day of knowledge is: of a policy the day it was decided, of a draft not."""
        return _KNOWN_HEADS.get(self.status, "Known from")

    def unsure(self) -> tuple[WrittenProvision, ...]:
        """The provisions whose text is still to be confirmed, or was not read."""
        return tuple(each for each in self.provisions if each.standing in UNSURE)

    def unsure_definitions(self) -> tuple[WrittenDefinition, ...]:
        """The definitions with a source of their own that is still to be confirmed, or not read."""
        return tuple(each for each in self.definitions if each.standing in UNSURE)

    def unsure_figures(self) -> tuple[tuple[WrittenParameter, WrittenValue], ...]:
        """The figures still to be confirmed, or not read, each with its value."""
        return tuple(
            (figure, value)
            for figure in self.parameters
            for value in figure.values
            if value.standing in UNSURE
        )


def in_words(policy: PolicyVersion) -> WrittenVersion:
    """Lay a version out for reading, its provisions in text order, inherited ones included."""
    speech = Speech(policy)
    return WrittenVersion(
        id=policy.id,
        title=policy.title,
        status=policy.status,
        days=days_of_travel(policy),
        known=_known(policy),
        builds_on=policy.builds_on,
        length_that_counts=policy.length_that_counts,
        digest=policy.digest,
        documents=documents_in_words(policy),
        provisions=tuple(_provision(speech, each) for each in policy.provisions),
        parameters=tuple(
            _parameter(policy, each)
            for each in policy.parameters.values()
            if each.owner != VOCABULARY
        ),
        definitions=tuple(_definition(speech, each) for each in policy.definitions.values()),
        note=policy.note or "",
    )


def documents_in_words(policy: PolicyVersion) -> tuple[str, ...]:
    """The papers a version and what it inherits rest on, each with which parts of it were read."""
    return tuple(
        _document(title, policy.seen.get(name, "")) for name, title in policy.documents.items()
    )


def _document(title: str, seen: str) -> str:
    if not seen:
        return title
    return f"{title}: {seen}" if seen.startswith("not read") else f"{title}: read, {seen}"


def days_of_travel(policy: PolicyVersion) -> str:
    """The days of travel a version governs: ``1 September 2019 to 31 August 2020``."""
    start = day_in_words(policy.travel_from) if policy.travel_from else ""
    end = day_in_words(policy.travel_until) if policy.travel_until else ""
    if start and end:
        return f"{start} to {end}"
    return f"from {start}" if start else f"until {end}" if end else "any day"


_STARTS = {"road": "where the property meets the road", "address": "at the address point"}
_NEAREST = {
    None: "not said by the policy; on foot",
    "walking": "on foot",
    "road": "by road",
    "road_beyond_walking": "on foot, by road where all lie beyond walking distance",
}


def measuring_rows(policy: PolicyVersion) -> tuple[tuple[str, str], ...]:
    """How a version has routes measured and schools ranked: what, and how, in words."""
    grid = policy.length_that_counts == "grid"
    return (
        ("Lengths", "on the National Grid" if grid else "on the ground"),
        ("Routes start", _STARTS[policy.starts_at]),
        ("The nearest school is found", _NEAREST[policy.nearest_by]),
    )


def _known(policy: PolicyVersion) -> str:
    day = day_in_words(policy.known_from) if policy.known_from else ""
    said = ", ".join(part for part in (day, policy.known_by or "") if part)
    return f"{said} ({DAY_NOT_READ})" if said and policy.known_standing in UNSURE else said


def _provision(speech: Speech, provision: Provision) -> WrittenProvision:
    owner = provision.id.split("#")[0]
    return WrittenProvision(
        id=provision.id,
        title=provision.title,
        effect=provision.effect,
        lines=condition_lines(speech, provision.when),
        cites=provision.source.cites,
        place=provision.source.at or "",
        standing=provision.standing,
        owner=owner,
        inherited=owner != speech.policy.id,
        note="; ".join(filter(None, (provision.source.note, provision.note))) or None,
        year_inferred=provision.source.year == "inferred",
        then=effect_lines(speech, provision),
    )


def _definition(speech: Speech, definition: Definition) -> WrittenDefinition:
    source = definition.source
    return WrittenDefinition(
        humanised(definition.name),
        definition.says or "",
        body_lines(speech, definition),
        definition.owner,
        definition.owner != speech.policy.id,
        source.cites if source else "",
        Standing(source.standing) if source else None,
        source.note if source else None,
    )


def _parameter(policy: PolicyVersion, parameter: ParameterText) -> WrittenParameter:
    return WrittenParameter(
        humanised(parameter.name),
        parameter.owner,
        parameter.owner != policy.id,
        tuple(_value(parameter.type, each) for each in parameter.values),
    )


def _value(kind: FactType, dated: DatedValue) -> WrittenValue:
    source = dated.source
    return WrittenValue(
        value_of(kind, dated.value),
        _held(dated),
        source.cites if source else "",
        Standing(source.standing) if source else None,
        source.note if source else None,
        source is not None and source.year == "inferred",
    )


def value_of(kind: FactType, value: FactValue | tuple[tuple[int, int], ...]) -> str:
    """A parameter's value in words: ``2 miles``, ``£616.67``, ``31 March, 31 August``."""
    if isinstance(value, tuple):
        return ", ".join(f"{day} {_MONTHS[month - 1]}" for month, day in value)
    return limit_words(value, kind)


_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def _held(dated: DatedValue) -> str:
    start = day_in_words(date.fromordinal(dated.start)) if dated.start else ""
    end = day_in_words(date.fromordinal(dated.end)) if dated.end else ""
    if start and end:
        return f"{start} to {end}"
    return f"from {start}" if start else f"until {end}" if end else ""
