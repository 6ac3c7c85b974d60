"""A policy lead's wording goes into letters, is kept with who and why, and can be restored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from casework.decide import decide_case
from casework.desk import Desk
from casework.gate import Intent
from casework.letters.format import record_letter_format
from casework.letters.rebuilt import rebuilt
from casework.letters.wish import LetterWish
from casework.letters.write import issue_letter, preview_letter, write_letter
from casework.rights import NotAllowed
from casework.shelf import Shelf
from casework.wordings.change import (
    CannotSaveWording,
    restore_wording,
    save_wording,
    use_the_file,
    wording_history,
)
from casework.wordings.check import Weight, check_wording, reasons_hints, words_wanted
from casework.wordings.difference import wording_difference
from casework.wordings.on_file import LETTERHEAD, WORDS, NotALanguage, shared_text
from casework.wordings.which import (
    TEXTS,
    Source,
    in_use,
    language_for,
    languages,
    sender_for,
    template_for,
    template_on_file,
    text_named,
)
from letters import KINDS, Format
from letters.errors import BadTemplate
from records.people import Role
from rules.values import Outcome
from store.audit import lines
from tests.casework.desks import as_person
from tests.casework.test_letters_and_versions import REFUSE, text_of
from tests.casework.town import Town
from tests.letters.strange_tongue import strange_text

COUNCIL, ENGLISH = "marlhaven", "en-GB"
APPROVE = Intent(Outcome.ENTITLED, "The measured route is longer than two miles.")
WHY = "The panel asked for warmer words."


@pytest.fixture
def lead(town: Town) -> Desk:
    return as_person(town.desk, "P. Lead", Role.POLICY_LEAD)


@pytest.fixture
def beside(town: Town, tmp_path: Path) -> Iterator[tuple[Desk, Path]]:
    """A desk whose shelf has a folder of its own, searched first, and that folder's wordings."""
    folder = tmp_path / "own"
    wording = folder / COUNCIL / "wording"
    wording.mkdir(parents=True)
    yield replace(town.desk, shelf=Shelf((folder, *Shelf().folders))), wording


def shared(kind: str = "approve") -> str:
    return template_text(kind)


def template_text(kind: str) -> str:
    found = shared_text(kind)
    assert found is not None
    return found


def warmer(kind: str = "approve") -> str:
    return template_text(kind).replace("## Contact us", "## Talk to us")


# Which wording is used


def test_without_words_of_its_own_a_council_uses_the_programs(town: Town) -> None:
    found = in_use(town.desk, COUNCIL, "approve")
    assert (found.source, found.text) == (Source.SHARED, shared())
    assert template_for(town.desk, COUNCIL, "approve") is None


def test_a_file_beside_the_policy_stands_in_place_of_the_programs(
    beside: tuple[Desk, Path],
) -> None:
    desk, folder = beside
    (folder / "approve.txt").write_text(warmer(), "utf-8")
    assert in_use(desk, COUNCIL, "approve").source is Source.COUNCIL
    found = template_for(desk, COUNCIL, "approve")
    assert found is not None and found.text == warmer()
    assert template_on_file(desk.shelf, COUNCIL, "approve") == found


def test_what_a_policy_lead_saved_stands_before_the_file(
    beside: tuple[Desk, Path], lead: Desk
) -> None:
    desk, folder = beside
    (folder / "approve.txt").write_text(warmer(), "utf-8")
    at = replace(lead, shelf=desk.shelf)
    text = warmer().replace("Talk to us", "Ring us")
    save_wording(at, COUNCIL, "approve", ENGLISH, text, WHY)
    found = in_use(desk, COUNCIL, "approve")
    assert (found.source, found.text) == (Source.SAVED, text)
    use_the_file(at, COUNCIL, "approve", ENGLISH, "Back to the file.")
    assert in_use(desk, COUNCIL, "approve").source is Source.COUNCIL


def test_the_letter_says_the_saved_words_and_names_their_digest(town: Town, lead: Desk) -> None:
    decision = decide_case(town.desk, town.child_at(2.3), APPROVE)
    before = issue_letter(town.desk, decision.id)
    saved = save_wording(lead, COUNCIL, "approve", ENGLISH, warmer(), WHY)
    after = preview_letter(town.desk, decision.id)
    assert after.template == f"approve@{saved.digest[:12]}"
    assert after.template != before.template
    assert text_named(town.desk, COUNCIL, after.template) == warmer()
    assert text_named(town.desk, COUNCIL, before.template) == shared()
    assert text_named(town.desk, COUNCIL, "approve@000000000000") is None


