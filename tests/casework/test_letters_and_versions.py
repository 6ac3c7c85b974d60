"""Letters of decisions, the list of cases, versions compared, and the clocks."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pikepdf
import pypdfium2
import pytest

from casework.cases import list_cases
from casework.compare import compare
from casework.decide import decide_case
from casework.gate import Intent
from casework.letters.clocks import last_day_to_ask
from casework.letters.write import LetterIsDraft, issue_letter, preview_letter
from casework.shelf import Shelf, UnknownPolicy
from casework.working_days import after, between, decision_clock, is_working_day
from letters.errors import GlyphMissing
from rules.problems import NoPolicyInForce
from rules.values import Outcome
from store.letters import letters_of
from tests.casework.town import Town

APPROVE = Intent(Outcome.ENTITLED, "The measured route is longer than two miles.")
REFUSE = Intent(Outcome.NOT_ENTITLED, "The route is within the limit.", "We looked at work hours.")


def text_of(pdf: bytes) -> str:
    """All text of a PDF, in order, its white space folded."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).split())


def test_the_letter_tells_the_decision_of_the_record_and_can_be_issued(town: Town) -> None:
    decision = decide_case(town.desk, town.child_at(2.3), APPROVE)
    letter = issue_letter(town.desk, decision.id)
    text = text_of(letter.pdf)
    assert "2.30 miles" in text
    assert "31 May 2027" in text, "it ends the day before the eighth birthday"
    assert "Rowan Tern" in text and "Brook Road Primary" in text
    assert letters_of(town.desk.store, decision.id)[0].issued
    with pikepdf.open(io.BytesIO(letter.pdf)) as read_back:
        assert read_back.Root.MarkInfo.Marked


def test_the_same_record_gives_the_same_bytes(town: Town) -> None:
    decision = decide_case(town.desk, town.child_at(1.5), REFUSE)
    first, second = (preview_letter(town.desk, decision.id).pdf for _ in range(2))
    assert first == second


def test_a_refusal_names_the_failed_test_the_nearest_school_and_the_last_day(town: Town) -> None:
    decision = decide_case(town.desk, town.child_at(1.5), REFUSE)
    draft = preview_letter(town.desk, decision.id)
    text = text_of(draft.pdf)
    assert "not entitled" in text
    assert "1.501 miles" in text and "2 miles" in text
    assert "508C" in text and "We looked at work hours." in text
    last_day = last_day_to_ask(date(2026, 11, 23))
    assert f"{last_day.day} {last_day:%B %Y}" in text
    assert draft.blanks == ()


def test_a_letter_with_blanks_is_shown_as_a_draft_and_not_issued(town: Town) -> None:
    bare = Shelf(folders=tuple(folder for folder in Shelf().folders))
    decision = decide_case(town.desk, town.child_at(1.5), REFUSE)
    nameless = replace(town.desk, shelf=_without_letterhead(bare))
    assert preview_letter(nameless, decision.id).blanks
    with pytest.raises(LetterIsDraft, match="still has blanks"):
        issue_letter(nameless, decision.id)


def _without_letterhead(shelf: Shelf) -> Shelf:
    return Shelf(folders=shelf.folders[:1])


def test_a_name_that_the_fonts_cannot_print_stops_that_letter_with_its_character(
    town: Town,
) -> None:
    from casework.case import read_case
    from store.children import correct_child

    application = town.child_at(2.3)
    child = read_case(town.desk, application).child
    correct_child(town.desk.store, replace(child, given_name="李"), town.desk.person)
    decision = decide_case(town.desk, application, APPROVE)
    with pytest.raises(GlyphMissing, match="李"):
        preview_letter(town.desk, decision.id)


def test_the_list_shows_what_the_rules_say_and_what_officers_decided(town: Town) -> None:
    entitled, open_case = town.child_at(2.3), town.child_at(2.3, in_area=None)
    refused = town.child_at(1.5)
    decide_case(town.desk, refused, REFUSE)
    lines = {line.id: line for line in list_cases(town.desk)}
    assert lines[entitled].outcome is Outcome.ENTITLED
    assert (lines[open_case].outcome, lines[open_case].wanted) == (Outcome.CANNOT_TELL_YET, 1)
    assert lines[refused].outcome is Outcome.NOT_ENTITLED
    assert lines[entitled].clock.words == "day 15 of 20"


def test_two_versions_differ_for_the_child_of_eight_in_year_3(town: Town) -> None:
    in_between = town.child_at(2.5, born=date(2018, 10, 1))
    town.child_at(1.0)
    found = compare(town.desk, "marlhaven/2025-26", "marlhaven/2026-27")
    assert found.trouble == ()
    (changed,) = found.changed
    assert changed.id == in_between
    assert (changed.old, changed.new) == (Outcome.OFFERED, Outcome.NOT_ENTITLED)
    assert changed.difference is not None
    assert changed.difference.provision.startswith("marlhaven/2025-26#")
    cells = [(old, new) for old in Outcome for new in Outcome]
    assert sum(len(found.cell(*cell)) for cell in cells) == len(found.cases) == 2


def test_no_version_for_a_day_names_the_council_and_the_day() -> None:
    with pytest.raises(NoPolicyInForce, match=r"southampton.*2031-01-01"):
        Shelf().in_force("southampton", date(2031, 1, 1), date(2031, 1, 1))


def test_a_revision_is_in_force_only_from_the_day_it_was_known() -> None:
    day = date(2018, 10, 1)
    assert Shelf().in_force("southampton", day, date(2018, 6, 1)).id == "southampton/2018-19"
    revised = Shelf().in_force("southampton", day, date(2018, 8, 1))
    assert revised.id == "southampton/2018-19@2018-07-13"


def test_an_unknown_version_is_answered_with_the_nearest_known_one() -> None:
    with pytest.raises(UnknownPolicy, match="did you mean 'southampton/2019-20'"):
        Shelf().read("southampton/2019-2020")


def test_a_policy_path_cannot_leave_the_shelf() -> None:
    with pytest.raises(UnknownPolicy):
        Shelf().read("../pyproject")


def test_working_days_skip_weekends_and_bank_holidays() -> None:
    assert not is_working_day(date(2026, 12, 25))
    assert not is_working_day(date(2026, 12, 28)), "Boxing Day on a Saturday moves to Monday"
    assert after(date(2026, 12, 24), 1) == date(2026, 12, 29)
    assert between(date(2026, 12, 24), date(2026, 12, 29)) == 1
    assert decision_clock(date(2026, 11, 2), date(2026, 12, 1)).late
