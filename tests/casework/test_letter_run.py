"""A run of letters: previewed, a sample read, made, stopped and gone on with, and issued."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from casework.case import read_case
from casework.decide import decide_case
from casework.gate import Intent
from casework.letters.format import record_letter_format
from casework.letters.rebuilt import rebuilt
from casework.letters.wish import LetterWish
from casework.letters.write import issue_letter, preview_letter, write_letter
from casework.rights import NotAllowed
from casework.runs.preview import RunFilter, preview_run
from casework.runs.run import (
    NothingToMake,
    SampleNotRead,
    begin_run,
    drawn_sample,
    issue_run,
    make_run,
    mark_read,
    read_sample,
    sample_size,
)
from casework.runs.sheet import run_sheet
from casework.runs.state import run_state
from casework.shelf import Shelf
from letters import Format
from records.letter_run import LetterRun, RunLine, RunStep
from records.people import Role
from rules.values import Outcome
from store import audit, runs
from store.children import correct_child
from store.decisions import add_decision, decision
from store.identifiers import new_id
from store.letters import letters_of
from store.sendings import last_days
from tests.casework.desks import as_person
from tests.casework.town import Town

APPROVE = Intent(Outcome.ENTITLED, "The measured route is longer than two miles.")
WHOLE = LetterWish(enclose=True)
REFUSE = Intent(Outcome.NOT_ENTITLED, "The route is within the limit.", "We looked at work hours.")


@pytest.fixture
def decided(town: Town) -> list[str]:
    """Three decisions: two approvals and a refusal."""
    return [
        decide_case(town.desk, town.child_at(miles), intent).id
        for miles, intent in ((2.3, APPROVE), (1.5, REFUSE), (2.4, APPROVE))
    ]


def begun(town: Town, size: int = 1) -> LetterRun:
    """A run of all that can be made, its sample read."""
    run = begin_run(town.desk, preview_run(town.desk, RunFilter()), size, seed=7)
    for each in run.sample:
        mark_read(town.desk, run.id, each)
    return run


def write_name(town: Town, decision: str, given: str) -> None:
    """Decide a case again after its child's name was corrected."""
    case = next(d for d in runs.cases_of_decisions(town.desk.store).items() if d[0] == decision)[1]
    child = read_case(town.desk, case).child
    correct_child(town.desk.store, replace(child, given_name=given), town.desk.person)
    decide_case(town.desk, case, APPROVE)


def test_a_preview_lists_what_would_be_made_and_keeps_nothing(
    town: Town, decided: list[str]
) -> None:
    before = audit.head(town.desk.store)
    found = preview_run(town.desk, RunFilter())
    assert {item.decision for item in found.ready} == set(decided)
    assert {item.kind for item in found.ready} == {"approve", "refuse"}
    assert found.held == ()
    assert audit.head(town.desk.store) == before


def test_a_filter_asks_for_some_cases_and_is_told_in_words(town: Town, decided: list[str]) -> None:
    found = preview_run(town.desk, RunFilter(outcome=Outcome.NOT_ENTITLED))
    assert [item.decision for item in found.ready] == [decided[1]]
    assert found.asked == "outcome not entitled"


def test_a_letter_that_was_issued_is_not_made_again(town: Town, decided: list[str]) -> None:
    issue_letter(town.desk, decided[0])
    found = preview_run(town.desk, RunFilter())
    assert {item.decision for item in found.ready} == set(decided[1:])


def test_a_missing_glyph_and_a_blank_hold_back_their_letters_with_why(
    town: Town, decided: list[str]
) -> None:
    write_name(town, decided[0], "李")
    found = preview_run(town.desk, RunFilter())
    (held,) = found.held
    assert "李" in str(held.held_because)
    assert len(found.ready) == 2
    nameless = replace(town.desk, shelf=Shelf(folders=town.desk.shelf.folders[:1]))
    blank = preview_run(nameless, RunFilter())
    assert blank.ready == ()
    assert "Still to be filled: council" in str(blank.held[0].held_because)


def test_an_empty_reason_holds_its_letter_back(town: Town, decided: list[str]) -> None:
    store, refused = town.desk.store, decision(town.desk.store, decided[1])
    assert refused.discretion is not None
    hollow = replace(refused.discretion, reasons="")
    again = replace(refused, id=new_id(), supersedes=refused.id, reasons="", discretion=hollow)
    add_decision(store, again, town.desk.person)
    (held,) = preview_run(town.desk, RunFilter()).held
    assert held.decision == again.id
    assert "reasons on discretion" in str(held.held_because)


