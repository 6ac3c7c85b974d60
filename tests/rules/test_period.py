"""From which day to which day help runs: what ends it, and what has it looked at again."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rules.decide import decide
from rules.lasting import last_day
from rules.part_values import Period, PeriodOutcome
from rules.period import period
from rules.policy import PolicyVersion
from rules.values import Effect, Facts
from tests.rules.made_up import PARAMETERS, provision, read_text, text_of

DAY = date(2026, 11, 2)
PARTS = (
    PARAMETERS
    + """
  eight: {value: 8, source: {document: paper, standing: adopted}}
  easter: {value: [31 March], source: {document: paper, standing: adopted}}
  summer: {value: [17 July], source: {document: paper, standing: adopted}}
  cut_off: {value: 2027-05-01, source: {document: paper, standing: adopted}}
  nine: {value: 9, source: {document: paper, standing: adopted}}
  before_eight: {value: 2026-12-01, source: {document: paper, standing: adopted}}
  long_ago: {value: 2020-05-01, source: {document: paper, standing: adopted}}
definitions:
  age: age of date_of_birth on day_of_travel
"""
)
HELP = provision("help", "offers", "one")
CHILD: Facts = {"day_of_travel": DAY, "date_of_birth": date(2019, 2, 10), "one": True}


def ends(name: str, on: str, when: str = "one", how: str = "end", standing: str = "adopted") -> str:
    """One ``ends`` provision."""
    return provision(name, "ends", when, standing, **{"on": on, "as": how})


def policy(*provisions: str) -> PolicyVersion:
    """A policy that helps where ``one`` holds, with those provisions besides."""
    return read_text(text_of(HELP, *provisions, parts=PARTS))


def found(version: PolicyVersion, **changes: object) -> Period:
    """The period of the child, with some facts changed."""
    facts: Facts = {**CHILD, **changes}  # type: ignore[dict-item]
    return period(version, facts, decide(version, facts))


def test_without_an_end_help_runs_from_the_day_of_travel_to_the_end_of_the_school_year() -> None:
    told = found(policy())
    assert told.outcome is PeriodOutcome.RUNS
    assert (told.from_day, told.until) == (DAY, date(2027, 8, 31))
    assert told.why == "the school year ends"
    assert told.ended_by is None and told.review_on is None


def test_help_runs_no_longer_than_the_outcome_itself() -> None:
    version = read_text(text_of(provision("help", "offers", "age < eight"), parts=PARTS))
    told = found(version)
    assert told.until == date(2027, 2, 9)
    assert told.why == "8th birthday"


def test_the_earliest_end_that_is_met_counts_and_is_named() -> None:
    version = policy(
        ends("summer-ends", "first of summer on or after day_of_travel"),
        ends("in-may", "cut_off"),
        ends("not-met", "first of easter on or after day_of_travel", "two"),
    )
    told = found(version, two=False)
    assert told.until == date(2027, 5, 1)
    assert told.ended_by is not None and told.ended_by.provision == "made-up/one#in-may"
    assert told.why == "Provision in-may"


def test_an_end_that_may_come_earlier_leaves_the_period_open_and_names_the_fact() -> None:
    version = policy(
        ends("in-may", "cut_off"),
        ends("spring", "first of easter on or after day_of_travel", "two"),
    )
    told = found(version)
    assert told.outcome is PeriodOutcome.CANNOT_TELL_YET
    assert told.until is None and told.missing == ("two",)


def test_an_end_that_could_only_come_later_is_not_asked_about() -> None:
    version = policy(
        ends("in-may", "cut_off"), ends("late", "first of summer on or after day_of_travel", "two")
    )
    assert found(version).until == date(2027, 5, 1)


def test_a_day_not_known_leaves_the_period_open() -> None:
    told = found(policy(ends("born", "date_of_birth")), date_of_birth=None)
    assert told.outcome is PeriodOutcome.CANNOT_TELL_YET
    assert told.missing == ("date_of_birth",)


def test_an_end_before_the_day_of_travel_says_that_help_is_over() -> None:
    told = found(policy(ends("old", "long_ago")))
    assert told.outcome is PeriodOutcome.OVER
    assert told.until is None
    assert told.ended_by is not None and told.ended_by.provision.endswith("#old")


def test_an_end_on_the_day_of_travel_leaves_that_one_day() -> None:
    told = found(policy(ends("today", "day_of_travel")))
    assert (told.from_day, told.until) == (DAY, DAY)


def test_an_end_that_comes_to_be_met_within_the_year_counts_from_then() -> None:
    version = policy(
        ends("at-eight", "first of summer on or after day_of_travel", "age >= eight"),
        ends("at-eight-at-once", "long_ago", "{all: [age >= eight, two]}"),
    )
    assert found(version, two=False).until == date(2027, 7, 17)
    at_once = found(version, two=True)
    assert at_once.until == date(2027, 2, 9)
    assert at_once.ended_by is not None and at_once.ended_by.result == "met"


def test_an_end_that_comes_to_be_met_whatever_is_found_out_is_sure() -> None:
    summer = "first of summer on or after day_of_travel"
    told = found(policy(ends("either-way", summer, "{any: [two, age >= eight]}")))
    assert told.outcome is PeriodOutcome.RUNS and told.until == date(2027, 7, 17)


TWO_GROUNDS = (
    provision("other", "offers", "two"),
    provision("of-help", "ends", "one", on="cut_off", touches="[help]"),
)


def test_an_end_of_one_ground_leaves_help_on_another() -> None:
    version = policy(*TWO_GROUNDS)
    assert found(version, two=True).until == date(2027, 8, 31)
    alone = found(version, two=False)
    assert alone.until == date(2027, 5, 1)
    assert alone.ended_by is not None and alone.ended_by.provision.endswith("#of-help")


def test_help_ends_with_the_last_of_its_grounds() -> None:
    summer = "first of summer on or after day_of_travel"
    later = provision("of-other", "ends", "one", on=summer, touches="[other]")
    told = found(policy(*TWO_GROUNDS, later), two=True)
    assert told.until == date(2027, 7, 17)
    assert told.ended_by is not None and told.ended_by.provision.endswith("#of-other")


def test_an_end_of_one_ground_that_is_not_known_matters_only_while_no_other_lives() -> None:
    maybe = provision("maybe", "ends", "three", on="cut_off", touches="[help]")
    version = policy(provision("other", "offers", "two"), maybe)
    assert found(version, two=True).outcome is PeriodOutcome.RUNS
    told = found(version, two=False)
    assert told.outcome is PeriodOutcome.CANNOT_TELL_YET and told.missing == ("three",)


def test_an_end_of_a_ground_that_is_not_met_is_not_asked_about() -> None:
    maybe = provision("maybe", "ends", "three", on="cut_off", touches="[other]")
    review = provision(
        "look", "ends", "four", touches="[other]", **{"on": "cut_off", "as": "review"}
    )
    told = found(policy(provision("other", "offers", "two"), maybe, review), two=False)
    assert told.outcome is PeriodOutcome.RUNS
    assert (told.until, told.missing) == (date(2027, 8, 31), ())


def test_a_ground_that_comes_later_carries_help_on_where_the_first_has_ended() -> None:
    version = policy(
        provision("from-eight", "offers", "age >= eight"),
        provision("of-help", "ends", "one", on="cut_off", touches="[help]"),
    )
    assert found(version).until == date(2027, 8, 31)
    gap = policy(
        provision("from-nine", "offers", "age >= nine"),
        provision("of-help", "ends", "one", on="before_eight", touches="[help]"),
    )
    assert found(gap, date_of_birth=date(2018, 2, 10)).until == date(2026, 12, 1)


def test_a_review_is_named_and_does_not_end_help() -> None:
    version = policy(ends("look", "first of easter on or after day_of_travel", how="review"))
    told = found(version)
    assert told.review_on == date(2027, 3, 31)
    assert told.reviewed_by is not None and told.reviewed_by.provision.endswith("#look")
    assert told.until == date(2027, 8, 31)


def test_a_review_after_the_end_is_not_told_and_one_overdue_is_due_at_once() -> None:
    late = policy(
        ends("in-may", "cut_off"),
        ends("look", "first of summer on or after day_of_travel", how="review"),
    )
    assert found(late).review_on is None
    assert found(policy(ends("look", "long_ago", how="review"))).review_on == DAY


def test_a_review_that_may_come_earlier_leaves_its_day_open_but_help_runs() -> None:
    version = policy(
        ends("summer-look", "first of summer on or after day_of_travel", how="review"),
        ends("spring-look", "first of easter on or after day_of_travel", "two", how="review"),
    )
    told = found(version)
    assert told.outcome is PeriodOutcome.RUNS
    assert told.review_on is None and told.missing == ("two",)


def test_an_end_nobody_has_read_keeps_the_period_open_and_is_named() -> None:
    told = found(policy(provision("unread-end", "ends", None, "unread")))
    assert told.outcome is PeriodOutcome.CANNOT_TELL_YET
    assert told.unread == ("made-up/one#unread-end",) and told.missing == ()


def test_there_is_no_period_where_no_help_is_due() -> None:
    assert found(policy(), one=False).outcome is PeriodOutcome.NONE
    undecided = found(policy(), one=None)
    assert undecided.outcome is PeriodOutcome.CANNOT_TELL_YET and undecided.missing == ("one",)


def test_a_fact_that_holds_for_a_time_ends_help_with_it() -> None:
    version, last = policy(), date(2027, 1, 15)

    def on(day: date) -> Facts:
        return {**CHILD, "one": day <= last}

    told = period(version, CHILD, decide(version, CHILD), on)
    assert told.until == last


def test_help_runs_no_longer_than_the_version_governs() -> None:
    head = "travel: {from: 2026-09-01, until: 2027-04-30}\nstatus: draft"
    version = read_text(text_of(HELP, parts=PARTS).replace("status: draft", head))
    told = found(version)
    assert told.until == date(2027, 4, 30) and told.why == "this policy ends"


def test_help_runs_as_far_as_the_version_has_figures() -> None:
    dated = """
  changing:
    source: {document: paper, standing: adopted}
    values: [{until: 2026-12-31, value: 8}, {from: 2027-01-01, until: 2027-03-15, value: 9}]
