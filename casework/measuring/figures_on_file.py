"""What a store holds on the figures of a case: confirmed, claimed, stretches marked, the band."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from records.figure import Band, ClaimedFigure, ConfirmedFigure
from records.stretch import Stretch
from store import figures, networks, stretches
from store.settings import setting, settings
from store.store import Store

BAND_METRES = "measuring_band_metres"
BAND_PER_MILLE = "measuring_band_per_mille"
ARRIVAL = "measuring_arrival"
"""The setting that says when children arrive ("08:45"); gates shut at that hour do not count."""

KEPT = "figure_kept_on_its_network:"
"""Begins the name of a setting that holds why a measurement is kept though its network is not the
latest; the digest of that and the measurement's id follow."""


@dataclass(frozen=True, slots=True)
class LatestNetwork:
    """The network that is measured on: its name, its SHA-256, the moment it was imported."""

    name: str
    digest: str
    imported_at: datetime


@dataclass(frozen=True, slots=True)
class FiguresOnFile:
    """What is held about a case's figures besides the measurements themselves.

    ``stretches`` are all that were marked in the store, ``network`` the one measured on from now on
    (None: none), ``arrival`` the hour at which gates must be open. ``kept`` gives by a
    measurement's id why it is kept though its network has been replaced by that one.
    """

    band: Band = Band()
    confirmed: tuple[ConfirmedFigure, ...] = ()
    claimed: tuple[ClaimedFigure, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    network: LatestNetwork | None = None
    arrival: str | None = None
    kept: tuple[tuple[str, str], ...] = ()


def figures_on_file(store: Store, application: str) -> FiguresOnFile:
    """Read what is held about the figures of one case."""
    latest = _latest(store)
    return FiguresOnFile(
        band_of(store),
        figures.confirmed_of(store, application),
        figures.claimed_of(store, application),
        stretches.list_stretches(store),
        latest,
        setting(store, ARRIVAL) or None,
        _kept(store, latest),
    )


def kept_name(digest: str, measurement: str) -> str:
    """Name the setting that holds why a measurement is kept beside the network of a digest."""
    return f"{KEPT}{digest}:{measurement}"


def _latest(store: Store) -> LatestNetwork | None:
    held = networks.imported(store)
    return LatestNetwork(held[-1].name, held[-1].digest, held[-1].imported_at) if held else None


def _kept(store: Store, latest: LatestNetwork | None) -> tuple[tuple[str, str], ...]:
    begins = kept_name(latest.digest, "") if latest else KEPT
    return tuple(
        (name.removeprefix(begins), why)
        for name, why in settings(store).items()
        if latest and name.startswith(begins)
    )


def band_of(store: Store) -> Band:
    """Return the band around limits as it is set: 25 m or 0.5 % where it never was."""
    first = Band()
    return Band(
        int(setting(store, BAND_METRES) or first.metres),
        int(setting(store, BAND_PER_MILLE) or first.per_mille),
    )
