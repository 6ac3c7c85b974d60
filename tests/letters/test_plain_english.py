"""Plain English is checked as it is written: what, where, and a better way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters import KINDS, KNOWN, read_template, shared_template
from letters.plain_english.check import Hint, Rule, hints
from letters.plain_english.of_wording import measure, wording_hints
from letters.plain_english.words import reading_grade, sentences, syllables
from letters.template import Template

PLAIN = "We have decided that Zofia can travel free. Ask us by 14 March 2027 if you disagree."


def told(text: str, *others: str) -> list[tuple[Rule, str]]:
    return [(hint.rule, hint.what) for hint in hints(text, others)]


def rules(text: str) -> set[Rule]:
    return {hint.rule for hint in hints(text)}


def template(text: str) -> Template:
    return read_template(f"# Subject\n\n{text}\n", "approve.txt", KNOWN)


def of_wording(text: str) -> list[Hint]:
    return list(wording_hints(template(text)))


# Sentences


def test_a_sentence_of_twenty_five_words_is_short_enough_and_of_twenty_six_is_not() -> None:
    fits = " ".join(["go"] * 25) + "."
    assert Rule.LONG not in rules(fits)
    (hint,) = [each for each in hints("go " + fits) if each.rule is Rule.LONG]
    assert "26 words" in hint.better
    assert (hint.start, hint.end) == (0, len(fits) + 3)


def test_the_second_of_two_long_sentences_on_a_later_line_is_placed_there() -> None:
    text = "We help.\nYou ride. Go " + " ".join(["go"] * 30) + "."
    (hint,) = [each for each in hints(text) if each.rule is Rule.LONG]
    assert (hint.line, hint.column) == (2, 11)
    assert text[hint.start : hint.end] == hint.what


def test_a_title_and_a_section_do_not_end_a_sentence() -> None:
    assert len(sentences("Mrs. Tern wrote to Dr. Reed about s.508C and 2.31 miles.")) == 1


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1), ("miles", 1), ("route", 1), ("school", 1), ("changed", 1), ("council", 2),
        ("special", 2), ("table", 2), ("measured", 2), ("being", 2), ("area", 3), ("decided", 3),
        ("families", 3), ("evidence", 3), ("mobility", 4), ("reasonable", 4), ("educational", 5),
        ("disability", 5), ("${child}", 2), ("2.31", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_flesch_and_kincaids() -> None:
    # Ten words and ten syllables in two sentences; then nine words with twelve syllables.
    assert reading_grade("We can help you now. The school is not far.") == pytest.approx(
        0.39 * 5 + 11.8 * 1.0 - 15.59, abs=0.06
    )
    assert reading_grade("We can help Zofia. The school is very far.") == pytest.approx(
        0.39 * 4.5 + 11.8 * 12 / 9 - 15.59, abs=0.06
    )
    assert reading_grade(" … ") is None


def test_a_text_of_long_words_is_told_of_its_grade_once() -> None:
    heavy = (
        "Eligibility determination necessitates comprehensive documentation regarding "
        "exceptional residential accommodation. " * 4
    )
    graded = [hint for hint in hints(heavy) if hint.rule is Rule.GRADE]
    assert len(graded) == 1
    assert "Flesch–Kincaid" in graded[0].better
    assert Rule.GRADE not in rules(PLAIN * 4)


def test_plain_words_give_no_hint() -> None:
    assert told(PLAIN) == []


# Passive


@pytest.mark.parametrize(
    "text", ["The case was decided by the panel.", "The pass will be sent.", "It is not measured."]
)
def test_what_may_be_passive_is_named_as_that(text: str) -> None:
    assert rules(text) == {Rule.PASSIVE}
    assert Rule.PASSIVE.value == "may be passive"


@pytest.mark.parametrize(
    "text",
    ["Zofia is entitled to travel.", "You are married.", "It is red.", "We have decided.",
     "The form is enclosed.", "The bus is indeed late."],
)  # fmt: skip
def test_states_are_not_taken_for_the_passive(text: str) -> None:
    assert Rule.PASSIVE not in rules(text)


# Phrases


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Please note that we moved.", Rule.BANNED),
        ("It costs £60 per annum.", Rule.BANNED),
        ("Bring proof, e.g. a bill.", Rule.BANNED),
        ("Bring a bill, etc.", Rule.BANNED),
        ("You failed to send the form.", Rule.BLAME),
        ("You did not bother to write.", Rule.BLAME),
        ("We do not consider work hours.", Rule.BLANKET),
        ("We don't normally consider work hours.", Rule.BLANKET),
        ("We usually won’t consider work hours.", Rule.BLANKET),
        ("You omitted to send the form.", Rule.BLAME),
        ("An EHC plan is required.", Rule.BLANKET),
        ("There are no exceptional circumstances.", Rule.BLANKET),
        ("Your appeal is upheld.", Rule.BLANKET),
        ("Write prior to May.", Rule.JARGON),
        ("Should you wish to write, do.", Rule.JARGON),
        ("You must write.", Rule.MUST),
        ("Write now!", Rule.SHOUTING),
        ("DO NOT WRITE here.", Rule.CAPITALS),
        ("This is FINAL.", Rule.CAPITALS),
        ("Write by 14/03/2027.", Rule.DATE),
        ("Write by 2027-03-14.", Rule.DATE),
        ("Write by 14th March.", Rule.DATE),
    ],
)
def test_words_that_letters_leave_out_are_found(text: str, rule: Rule) -> None:
    assert rule in rules(text)


@pytest.mark.parametrize(
    "text",
    ["The etching is by Viola.", "Write to SO14 7LY.", "Ask the NHS or your GP.", "Egbert rides.",
     "The Mustard Tree School is near.", "Version 2026-27 applies.", "Use the OS map."],
)  # fmt: skip
def test_words_that_only_look_like_them_are_left_alone(text: str) -> None:
    assert rules(text) <= {Rule.PASSIVE}


# Days and distances


@pytest.mark.parametrize(
    "text",
    ["Ask within 20 working days.", "You have twenty school days.", "Reply within 14 days.",
     "Send it in the next 2 weeks.", "Appeal within a month.", "You have twenty-one days.",
     "Ask twenty-one days from now.", "You get a fortnight to reply.", "Within 10 calendar days."],
)  # fmt: skip
def test_a_count_of_days_without_its_last_day_is_told(text: str) -> None:
    assert Rule.DAYS in rules(text)


@pytest.mark.parametrize(
    "text",
    ["The help lasts for 190 days of travel.", "We look at it each month.", "It takes a day.",
     "We are here two days a week."],
)  # fmt: skip
def test_days_that_are_no_time_to_act_in_are_left_alone(text: str) -> None:
    assert Rule.DAYS not in rules(text)


def test_a_count_of_days_with_its_last_day_beside_it_stands() -> None:
    assert Rule.DAYS not in rules("Ask within 20 working days, by 14 March 2027.")


def test_in_a_wording_a_days_placeholder_is_the_last_day() -> None:
    lonely = of_wording("Ask us within 20 working days. We are here for ${child}.")
    assert [hint.rule for hint in lonely] == [Rule.DAYS]
    assert (lonely[0].line, lonely[0].column) == (3, 15)
    assert of_wording("Ask us within 20 working days, by ${review_by}.") == []
    assert [hint.rule for hint in of_wording("Ask within ${notice_days} working days.")] == [
        Rule.DAYS
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It is about 3 miles.",
        "It is 3.0 miles.",
        "It is 4.8 km away.",
        "It is roughly 2.9 mi.",
        "It is 2.9 mi away.",
    ],
)
def test_a_distance_that_may_be_rounded_past_a_limit_is_told(text: str) -> None:
    assert Rule.DISTANCE in rules(text)


@pytest.mark.parametrize("text", ["The limit is 3 miles.", "It is 2.99 miles (4,811.938 m)."])
def test_a_limit_and_a_distance_as_measured_stand(text: str) -> None:
    assert Rule.DISTANCE not in rules(text)


# Names


def test_another_childs_name_is_found_in_any_case_and_with_an_ending() -> None:
    text = "As with Jamie Archer’s case, JAMIE ARCHER rides. Archer Jamie and Jamieson do not."
    named = [what for rule, what in told(text, "Jamie Archer", "Zoë") if rule is Rule.NAME]
    assert named == ["Jamie Archer", "JAMIE ARCHER"]
    assert (Rule.NAME, "zoë łuczak-smith") in told("so zoë łuczak-smith", "Zoë Łuczak-Smith")


def test_a_name_inside_a_longer_word_is_not_a_name() -> None:
    assert told("We walked along Maylands Road.", "May", "Lands") == []


@given(st.text(alphabet="abcXY .,!’20/-\n${}", max_size=120))
def test_every_hint_has_its_words_at_its_place(text: str) -> None:
    lines = text.split("\n")
    for hint in hints(text, ["ab ca", "abc"]):
        assert text[hint.start : hint.end] == hint.what
        assert lines[hint.line - 1][hint.column - 1 :].startswith(hint.what.split("\n")[0])
        assert hint.better


# Wordings


def test_a_hint_on_a_wording_is_placed_in_the_file_behind_its_marks() -> None:
    text = "when departs: - we thought,\n    please note, of it"
    (hint,) = of_wording(text)
    assert (hint.rule, hint.line, hint.column) == (Rule.BANNED, 4, 5)
    whole = template(text).text
    assert whole[hint.start : hint.end] == "please note"


def test_a_heading_in_title_case_is_told_and_one_with_a_name_is_not() -> None:
    assert [hint.rule for hint in of_wording("## What To Do Next")] == [Rule.HEADING]
    assert of_wording("## The 16 to 19 Bursary Fund, and who can have it") == []


def test_notes_and_other_languages_are_not_english_to_check() -> None:
    assert of_wording("// Please note: you must!") == []
    other = read_template("# Please note!\n", "approve.cy.txt", KNOWN)
    assert wording_hints(other) == ()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_our_own_wording_gives_no_hint_but_what_may_be_passive(kind: str) -> None:
    found = [each for each in wording_hints(shared_template(kind)) if each.rule is not Rule.PASSIVE]
    assert found == []
    read = measure(shared_template(kind))
    assert read.grade is not None and read.grade <= 6
    assert read.longest <= 25
