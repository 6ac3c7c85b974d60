"""A home that an officer put on another line is held to that line's drawing on later networks."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

from casework.certificates.make import certificate
from casework.certificates.paper import certificate_paper
from casework.desk import Desk
from casework.measure import measure_case
from casework.measuring.choose_place import HOME, choose_place
from geography import Line, edges_csv
from records.measurement import Measurement
from records.network import Network
from store import measurements, networks
from tests.casework.desks import NOW
from tests.casework.town import MILE, NORTH, WEST, Town

WHY = "Its drive opens there."


def later(desk: Desk, hours: int) -> Desk:
    return replace(desk, now=lambda: NOW + timedelta(hours=hours))


def bring_in(desk: Desk, ids: list[str], name: str = "Long Road anew") -> None:
    """The same road, its lines called otherwise."""
    lines = [
        Line(id, str(n), str(n + 1), ((WEST + n * 500, NORTH), (WEST + n * 500 + 500, NORTH)),
             name="Long Road", motor=True)
        for n, id in enumerate(ids)
    ]  # fmt: skip
    content = edges_csv(lines).encode()
    network = Network(name, sha256(content).hexdigest(), desk.now(), content)
    assert networks.add_network(desk.store, network, desk.person)


def put_and_renewed(town: Town, ids: list[str]) -> tuple[Measurement, Measurement]:
    """The walk from a home put on line 3, and that on a later network."""
    case, desk = town.child_at(2, measured=False), later(town.desk, 1)
    choose_place(desk, case, HOME, "3", WHY)
    before = measure_case(desk, case)[0]
    bring_in(later(desk, 2), ids)
    return before, measure_case(later(desk, 3), case)[0]


def test_on_a_network_that_calls_other_lines_so_the_choice_does_not_count(town: Town) -> None:
    before, after = put_and_renewed(town, [str((n + 7) % 20) for n in range(20)])
    assert before.home_on_network == (WEST + 2_000, NORTH)
    assert abs(after.home_on_network[0] - (WEST + 2 * MILE)) < 0.001
    (choice,) = after.chosen
    assert after.not_placed == (choice.id,)
    assert after.chosen_counted == ()
    assert "which this network does not have as it was drawn" in after.warnings[0]
    found = certificate(town.desk, after.id)
    assert found.chosen == ()
    assert "the nearest point of the nearest line" in " ".join(found.method)
    assert any(WHY.rstrip(".") in words for words in found.warnings)


def test_a_choice_whose_line_is_gone_is_told_and_the_certificate_still_comes(town: Town) -> None:
    before, after = put_and_renewed(town, [f"N{n}" for n in range(20)])
    assert after.not_placed == (after.chosen[0].id,)
    assert certificate_paper(town.desk, after.id).content.startswith(b"%PDF")
    assert certificate(town.desk, before.id).chosen == before.chosen


def test_a_record_made_before_lost_choices_were_kept_still_gives_its_certificate(
    town: Town,
) -> None:
    _, after = put_and_renewed(town, [f"N{n}" for n in range(20)])
    older = replace(after, id="older", not_placed=())
    measurements.add_measurement(town.desk.store, older, town.desk.person)
    found = certificate(town.desk, older.id)
    assert found.chosen == ()
    assert any("does not have as it was drawn" in words for words in found.warnings)


def test_on_a_network_with_the_same_line_the_choice_counts_and_is_told_truly(town: Town) -> None:
    before, after = put_and_renewed(town, [str(n) for n in range(19)])
    assert after.home_on_network == before.home_on_network
    assert after.not_placed == ()
    method = " ".join(certificate(town.desk, after.id).method)
    assert "a point of the line 3, on which an officer put it" in method
    assert "nearest point of the nearest line" not in method