def test_a_saved_letterhead_is_the_councils_from_then_on(town: Town, lead: Desk) -> None:
    text = in_use(lead, COUNCIL, LETTERHEAD).text + "travel_word: school buses\n"
    save_wording(lead, COUNCIL, LETTERHEAD, ENGLISH, text, WHY)
    assert sender_for(town.desk, COUNCIL).travel_word == "school buses"


def test_what_nobody_confirmed_makes_the_letter_a_draft(town: Town, lead: Desk) -> None:
    decision = decide_case(town.desk, town.child_at(2.3), APPROVE)
    save_wording(
        lead, COUNCIL, "approve", ENGLISH, f"// to_confirm: the new opening\n{warmer()}", WHY
    )
    assert preview_letter(town.desk, decision.id).blanks == ("confirmation of the new opening",)


def test_a_councils_broken_file_is_named_with_its_line(beside: tuple[Desk, Path]) -> None:
    desk, folder = beside
    (folder / "approve.txt").write_text("# Subject\n\nDear ${nobody}\n", "utf-8")
    with pytest.raises(
        BadTemplate, match=r"policy/marlhaven/wording/approve.txt, line 3, column 6"
    ):
        template_for(desk, COUNCIL, "approve")


# Saving


def test_saving_keeps_who_when_why_and_the_digest_in_the_audit_trail(lead: Desk) -> None:
    saved = save_wording(lead, COUNCIL, "approve", ENGLISH, warmer(), f"  {WHY}\n")
    assert (saved.by_name, saved.because, saved.at) == ("P. Lead", WHY, lead.now())
    (line,) = lines(lead.store, f"{COUNCIL}/approve")
    assert line.what == "wording saved"
    assert (line.body["digest"], line.body["reason"]) == (saved.digest, WHY)


def test_only_a_policy_lead_changes_what_letters_say(town: Town) -> None:
    with pytest.raises(NotAllowed, match="policy lead"):
        save_wording(town.desk, COUNCIL, "approve", ENGLISH, warmer(), WHY)
    with pytest.raises(NotAllowed):
        use_the_file(town.desk, COUNCIL, "approve", ENGLISH, WHY)


@pytest.mark.parametrize(
    ("text", "why", "told"),
    [
        ("# Subject\n\nDear ${adressee}\n", WHY, "line 3: The placeholder"),
        ("# Subject\n", WHY, "must say"),
        (None, "  ", "Say why"),
        ("as it is", WHY, "in use already"),
    ],
)
def test_what_cannot_be_used_is_not_saved_and_said_why(
    lead: Desk, text: str | None, why: str, told: str
) -> None:
    wanted = {None: warmer(), "as it is": shared()}.get(text, text or "")
    with pytest.raises(CannotSaveWording, match=told):
        save_wording(lead, COUNCIL, "approve", ENGLISH, wanted, why)
    assert wording_history(lead, COUNCIL, "approve") == ()
    assert in_use(lead, COUNCIL, "approve").source is Source.SHARED


def test_a_language_that_is_a_path_is_no_language(lead: Desk) -> None:
    with pytest.raises(NotALanguage, match="cy for Welsh"):
        save_wording(lead, COUNCIL, "approve", "../../cy", warmer(), WHY)


# History


def test_earlier_wordings_are_kept_told_in_words_and_restored(lead: Desk) -> None:
    first = save_wording(lead, COUNCIL, "approve", ENGLISH, warmer(), WHY)
    second = save_wording(
        lead, COUNCIL, "approve", ENGLISH, warmer().replace("Talk to", "Ring"), "Shorter."
    )
    now, past = wording_history(lead, COUNCIL, "approve")
    assert (now.wording, now.is_in_use) == (second, True)
    assert now.changes == ("“## Talk to us” becomes “## Ring us”.",)
    assert past.changes == ("“## Contact us” becomes “## Talk to us”.",)
    again = restore_wording(lead, first.id, "The first was better.")
    assert (again.restores, again.digest) == (first.id, first.digest)
    assert in_use(lead, COUNCIL, "approve").text == warmer()
    assert len(wording_history(lead, COUNCIL, "approve")) == 3
    with pytest.raises(CannotSaveWording, match="in use already"):
        restore_wording(lead, first.id, "Again.")