"""
    version = read_text(
        text_of(
            provision("help", "offers", "age < changing"),
            parts=PARTS.replace("definitions:", dated.strip("\n") + "\ndefinitions:"),
        )
    )
    told = found(version)
    assert told.until == date(2027, 3, 15)
    assert told.why == "this policy has no figures for the days after that"


def test_an_offer_lasts_until_what_withholds_it_comes_to_be_met() -> None:
    version = policy(provision("less", "withholds", "age >= eight", touches="[help]"))
    assert last_day(version, CHILD, Effect.OFFERS, date(2027, 8, 31)) == date(2027, 2, 9)
    elsewhere = policy(
        provision("other", "offers", "two"),
        provision("less", "withholds", "age >= eight", touches="[other]"),
    )
    assert last_day(elsewhere, CHILD, Effect.OFFERS, date(2027, 8, 31)) == date(2027, 8, 31)


def test_what_is_not_known_can_only_lengthen_a_period_that_runs() -> None:
    version = read_text(
        text_of(provision("help", "offers", "{any: [age < eight, two]}"), parts=PARTS)
    )
    told = found(version, one=None)
    assert told.outcome is PeriodOutcome.RUNS
    assert told.until == date(2027, 2, 9) and told.missing == ("two",)
    assert found(version, two=True).until == date(2027, 8, 31)


MANY = policy(
    provision("more", "offers", "{all: [age < eight, two]}"),
    provision("less", "withholds", "{all: [three, age >= eight]}"),
    ends("summer-ends", "first of summer on or after day_of_travel", "{any: [two, three]}"),
    ends("in-may", "cut_off", "{all: [three, four]}"),
    ends("old", "long_ago", "{all: [four, age >= eight]}"),
    provision("of-help", "ends", "two", on="cut_off", touches="[help]"),
    ends("look", "first of easter on or after day_of_travel", "four", "review"),
)
YES_NO = st.sampled_from([True, False, None])
FACTS = st.fixed_dictionaries(
    {
        "day_of_travel": st.dates(date(2026, 9, 1), date(2027, 8, 31)),
        "date_of_birth": st.one_of(st.none(), st.dates(date(2018, 1, 1), date(2020, 12, 31))),
        "one": YES_NO, "two": YES_NO, "three": YES_NO, "four": YES_NO,
    }
)  # fmt: skip
ALL_KNOWN = st.fixed_dictionaries(
    {
        "date_of_birth": st.dates(date(2018, 1, 1), date(2020, 12, 31)),
        **{name: st.booleans() for name in ("one", "two", "three", "four")},
    }
)


@given(facts=FACTS)
def test_help_never_runs_from_before_the_day_of_travel_nor_backwards(facts: Facts) -> None:
    told = period(MANY, facts, decide(MANY, facts))
    if told.outcome is PeriodOutcome.RUNS:
        assert told.from_day == facts["day_of_travel"]
        assert told.until is not None and told.from_day is not None
        assert told.from_day <= told.until <= date(2027, 8, 31)
        assert told.review_on is None or told.from_day <= told.review_on <= told.until
    else:
        assert told.until is None


@given(facts=FACTS, rest=ALL_KNOWN)
def test_what_is_found_out_later_never_shortens_what_was_told(facts: Facts, rest: Facts) -> None:
    before = period(MANY, facts, decide(MANY, facts))
    known = {name: rest[name] if each is None else each for name, each in facts.items()}
    after = period(MANY, known, decide(MANY, known))
    if before.outcome is PeriodOutcome.RUNS:
        assert after.until is not None and before.until is not None
        assert after.until >= before.until
        if not before.missing:
            assert (after.until, after.ended_by) == (before.until, before.ended_by)
    elif before.outcome is not PeriodOutcome.CANNOT_TELL_YET:
        assert after.outcome is before.outcome


@given(facts=FACTS)
def test_what_cannot_be_told_names_a_fact_that_is_not_known(facts: Facts) -> None:
    told = period(MANY, facts, decide(MANY, facts))
    if told.outcome is PeriodOutcome.CANNOT_TELL_YET:
        assert told.missing and all(facts[name] is None for name in told.missing)


@given(facts=ALL_KNOWN, later=st.integers(0, 300))
def test_on_the_last_day_the_outcome_still_holds_and_no_end_lies_behind(
    facts: Facts, later: int
) -> None:
    start: Facts = {**facts, "day_of_travel": date(2026, 9, 1) + timedelta(days=later)}
    told = period(MANY, start, decide(MANY, start))
    if told.until is not None:
        last: Facts = {**start, "day_of_travel": told.until}
        outcome = decide(MANY, start).eligibility.outcome
        assert decide(MANY, last).eligibility.outcome is outcome
        assert period(MANY, last, decide(MANY, last)).until == told.until
