"""Pages made of every field, with made-up figures, to look at while the window is being built."""

from __future__ import annotations

from gui.fields.ask import AskRow
from gui.fields.buttons import Button, primary
from gui.fields.card import Card
from gui.fields.chip import outcome_chip
from gui.fields.empty import EmptyState
from gui.fields.facts import FactRow
from gui.fields.finding import FindingLine
from gui.fields.notice import Kind
from gui.fields.progress import ProgressLine
from gui.fields.sign import SignLine
from gui.fields.table import Column, RowsTable
from gui.fields.words import Words
from gui.map import MapPanel, MapScene, Mark, Place
from gui.outcomes import OUTCOMES, RESULTS
from gui.page import Page
from gui.room import Room, Surroundings
from gui.shapes import Shape
from gui.theme import Tone
from rules.recommendation import Finding, Step
from rules.values import (
    MILLIMETRES_PER_MILE,
    Effect,
    FactType,
    KnownHow,
    Outcome,
    Result,
    Standing,
)
from rules.vocabulary import FactWord

MILE = MILLIMETRES_PER_MILE


def finding(title: str, result: Result, cites: str, *steps: Step) -> Finding:
    """Make a finding of these steps."""
    because = Step("all", "", result, steps)
    name = title.lower().replace(" ", "-")
    return Finding(name, title, Effect.ENTITLES, result, True, cites, Standing.ENACTED, (), because)


def distance(metres: float, limit: int, result: Result) -> Step:
    """Make a step that holds a walking distance against a limit in miles."""
    return Step(
        "test", "", result, (), "walking_distance", FactType.LENGTH, round(metres * 1000), ">",
        limit * MILE, "walking_limit",
    )  # fmt: skip


AGE = Step("test", "Age on the day", Result.MET, (), "age", FactType.NUMBER, 7, "<", 8)
PUPIL = Step(
    "test",
    "Registered pupil",
    Result.MET,
    (),
    "registered_pupil",
    FactType.YES_NO,
    True,
    "is",
    True,
)
FINDINGS = (
    finding(
        "Beyond walking distance, under 8",
        Result.MET,
        "Sch 35B para 6",
        distance(3717.604, 2, Result.MET),
        AGE,
        PUPIL,
    ),
    finding("Low income, age 8 to 10", Result.NOT_MET, "para 9", AGE),
    finding(
        "Nature of the routes: a child cannot reasonably be expected to walk in safety",
        Result.UNKNOWN,
        "paras 4 and 5",
        PUPIL,
    ),
)
LOW_INCOME = FactWord(
    "low_income", FactType.YES_NO, KnownHow.EVIDENCED, True, "Low income",
    "Does the family have a low income, as paragraph 14 means it?",
    "A child aged 8 to 10 from a low-income family is eligible from 2 miles rather than 3.",
)  # fmt: skip
BORN = FactWord(
    "date_of_birth", FactType.DATE, KnownHow.RECORDED, True, "Date of birth",
    "When was the child born?", "The walking limit changes on the eighth birthday.",
)  # fmt: skip
KIND = FactWord(
    "school_kind", FactType.CHOICE, KnownHow.RECORDED, True, "Kind of place",
    "What kind of place is it?", "Some provisions hold for some kinds only.",
    choices=("mainstream", "special", "pupil_referral_unit"),
)  # fmt: skip
FACTS = (
    ("Born", "12 January 2019", "birth certificate", True),
    ("Age on the day", "7", "worked out from the date of birth", True),
    ("School", "Academy, registered pupil", "admissions register, 3 June 2026", True),
    ("Nearer school with a place", "None", "places table", True),
    ("Low income", "Not known", "", False),
)


def scene() -> MapScene:
    """Make a map of a few made-up streets."""
    streets = [
        [(x, 0.0), (x + 30, 900.0), (x - 40, 1800.0), (x + 20, 2600.0)] for x in range(0, 3200, 350)
    ] + [[(-100.0, y), (1500.0, y + 60), (3300.0, y - 20)] for y in range(100, 2600, 330)]
    route = ((400.0, 2300.0), (430, 1800), (390, 1500), (900, 1450), (1300, 1250), (1250, 800),
             (1900, 600), (2600, 700))  # fmt: skip
    return MapScene(
        streets=streets,
        water=[[(-200, 1900), (700, 1750), (1400, 1100), (2300, 900), (3400, 300)]],
        places=(
            Place(Mark.HOME, *route[0], "home"),
            Place(Mark.GATE, *route[-1], "east gate"),
        ),
        route=route,
        in_words="2.31 miles (3,717.604 m) by the shortest available walking route, from the home "
        "to the east gate of Brook Road Primary; 499 m over the limit.",
    )


