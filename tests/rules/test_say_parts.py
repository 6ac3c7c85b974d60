"""The parts of a recommendation in plain English, for a screen, a letter or a terminal."""

from __future__ import annotations

from rules.decide import decide
from rules.parts import parts
from rules.say_parts import parts_sentences
from rules.values import Facts
from tests.rules.made_up import PARAMETERS, policy, provision, read_text, text_of
from tests.rules.test_parts import SIXTEEN, marlhaven

POLICY = "Marlhaven travel policy (fictional)"


def told(**changes: object) -> tuple[str, ...]:
    """Everything said of the parts of one case, with some facts changed."""
    version, facts = marlhaven(), {**SIXTEEN, **changes}
    return parts_sentences(parts(version, facts, decide(version, facts)))  # type: ignore[arg-type]


def test_every_part_is_told_in_a_sentence_with_where_it_stands() -> None:
    assert told()[-7:] == (
        "The least that is suitable: A vehicle alone, with an assistant where one is needed.",
        "Travelling alone: needed on what was judged; the SEND team must authorise it and a day of "
        f"review must be set ({POLICY}, paragraphs 7.1 to 7.3).",
        "A passenger assistant: not needed on what was judged; the SEND team must authorise it "
        f"({POLICY}, paragraph 7.4).",
        "To pay for the year: £600.00, in 3 parts: £200.00, £200.00 and £200.00 "
        f"({POLICY}, paragraphs 4.4 and 4.5).",
        "Help runs from 2 November 2026 to 17 July 2027: Help after 16 ends with the college year.",
        "To be looked at again by 31 March 2027: "
        "Travel for special needs is looked at again each spring.",
        "Kept on marlhaven/2025-26: Children helped before September 2026, at the same place "
        f"({POLICY}, paragraph 9.1).",
    )


def test_each_lesser_kind_of_travel_is_told_with_what_excludes_it() -> None:
    assert told()[0] == ("Not suitable: A pass for public transport: can use public transport: no.")


def test_what_cannot_be_told_names_what_it_waits_for() -> None:
    said = told(contribution_low_income=None, first_helped_on=None, sharing_excluded=None)
    assert "What is to be paid cannot be told yet: contribution low income." in said
    assert (
        "Whether the child is kept on an older policy cannot be told yet: first helped on." in said
    )
    assert "Travelling alone: cannot be told yet: sharing excluded." in said


def test_travel_that_takes_time_is_told_with_what_comes_until_then() -> None:
    said = told(fit_for_travel_training=True)
    at = said.index(
        "The least that is suitable: Travel training, with arranged travel until it is done."
    )
    assert said[at + 1].startswith("Until then: A vehicle alone")
    waiting = told(fit_for_travel_training=True, sharing_excluded=None, consents_to_budget=None)
    assert "What is arranged until then cannot be told yet: consents to budget." in waiting


def test_consent_is_told_with_its_law() -> None:
    assert (
        "The least that is suitable: A personal travel budget or mileage; the parent has to agree "
        "(Education Act 1996, section 508B(4))."
    ) in told(consents_to_budget=True)


def test_nothing_is_said_of_parts_that_say_nothing() -> None:
    version = policy(provision("help", "offers", "one"))
    facts: Facts = {"one": False}
    assert parts_sentences(parts(version, facts, decide(version, facts))) == ()


def test_help_that_has_ended_and_texts_not_read_are_told() -> None:
    dates = (
        PARAMETERS + "  past: {value: 2020-05-01, source: {document: paper, standing: adopted}}\n"
    )
    help_, past = provision("help", "offers", "one"), provision("old", "ends", "one", on="past")
    facts: Facts = {"one": True, "day_of_travel": SIXTEEN["day_of_travel"]}
    version = read_text(text_of(help_, past, parts=dates))
    (only,) = parts_sentences(parts(version, facts, decide(version, facts)))
    assert only == "Help has ended already: Provision old."
    unread = read_text(text_of(help_, provision("end", "ends", None, "unread"), parts=dates))
    (only,) = parts_sentences(parts(unread, facts, decide(unread, facts)))
    assert only == "Until when help runs cannot be told yet: the text of made-up/one#end."


def test_a_label_stands_for_a_fact_where_it_is_at_hand() -> None:
    version = marlhaven()
    facts = {**SIXTEEN, "contribution_low_income": None}
    said = parts_sentences(
        parts(version, facts, decide(version, facts)), lambda name: version.vocabulary[name].label
    )
    assert "What is to be paid cannot be told yet: Low income for the contribution." in said
