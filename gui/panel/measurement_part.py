"""Part 8: the route as it was measured, on a map and in figures: both lengths, both snaps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from casework.facts_in_force import FACT_OF_WAY
from casework.panel import PanelCase
from gui.fields.words import Words
from gui.map.panel import MapPanel
from gui.map.scene import Line, MapScene, Mark, Place
from gui.officer.caution import caution
from gui.officer.certificate_button import CertificateButtons
from gui.panel.figures_looked_at import looked_at
from gui.panel.names import Names
from gui.panel.part import Part
from gui.panel.tried import nearest_limit
from gui.theme import theme
from records.london import day_in_london
from records.measurement import Measurement, Way
from rules.quantities import day_in_words, metres, miles_and_metres

FAR_SNAP_MM = 25_000
_BY = {Way.WALKING: "on foot", Way.ROAD: "by road"}
_ON = {"ground": "on the ground", "grid": "on the National Grid"}


class MeasurementPart(Part):
    """The stored line; ``show_streets`` puts the streets around it once they have been read.

    ``certificate_asked`` tells the measurement whose certificate somebody wants to see.
    """

    certificate_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(8, "The route, as it was measured")
        self.map: MapPanel | None = None
        self.certificates = CertificateButtons()
        self._scene = MapScene()
        theme().changed.connect(self._size_map)

    def fill(self, case: PanelCase, names: Names) -> None:
        """Show the measurements of the record, the walk first."""
        last = {each.way: each for each in case.decision.measurements}
        walk = last.get(Way.WALKING)
        self.map = None
        self.certificates = CertificateButtons()
        if not last:
            self.say_none("Nothing was measured in this case.")
            return
        if walk is not None:
            self._scene = scene(case, walk, self._scene.streets)
            self.map = MapPanel(self._scene, words_shown=False)
            self.add(self.map)
            self._size_map()
        for way in (Way.WALKING, Way.ROAD):
            if way in last:
                self._tell(case, last[way])
        self._tell_ends(walk or last[Way.ROAD])
        self.add(*looked_at(case))
        self._offer_certificates(last)

    def _offer_certificates(self, last: dict[Way, Measurement]) -> None:
        self.certificates = CertificateButtons()
        self.certificates.asked.connect(self.certificate_asked)
        self.add(self.certificates)  # before it is shown, or it would be a window of its own
        self.certificates.show_measured(last.values())

    def ask_certificate(self) -> None:
        """Ask for the certificate of the walk, or of the road where only that was measured."""
        self.certificates.ask()

    def has_certificate(self) -> bool:
        """Say whether anything was measured."""
        return self.certificates.may_ask()

    def show_streets(self, streets: Sequence[Line]) -> None:
        """Draw streets around the route."""
        if self.map is not None:
            was = self._scene
            self._scene = MapScene(streets, was.water, was.places, was.route, was.in_words, was.fit)
            self.map.show_scene(self._scene)

    def _size_map(self) -> None:
        if self.map is not None:
            self.map.setFixedHeight(theme().px(270))

    def _tell(self, case: PanelCase, measured: Measurement) -> None:
        counts = case.law.length_that_counts
        self.add(Words(length_words(case, measured), "strong"))
        if measured.reachable:
            self.add(Words(other_length_words(measured, counts), "small"))

    def _tell_ends(self, measured: Measurement) -> None:
        day = day_in_words(day_in_london(measured.at))
        self.add(Words(f"Along {measured.network}, measured on {day}.", "small"))
        self.add(Words(snap_words(measured), "small"))
        for end, snap in (("home", measured.home_snap_mm), ("gate", measured.gate_snap_mm)):
            if snap > FAR_SNAP_MM:
                self.add(caution(f"The {end} lies more than 25 m from the network."))
        if measured.home_is_approximate:
            self.add(caution("The home is placed at the middle of its postcode: approximate."))


def walk_of(case: PanelCase) -> Measurement | None:
    """Give the last walk that was measured before the decision, None where there is none."""
    walks = [each for each in case.decision.measurements if each.way is Way.WALKING]
    return walks[-1] if walks else None


def scene(case: PanelCase, walk: Measurement, streets: Sequence[Line] = ()) -> MapScene:
    """Draw the stored line with its home and gate."""
    home = "home (approximate)" if walk.home_is_approximate else "home"
    places = [Place(Mark.HOME, *walk.home, home)]
    if walk.reachable:
        places.append(Place(Mark.SCHOOL, *walk.gate_on_network, case.decision.school_name))
    words = length_words(case, walk)
    told = f"Map of the measured route from the home to {case.decision.school_name}. {words}"
    return MapScene(streets=streets, places=places, route=walk.line, in_words=told)


def length_words(case: PanelCase, measured: Measurement) -> str:
    """Write the length that counts: ``2.31 miles (3,717.604 m) on foot``."""
    counts = case.law.length_that_counts
    length = measured.grid_mm if counts == "grid" else measured.ground_mm
    if length is None:
        return f"No route {_BY[measured.way]}: {measured.why_none or 'none exists'}"
    fact = FACT_OF_WAY[measured.way]
    limit = nearest_limit(case.decision.recommendation.findings, fact, length)
    return f"{miles_and_metres(length, limit)} {_BY[measured.way]}"


def other_length_words(measured: Measurement, counts: str) -> str:
    """Write the other of the two lengths of the same line."""
    ground = counts == "grid"
    length = measured.ground_mm if ground else measured.grid_mm
    other = f"{_ON['ground' if ground else 'grid']} the same line is {metres(length or 0)}"
    return f"Measured {_ON[counts]}, which counts; {other}."


def snap_words(measured: Measurement) -> str:
    """Say how far both ends lie from the network."""
    home, gate = measured.home_snap_mm / 1000, measured.gate_snap_mm / 1000
    return (
        f"The home lies {home:,.1f} m and the gate ({measured.gate}) {gate:,.1f} m from the "
        "network; neither is part of the length."
    )
