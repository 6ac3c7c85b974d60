"""What a store holds on the figures of a case: confirmed, claimed, stretches marked, the band."""

from __future__ import annotations

from dataclasses import dataclass

from records.figure import Band, ClaimedFigure, ConfirmedFigure
from records.stretch import Stretch
from store import figures, stretches
from store.settings import setting
from store.store import Store

BAND_METRES = "measuring_band_metres"
BAND_PER_MILLE = "measuring_band_per_mille"


@dataclass(frozen=True, slots=True)
class FiguresOnFile:
    """What is held about a case's figures besides the measurements themselves.

    ``stretches`` are all that were marked in the store.
    """

    band: Band = Band()
    confirmed: tuple[ConfirmedFigure, ...] = ()
    claimed: tuple[ClaimedFigure, ...] = ()
    stretches: tuple[Stretch, ...] = ()


def figures_on_file(store: Store, application: str) -> FiguresOnFile:
    """Read what is held about the figures of one case."""
    return FiguresOnFile(
        band_of(store),
        figures.confirmed_of(store, application),
        figures.claimed_of(store, application),
        stretches.list_stretches(store),
    )


def band_of(store: Store) -> Band:
    """Return the band around limits as it is set: 25 m or 0.5 % where it never was."""
    first = Band()
    return Band(
        int(setting(store, BAND_METRES) or first.metres),
        int(setting(store, BAND_PER_MILLE) or first.per_mille),
    )
