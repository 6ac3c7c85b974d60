"""What follows when a provision is met, line by line in words: sums, days, who must agree."""

from __future__ import annotations

from collections.abc import Iterator

from casework.policies.condition_words import Speech, WrittenLine, case_lines, value_text
from rules import tree
from rules.policy import Provision
from rules.say import AUTHORISERS, DETERMINED
from rules.values import EndsAs, Rounding

_ROUNDED = {
    Rounding.NEAREST_PENNY: "to the nearest penny",
    Rounding.DOWN_TO_PENNY: "down to the penny",
    Rounding.UP_TO_PENNY: "up to the penny",
    Rounding.NEAREST_POUND: "to the nearest pound",
    Rounding.DOWN_TO_POUND: "down to the pound",
    Rounding.UP_TO_POUND: "up to the pound",
}


def effect_lines(speech: Speech, provision: Provision) -> tuple[WrittenLine, ...]:
    """What a provision says beside its condition; nothing for most."""
    return tuple(_lines(speech, provision))


def _lines(speech: Speech, provision: Provision) -> Iterator[WrittenLine]:
    if provision.touches:
        yield _line(f"Only for: {'; '.join(_title(speech, each) for each in provision.touches)}")
    if provision.charge:
        yield from _charge(speech, provision.charge)
    if provision.with_consent:
        yield _line(f"The parent has to agree: {provision.with_consent}")
    if provision.interim:
        yield _line("Until it is ready, what is suitable meanwhile is arranged")
    if provision.keeps:
        yield _line(f"The child is kept on {provision.keeps}")
    if provision.ending:
        yield from _ending(speech, provision.ending)
    if provision.determining:
        yield from _determining(provision.determining)


def _line(words: str) -> WrittenLine:
    return WrittenLine(0, words, "")


def _title(speech: Speech, provision: str) -> str:
    """A provision's title; one that was dropped has its id left."""
    titles = {each.id: each.title for each in speech.policy.provisions}
    return titles.get(provision, provision)


def _charge(speech: Speech, charge: tree.Charge) -> Iterator[WrittenLine]:
    yield from _sums(speech, charge.cases)
    for each in charge.times:
        by, out_of = value_text(speech, each.by), value_text(speech, each.out_of)
        yield _line(f"Of that {by} parts in {out_of}, {_ROUNDED[each.rounding]}")
    if charge.instalments:
        yield _line(f"Paid in equal parts: {value_text(speech, charge.instalments)}")


def _sums(speech: Speech, cases: tuple[tree.Case, ...]) -> Iterator[WrittenLine]:
    first = cases[0]
    if first.when is None and not isinstance(first.value, str):
        yield _line(f"To pay for a year: {value_text(speech, first.value)}")
        return
    yield _line("To pay for a year:")
    for case in cases:
        for line in case_lines(speech, case):
            yield WrittenLine(line.depth + 1, line.words, line.written)


def _ending(speech: Speech, ending: tree.Ending) -> Iterator[WrittenLine]:
    if ending.on is None:
        return
    day = value_text(speech, ending.on)
    ends = ending.ends_as is EndsAs.END
    yield _line(f"Help ends on this day: {day}" if ends else f"Looked at again by: {day}")


def _determining(determining: tree.Determining) -> Iterator[WrittenLine]:
    yield _line(f"Judged on its own, each line by a named person: {DETERMINED[determining.what]}")
    if determining.authoriser:
        yield _line(f"Authorised by {AUTHORISERS[determining.authoriser]} before it counts")
    if determining.review:
        yield _line("A day by which it is looked at again has to be set")
