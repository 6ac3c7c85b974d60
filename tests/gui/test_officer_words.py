"""What the case page says: the sentence, the citations, the trace, the map, all from the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from casework.assess import Assessment, assess
from casework.history import case_history
from casework.maps.of_case import case_map
from casework.measure import measure_case
from casework.rationale import rationale
from casework.record import record_fact, record_judgement
from gui.fields.steps import found_words, step_words
from gui.fields.told_once import told_once
from gui.officer.answer import as_given, sources
from gui.officer.cautions import cautions
from gui.officer.cites import short_cites
from gui.officer.facts_card import by_source, limits_of, words_of
from gui.officer.map_words import margin_words, network_words, walk_words, warnings
from gui.officer.notes import note_of, plain
from gui.officer.recommendation_words import at_odds, lead_of
from gui.officer.trace import conditions
from records.fact import Fact
from rules.facts import read_fact
from rules.recommendation import Finding, Step
from rules.say import telling_test
from rules.values import NO_ROUTE, FactType, KnownHow, Outcome, Result, Standing
from store import households
from tests.gui.office import OFFICER, Office, open_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    yield made
    made.store.close()


def of(office: Office, name: str) -> Assessment:
    return assess(office.desk(), office.cases[name])


def finding_of(assessment: Assessment, provision: str) -> Finding:
    assert assessment.recommendation is not None
    return next(
        each for each in assessment.recommendation.findings if each.provision.endswith(provision)
    )


def test_the_sentence_names_outcome_day_distance_and_limit(office: Office) -> None:
    lead = lead_of(of(office, "Rowan"))
    assert lead.outcome == "Entitled until 11 January 2027."
    assert lead.because == (
        "Brook Road Primary is 2.39 miles away by the shortest available walking route; "
        "the limit for a child under 8 is 2 miles."
    )
    assert lead.then.startswith("Rowan turns 8 on 12 January 2027")


def test_a_refusal_names_the_limit_of_that_age(office: Office) -> None:
    id = office.cases["Ada"]
    record_judgement(office.desk(), id, "route_safe_alone", True, "Lit footway.")
    lead = lead_of(of(office, "Ada"))
    assert lead.outcome == "Not entitled."
    assert "the limit for a child of 8 or over is 3 miles" in lead.because


def test_a_school_that_is_not_the_nearest_is_refused_for_that_and_not_for_its_distance(
    office: Office,
) -> None:
    id = office.cases["Rowan"]
    record_fact(office.desk(), id, "nearer_suitable_schools", 1, "places table")
    lead = lead_of(of(office, "Rowan"))
    assert lead.outcome == "Not entitled."
    assert "at a nearer qualifying school with a place" in lead.because
    assert "2 miles" not in lead.because


def test_a_judgement_left_over_is_named(office: Office) -> None:
    lead = lead_of(of(office, "Imran"))
    assert lead.outcome == "For an officer."
    assert lead.because.endswith("a named person has to judge: route too unsafe to walk.")


def test_facts_at_odds_are_named_by_their_labels(office: Office) -> None:
    assessment = of(office, "Bea")
    assert at_odds(assessment) == ("nearer_suitable_place", "nearer_suitable_schools")
    words = lead_of(assessment).because
    assert "Nearer suitable school with a place: yes" in words
    assert "nearer_suitable" not in words


def test_a_ground_to_be_confirmed_is_said_so(office: Office) -> None:
    assessment = of(office, "Rowan")
    assert cautions(assessment) == ()
    found = assessment.recommendation
    assert found is not None
    unsure = tuple(
        replace(each, standing=Standing.TO_CONFIRM)
        if each.provision in found.eligibility.grounds
        else each
        for each in found.findings
    )
    said = cautions(replace(assessment, recommendation=replace(found, findings=unsure)))
    assert said == ("To be confirmed by the policy lead: Beyond walking distance.",)


def test_unread_provisions_are_named(office: Office) -> None:
    assessment = of(office, "Rowan")
    found = assessment.recommendation
    assert found is not None
    eligibility = replace(
        found.eligibility, outcome=Outcome.FOR_AN_OFFICER, grounds=(),
        unread=("england/1996-act#para-4",),
    )  # fmt: skip
    said = cautions(replace(assessment, recommendation=replace(found, eligibility=eligibility)))
    assert said == ("Not read, since the text is not held: Route too unsafe to walk.",)


@pytest.mark.parametrize(
    ("cites", "short"),
    [
        ("Education Act 1996, Schedule 35B, paragraph 6", "Sch 35B para 6"),
        ("Education Act 1996, section 508F(1)(a)", "s.508F(1)(a)"),
        ("Marlhaven travel policy (fictional), paragraph 4.3", "policy para 4.3"),
        ("Marlhaven travel policy, paragraphs 2.1 and 2.2", "policy paras 2.1 and 2.2"),
        ("Havering", "Havering"),
    ],
)
def test_citations_fit_a_line(cites: str, short: str) -> None:
    assert short_cites(cites) == short


def test_a_condition_is_told_in_words_and_never_in_the_text_of_the_policy(office: Office) -> None:
    found = of(office, "Imran").recommendation
    assert found is not None
    for finding in found.findings:
        for step in every(conditions(finding.because)):
            assert "_" not in step.text, step.text
            assert step.text or step.kind in ("all", "any", "none")


def every(steps: tuple[Step, ...]) -> Iterator[Step]:
    for step in steps:
        yield step
        yield from every(step.parts)


def test_the_conditions_of_a_provision_are_all_there_with_their_results(office: Office) -> None:
    finding = finding_of(of(office, "Rowan"), "#para-6")
    results = [step.result for step in conditions(finding.because)]
    assert len(results) == len(finding.because.parts)
    assert results == [part.result for part in finding.because.parts]


def test_a_negated_condition_says_not_so_with_the_result_of_the_negation(office: Office) -> None:
    finding = finding_of(of(office, "Rowan"), "#para-6")
    last = conditions(finding.because)[-1]
    assert last.text.startswith("Not so: suitable arrangements were made")
    assert last.result is Result.MET


def test_a_failed_provision_says_which_condition_does_not_hold(office: Office) -> None:
    assessment = of(office, "Rowan")
    note = note_of(finding_of(assessment, "#para-4"))
    assert note.startswith("the place is within walking distance: no")
    assert "special educational needs" in note_of(finding_of(assessment, "#para-2"))


def test_a_figure_that_says_it_all_stands_alone(office: Office) -> None:
    assessment = of(office, "Imran")
    assert note_of(finding_of(assessment, "#para-6")) == ""
    assert note_of(finding_of(assessment, "#para-9")) == ""


def test_a_judged_fact_that_fails_a_provision_is_told_with_its_value(office: Office) -> None:
    id = office.cases["Ada"]
    record_judgement(office.desk(), id, "route_safe_alone", True, "Lit footway.")
    assessment = of(office, "Ada")
    note = note_of(finding_of(assessment, "#para-4"), assessment.policy.vocabulary)
    assert note == "route too unsafe to be expected to walk: no"


def test_every_finding_of_every_case_has_words(office: Office) -> None:
    for name in office.cases:
        found = of(office, name).recommendation
        if found is not None:
            for finding in rationale(found).failed:
                assert note_of(finding) or telling_test(finding), finding.provision


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("walking_distance", 3_717_604),
        ("walking_distance", NO_ROUTE),
        ("earned_in_last_period", 61_667),
        ("date_of_birth", date(2019, 1, 12)),
        ("in_area", False),
        ("nearer_suitable_schools", 3),
        ("school_kind", "special"),
        ("low_income", None),
    ],
)
def test_an_answer_reads_back_as_the_same_value(office: Office, name: str, value: object) -> None:
    words = office.desk().shelf.vocabulary()
    assert read_fact(words, name, as_given(value, words[name].type)) == value
    assert isinstance(words[name].type, FactType)


def test_sources_are_what_proves_the_fact(office: Office) -> None:
    words = office.desk().shelf.vocabulary()
    assert sources(words["has_ehcp"], True)[0] == "the plan"
    assert "asked, and not known" in sources(words["has_ehcp"], None)


def test_the_map_is_told_in_words_with_its_margin_and_snaps(office: Office) -> None:
    assessment = of(office, "Rowan")
    found = case_map(office.desk(), office.cases["Rowan"])
    assert walk_words(found, assessment).startswith("2.39 miles (3,849.633 m) on foot")
    assert margin_words(found, assessment) == "631 m over the limit of 2 miles"
    assert "Marlhaven streets 2026-06" in network_words(found)
    assert found.streets
    assert warnings(found) == ()


def test_a_distance_just_under_a_limit_never_reads_as_the_limit(office: Office) -> None:
    assessment = of(office, "Imran")
    found = case_map(office.desk(), office.cases["Imran"])
    assert walk_words(found, assessment).startswith("1.999 miles")
    assert margin_words(found, assessment) == "1.237 m within the limit of 2 miles"


def test_a_far_or_approximate_home_is_pointed_out(office: Office) -> None:
    home = next(
        each for each in households.list_households(office.store)
        if each.parent_name == "P. Sadiq"
    )  # fmt: skip
    assert home.easting is not None
    assert home.northing is not None
    east, north = home.easting - 140.0, home.northing + 140.0
    moved = replace(home, easting=east, northing=north, position_from="postcode")
    households.correct_household(office.store, moved, OFFICER)
    id = office.cases["Imran"]
    stale = case_map(office.desk(), id)
    assert stale.stale
    assert stale.walking is None
    measure_case(office.desk(), id)
    said = " ".join(warnings(case_map(office.desk(), id)))
    assert "approximate" in said
    assert "more than 25 m" in said


def test_a_case_without_a_network_says_so_and_draws_what_it_can(tmp_path: Path) -> None:
    from store.file import create
    from store.keys import CHEAP_FOR_TESTS
    from tests.gui.office import PLAIN, add_case, add_school

    store, _ = create(
        tmp_path / "o.milepost", "harbour", OFFICER, label="O", key_cost=CHEAP_FOR_TESTS
    )
    office = Office(store)
    school = add_school(store, "Brook Road Primary", "1", (16, 6), 4, 11, 3)
    id = add_case(office, "Rowan", "T", date(2019, 1, 12), school, (7, 2), PLAIN)
    found = case_map(office.desk(), id)
    assert found.streets == ()
    assert found.gates == school.gates
    assert "No network" in warnings(found)[0]
    store.close()


def test_history_tells_who_recorded_which_fact_newest_first(office: Office) -> None:
    id = office.cases["Imran"]
    record_fact(office.desk(), id, "low_income", False, "award letter")
    lines = case_history(office.desk(), id)
    assert (lines[0].what, lines[0].detail, lines[0].by) == (
        "Fact recorded", "Low income (paragraph 14)", "A. Officer",
    )  # fmt: skip
    assert [line.line for line in lines] == sorted((line.line for line in lines), reverse=True)
    assert lines[-1].what == "Application received"


def test_of_a_ground_met_within_walking_distance_the_judgement_is_named(office: Office) -> None:
    for name in ("route_safe_alone", "route_safe_accompanied"):
        record_judgement(office.desk(), office.cases["Imran"], name, False, "No footway, no light.")
    lead = lead_of(of(office, "Imran"))
    assert lead.because.startswith("Route too unsafe to walk: Brook Road Primary is ")
    assert (
        ", within the limit of 3 miles. Judged by an officer: route safe alone: no" in lead.because
    )
    assert "; the limit" not in lead.because


def test_under_what_is_not_so_stands_nothing_that_failed(office: Office) -> None:
    for name in ("Rowan", "Imran", "Teo"):
        found = of(office, name).recommendation
        assert found is not None
        for finding in found.findings:
            for step in every(conditions(finding.because)):
                if step.text.startswith("Not so: ") and step.result is Result.MET:
                    below = [part.result for part in every(step.parts)]
                    assert Result.NOT_MET not in below, finding.title


def test_no_two_lines_side_by_side_say_the_same(office: Office) -> None:
    for name in ("Rowan", "Imran", "Teo"):
        found = of(office, name).recommendation
        assert found is not None
        for finding in found.findings:
            for step in every(conditions(finding.because)):
                told = [(step_words(one, str), found_words(one)) for one in step.parts]
                assert len(told) == len(set(told)), finding.title


@pytest.mark.parametrize(
    ("title", "note", "told"),
    [
        ("Route too unsafe to walk", "route too unsafe to be expected to walk: no", "no"),
        ("Exceptional circumstances raised by the family", "exceptional ground raised: yes", "yes"),
        ("Low income, aged 8 to 10", "low income (paragraph 14): no", None),
        ("Beyond walking distance", "phase: sixth form age", None),
        ("Route too unsafe to walk", "route too unsafe to walk: no; in the area: no", None),
    ],
)
def test_what_the_title_asks_is_not_asked_again(title: str, note: str, told: str | None) -> None:
    assert told_once(title, note) == f"{title}: {told or note}"


def test_a_value_that_is_just_what_is_wanted_is_said_once() -> None:
    assert plain("year group is 0, exactly 0") == "year group is 0"
    assert plain("age is 11, at least 11") == "age is 11, at least 11"
    assert plain("year group is 0, exactly 01") == "year group is 0, exactly 01"


def test_where_no_provision_is_for_the_child_the_sentence_says_so(office: Office) -> None:
    assessment = of(office, "Teo")
    assert assessment.recommendation is not None
    none = replace(
        assessment.recommendation,
        findings=(),
        eligibility=replace(
            assessment.recommendation.eligibility, outcome=Outcome.NOT_ENTITLED, grounds=()
        ),
    )
    lead = lead_of(replace(assessment, recommendation=none))
    assert lead.because == "No provision of the policy is for this age, phase or kind of place."


def test_facts_of_one_source_and_month_name_the_month_once() -> None:
    def on(day: date) -> Fact:
        return Fact("in_area", True, KnownHow.RECORDED, "application", "p", day)

    facts = (on(date(2026, 11, 19)), on(date(2026, 11, 20)))
    assert by_source(facts)[0][0] == "Application, 19 to 20 November 2026"
    facts = (on(date(2026, 10, 31)), on(date(2026, 11, 1)))
    assert by_source(facts)[0][0] == "Application, 31 October 2026 to 1 November 2026"


def test_a_length_among_the_facts_is_not_rounded_onto_its_limit(office: Office) -> None:
    limits = limits_of(of(office, "Rowan"))
    word = office.desk().shelf.vocabulary()["walking_distance"]
    assert limits["walking_distance"] == 2 * 1_609_344
    assert words_of(word, 4_825_509, 3 * 1_609_344) == "2.998 miles (4,825.509 m)"
    assert words_of(word, 4_825_509).startswith("2.998 miles"), (
        "a limit nobody named is a half mile"
    )
    assert words_of(word, 4_828_032) == "3.00 miles (4,828.032 m)"