def test_a_run_of_nothing_is_not_begun(town: Town) -> None:
    with pytest.raises(NothingToMake, match="nothing was changed"):
        begin_run(town.desk, preview_run(town.desk, RunFilter()))


def test_the_sample_is_drawn_again_by_its_seed() -> None:
    picked = tuple(f"d{number}" for number in range(100))
    sample = drawn_sample(picked, 10, seed=42)
    assert sample == drawn_sample(picked, 10, seed=42) != drawn_sample(picked, 10, seed=43)
    assert len(set(sample)) == 10 and list(sample) == [each for each in picked if each in sample]
    assert [sample_size(count) for count in (1, 5, 30, 400, 1665)] == [1, 5, 5, 20, 25]


def test_no_letter_is_made_before_the_sample_is_read(town: Town, decided: list[str]) -> None:
    run = begin_run(town.desk, preview_run(town.desk, RunFilter()), 2, seed=7)
    with pytest.raises(SampleNotRead, match="2 of the sample"):
        make_run(town.desk, run.id)
    assert read_sample(town.desk, run.id, run.sample[0]).pdf.startswith(b"%PDF")
    state = mark_read(town.desk, run.id, run.sample[0])
    assert state.unread == run.sample[1:]
    (read,) = [event for event in state.events if event.step is RunStep.READ]
    assert read.by_name == town.desk.person.name
    with pytest.raises(SampleNotRead, match="1 of the sample"):
        make_run(town.desk, run.id)


def test_a_run_keeps_the_letters_that_single_cases_would_have(
    town: Town, decided: list[str]
) -> None:
    run = begun(town)
    state = make_run(town.desk, run.id, workers=2)
    assert set(state.made) == set(decided) and not state.failed
    for each in decided:
        (letter,) = letters_of(town.desk.store, each)
        assert letter.pdf == preview_letter(town.desk, each, wish=WHOLE).pdf
        assert b"Certificate of measurement" in letter.inputs.encode()
        assert not letter.issued
    told = [line.what for line in audit.lines(town.desk.store)]
    assert told.count("letter made") == 3


def test_a_run_without_enclosures_keeps_the_letters_of_single_cases_without(
    town: Town, decided: list[str]
) -> None:
    run = begin_run(town.desk, preview_run(town.desk, RunFilter(), encloses=False), 0)
    assert set(make_run(town.desk, run.id, workers=1).made) == set(decided)
    for each in decided:
        (letter,) = letters_of(town.desk.store, each)
        assert letter.pdf == preview_letter(town.desk, each).pdf


def test_a_letter_whose_network_is_not_held_is_held_back_and_the_run_keeps_why(
    town: Town, decided: list[str]
) -> None:
    store, found = town.desk.store, decision(town.desk.store, decided[1])
    elsewhere = tuple(replace(each, digest="ab" * 32) for each in found.measurements)
    again = replace(found, id=new_id(), supersedes=found.id, measurements=elsewhere)
    add_decision(store, again, town.desk.person)
    (held,) = preview_run(town.desk, RunFilter()).held
    assert "is not held here" in str(held.held_because)
    run = begun(town)
    assert run_state(town.desk, run.id).run.held_back == (
        RunLine(again.id, why=str(held.held_because)),
    )
    sheet = run_sheet(town.desk, run.id)
    assert sheet.held_back == ((again.reference, held.held_because),)
    assert sheet.encloses
    assert preview_run(town.desk, RunFilter(), encloses=False).held == ()


def test_letters_are_issued_only_when_the_officer_says_so(town: Town, decided: list[str]) -> None:
    run = begun(town)
    make_run(town.desk, run.id, workers=1)
    again = town.desk
    decide_case(again, runs.cases_of_decisions(again.store)[decided[0]], APPROVE)
    state = issue_run(town.desk, run.id)
    assert state.issued == frozenset(decided[1:])
    assert "decided again" in state.not_issued[decided[0]].why
    assert letters_of(town.desk.store, decided[1])[0].issued
    assert preview_run(town.desk, RunFilter()).ready[0].decision not in decided


