"""The colours of the three palettes, as data. Nothing else in the window names a colour."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Tone(StrEnum):
    """What a coloured word or shape means. A shape and a word always stand with the colour."""

    INK = "ink"
    MUTED = "muted"
    ACCENT = "accent"
    MET = "met"
    NOT_MET = "not_met"
    NOT_KNOWN = "not_known"
    OFFICER = "officer"


@dataclass(frozen=True, slots=True)
class Palette:
    """One palette. Every text colour reads at 5.5:1 or more on ground, surface and sunken.

    ``line`` is for hairlines; ``field_line`` outlines what can be operated, at 3:1 or more.
    ``example`` is what stands in an empty field, told from an answer even where all ink is white.
    ``selected`` with ``on_selected`` is the chosen row; ``pointed`` lights up what is pointed at.
    """

    name: str
    title: str
    ground: str
    surface: str
    sunken: str
    line: str
    field_line: str
    ink: str
    muted: str
    example: str
    accent: str
    on_accent: str
    selected: str
    on_selected: str
    pointed: str
    focus: str
    met: str
    not_met: str
    not_known: str
    officer: str
    map_ground: str
    map_street: str
    map_water: str
    map_casing: str
    map_route: str
    map_reach: str

    def tone(self, tone: Tone) -> str:
        """Give the colour of a tone."""
        return str(getattr(self, tone.value))


LIGHT: Final = Palette(
    name="light",
    title="Light",
    ground="#F6F5F2",
    surface="#FFFFFF",
    sunken="#ECEAE5",
    line="#D3CFC7",
    field_line="#6E757D",
    ink="#1C2126",
    muted="#565D66",
    example="#565D66",
    accent="#14557F",
    on_accent="#FFFFFF",
    selected="#E3EDF5",
    on_selected="#14557F",
    pointed="#FFF3CF",
    focus="#14557F",
    met="#1B6239",
    not_met="#9B2618",
    not_known="#7A4B00",
    officer="#57398F",
    map_ground="#ECEAE5",
    map_street="#C4BFB5",
    map_water="#BCD0DA",
    map_casing="#FFFFFF",
    map_route="#14557F",
    map_reach="#57398F",
)

DARK: Final = Palette(
    name="dark",
    title="Dark",
    ground="#121517",
    surface="#1B2024",
    sunken="#0C0E10",
    line="#384047",
    field_line="#7F8A93",
    ink="#ECEFF1",
    muted="#A7B0B8",
    example="#A7B0B8",
    accent="#84BCE8",
    on_accent="#0C0E10",
    selected="#1E2C3A",
    on_selected="#84BCE8",
    pointed="#3A3218",
    focus="#84BCE8",
    met="#7FD19D",
    not_met="#F39C90",
    not_known="#E8C06B",
    officer="#C2ABF3",
    map_ground="#0C0E10",
    map_street="#3B444C",
    map_water="#1D3A4C",
    map_casing="#0C0E10",
    map_route="#84BCE8",
    map_reach="#C2ABF3",
)

CONTRAST: Final = Palette(
    name="contrast",
    title="High contrast",
    ground="#000000",
    surface="#000000",
    sunken="#000000",
    line="#FFFFFF",
    field_line="#FFFFFF",
    ink="#FFFFFF",
    muted="#FFFFFF",
    example="#8C8C8C",
    accent="#FFFFFF",
    on_accent="#000000",
    selected="#FFFFFF",
    on_selected="#000000",
    pointed="#000000",
    focus="#FFE100",
    met="#FFFFFF",
    not_met="#FFFFFF",
    not_known="#FFFFFF",
    officer="#FFFFFF",
    map_ground="#000000",
    map_street="#8C8C8C",
    map_water="#FFFFFF",
    map_casing="#000000",
    map_route="#FFE100",
    map_reach="#FFFFFF",
)

PALETTES: Final = {palette.name: palette for palette in (LIGHT, DARK, CONTRAST)}
