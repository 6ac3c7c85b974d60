"""The schools: every kind the vocabulary knows for travelling to, gates on the network."""

from __future__ import annotations

import math

from casework.shelf import Shelf
from sample.city import city
from sample.schools import schools

NOT_PLACES = {"training", "home"}


def test_there_is_a_place_of_every_kind() -> None:
    kinds = set(Shelf().vocabulary()["school_kind"].choices) - NOT_PLACES
    assert {school.kind for school in schools()} == kinds


def test_every_kind_of_governance_is_there() -> None:
    known = set(Shelf().vocabulary()["school_governance"].choices)
    assert {school.governance for school in schools()} == known


def test_every_gate_opens_on_a_corner_of_the_network() -> None:
    corners = [each for edge in city().edges for each in (edge.points[0], edge.points[-1])]
    for school in schools():
        assert 1 <= len(school.gates) <= 3
        for gate in school.gates:
            assert min(math.dist((gate.easting, gate.northing), each) for each in corners) < 5


def test_numbers_are_beyond_those_given_to_real_schools() -> None:
    urns = [school.urn for school in schools()]
    assert len(set(urns)) == len(urns)
    assert all(urn.startswith("99") and len(urn) == 6 for urn in urns)
