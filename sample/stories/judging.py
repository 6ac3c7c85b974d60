"""What was judged in the stories, and the reasons that officers of Marlhaven wrote for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rules.values import FactValue
from sample.stories.story import Judged

SAFE_ALONE: Final[Judged] = {"route_safe_alone": True}
SAFE_ACCOMPANIED: Final[Judged] = {
    "route_safe_alone": False,
    "route_safe_accompanied": True,
    "accompaniment_reasonable": True,
}
UNSAFE: Final[Judged] = {"route_safe_alone": False, "route_safe_accompanied": False}
CANNOT_WALK: Final[Judged] = {"can_walk_alone": False, "can_walk_accompanied": False}
WALKS_ACCOMPANIED: Final[Judged] = {
    "can_walk_alone": False,
    "can_walk_accompanied": True,
    "accompaniment_reasonable": True,
}
WALKS_BUT_NOBODY_CAN_COME: Final[Judged] = {
    "can_walk_alone": False,
    "can_walk_accompanied": True,
    "accompaniment_reasonable": False,
}

REASONS: Final[Mapping[tuple[str, FactValue], tuple[str, ...]]] = {
    ("route_safe_alone", True): (
        "Walked on a school morning. There is a pavement all the way and a signal crossing at the "
        "one busy road; children of this age walk it alone.",
        "The route is lit, has pavements on both sides and light traffic. The road safety register "
        "holds no injury on it in five years.",
        "Looked at the whole route, paths included. Every road is crossed at a zebra or a refuge "
        "and can be seen well both ways.",
    ),
    ("route_safe_alone", False): (
        "A child of this age would not be expected to cross the main road alone.",
        "There is a stretch by the water that a child of this age should not walk alone.",
    ),
    ("route_safe_accompanied", True): (
        "With an adult the crossings are manageable: there are refuges, and traffic is below 400 "
        "vehicles an hour at the time.",
        "Walked with the register in hand at 8.20 am. With an adult beside the child the route is "
        "reasonably safe throughout.",
    ),
    ("route_safe_accompanied", False): (
        "The lane has no verge for 600 metres, bends without sight lines, and lorries use it in "
        "the morning. An adult would be in the same danger.",
        "More than 840 vehicles an hour pass the one place to cross, with no refuge. Walking with "
        "an adult does not take the danger away.",
    ),
    ("accompaniment_reasonable", True): (
        "A parent is at home in the mornings and gives no reason why they could not walk with the "
        "child.",
        "Both parents were asked. One starts work at ten and says they could come along.",
    ),
    ("accompaniment_reasonable", False): (
        "The only parent is disabled and cannot walk more than 200 metres; the consultant's letter "
        "says so. Nobody else can be expected to come.",
        "The parent uses a wheelchair and the path has steps. Expecting another adult every day "
        "would not be reasonable.",
    ),
    ("can_walk_alone", False): (
        "The child has no sense of danger from traffic, as the school and the paediatrician both "
        "describe. Walking alone is out of the question.",
        "The plan describes running off without warning. The child cannot be expected to walk "
        "alone.",
    ),
    ("can_walk_accompanied", False): (
        "With one adult the child has still run into the road three times this year; the school "
        "uses two adults on every outing.",
        "The physiotherapist puts the limit at 300 metres, also with an adult and rests.",
    ),
    ("can_walk_accompanied", True): (
        "The school walks with the child to the library, a similar distance, without difficulty.",
        "The child walks to the shops with a grandparent and holds hands near roads. The school "
        "agrees that this is how the child walks best.",
    ),
    ("nearest_course", True): (
        "Compared with the prospectuses of the colleges in reach: no nearer one offers this course "
        "at this level.",
        "The nearer college was asked and does not run the course at entry level.",
    ),
    ("travel_necessary", True): (
        "The learner cannot use a bus without support and the course cannot be reached otherwise. "
        "The parents have no duty to take an adult. Help is necessary.",
        "Individual assessment of 8 September: an hour and a half with two changes, alone, is "
        "beyond what the learner can manage. Help is necessary.",
    ),
    ("travel_necessary", False): (
        "The learner travels by bus alone to work on Saturdays on the same line, and holds a pass. "
        "Arrangements are not necessary for attending.",
    ),
    ("others_travel_suitable", True): (
        "The academy trust's own free bus stops 150 metres from the home and has a seat kept.",
        "The trust's minibus collects from the end of the street, takes 25 minutes, and is free.",
    ),
    ("others_travel_suitable", False): (
        "The free bus leaves at 6.50 am and takes 95 minutes. That is not suitable for this child.",
    ),
}
"""Reasons by the fact judged and how, one of which is drawn for each judgement."""
