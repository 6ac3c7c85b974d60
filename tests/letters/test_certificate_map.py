"""A certificate's map shows the route large, stays small in a city, and reads without colour."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pypdfium2
from hypothesis import given
from hypothesis import strategies as st

from letters import Format, certificate, given_out
from letters.blocks import MapLine, RouteMap
from letters.maps.frame import (
    MOST_PIECES,
    frame_of,
    ground_of,
    is_cut,
    on_lattice,
    span_of,
    thinned,
)
from letters.maps.labels import boxes_of
from letters.maps.signs import ORDER, SAID, STROKES
from letters.printing.look import COMPACT
from records.certificate import Alternative, MeasurementCertificate
from tests.letters.certificates import EAST, LINE, NORTH, record

FAR = Alternative("to the gate far", 90_000_000, 90_030_000, None, (LINE[0], (EAST, NORTH + 4e4)))


def map_in(found: MeasurementCertificate) -> RouteMap:
    (drawn,) = [each for each in certificate(found).blocks if isinstance(each, RouteMap)]
    return drawn


def city(side: int) -> tuple[tuple[tuple[float, float], tuple[float, float]], ...]:
    """Streets 40 m apart, each of its own, round the route."""
    across = (
        ((EAST + 40.0 * a, NORTH + 40.0 * b), (EAST + 40.0 * a + 40, NORTH + 40.0 * b + a % 7))
        for a in range(side)
        for b in range(side)
    )
    return tuple(across)


def test_an_alternative_far_round_is_cut_off_and_the_caption_says_so() -> None:
    near, far = map_in(record()), map_in(record(alternatives=(FAR,)))
    assert not is_cut(near.lines, near.marks)
    assert "beyond its edge" not in near.caption
    assert is_cut(far.lines, far.marks)
    assert "Other ways run on beyond its edge." in far.caption
    assert max(span_of(ground_of(far.lines, far.marks))) < 2_000


def test_without_a_route_every_place_is_on_the_map() -> None:
    drawn = map_in(record(kept={"grid_mm": None, "ground_mm": None, "line": ()}, streets=()))
    ground = ground_of(drawn.lines, drawn.marks)
    assert all(mark.at in ground for mark in drawn.marks)


def test_a_dense_city_is_drawn_with_no_more_pieces_than_its_paper_shows() -> None:
    lines = city(180)
    frame = frame_of((lines[0][0], lines[-1][0]), 50, 100, 450, 300)
    found = thinned(lines, frame, 450, 300)
    assert 1_000 < sum(len(line) - 1 for line in found) <= MOST_PIECES
    assert len(given_out(certificate(record(around=lines)))) < 1_500_000


def test_lines_beyond_the_frame_are_not_drawn() -> None:
    frame = frame_of(LINE, 50, 100, 450, 300)
    away = tuple((east + 50_000, north) for east, north in LINE)
    assert thinned((away,), frame, 450, 300) == []


def test_a_piece_that_two_lines_share_is_drawn_once() -> None:
    one = ((0.0, 0.0), (10.0, 0.0), (20.0, 0.0))
    back = ((20.0, 0.0), (10.0, 0.0), (10.0, 10.0))
    assert on_lattice([one, back], 1.0) == [one, ((10.0, 0.0), (10.0, 10.0))]


def test_every_kind_of_line_differs_by_more_than_its_colour() -> None:
    assert set(STROKES) == set(ORDER) == set(SAID)
    marked = {"closed": "crosses", "added": "rings"}
    looks = [(weight, dash, marked.get(kind)) for kind, (_, weight, dash) in STROKES.items()]
    assert len(set(looks)) == len(looks)
    assert STROKES["route"][1] == max(weight for _, weight, _ in STROKES.values())


@given(
    st.lists(
        st.tuples(st.text("abcdefgh ", min_size=1, max_size=30), st.tuples(
            st.floats(60, 490), st.floats(110, 390))), min_size=1, max_size=5)
)  # fmt: skip
def test_the_name_of_every_place_stays_on_the_map(
    labels: list[tuple[str, tuple[float, float]]],
) -> None:
    within = (50.0, 100.0, 500.0, 400.0)
    for left, low, right, upper in boxes_of(labels, COMPACT.body, (), within):
        assert left >= within[0]
        assert low >= within[1]
        assert right <= within[2]
        assert upper <= within[3]


def test_in_large_print_nothing_on_the_map_is_smaller_than_the_text() -> None:
    standard, big = (figure_sizes(format) for format in (Format.STANDARD, Format.LARGE))
    assert min(standard) == COMPACT.footer.size
    assert min(big) == 18


def figure_sizes(format: Format) -> set[float]:
    """The sizes of type inside the figure of a certificate, in points."""
    found: set[float] = set()
    for page in pikepdf.open(io.BytesIO(given_out(certificate(record()), format))).pages:
        inside = False
        size = 0.0
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) in ("BDC", "EMC"):
                inside = str(operator) == "BDC" and str(operands[0]) == "/Figure"
            elif str(operator) == "Tf":
                size = float(operands[1])
            elif str(operator) == "Tj" and inside:
                found.add(size)
    return found


def test_two_places_side_by_side_have_names_that_do_not_meet() -> None:
    labels = [("Home", (200.0, 200.0)), ("Brook Road Primary, main gate", (214.0, 203.0))]
    one, other = boxes_of(labels, COMPACT.body, (), (50.0, 100.0, 500.0, 400.0))
    assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_a_place_beyond_the_frame_is_left_out_rather_than_put_in_a_wrong_spot() -> None:
    drawn = map_in(record(alternatives=(FAR,)))
    far = replace(drawn.marks[-1], label="Far gate", at=(EAST, NORTH + 4e4))
    content = certificate(record())
    blocks = tuple(
        replace(each, marks=(*drawn.marks, far)) if isinstance(each, RouteMap) else each
        for each in content.blocks
    )
    paper = given_out(replace(content, blocks=blocks))
    assert texts_in(paper).count("Home") >= 1
    assert "Far gate" not in texts_in(paper)


def texts_in(paper: bytes) -> str:
    pages = pypdfium2.PdfDocument(paper)
    return " ".join(page.get_textpage().get_text_range() for page in pages)


def test_the_network_around_lies_below_all_else() -> None:
    assert ORDER[0] == "way"
    assert isinstance(map_in(record()).lines[0], MapLine)
