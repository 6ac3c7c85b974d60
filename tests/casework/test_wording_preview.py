"""A wording can be seen as a letter before it is saved: on a made-up case, or a decided one."""

from __future__ import annotations

from datetime import date

import pytest

from casework.decide import decide_case
from casework.desk import Desk
from casework.gate import Intent
from casework.rights import NotAllowed
from casework.wordings.on_file import LETTERHEAD, WORDS, shared_text
from casework.wordings.preview import decided_cases, preview_wording
from casework.wordings.sample import sample_matter
from casework.wordings.which import in_use
from letters import KINDS, compose
from letters.errors import BadTemplate
from records.people import Role
from rules.values import Outcome
from store.letters import letters_of_case
from tests.casework.desks import as_person
from tests.casework.test_letters_and_versions import text_of
from tests.casework.town import Town
from tests.letters.strange_tongue import strange_text

COUNCIL, ENGLISH = "marlhaven", "en-GB"
REASONS = "Rowan walks with a neighbour, Mrs Peel of 9 Quay Street."
APPROVE = Intent(Outcome.ENTITLED, REASONS)


@pytest.fixture
def lead(town: Town) -> Desk:
    return as_person(town.desk, "P. Lead", Role.POLICY_LEAD)


def shared(kind: str) -> str:
    return shared_text(kind) or ""


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_a_made_up_case_that_lacks_nothing_of_its_own(kind: str) -> None:
    content = compose(sample_matter(kind), kind)
    assert set(content.blanks) <= {"where to turn next, as the council's lawyer has confirmed"}
    assert content.fictional


def test_the_preview_says_the_words_that_are_not_saved_yet(lead: Desk) -> None:
    text = shared("refuse").replace("## Contact us", "## Talk to us")
    preview = preview_wording(lead, COUNCIL, "refuse", ENGLISH, text)
    said = text_of(preview.pdf)
    assert "Talk to us" in said and "Robin Sample" in said
    assert in_use(lead, COUNCIL, "refuse").saved is None


def test_a_decided_case_is_shown_with_its_figures_and_without_anybody_in_it(
    town: Town, lead: Desk
) -> None:
    case = town.child_at(2.3, born=date(2019, 6, 17))
    made = decide_case(town.desk, case, APPROVE)
    ((decided, reference),) = decided_cases(lead, "approve")
    assert decided == made.id and reference == made.reference
    said = text_of(
        preview_wording(lead, COUNCIL, "approve", ENGLISH, shared("approve"), decided).pdf
    )
    assert "2.30 miles" in said and reference in said
    for named in ("Rowan", "Tern", "Peel", "9 Quay Street", "1 Long Road", "17 June 2019"):
        assert named not in said
    assert letters_of_case(town.desk.store, case) == ()


def test_a_case_is_offered_for_the_kind_that_tells_of_it_alone(town: Town, lead: Desk) -> None:
    decide_case(town.desk, town.child_at(2.3), APPROVE)
    assert decided_cases(lead, "refuse") == ()
    assert decided_cases(lead, "offer") == ()
    assert decided_cases(lead, "extension") == ()
    assert decided_cases(lead, LETTERHEAD) == ()


def test_a_letterhead_is_shown_on_a_letter(lead: Desk) -> None:
    text = in_use(lead, COUNCIL, LETTERHEAD).text.replace("The Old Ropewalk", "The New Ropewalk")
    assert "The New Ropewalk" in text_of(
        preview_wording(lead, COUNCIL, LETTERHEAD, ENGLISH, text).pdf
    )


def test_a_languages_words_are_shown_on_a_letter_and_what_is_missing_is_told(lead: Desk) -> None:
    preview = preview_wording(lead, COUNCIL, WORDS, "qaa", strange_text())
    assert "the wording of this letter in Strange" in preview.blanks
    assert preview.language == ENGLISH


def test_a_text_with_a_mistake_gives_no_preview_but_the_place_of_the_mistake(lead: Desk) -> None:
    with pytest.raises(BadTemplate, match="line 3, column 6"):
        preview_wording(lead, COUNCIL, "approve", ENGLISH, "# Subject\n\nDear ${nobody}\n")


def test_officers_see_no_previews_of_wordings(town: Town) -> None:
    with pytest.raises(NotAllowed):
        preview_wording(town.desk, COUNCIL, "approve", ENGLISH, shared("approve"))
