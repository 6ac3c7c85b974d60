"""An oracle for routes: networkx on edges cut at every snapped point, lengths from shapely.

It shares nothing with geography/: it looks for the nearest edge by brute force, cuts lines with
shapely, adds floats and lets networkx keep all parallel edges.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

import networkx as nx
import numpy as np
import shapely
import shapely.ops
from pyproj import Proj

from geography import Changes, Line
from records.measurement import Way

GRID = Proj("EPSG:27700")
Point = tuple[float, float]


def ground_metres(line: shapely.LineString) -> float:
    """Add up a line's segments, each divided by the scale at its midpoint."""
    points = np.array(line.coords)
    if len(points) < 2:
        return 0.0
    middle = (points[:-1] + points[1:]) / 2
    longitude, latitude = GRID(middle[:, 0], middle[:, 1], inverse=True)
    scale = GRID.get_factors(longitude, latitude).meridional_scale
    return math.fsum(np.hypot(*np.diff(points, axis=0).T) / scale)


def grid_metres(line: shapely.LineString) -> float:
    """Add up a line's segments on the grid."""
    return math.fsum(np.hypot(*np.diff(np.array(line.coords), axis=0).T))


class Oracle:
    """Distances between points, all cut into one graph."""

    def __init__(
        self,
        lines: Sequence[Line],
        points: Sequence[Point],
        way: Way,
        ground: bool,
        changes: Changes | None = None,
    ) -> None:
        self.lines = [line for line in lines if way is Way.WALKING or line.motor]
        self.shapes = np.array([shapely.LineString(line.points) for line in self.lines])
        self.one_way = way is Way.ROAD
        self.length = ground_metres if ground else grid_metres
        self.graph = nx.MultiDiGraph()
        self.changes = changes or Changes()
        ends = [end for path in self.changes.added for end in (path.line[0], path.line[-1])]
        self.snapped = {point: self.nearest(point) for point in (*points, *ends)}
        self.cut()
        for path in self.changes.added:
            whole = (self.on_line(path.line[0]), *path.line, self.on_line(path.line[-1]))
            self.join(path.line[0], path.line[-1], self.length(shapely.LineString(whole)), False)

    def nearest(self, point: Point) -> int:
        """Find the nearest edge among all, the smallest id where the distance is the same."""
        away = shapely.distance(self.shapes, shapely.Point(point))
        near = np.flatnonzero(away <= away.min() + 1e-6)
        return int(min(near, key=lambda at: int(self.lines[at].id)))

    def on_line(self, point: Point) -> Point:
        """Return where a point meets its line."""
        shape = self.shapes[self.snapped[point]]
        on = shape.interpolate(shape.line_locate_point(shapely.Point(point)))
        return on.x, on.y

    def closed_between(self, line: Line, shape: shapely.LineString) -> list[tuple[float, float]]:
        """Return the parts of a line that are closed, as distances along it."""
        whole = [(0.0, shape.length)]
        parts = []
        for one in self.changes.closed:
            if one.edge == line.id and one.between:
                marks = [shape.line_locate_point(shapely.Point(end)) for end in one.between]
                parts.append((min(marks), max(marks)))
            elif one.edge == line.id:
                return whole
        return parts

    def cut(self) -> None:
        """Cut each edge where points were snapped to it, and join the pieces in the graph."""
        on_edge: dict[int, list[Point]] = defaultdict(list)
        for point, edge in self.snapped.items():
            on_edge[edge].append(point)
        for number, (line, shape) in enumerate(zip(self.lines, self.shapes, strict=True)):
            stops = sorted(
                (float(shapely.line_locate_point(shape, shapely.Point(point))), point)
                for point in on_edge[number]
            )
            closed = self.closed_between(line, shape)
            stops += [(mark, ("part", number, mark)) for part in closed for mark in part]
            stops.sort(key=lambda stop: stop[0])
            nodes = [line.u, *(point for _, point in stops), line.v]
            marks = [0.0, *(at for at, _ in stops), shape.length]
            self.graph.add_nodes_from(nodes)
            for at in range(len(nodes) - 1):
                piece = shapely.ops.substring(shape, marks[at], marks[at + 1])
                same_place = bool(stops) and marks[at + 1] - marks[at] < 1e-9
                one_way = line.oneway and not same_place
                if not same_place and any(
                    low - 1e-9 <= marks[at] and marks[at + 1] <= high + 1e-9 and high - low > 1e-9
                    for low, high in closed
                ):
                    continue
                self.join(nodes[at], nodes[at + 1], self.length(piece), one_way)

    def join(self, tail: object, head: object, metres: float, oneway: bool) -> None:
        """Add one piece, both ways unless it is driven and one-way."""
        self.graph.add_edge(tail, head, metres=metres)
        if not (oneway and self.one_way):
            self.graph.add_edge(head, tail, metres=metres)

    def metres_from(self, home: Point) -> dict[object, float]:
        """Return how far every node and point is from the home."""
        found: dict[object, float] = nx.single_source_dijkstra_path_length(
            self.graph, home, weight="metres"
        )
        return found