def test_one_that_fails_does_not_stop_the_rest_and_is_tried_again(
    town: Town, decided: list[str]
) -> None:
    run = begun(town)
    write_name(town, decided[0], "李")
    state = make_run(town.desk, run.id, workers=2)
    assert set(state.made) == set(decided[1:])
    assert "decided again" in state.failed[decided[0]].why
    assert state.to_make == (decided[0],)


class Stop(Exception):
    """What the window raises to stop."""


def test_stopping_keeps_what_is_made_and_the_run_goes_on_later(
    town: Town, decided: list[str]
) -> None:
    run = begun(town)

    def stop(done: int, total: int) -> None:
        assert total == 3
        raise Stop

    with pytest.raises(Stop):
        make_run(town.desk, run.id, stop, workers=1)
    state = run_state(town.desk, run.id)
    assert len(state.made) == 1 and state.stopped
    state = make_run(town.desk, run.id, workers=1)
    assert set(state.made) == set(decided) and not state.stopped
    assert all(len(letters_of(town.desk.store, each)) == 1 for each in decided)


def test_a_full_disk_keeps_the_batches_before_it(
    town: Town, decided: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from casework.runs import making as run_making

    monkeypatch.setattr(run_making, "KEPT_AT_ONCE", 1)
    run = begun(town)
    store, seen = town.desk.store, []

    def fill_up(done: int, total: int) -> None:
        seen.append(done)
        if done == 2:
            pages = store.row("PRAGMA page_count")["page_count"]  # type: ignore[index]
            store.db.execute(f"PRAGMA max_page_count = {pages}")

    from store.problems import CouldNotSave

    with pytest.raises(CouldNotSave):
        make_run(town.desk, run.id, fill_up, workers=1)
    store.db.execute("PRAGMA max_page_count = 1000000")
    state = run_state(town.desk, run.id)
    assert len(state.made) == 2
    assert set(make_run(town.desk, run.id, workers=1).made) == set(decided)


def test_a_run_is_for_officers(town: Town, decided: list[str]) -> None:
    run = begun(town)
    lead = as_person(town.desk, "P. Lead", Role.POLICY_LEAD)
    for verb in (
        lambda: preview_run(lead, RunFilter()),
        lambda: make_run(lead, run.id),
        lambda: issue_run(lead, run.id),
        lambda: mark_read(lead, run.id, decided[0]),
    ):
        with pytest.raises(NotAllowed):
            verb()


def test_a_letter_of_a_run_is_kept_with_all_that_proves_it_and_starts_its_clock(
    town: Town, decided: list[str]
) -> None:
    run = begun(town)
    make_run(town.desk, run.id, workers=2)
    for each in decided:
        (letter,) = letters_of(town.desk.store, each)
        alone = write_letter(town.desk, each, wish=WHOLE)
        assert rebuilt(town.desk, letter).same
        assert (letter.inputs, letter.wording, letter.sha256) == (
            alone.inputs, alone.wording, alone.sha256,
        )  # fmt: skip
    issue_run(town.desk, run.id)
    sent = [last_days(town.desk.store)[case] for case in cases_of(town, decided)]
    assert all(sending.sent_on == town.desk.today() for (sending,) in sent)


def cases_of(town: Town, decided: list[str]) -> list[str]:
    cases = runs.cases_of_decisions(town.desk.store)
    return [cases[each] for each in decided]


def test_a_letter_that_waited_too_long_is_not_issued_with_too_few_days(
    town: Town, decided: list[str]
) -> None:
    run = begun(town)
    make_run(town.desk, run.id, workers=1)
    later = replace(town.desk, today=lambda: town.desk.today() + timedelta(days=7))
    state = issue_run(later, run.id)
    assert state.issued == frozenset()
    assert all("they are owed until" in line.why for line in state.not_issued.values())
    assert set(issue_run(town.desk, run.id).issued) == set(decided)


def test_a_family_gets_the_format_it_asked_for(town: Town, decided: list[str]) -> None:
    case = cases_of(town, decided)[0]
    record_letter_format(town.desk, case, Format.EASY_READ)
    make_run(town.desk, begun(town).id, workers=1)
    (letter,) = letters_of(town.desk.store, decided[0])
    assert letter.format == "easy-read"
