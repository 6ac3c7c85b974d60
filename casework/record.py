"""Record what is learned about a case: facts, judgements, the family's points and evidence."""

from __future__ import annotations

from datetime import date

from casework.desk import Desk
from casework.rights import OFFICERS, require, require_for_judgement
from records.application import Evidence, Point
from records.fact import Fact, Judgement
from rules.facts import read_fact
from rules.problems import UserFacingError
from rules.quantities import day_in_words
from rules.values import FactValue, KnownHow
from rules.vocabulary import FactWord
from store import evidence, facts, judgements, points
from store.identifiers import new_id


class CannotRecord(UserFacingError):
    """What was to be recorded cannot stand as it is: a reason, source or word is lacking."""


def record_fact(desk: Desk, application: str, name: str, value: object, source: str) -> Fact:
    """Record a fact of a case with where it came from; None records that it is not known.

    ``value`` is as in a case file: yes/no as bool, days as ISO text, lengths as text or metres.
    Raises NotAllowed, or CannotRecord naming the fact and what was expected.
    """
    require(desk, "Recording a fact", *OFFICERS)
    word = _word(desk, name)
    if word.how is KnownHow.JUDGED:
        raise CannotRecord(f"'{word.label}' is judged by a named person; record a judgement.")
    if not source.strip():
        raise CannotRecord(f"'{word.label}' needs its source: where it came from. Nothing changed.")
    found = Fact(
        name, _read(desk, word, value), word.how, source.strip(), desk.person.id, desk.today()
    )
    facts.record_fact(desk.store, application, found, desk.person)
    return found


def record_judgement(
    desk: Desk,
    application: str,
    fact: str,
    value: object,
    reasons: str,
    review_on: date | None = None,
) -> Judgement:
    """Record what the person at the desk judges, with reasons. A later judgement counts instead.

    ``review_on`` is the last day of travel on which it counts (None: nothing limits it). Raises
    NotAllowed (a child's ability to walk is for the SEND officer), or CannotRecord without reasons
    or with a day that is over.
    """
    require_for_judgement(desk, fact)
    word = _word(desk, fact)
    if not reasons.strip():
        raise CannotRecord(
            f"'{word.label}' needs reasons: what was looked at and why. Nothing changed."
        )
    if review_on is not None and review_on < desk.today():
        raise CannotRecord(
            f"'{word.label}' cannot count until {day_in_words(review_on)}, which is over. Nothing "
            "changed. Choose a day to come, or leave it empty."
        )
    judged = Judgement(
        new_id(),
        application,
        fact,
        _read(desk, word, value),
        reasons.strip(),
        desk.person.id,
        desk.person.name,
        desk.now(),
        review_on,
    )
    judgements.add_judgement(desk.store, judged, desk.person)
    return judged


def raise_point(desk: Desk, application: str, words: str, rests_on: tuple[str, ...] = ()) -> Point:
    """Write down a point in the family's own words; it has to be answered before a decision."""
    require(desk, "Recording what the family says", *OFFICERS)
    if not words.strip():
        raise CannotRecord("The point has no words. Write it as the family put it.")
    point = Point(new_id(), application, words.strip(), desk.today(), rests_on, None, None, None)
    points.raise_point(desk.store, point, desk.person)
    return point


def answer_point(desk: Desk, point: str, answer: str) -> Point:
    """Answer a point of the family. An earlier answer is kept, this one counts."""
    require(desk, "Answering the family", *OFFICERS)
    if not answer.strip():
        raise CannotRecord("The answer is empty. Say what was found on this point, and why.")
    return points.answer_point(desk.store, point, answer.strip(), desk.person)


def add_evidence(desk: Desk, found: Evidence, document: bytes | None = None) -> Evidence:
    """Add evidence to a case, with the document's bytes where there is one."""
    require(desk, "Adding evidence", *OFFICERS)
    evidence.add_evidence(desk.store, found, desk.person, document)
    return found


def _word(desk: Desk, name: str) -> FactWord:
    word = desk.shelf.vocabulary().get(name)
    if word is None:
        raise CannotRecord(f"There is no fact '{name}' in the vocabulary. Nothing changed.")
    return word


def _read(desk: Desk, word: FactWord, value: object) -> FactValue | None:
    try:
        return read_fact(desk.shelf.vocabulary(), word.name, value)
    except ValueError as error:
        raise CannotRecord(f"{word.label}: {error}. Nothing was changed.") from None
