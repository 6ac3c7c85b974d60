"""Issuing records the sending and its last day; a letter issued again names the one it replaces."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.case import read_case
from casework.cases import list_cases
from casework.decide import decide_case, draft_decision
from casework.gate import Intent
from casework.letters.clocks import appeal_clock, last_day_to_ask, received_on
from casework.letters.format import NoSuchSize, letter_format, record_letter_format
from casework.letters.issuing import standing_letters
from casework.letters.rebuilt import rebuilt
from casework.letters.replaced import day_borne
from casework.letters.wish import LetterWish
from casework.letters.write import (
    AlreadyIssued,
    DaysTooShort,
    LetterIsDraft,
    NoReason,
    issue_again,
    issue_letter,
    letter_of,
    preview_letter,
    sent_otherwise,
    write_letter,
)
from casework.working_days import between, is_working_day
from letters import Format
from letters.errors import GlyphMissing
from records.letter import Letter
from records.sending import SentBy
from rules.values import Outcome
from store import letters, sendings
from store.audit import verify
from store.engine import connection, writable
from store.problems import CouldNotSave, StoreInUse
from tests.casework.test_letters_and_versions import REFUSE, text_of
from tests.casework.test_letters_occasions import at, decided_again
from tests.casework.town import Town

DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


@given(DAYS, st.sampled_from(list(SentBy)))
def test_there_are_20_working_days_between_receipt_and_the_last_day(day: date, by: SentBy) -> None:
    received, last = received_on(day, by), last_day_to_ask(day, by)
    assert between(received, last) == 20 and is_working_day(last)
    assert received == day if by is SentBy.HANDED else received > day


def test_first_class_post_is_received_two_working_days_later() -> None:
    assert received_on(date(2026, 12, 23)) == date(2026, 12, 29), "Christmas lies between"
    assert received_on(date(2026, 12, 23), SentBy.EMAIL) == date(2026, 12, 24)


@pytest.fixture
def issued(town: Town) -> Letter:
    """A refusal that went out by first-class post on 23 November 2026."""
    decision = decide_case(town.desk, town.child_at(1.5), REFUSE)
    return issue_letter(town.desk, decision.id)


def test_issuing_records_the_sending_and_the_last_day_that_the_letter_names(
    town: Town, issued: Letter
) -> None:
    (sent,) = sendings.sendings_of(town.desk.store, issued.application)
    assert (sent.sent_on, sent.sent_by) == (date(2026, 11, 23), SentBy.POST)
    assert (sent.received_on, sent.last_day) == (date(2026, 11, 25), date(2026, 12, 23))
    assert "Ask by 23 December 2026" in text_of(issued.pdf)
    (line,) = list_cases(town.desk)
    assert line.appeal_ends == date(2026, 12, 23)


def test_a_letter_by_email_names_its_own_last_day(town: Town) -> None:
    decision = decide_case(town.desk, town.child_at(1.5), REFUSE)
    wish = LetterWish(dated=date(2026, 11, 24), sent_by=SentBy.EMAIL)
    letter = issue_letter(town.desk, decision.id, wish=wish)
    assert "24 November 2026" in text_of(letter.pdf)
    clock = appeal_clock(town.desk, letter.application)
    assert clock is not None
    assert f"Ask by {clock.last_day.day} {clock.last_day:%B %Y}" in text_of(letter.pdf)
    assert clock.in_full.startswith("Sent on 24 November 2026, by email; taken to be received")


def test_the_clock_counts_down_and_says_when_it_has_ended(town: Town, issued: Letter) -> None:
    def clock_on(day: date) -> tuple[int | None, str]:
        found = appeal_clock(at(town.desk, day), issued.application)
        assert found is not None
        return found.left, found.words

    assert clock_on(date(2026, 12, 22)) == (1, "appeal ends 23 December 2026")
    assert clock_on(date(2026, 12, 23)) == (0, "appeal ends 23 December 2026")
    assert clock_on(date(2026, 12, 24)) == (None, "appeal ended 23 December 2026")


def test_a_sending_recorded_wrongly_is_recorded_again_and_never_shortens_what_was_printed(
    town: Town, issued: Letter
) -> None:
    later, why = at(town.desk, date(2026, 11, 27)), "It lay in the post room"
    sent_otherwise(later, issued.id, date(2026, 11, 26), SentBy.POST, f" {why} ")
    (counts,) = sendings.sendings_of(town.desk.store, issued.application)
    assert counts.because == why
    clock = appeal_clock(town.desk, issued.application)
    assert clock is not None and clock.last_day == date(2026, 12, 30)
    sent_otherwise(later, issued.id, date(2026, 11, 23), SentBy.HANDED, "She fetched it herself")
    clock = appeal_clock(town.desk, issued.application)
    assert clock is not None and clock.last_day == date(2026, 12, 23), "the letter promised it"


def test_a_sending_is_not_corrected_without_a_reason_or_to_a_day_it_cannot_have_gone_out(
    town: Town, issued: Letter
) -> None:
    before = sendings.sendings_of(town.desk.store, issued.application)
    with pytest.raises(NoReason, match="say why"):
        sent_otherwise(town.desk, issued.id, date(2026, 11, 23), SentBy.HANDED, "  ")
    with pytest.raises(DaysTooShort, match="still to come"):
        sent_otherwise(town.desk, issued.id, date(2026, 11, 24), SentBy.POST, "It lay about")
    with pytest.raises(DaysTooShort, match="before its decision"):
        sent_otherwise(town.desk, issued.id, date(2026, 11, 20), SentBy.POST, "It lay about")
    assert sendings.sendings_of(town.desk.store, issued.application) == before


def test_a_letter_that_was_only_kept_was_not_sent(town: Town) -> None:
    decision = decide_case(town.desk, town.child_at(1.5), REFUSE)
    kept = write_letter(town.desk, decision.id)
    with pytest.raises(LetterIsDraft, match="Issue it first"):
        sent_otherwise(town.desk, kept.id, date(2026, 11, 24), SentBy.POST, "It lay about")
    assert appeal_clock(town.desk, kept.application) is None


def test_a_letter_issued_anew_names_the_earlier_one_by_the_day_that_one_bears(
    town: Town,
) -> None:
    decision = decide_case(town.desk, town.child_at(1.5), REFUSE)
    first = issue_letter(town.desk, decision.id, wish=LetterWish(dated=date(2026, 11, 26)))
    second = issue_again(at(town.desk, date(2026, 12, 1)), first.id, "It was smudged.")
    assert "takes the place of our letter of 26 November 2026" in text_of(second.pdf)
    assert day_borne(first) == date(2026, 11, 26)


def test_a_letter_is_not_dated_before_its_decision(town: Town) -> None:
    decision = decide_case(town.desk, town.child_at(1.5), REFUSE)
    with pytest.raises(DaysTooShort, match="before its decision was made on 23 November"):
        issue_letter(town.desk, decision.id, wish=LetterWish(dated=date(2026, 11, 20)))
    assert letters.letters_of_case(town.desk.store, decision.application) == ()


def test_the_same_letter_is_issued_once_and_again_only_with_a_reason(
    town: Town, issued: Letter
) -> None:
    with pytest.raises(AlreadyIssued, match="already issued on 23 November 2026"):
        issue_letter(town.desk, issued.decision or "")
    with pytest.raises(NoReason, match="say why"):
        issue_again(town.desk, issued.id, "  ")
    later = at(town.desk, date(2026, 12, 1))
    second = issue_again(later, issued.id, "The first had a wrong telephone number.")
    text = text_of(second.pdf)
    assert "takes the place of our letter of 23 November 2026 (Letter of refusal)" in text
    assert "The first had a wrong telephone number" in text
    both = letters.letters_of_case(town.desk.store, issued.application)
    assert both == (issued, second) and standing_letters(both) == (second,)
    assert second.replaces == issued.id and rebuilt(later, second).same
    clock = appeal_clock(later, issued.application)
    assert clock is not None and clock.sending.letter == second.id


def test_the_letter_of_a_decision_made_again_takes_the_place_of_the_first(
    town: Town, issued: Letter
) -> None:
    later = at(town.desk, date(2026, 12, 1))
    decision = decided_again(later, issued.application)
    letter = issue_letter(later, decision.id)
    assert letter.replaces == issued.id
    assert "we decided the case again on 1 December 2026" in text_of(letter.pdf)


def test_the_format_a_family_asked_for_is_kept_to_for_all_its_children(town: Town) -> None:
    first = town.child_at(1.5)
    household = read_case(town.desk, first).household.id
    second = town.child_at(1.5, household=household)
    record_letter_format(town.desk, first, Format.LARGE, 24.0)
    decision = decide_case(town.desk, second, REFUSE)
    letter = write_letter(town.desk, decision.id)
    assert letter.format == "large" and rebuilt(town.desk, letter).same
    as_page = write_letter(town.desk, decision.id, wish=LetterWish(format=Format.HTML))
    assert as_page.pdf.startswith(b"<!doctype html>") or b"<html" in as_page.pdf
    found = letter_format(town.desk, second)
    assert found is not None and (found.format, found.points) == ("large", 24.0)
    with pytest.raises(NoSuchSize, match="16 to 48 points"):
        record_letter_format(town.desk, first, Format.LARGE, 12.0)


def test_an_empty_reason_on_discretion_leaves_a_blank_and_the_letter_unissued(town: Town) -> None:
    application = town.child_at(1.5)
    draft = draft_decision(town.desk, application, Intent(Outcome.NOT_ENTITLED, " ", "  "))
    assert "reasons on discretion" in letter_of(town.desk, draft).blanks


def test_a_reason_that_the_fonts_cannot_print_names_the_character_and_issues_nothing(
    town: Town, issued: Letter
) -> None:
    with pytest.raises(GlyphMissing, match="李"):
        issue_again(town.desk, issued.id, "The name is written 李.")
    assert letters.letters_of_case(town.desk.store, issued.application) == (issued,)


def test_on_a_full_disk_no_letter_is_half_issued_and_those_made_stay(
    town: Town, issued: Letter
) -> None:
    store = town.desk.store
    with writable(store.db) as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
    store.db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CouldNotSave, match="disk is full"):
        for _ in range(40):
            issue_again(town.desk, standing(town, issued).id, "A wrong number.")
    store.db.execute("PRAGMA max_page_count = 1000000")
    held = letters.letters_of_case(store, issued.application)
    assert held[0] == issued and all(each.issued for each in held)
    assert len(sendings.sendings_of(store, issued.application)) == len(held)
    assert verify(store).intact
    assert preview_letter(town.desk, issued.decision or "").blanks == ()


def test_while_another_program_holds_the_file_nothing_is_issued_and_those_made_stay(
    town: Town, issued: Letter
) -> None:
    store = town.desk.store
    other = connection(store.path, store.data_key)
    store.db.execute("PRAGMA busy_timeout = 0")
    with writable(other), pytest.raises(StoreInUse):
        issue_again(town.desk, issued.id, "A wrong number.")
    other.close()
    assert letters.letters_of_case(store, issued.application) == (issued,)
    issue_again(town.desk, issued.id, "A wrong number.")
    assert len(letters.letters_of_case(store, issued.application)) == 2


def standing(town: Town, issued: Letter) -> Letter:
    """The letter of a case that stands."""
    return standing_letters(letters.letters_of_case(town.desk.store, issued.application))[-1]
