"""A live council's version is confirmed by its policy lead before decisions; drafts assess."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from casework.assess import assess
from casework.cases import list_cases
from casework.decide import GateClosed, decide_case, draft_decision
from casework.desk import Desk
from casework.files.assess import assess_file
from casework.files.letter import letter_of_file
from casework.gate import Intent, wanted
from casework.letters.write import LetterIsDraft, issue_letter, letter_of
from casework.outlook import outlook
from casework.policies.confirm import (
    CannotConfirm,
    confirm_version,
    standing_of_version,
    withdraw_confirmation,
)
from casework.rights import NotAllowed
from casework.shelf import POLICY_FOLDER, Shelf, UnknownPolicy
from records.people import Role
from rules.problems import NoPolicyInForce
from rules.values import Outcome
from store import audit, confirmations, decisions
from tests.casework.desks import as_person
from tests.casework.live import ADOPTED, ADOPTED_DAY, DRAFT, DRAFT_DAY, live_case
from tests.casework.town import COMPLETE, DAY, Town

APPROVE = Intent(Outcome.ENTITLED, "The measured route is longer than two miles.")
MINUTE = "Cabinet, 14 July 2026, item 9."


@pytest.fixture
def lead(town: Town) -> Desk:
    return as_person(town.desk, "P. Lead", Role.POLICY_LEAD)


def words_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(page.get_textpage().get_text_bounded() for page in pages)


def test_where_nothing_adopted_governs_the_day_the_draft_that_does_is_assessed(town: Town) -> None:
    found = assess(town.desk, live_case(town))
    assert found.policy.id == DRAFT
    assert found.use.is_draft
    assert not found.use.may_decide
    assert found.recommendation is not None
    assert found.recommendation.eligibility.outcome is Outcome.ENTITLED


def test_an_option_built_on_the_draft_is_never_taken_for_it(town: Town) -> None:
    governing = [each for each in Shelf().ids() if each.startswith("southampton/")]
    assert "southampton/option-permanent-exclusions" in governing
    assert assess(town.desk, live_case(town)).policy.id == DRAFT


def test_a_day_that_no_text_governs_still_has_no_policy(town: Town) -> None:
    from datetime import date

    with pytest.raises(NoPolicyInForce, match=r"southampton.*2031"):
        assess(town.desk, live_case(town, date(2031, 9, 1)))


def test_the_list_and_the_new_application_see_the_draft_too(town: Town) -> None:
    application = live_case(town)
    (line,) = [each for each in list_cases(town.desk) if each.id == application]
    assert line.outcome is Outcome.ENTITLED
    ahead = outlook(town.desk, DRAFT_DAY, None)
    assert ahead.use is not None
    assert ahead.use.is_draft


@pytest.mark.parametrize(("day", "named"), [(DRAFT_DAY, DRAFT), (ADOPTED_DAY, ADOPTED)])
def test_the_gate_waits_for_the_policy_lead(
    town: Town, lead: Desk, day: object, named: str
) -> None:
    application = live_case(town, day)  # type: ignore[arg-type]
    with pytest.raises(GateClosed, match=f"confirm {named}"):
        decide_case(town.desk, application, APPROVE)
    confirm_version(lead, named, MINUTE)
    made = decide_case(town.desk, application, APPROVE)
    assert made.confirmation is not None
    assert (made.confirmation.by_name, made.confirmation.because) == ("P. Lead", MINUTE)
    assert decisions.decision(town.desk.store, made.id) == made


def test_the_sample_council_is_confirmed_from_the_start(town: Town) -> None:
    found = assess(town.desk, town.child_at(2.3))
    assert found.use.may_decide
    assert wanted(found, APPROVE) == ()
    lead = as_person(town.desk, "P. Lead", Role.POLICY_LEAD)
    with pytest.raises(CannotConfirm, match="fictional sample"):
        confirm_version(lead, "marlhaven/2026-27", MINUTE)


@pytest.mark.parametrize("role", [r for r in Role if r is not Role.POLICY_LEAD])
def test_nobody_but_the_policy_lead_confirms(town: Town, role: Role) -> None:
    other = as_person(town.desk, "Somebody", role)
    before = audit.head(town.desk.store)
    with pytest.raises(NotAllowed, match="policy lead"):
        confirm_version(other, DRAFT, MINUTE)
    with pytest.raises(NotAllowed, match="policy lead"):
        withdraw_confirmation(other, DRAFT, MINUTE)
    assert audit.head(town.desk.store) == before


def test_a_confirmation_names_the_day_the_person_and_the_text_in_the_trail(lead: Desk) -> None:
    made = confirm_version(lead, DRAFT, MINUTE)
    line = audit.lines(lead.store, DRAFT)[-1]
    assert line.what == "version confirmed for use"
    assert (line.by_name, line.body["digest"]) == ("P. Lead", Shelf().read(DRAFT).digest)
    assert made.at == lead.now()


@pytest.mark.parametrize(
    ("policy", "because", "says"),
    [
        (DRAFT, "  ", "Say what it rests on"),
        ("southampton/2018-draft", MINUTE, "marked consultation"),
    ],
)
def test_what_cannot_be_confirmed_is_refused_and_nothing_recorded(
    lead: Desk, policy: str, because: str, says: str
) -> None:
    with pytest.raises(CannotConfirm, match=says):
        confirm_version(lead, policy, because)
    assert confirmations.words_on_version(lead.store, policy) == ()


def test_a_version_that_is_not_there_cannot_be_confirmed(lead: Desk) -> None:
    with pytest.raises(UnknownPolicy):
        confirm_version(lead, "southampton/2099-00", MINUTE)


def test_a_withdrawn_confirmation_closes_the_gate_and_both_words_stay(
    town: Town, lead: Desk
) -> None:
    application = live_case(town)
    confirm_version(lead, DRAFT, MINUTE)
    withdraw_confirmation(lead, DRAFT, "The minute was of another year.")
    assert standing_of_version(lead, DRAFT).confirmation is None
    with pytest.raises(GateClosed, match="policy lead"):
        decide_case(town.desk, application, APPROVE)
    words = confirmations.words_on_version(town.desk.store, DRAFT)
    assert [each.confirmed for each in words] == [True, False]
    with pytest.raises(CannotConfirm, match="nothing to withdraw"):
        withdraw_confirmation(lead, DRAFT, "Again.")


@pytest.fixture
def copied(tmp_path: Path) -> Callable[[str, str], Shelf]:
    """Copy the shelf and change one word of one of its texts."""

    def copy(policy: str, more: str) -> Shelf:
        import shutil

        folder = tmp_path / "policy"
        shutil.copytree(POLICY_FOLDER, folder)
        file = folder / f"{policy}.yaml"
        file.write_text(file.read_text("utf-8") + more, "utf-8")
        return Shelf((folder, *Shelf().folders[1:]))

    return copy


@pytest.mark.parametrize("changed", [DRAFT, "southampton/2024-25"])
def test_a_text_that_was_changed_needs_a_new_confirmation(
    lead: Desk, copied: Callable[[str, str], Shelf], changed: str
) -> None:
    confirm_version(lead, DRAFT, MINUTE)
    assert standing_of_version(lead, DRAFT).may_decide
    later = replace(lead, shelf=copied(changed, "\n# One remark more.\n"))
    assert not standing_of_version(later, DRAFT).may_decide
    confirm_version(later, DRAFT, "Read again after the remark.")
    assert standing_of_version(later, DRAFT).may_decide
    assert standing_of_version(lead, DRAFT).may_decide, "what was confirmed before stays so"


def test_until_it_is_confirmed_the_letter_is_a_draft_and_says_so(town: Town, lead: Desk) -> None:
    application = live_case(town)
    before = letter_of(town.desk, draft_decision(town.desk, application, APPROVE))
    assert before.draft_because
    assert "Draft. Do not send: the policy lead has not confirmed" in words_of(before.pdf)
    confirm_version(lead, DRAFT, MINUTE)
    after = letter_of(town.desk, draft_decision(town.desk, application, APPROVE))
    assert after.draft_because is None
    assert "the policy lead has not confirmed" not in words_of(after.pdf)


def test_a_letter_is_not_issued_once_its_confirmation_is_withdrawn(town: Town, lead: Desk) -> None:
    application = live_case(town)
    confirm_version(lead, DRAFT, MINUTE)
    made = decide_case(town.desk, application, APPROVE)
    withdraw_confirmation(lead, DRAFT, "The minute was of another year.")
    with pytest.raises(LetterIsDraft, match="policy lead"):
        issue_letter(town.desk, made.id)


@pytest.mark.parametrize(("policy", "draft"), [(DRAFT, True), (ADOPTED, False)])
def test_a_letter_of_a_case_file_under_a_draft_says_so(
    tmp_path: Path, policy: str, draft: bool
) -> None:
    file = tmp_path / "case.json"
    facts = {**COMPLETE, "date_of_birth": "2019-06-01", "walking_distance": "2.3 miles"}
    facts |= {"day_of_travel": "2026-06-01", "school_kind": "mainstream"}
    facts["school_governance"] = "maintained"
    file.write_text(json.dumps({"facts": facts, "letter": {}}), "utf-8")
    shelf = Shelf()
    letter = letter_of_file(shelf, assess_file(shelf, policy, file), str(file))
    assert (f"{policy} is a draft" in words_of(letter.pdf)) is draft


def test_the_days_of_the_town_are_those_of_the_draft() -> None:
    assert DAY == DRAFT_DAY
