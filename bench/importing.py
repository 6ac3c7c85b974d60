"""Importing 600,000 links: seconds and memory, from a GeoPackage, OpenStreetMap and OS GML.

Run with ``python -m bench.importing [links]``; nothing here decides a test. The files are generated
in a folder that is removed again. Each import runs in a process of its own, whose peak memory is
told beside what the libraries alone take. On Linux only, which tells a process's peak.
"""

from __future__ import annotations

import multiprocessing
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import osmium
import pyogrio
import shapely

from bench.rows import Row
from geography import import_network, network_from_kept
from geography.grid import to_lon_lat

LINKS = 600_000
GOAL_SECONDS, GOAL_MB = 30, 1_000
SPACING = 60.0
GML_HEAD = (
    '<os:FeatureCollection xmlns:os="http://namespaces.os.uk/product/1.0" '
    'xmlns:highway="http://namespaces.os.uk/mmhighway/4.0" '
    'xmlns:net="urn:x-inspire:specification:gmlas:Network:3.2" '
    'xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:xlink="http://www.w3.org/1999/xlink">\n'
)


@dataclass(frozen=True)
class Import:
    """What bringing in one file took: seconds, of them processor time, and megabytes."""

    name: str
    links: int
    file_mb: float
    seconds: float
    worked: float
    before_mb: float
    peak_mb: float
    kept_mb: float
    again: float

    def line(self) -> str:
        """All of it in a sentence."""
        return (
            f"{self.name}: {self.file_mb:,.0f} MB, {self.links:,} links in {self.seconds:.1f} s "
            f"({self.worked:.1f} s of processor), peak {self.peak_mb:,.0f} MB (of which "
            f"{self.before_mb:,.0f} before), packed {self.kept_mb:,.0f} MB, read again "
            f"in {self.again:.1f} s"
        )

    def rows(self) -> list[Row]:
        """Its time, its memory, and the reading of what was kept."""
        what = f"{self.links:,} links brought in from {self.name}"
        return [
            Row(what, self.seconds, "s", goal=f"{GOAL_SECONDS} s"),
            Row("its memory at its highest", self.peak_mb, "MB", goal=f"{GOAL_MB:,} MB"),
            Row("what was kept of it, read again", self.again, "s"),
        ]


def main() -> None:
    """Generate each file, import it and print what that took."""
    for came in imports(int(sys.argv[1]) if len(sys.argv) > 1 else LINKS):
        print(came.line(), flush=True)


def rows() -> list[Row]:
    """The figures of each file as rows of the table of every bench."""
    return [row for came in imports(LINKS) for row in came.rows()]


def imports(links: int) -> Iterator[Import]:
    """Generate each file and import it in a process of its own."""
    with TemporaryDirectory() as folder:
        lines, u, v = county(links)
        for write in (write_gpkg, write_pbf, write_gml):
            path = write(Path(folder), lines, u, v)
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                yield pool.apply(measured, (path,))
            path.unlink()


