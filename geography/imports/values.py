"""What an import is told, and what it gives back: the kind of file, its columns, the network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from geography.network import Network

Progress = Callable[[int, int, str], object]
"""Told how far the work is: done, of how many (0: nobody knows), in words. An error that it raises
stops the work."""


class Kind(StrEnum):
    """What a file of streets and paths is."""

    EDGES = "edges"
    HIGHWAYS = "highways"
    OPEN_ROADS = "open-roads"
    OSM = "osm"
    LINES = "lines"


KIND_WORDS = {
    Kind.EDGES: "a table of edges in Milepost's own columns",
    Kind.HIGHWAYS: "OS MasterMap Highways",
    Kind.OPEN_ROADS: "OS Open Roads",
    Kind.OSM: "OpenStreetMap",
    Kind.LINES: "lines with columns of their own",
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a file of lines says what; None where none does.

    Without ``foot`` every line may be walked. Without ``motor`` nothing is known of vehicles, and
    no road route can be measured. Without ``id`` lines are numbered as they stand. Without ``u``
    and ``v`` lines join where their ends meet to the millimetre.
    """

    id: str | None = None
    u: str | None = None
    v: str | None = None
    name: str | None = None
    kind: str | None = None
    foot: str | None = None
    motor: str | None = None
    oneway: str | None = None

    def used(self) -> tuple[str, ...]:
        """Return the columns that are named, each once."""
        named = (getattr(self, each) for each in self.__slots__)
        return tuple(dict.fromkeys(name for name in named if name is not None))


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file is, before anything of it is imported.

    ``layers`` are those that hold lines; ``columns`` are the first one's, for a column mapping,
    and ``suggested`` is the mapping that their names suggest. ``features`` counts its lines, None
    where only reading would tell.
    """

    kind: Kind
    layers: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    suggested: Columns = Columns()
    features: int | None = None

    @property
    def words(self) -> str:
        """Say what the file is."""
        return KIND_WORDS[self.kind]


@dataclass(frozen=True, slots=True)
class Imported:
    """A network as it is to be kept: its bytes, whose SHA-256 is its digest, and what to tell.

    ``report`` says in plain words what came in, what was left out and why; ``notes`` of the
    network are those of its lines that bear on measuring.
    """

    kind: Kind
    content: bytes
    network: Network
    report: tuple[str, ...]