def test_a_difference_is_told_by_piece_wherever_its_lines_break() -> None:
    old = "# One\n\nA long paragraph\nover two lines.\n\n- an item\n"
    assert wording_difference(old, old.replace("paragraph\nover", "paragraph over")) == ()
    assert wording_difference(old, old + "- one more\n") == ("New: “- one more”.",)
    assert wording_difference(old, "# One\n\n- an item\n") == (
        "No longer: “A long paragraph over two lines.”.",
    )


# Checks


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_programs_own_wordings_can_be_used(kind: str) -> None:
    found = check_wording(COUNCIL, kind, ENGLISH, template_text(kind))
    assert found.is_usable
    assert found.measure is not None


def test_everything_wrong_is_placed_and_the_letter_it_would_be_is_not_written() -> None:
    text = shared().replace("${child} is entitled", "${chld} is entitled").replace("@facts", "")
    (wrong,) = check_wording(COUNCIL, "approve", ENGLISH, text).remarks
    assert wrong.weight is Weight.WRONG
    assert text[wrong.start : wrong.end] == "${chld}"
    assert "Did you mean “child”?" in wrong.better
    again = check_wording(COUNCIL, "approve", ENGLISH, text.replace("${chld}", "${child}"))
    assert [each.what for each in again.remarks if each.weight is Weight.WRONG] == [""]
    assert not again.is_usable


def test_a_name_that_is_not_ended_is_blamed_itself_and_not_the_sentence_it_hides() -> None:
    text = shared().replace("Dear ${addressee}", "${chi Dear ${addressee}")
    (wrong,) = [
        each
        for each in check_wording(COUNCIL, "approve", ENGLISH, text).remarks
        if each.weight is Weight.WRONG
    ]
    assert (wrong.what, text[wrong.start : wrong.end]) == ("${chi", "${chi")
    assert wrong.better.startswith("The name ${chi is begun and not ended: put } after it.")


def test_hints_stand_beside_mistakes() -> None:
    text = (
        shared()
        .replace("Dear ${addressee}", "Dear ${adressee}")
        .replace("## Contact us", "## Ring!")
    )
    weights = [each.weight for each in check_wording(COUNCIL, "approve", ENGLISH, text).remarks]
    assert weights == [Weight.WRONG, Weight.HINT]


def test_a_greeting_in_another_language_is_not_taken_for_the_first_sentence() -> None:
    text = shared().replace("Dear ${addressee}", "Annwyl ${addressee},")
    assert check_wording(COUNCIL, "approve", "cy", text).is_usable
    late = shared().replace("Dear ${addressee}", "Dear ${addressee}\n\nThank you for writing.")
    assert not check_wording(COUNCIL, "approve", ENGLISH, late).is_usable


def test_a_wording_that_sends_a_family_to_the_tribunal_cannot_be_used() -> None:
    text = shared().replace("## Contact us", "You can go to the SEND Tribunal.\n\n## Contact us")
    found = check_wording(COUNCIL, "approve", ENGLISH, text)
    assert not found.is_usable
    wrong = next(each for each in found.remarks if each.weight is Weight.WRONG)
    assert text[wrong.start :].startswith("You can go")


@pytest.mark.parametrize("key", ["onwards_school", "measuring", "review_how", "contact_name"])
def test_a_letterhead_that_sends_a_family_to_the_tribunal_cannot_be_used(key: str) -> None:
    text = f"# Not the Tribunal.\ncouncil: City\n{key}: Appeal to\n  SEND-IST.\n"
    found = check_wording(COUNCIL, LETTERHEAD, ENGLISH, text)
    assert not found.is_usable
    wrong = next(each for each in found.remarks if each.weight is Weight.WRONG)
    assert "cannot decide a dispute about travel alone" in wrong.better


def test_a_languages_words_that_name_the_tribunal_cannot_be_used() -> None:
    text = strange_text().replace("\n= ", "\n= Tribiwnlys ", 1)
    assert not check_wording(COUNCIL, WORDS, "cy", text).is_usable


