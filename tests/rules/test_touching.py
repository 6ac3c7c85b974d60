"""An entitlement can be neither withheld nor charged for, and a text that tries is told so."""

from __future__ import annotations

from pathlib import Path

import pytest

from casework.policies.authoring import check_policy
from casework.shelf import Shelf
from rules.decide import decide
from rules.touching import idle_touches
from rules.values import Outcome
from tests.rules.prove.drafts import GOOD, HEAD, MILE, SHELF, SOURCE, draft, provision

OFFER = provision("help", "offers", "in_area")


def touching(effect: str, touched: str, more: str = "") -> str:
    return (
        f"  - {{provision: takes, title: Takes, effect: {effect}, touches: ['{touched}'], "
        f"when: in_area,{more} {SOURCE}}}"
    )


@pytest.mark.parametrize("effect", ["withholds", "charges"])
def test_the_check_refuses_to_touch_an_entitlement_and_says_where_and_why(
    effect: str, tmp_path: Path
) -> None:
    charge = " charge: {amount: sum}," if effect == "charges" else ""
    text = [
        HEAD.format(id="riverton/2026-27"),
        f"parameters:\n  sum: {{value: £600, {SOURCE}}}",
        "provisions:",
        touching(effect, "england/1996-act#para-6", charge),
    ]
    path = tmp_path / "riverton.yaml"
    path.write_text("\n".join(text), encoding="utf-8")
    (problem,) = check_policy(Shelf(), str(path)).problems
    assert "england/1996-act#para-6 entitles" in problem.message
    lines = path.read_text(encoding="utf-8").splitlines()
    assert "touches" in lines[(problem.line or 0) - 1]


def test_what_the_law_gives_stands_though_a_text_withholds_it() -> None:
    version = draft("provisions:", touching("withholds", "england/1996-act#para-6"))
    assert [each.touched for each in idle_touches(version)] == ["england/1996-act#para-6"]
    far = {**GOOD, "walking_distance": 4 * MILE}
    assert decide(version, far).eligibility.outcome is Outcome.ENTITLED


def test_an_offer_may_be_withheld_and_every_shipped_text_touches_what_it_may() -> None:
    assert idle_touches(draft("provisions:", OFFER, touching("withholds", "help"))) == ()
    for policy in SHELF.ids():
        assert idle_touches(SHELF.read(policy)) == (), policy