class CaseLike(Page):
    """A page laid out like a case."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(
            "Rowan T.",
            "Brook Road Primary · travels from 1 September 2026 · School travel policy 2025-26",
            "MH-00217",
        )
        self.header.add(outcome_chip(Outcome.ENTITLED), Words("day 14 of 20", "muted", wrap=False))
        for part in (self._recommended(), self._why(), self._open_questions()):
            self.main.addWidget(part)
        for part in (self._map(), self._facts()):
            self.side.addWidget(part)
        self.set_foot(
            Words("The gate wants one thing: attach the route certificate", "muted"),
            Button("Ask for evidence", keys="E"),
            Button("Preview letter", keys="L"),
            primary("Decide…", keys="D"),
        )

    def _recommended(self) -> Card:
        card = Card("What we recommend", edge=Tone.MET)
        card.add(
            Words(
                "<b>Entitled until 11 January 2027.</b> Brook Road Primary is <b>2.31 miles</b> "
                "away by the shortest available walking route; the limit for a child under 8 is "
                "2 miles. Rowan turns 8 on 12 January, and from then the limit is 3 miles.",
                "lead",
                rich=True,
            )
        )
        return card

    def _why(self) -> Card:
        card = Card("Why: what decides, and what was looked at", gap=0)
        lines = [FindingLine(one, first=at == 0) for at, one in enumerate(FINDINGS)]
        card.add(*lines)
        lines[0].open()
        return card

    def _open_questions(self) -> Card:
        card = Card("Still open, and it matters from 12 January", gap=0)
        matters = "If yes, Rowan stays entitled after the birthday."
        card.add(AskRow(LOW_INCOME, None, answered=True, matters=matters))
        card.add(AskRow(BORN, first=False), AskRow(KIND, first=False))
        return card

    def _map(self) -> Card:
        card = Card()
        card.add(MapPanel(scene()))
        return card

    def _facts(self) -> Card:
        card = Card("Facts", gap=0)
        for at, (label, value, source, known) in enumerate(FACTS):
            card.add(FactRow(label, label, value, source, known, first=at == 0))
        return card


ROWS = tuple(
    (f"MH-{number:05}", name, school, outcome, day)
    for number, (name, school, outcome, day) in enumerate(
        [
            ("Rowan Thistlewood", "Brook Road Primary", Outcome.ENTITLED, 14),
            ("Amal Seaborne", "St Anne's Church of England Academy", Outcome.NOT_ENTITLED, 3),
            ("Wren Okafor", "Saltmarsh Special School", Outcome.CANNOT_TELL_YET, 19),
            ("Idris Fell", "Harbour Sixth Form", Outcome.FOR_AN_OFFICER, 7),
            ("Juno Marram", "Brook Road Primary", Outcome.OFFERED, 11),
        ]
        * 30,
        start=101,
    )
)


class ListLike(Page):
    """A page laid out like the list of cases."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__("Cases", "150 open, 12 to be decided this week", scrolls=False)
        columns = (
            Column("Reference", lambda row: row[0], 110),
            Column("Child", lambda row: row[1], 190, stretches=True),
            Column("School", lambda row: row[2], 230, stretches=True),
            Column("Recommendation", lambda row: OUTCOMES[row[3]].word, 160,
                   sign=lambda row: OUTCOMES[row[3]]),
            Column("Day", lambda row: f"{row[4]} of 20", 90, sort=lambda row: row[4],
                   figures=True),
        )  # fmt: skip
        self.table = RowsTable("Cases", columns)
        self.table.set_rows(ROWS)
        self.main.addWidget(self.table)

    def arrive(self) -> None:
        """Begin in the list."""
        self.table.setFocus()


class SmallThings(Page):
    """Notices, progress, signs and an empty page."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__("Small things")
        self._around = around
        card = Card("Signs")
        for sign in (*OUTCOMES.values(), *RESULTS.values()):
            card.add(SignLine(sign))
        line = ProgressLine("Measuring the routes of 400 applications")
        line.show_progress(120, 400)
        card.add(line)
        self.main.addWidget(card)
        empty = Card("Nothing here")
        empty.add(
            EmptyState(
                Shape.CASES, "No case yet", "Open the sample, or add one.", primary("Add a case")
            )
        )
        self.side.addWidget(empty)

    def arrive(self) -> None:
        """Show a notice above the page."""
        self._around.shell.show_notice(
            Kind.ERROR,
            "The letter could not be written to the drive.",
            "The decision is recorded and safe.",
            "Choose another folder and try again.",
        )


ROOMS = (
    Room("case", "Case", Shape.CASES, CaseLike),
    Room("list", "Cases", Shape.REPORTS, ListLike),
    Room("small", "Small things", Shape.INFO, SmallThings),
)
