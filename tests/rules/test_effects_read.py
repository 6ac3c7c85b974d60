"""Keys that go with one effect alone: what is read of them, and what is told where they misfit."""

from __future__ import annotations

import pytest

from rules.problems import BadPolicy
from rules.tree import Determining, Ending, Operation
from rules.values import Authoriser, Determined, EndsAs
from tests.rules.made_up import DEFINITIONS, PARAMETERS, policy, provision, read_text, text_of

DATED = (
    PARAMETERS + "  cut_off: {value: 2027-05-01, source: {document: paper, standing: adopted}}\n"
)
HALVES = "  halves: {value: [31 January, 31 July], source: {document: paper, standing: adopted}}\n"


def test_each_key_is_read_into_its_provision() -> None:
    on = "first of halves on or after day_of_travel"
    text = text_of(
        provision("kept", "protects", "one", keeps="made-up/zero@2020-01-01"),
        provision("ended", "ends", "one", **{"on": on, "as": "review"}),
        provision(
            "alone", "determines", "one", determines="solo_travel", authoriser="send",
            review="compulsory",
        ),
        provision("training", "arranges", "one", interim="yes"),
        parts=DATED + HALVES + DEFINITIONS,
    )  # fmt: skip
    kept, ended, alone, training = read_text(text).provisions
    assert kept.keeps == "made-up/zero@2020-01-01"
    assert ended.ending is not None and isinstance(ended.ending.on, Operation)
    assert ended.ending.ends_as is EndsAs.REVIEW
    assert alone.determining == Determining(Determined.SOLO_TRAVEL, Authoriser.SEND, True)
    assert training.interim
    assert not any((kept.ending, ended.keeps, training.determining))


def test_an_end_ends_help_unless_it_says_that_it_is_a_review() -> None:
    (only,) = read_text(
        text_of(provision("ended", "ends", "one", on="cut_off"), parts=DATED)
    ).provisions
    assert only.ending is not None and only.ending.ends_as is EndsAs.END


def test_of_a_text_nobody_has_read_the_day_the_version_and_the_sum_may_be_left_out() -> None:
    ended, kept, bill = policy(
        provision("ended", "ends", None, "unread"),
        provision("kept", "protects", None, "unread"),
        provision("bill", "charges", None, "unread"),
    ).provisions
    assert ended.ending == Ending(None, EndsAs.END)
    assert kept.keeps is None and bill.charge is None


WRONG = {
    "a day missing": ("ends", {}, "'on:' is missing"),
    "a number for a day": ("ends", {"on": "count"}, "'on:' takes a day; 'count' is a number"),
    "a list for a day": ("ends", {"on": "[one]"}, "'on:' takes one line"),
    "a name nobody gave": ("ends", {"on": "some_day"}, "'some_day' is not a fact"),
    "a date written out": ("ends", {"on": "2027-05-01"}, "every number is a named parameter"),
    "another word for a review": (
        "ends", {"on": "day_of_travel", "as": "revue"}, "did you mean 'review'?",
    ),
    "no version": ("protects", {}, "'keeps:' is missing"),
    "no id of a version": ("protects", {"keeps": "last year"}, "expected body/version"),
    "its own id": ("protects", {"keeps": "made-up/one"}, "this is the text's own id"),
    "nothing determined": ("determines", {}, "'determines:' is missing"),
    "something else determined": (
        "determines", {"determines": "solo_travle"}, "did you mean 'solo_travel'?",
    ),
    "an authoriser unknown": (
        "determines", {"determines": "solo_travel", "authoriser": "headteacher"},
        "expected one of send, transport, senior_reviewer",
    ),
    "a review of another kind": (
        "determines", {"determines": "solo_travel", "review": "yes"}, "expected one of compulsory",
    ),
    "a version kept by an offer": (
        "offers", {"keeps": "made-up/zero"}, "'keeps:' goes with 'effect: protects'",
    ),
    "a day on an offer": ("offers", {"on": "day_of_travel"}, "'on:' goes with 'effect: ends'"),
    "what an offer touches": ("offers", {"touches": "[wrong]"}, "'touches:' goes with 'effect: "),
    "a charge on an offer": ("offers", {"charge": "{amount: sum}"}, "goes with 'effect: charges'"),
    "consent on a charge": (
        "charges", {"charge": "{amount: sum}", "with_consent": "the law"},
        "'with_consent:' goes with 'effect: arranges'",
    ),
    "travel meanwhile on an end": (
        "ends", {"on": "day_of_travel", "interim": "yes"}, "'interim:' goes with",
    ),
    "a share that is no list": (
        "charges", {"charge": "{amount: sum, times: several}"}, "'times:' takes a list",
    ),
    "a share without its rounding": (
        "charges", {"charge": "{amount: sum, times: [{by: several, out_of: several}]}"},
        "'round:' is missing",
    ),
    "a share out of nothing": (
        "charges",
        {"charge": "{amount: sum, times: [{by: several, out_of: nothing, round: nearest_penny}]}"},
        "'out_of:' takes a named number above 0",
    ),
    "instalments that may be none": (
        "charges", {"charge": "{amount: sum, instalments: nothing}"}, "a named number above 0",
    ),
    "instalments by a fact": (
        "charges", {"charge": "{amount: sum, instalments: count}"}, "a named number above 0",
    ),
    "a share of a length": (
        "charges",
        {"charge": "{amount: sum, times: [{by: limit, out_of: several, round: nearest_penny}]}"},
        "'by:' takes a number",
    ),
    "another rounding": (
        "charges",
        {"charge": "{amount: sum, times: [{by: several, out_of: several, round: up}]}"},
        "expected one of nearest_penny",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG)
def test_a_key_that_does_not_fit_is_told_with_its_line(what: str) -> None:
    effect, keys, says = WRONG[what]
    with pytest.raises(BadPolicy) as caught:
        policy(provision("wrong", effect, "one", **keys))
    assert says in str(caught.value)
    assert all(each.line is not None for each in caught.value.problems)


def test_two_provisions_do_not_determine_the_same() -> None:
    first = provision("alone", "determines", "one", determines="solo_travel")
    second = provision("too", "determines", "two", determines="solo_travel")
    with pytest.raises(BadPolicy, match="'solo_travel' is determined by 'made-up/one#alone'"):
        policy(first, second)


def test_a_later_text_may_replace_what_is_determined() -> None:
    base = text_of(
        provision("alone", "determines", "one", determines="solo_travel"), id="made-up/a"
    )
    own = text_of(
        provision(
            "alone", "determines", "two", determines="solo_travel", replaces="made-up/a#alone"
        ),
        id="made-up/b",
        parts="builds_on: made-up/a\n",
    )
    (only,) = read_text(own, a=base).provisions
    assert only.id == "made-up/b#alone"


def test_a_charge_too_large_to_be_read_is_told_like_any_condition() -> None:
    many = ", ".join(["{all: [one, two, three, four]}"] * 100)
    cases = ", ".join([f"{{when: {{any: [{many}]}}, value: sum}}"] * 12)
    charge = f"{{cases: [{cases}]}}"
    with pytest.raises(BadPolicy, match="'made-up/one#bill': .* more than 5,000 tests"):
        policy(provision("bill", "charges", "one", charge=charge))


def test_a_determination_may_not_stand_on_itself() -> None:
    with pytest.raises(BadPolicy, match="loop"):
        policy(provision("alone", "determines", "alone", determines="solo_travel"))
