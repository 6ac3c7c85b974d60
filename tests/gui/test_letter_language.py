"""An officer writes a letter in a language that the council has a wording in, and it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from casework.gate import Intent
from casework.letters.write import issue_letter
from casework.wordings.change import save_wording
from casework.wordings.on_file import WORDS, shared_text
from gui.officer.letter_page import LetterPage
from gui.officer.letter_words import KINDS
from rules.values import Outcome
from store.letter_formats import letter_format_of
from store.people import add_person
from tests.gui.at_work import AtWork, Key, words_on
from tests.gui.hearing import LEAD, _decide, _safe_route
from tests.gui.office import OFFICER, open_office
from tests.letters.strange_tongue import TAG, strange_text

REFUSE = Intent(Outcome.NOT_ENTITLED, "The walk is within three miles.", "Nothing asks for it.")


@pytest.fixture
def at_work(qtbot: QtBot, tmp_path: Path) -> Iterator[AtWork]:
    """Ada's refusal sent; the policy lead has written refusals in another language."""
    office = open_office(tmp_path)
    add_person(office.store, LEAD, OFFICER)
    _safe_route(office, "Ada")
    issue_letter(office.desk(), _decide(office, "Ada", REFUSE).id)
    english = shared_text("refuse")
    assert english is not None
    strange = english.replace("## Contact us", "## Kontakt")
    for kind, text in ((WORDS, strange_text()), ("refuse", strange)):
        save_wording(office.desk(LEAD), "marlhaven", kind, TAG, text, "Families asked for it")
    made = AtWork(qtbot, office)
    made.list.show_view("all")
    made.open("Ada")
    yield made
    made.close()


def opened(at_work: AtWork) -> LetterPage:
    """The letters of Ada's case."""
    at_work.press(Key.Key_W)
    page = at_work.page
    assert isinstance(page, LetterPage)
    return page


def choose(at_work: AtWork, page: LetterPage, language: str) -> None:
    """Choose a language as a person does."""
    field = page.panel.options.language
    field.set_value(language)
    field.activated.emit(field.currentIndex())
    page.write_anew()
    at_work.settle()


def test_a_letter_is_written_in_the_language_that_is_chosen(at_work: AtWork) -> None:
    page = opened(at_work)
    assert page.panel.options.language.isVisible()
    assert "Kontakt" not in page.view.text
    choose(at_work, page, TAG)
    assert "Kontakt" in page.view.text and "«Yours sincerely»" in page.view.text


def test_a_kind_without_a_wording_in_it_offers_english_alone(at_work: AtWork) -> None:
    page = opened(at_work)
    page.panel.kinds.choose("stage-1-acknowledgement")
    at_work.settle()
    assert page.panel.kind in KINDS and not page.panel.options.language.isVisible()


def test_a_familys_language_is_remembered_and_said_where_a_letter_has_none_in_it(
    at_work: AtWork,
) -> None:
    page = opened(at_work)
    choose(at_work, page, TAG)
    page.panel.options.remember.click()
    at_work.settle()
    assert "in Strange" in at_work.notice()
    found = letter_format_of(at_work.office.store, page.case.household.id)
    assert found is not None and found.language == TAG
    at_work.press(Key.Key_Escape)
    again = opened(at_work)
    assert "Kontakt" in again.view.text, "the family's own is chosen at first"
    again.panel.kinds.choose("stage-1-acknowledgement")
    at_work.settle()
    words = words_on(again.panel.options)
    assert "The family asked for Strange. There is no wording of this letter in it." in words