def test_a_letterhead_with_an_unknown_key_and_with_unconfirmed_lines_is_told() -> None:
    wrong = check_wording(COUNCIL, LETTERHEAD, ENGLISH, "phone: 1\n")
    assert not wrong.is_usable and "not known here" in wrong.remarks[0].better
    text = "council: City\nformats: Please note, ask us.\nto_confirm:\n  - the formats line\n"
    told = [
        (each.weight, each.line)
        for each in check_wording(COUNCIL, LETTERHEAD, ENGLISH, text).remarks
    ]
    assert told == [(Weight.UNCONFIRMED, 4), (Weight.HINT, 2)]


def test_the_officers_reasons_are_hinted_at_with_the_names_of_others() -> None:
    (hint,) = reasons_hints("As with Jamie Archer, the route is lit.", ["Jamie Archer"])
    assert hint.what == "Jamie Archer"


# Languages


def test_a_language_is_added_by_its_files(beside: tuple[Desk, Path]) -> None:
    desk, folder = beside
    assert languages(desk, COUNCIL) == (ENGLISH,)
    (folder / "words.qaa.txt").write_text(strange_text(), "utf-8")
    (folder / "approve.qaa.txt").write_text(warmer(), "utf-8")
    assert languages(desk, COUNCIL) == (ENGLISH, "qaa")
    assert language_for(desk, COUNCIL, "qaa").name == "Strange"
    found = template_for(desk, COUNCIL, "approve", "qaa")
    assert found is not None and found.language == "qaa"
    assert template_for(desk, COUNCIL, "refuse", "qaa") is None
    (lacking,) = sender_for(desk, COUNCIL, "qaa").to_confirm
    assert "letterhead.qaa.yaml" in lacking


def test_a_languages_words_are_checked_for_what_they_lack(lead: Desk) -> None:
    assert check_wording(COUNCIL, WORDS, "qaa", strange_text()).remarks == ()
    (lacking,) = check_wording(COUNCIL, WORDS, "qaa", strange_text("Date")).remarks
    assert (lacking.weight, lacking.what) == (Weight.UNCONFIRMED, "Date")
    other = check_wording(COUNCIL, WORDS, "cy", strange_text())
    assert not other.is_usable
    assert "Date" in words_wanted()


def test_every_kind_and_the_letterhead_can_be_edited() -> None:
    assert TEXTS == (*KINDS, LETTERHEAD)
    assert len(TEXTS) == 19


def test_a_case_has_its_letter_in_the_language_and_it_is_written_again_the_same(
    beside: tuple[Desk, Path], town: Town
) -> None:
    desk, folder = beside
    (folder / "words.qaa.txt").write_text(strange_text(), "utf-8")
    (folder / "approve.qaa.txt").write_text(warmer(), "utf-8")
    english = in_use(desk, COUNCIL, LETTERHEAD).text
    (folder / "letterhead.qaa.yaml").write_text(english, "utf-8")
    decision = decide_case(desk, town.child_at(2.3), APPROVE)
    letter = write_letter(desk, decision.id, wish=LetterWish(language="qaa"))
    assert letter.template.startswith("approve.qaa@")
    assert "«Yours sincerely»" in text_of(letter.pdf)
    (folder / "words.qaa.txt").write_text(strange_text("Yours sincerely"), "utf-8")
    assert rebuilt(desk, letter).same


def test_a_familys_language_holds_for_the_letters_that_have_a_wording_in_it(
    beside: tuple[Desk, Path], town: Town
) -> None:
    desk, folder = beside
    (folder / "words.qaa.txt").write_text(strange_text(), "utf-8")
    (folder / "approve.qaa.txt").write_text(warmer(), "utf-8")
    helped, refused = town.child_at(2.3), town.child_at(1.5)
    for case in (helped, refused):
        record_letter_format(desk, case, Format.STANDARD, language="qaa")
    letter = write_letter(desk, decide_case(desk, helped, APPROVE).id)
    assert letter.template.startswith("approve.qaa@") and rebuilt(desk, letter).same
    wanted = write_letter(desk, letter.decision or "", wish=LetterWish(language=ENGLISH))
    assert wanted.template.startswith("approve@")
    other = write_letter(desk, decide_case(desk, refused, REFUSE).id)
    assert other.template.startswith("refuse@"), "nobody wrote a refusal in it"