def county(links: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return bent streets of a grid: points of shape (links, 4, 2), and the nodes they join."""
    side = int((links / 2) ** 0.5) + 1
    rng = np.random.default_rng(5)
    spots = np.stack(np.meshgrid(np.arange(side), np.arange(side), indexing="ij"), -1)
    spots = spots.reshape(-1, 2) * SPACING + rng.uniform(-20, 20, (side * side, 2))
    spots = np.round(spots + (430_000, 105_000), 2)
    number = np.arange(side * side).reshape(side, side)
    u = np.concatenate([number[:-1].ravel(), number[:, :-1].ravel()])[:links]
    v = np.concatenate([number[1:].ravel(), number[:, 1:].ravel()])[:links]
    shares = np.array([0, 1 / 3, 2 / 3, 1])[None, :, None]
    lines = spots[u][:, None] * (1 - shares) + spots[v][:, None] * shares
    lines[:, 1:3] += rng.uniform(-6, 6, (len(u), 2, 2))
    return np.round(lines, 2), u, v


def write_gpkg(folder: Path, lines: np.ndarray, u: np.ndarray, v: np.ndarray) -> Path:
    """Write a GeoPackage of lines with columns."""
    path, count = folder / "county.gpkg", len(lines)
    text = [np.array([f"{what}{n}" for n in ns], dtype=object) for what, ns in (
        ("toid", range(count)), ("node", u.tolist()), ("node", v.tolist()))]  # fmt: skip
    name = np.array([f"Street {n // 40}" for n in range(count)], dtype=object)
    motor = np.array(["yes" if n % 5 else "no" for n in range(count)], dtype=object)
    pyogrio.raw.write(
        path, shapely.to_wkb(shapely.linestrings(lines)), [*text, name, motor],
        ["id", "u", "v", "name", "motor"], geometry_type="LineString", crs="EPSG:27700",
        driver="GPKG", layer="ways",
    )  # fmt: skip
    return path


def write_pbf(folder: Path, lines: np.ndarray, u: np.ndarray, v: np.ndarray) -> Path:
    """Write OpenStreetMap ways of one link each."""
    path = folder / "county.osm.pbf"
    spots, which = np.unique(lines.reshape(-1, 2), axis=0, return_inverse=True)
    with osmium.SimpleWriter(str(path)) as out:
        for number, place in enumerate(to_lon_lat(spots).tolist(), start=1):
            out.add_node(osmium.osm.mutable.Node(id=number, location=tuple(place)))
        for number, nodes in enumerate((which.reshape(-1, 4) + 1).tolist(), start=1):
            tags = {"highway": "residential" if number % 5 else "footway", "name": f"S {number}"}
            out.add_way(osmium.osm.mutable.Way(id=number, nodes=nodes, tags=tags))
    return path


def write_gml(folder: Path, lines: np.ndarray, u: np.ndarray, v: np.ndarray) -> Path:
    """Write road links as OS MasterMap Highways has them, with heights."""
    path = folder / "county.gml"
    with path.open("w", encoding="utf-8") as out:
        out.write(GML_HEAD)
        for number, line in enumerate(lines.tolist()):
            where = " ".join(f"{east:.2f} {north:.2f} 10.0" for east, north in line)
            out.write(
                f'<os:featureMember><highway:RoadLink gml:id="osgb{number}">'
                '<net:centrelineGeometry><gml:LineString srsName="urn:ogc:def:crs:EPSG::7405" '
                f'srsDimension="3"><gml:posList>{where}</gml:posList></gml:LineString>'
                "</net:centrelineGeometry><net:fictitious>false</net:fictitious>"
                f'<net:startNode xlink:href="#n{u[number]}"/>'
                f'<net:endNode xlink:href="#n{v[number]}"/>'
                "<highway:formOfWay>Single Carriageway</highway:formOfWay>"
                "<highway:directionality>bothDirections</highway:directionality>"
                "<highway:routeHierarchy>Local Road</highway:routeHierarchy>"
                "<highway:roadClassification>Unclassified</highway:roadClassification>"
                "<highway:operationalState>Open</highway:operationalState>"
                "</highway:RoadLink></os:featureMember>\n"
            )
        out.write("</os:FeatureCollection>\n")
    return path


def measured(path: Path) -> Import:
    """Import one file and tell what that took."""
    Path("/proc/self/clear_refs").write_text("5")  # forget the peak inherited from the parent
    before = peak_mb()
    started, worked = time.perf_counter(), time.process_time()
    came = import_network([path])
    took, worked = time.perf_counter() - started, time.process_time() - worked
    peak = peak_mb()
    started = time.perf_counter()
    network_from_kept(came.content, "again")
    again = time.perf_counter() - started
    links, kept = len(came.network.edge_ids), len(came.content) / 1e6
    size = path.stat().st_size / 1e6
    return Import(path.name, links, size, took, worked, before, peak, kept, again)


def peak_mb() -> float:
    """Return the most memory that this process has had, in megabytes."""
    said = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(said.group(1)) / 1000 if said else 0.0


if __name__ == "__main__":
    main()
