"""Files of edges, good and bad: the file, the line and what was expected; nothing half-loaded."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geography import (
    Line,
    UnreadableFile,
    edges_csv,
    measure,
    network_from_csv,
    network_of,
    read_network,
)
from tests.geography.towns import at, gate, line, town

HEADER = "edge,u,v,length_m,name,wkt_bng"
GOOD = '1,a,b,100,High Street,"LINESTRING (440000 112000, 440100 112000)"'


def read(*rows: str, header: str = HEADER) -> object:
    return network_from_csv("\n".join([header, *rows, ""]).encode(), "ways.csv", "ways")


def trouble(*rows: str, header: str = HEADER) -> str:
    """Return the one line that an officer reads of a file that is refused."""
    with pytest.raises(UnreadableFile) as caught:
        read(*rows, header=header)
    text = str(caught.value)
    assert text.startswith("ways.csv")
    assert "\n" not in text
    assert "Nothing was loaded" in text
    return text


def row(wkt: str, edge: str = "2", u: str = "b", v: str = "c") -> str:
    return f'{edge},{u},{v},1,,"{wkt}"'


def test_a_length_column_is_never_believed() -> None:
    lying = GOOD.replace(",100,", ",99,")
    network = network_from_csv(f"{HEADER}\n{lying}\n".encode(), "ways.csv", "ways")
    assert measure(network, at(0, 0), [gate(100, 0)]).grid_mm == 100_000


def test_the_digest_is_that_of_the_file_itself(tmp_path: Path) -> None:
    file = tmp_path / "Marlhaven 2026.csv"
    file.write_text(f"{HEADER}\n{GOOD}\n", encoding="utf-8")
    network = read_network(file)
    assert network.digest == sha256(file.read_bytes()).hexdigest()
    assert network.name == "Marlhaven 2026"


def test_a_byte_order_mark_capitals_and_other_columns_do_no_harm() -> None:
    text = f"\ufeff EDGE ,U,V,class,Name,WKT_BNG\n{GOOD}\n\n"
    network = network_from_csv(text.encode(), "ways.csv", "ways")
    assert (network.edge_ids, network.names) == (("1",), ("High Street",))


def test_lines_written_and_read_again_are_the_same_to_the_last_bit() -> None:
    lines = [*town(3), line("x", "a", "b", (0.1 + 0.2, 1 / 3), (5e-9, 7), name='Ü, "quoted"',
                            motor=True)]  # fmt: skip
    network = network_of("town", lines)
    again = network_from_csv(edges_csv(lines).encode(), "town.csv", "town")
    assert again == network
    assert again.points.tobytes() == network.points.tobytes()
    assert 'Ü, "quoted"' in again.names


def test_a_coordinate_is_kept_with_every_digit() -> None:
    precise = Line("1", "a", "b", ((440000.1234567891, 112000.00000001), (440001.0, 112000.0)))
    assert network_of("one", [precise]).line(0).tolist() == [list(p) for p in precise.points]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (HEADER.encode(), "no rows"),
        (b"a;b\n1;2\n", "line 1: lacks the columns edge, u, v and wkt_bng; its columns are a;b"),
        (
            b"edge,u\n1,a\n",
            "lacks the columns v and wkt_bng; expected at least edge, u, v, wkt_bng",
        ),
        (HEADER.encode() + b"\n1,a,b,1,Caf\xe9,x\n", "line 2: is not text in UTF-8"),
        (b"PK\x03\x04\x00\x00\xff\xfe\x00", "not text in UTF-8"),
    ],
)
def test_a_file_that_is_no_table_of_edges_is_refused(content: bytes, expected: str) -> None:
    with pytest.raises(UnreadableFile, match=expected):
        network_from_csv(content, "ways.csv", "ways")


@pytest.mark.parametrize("column", ["edge", "u", "v", "wkt_bng"])
def test_a_missing_column_is_named(column: str) -> None:
    header = HEADER.replace(column, "other", 1)
    if column == "u":
        header = "edge,other,v,length_m,name,wkt_bng"
    if column == "v":
        header = "edge,u,other,length_m,name,wkt_bng"
    assert f"has no column {column}; expected at least edge, u, v, wkt_bng" in trouble(
        GOOD, header=header
    )


def test_a_column_that_stands_twice_is_refused() -> None:
    assert "the column u twice" in trouble(GOOD, header="edge,u,v,u,name,wkt_bng")


@pytest.mark.parametrize(
    ("wkt", "expected"),
    [
        ("LINESTRING (440000 112000, 4401", "cannot be read"),
        ("rubbish", "cannot be read"),
        ("LINESTRING (440000 112000)", "cannot be read"),
        ("LINESTRING EMPTY", "has no points"),
        ("POINT (440000 112000)", "is a Point"),
        ("MULTILINESTRING ((440000 112000, 440001 112000))", "is a MultiLineString"),
        ("LINESTRING Z (440000 112000 5, 440001 112000 6)", "has heights"),
        ("LINESTRING (440000 112000 5, 440001 112000 6)", "has heights"),
        ("LINESTRING (nan 112000, 440001 112000)", "is no position"),
        ("LINESTRING (440000 112000, inf 112000)", "is no position"),
        ("LINESTRING (-1.40 50.90, -1.41 50.91)", "looks like latitude and longitude"),
        ("LINESTRING (50.90 -1.40, 50.91 -1.41)", "looks like latitude and longitude"),
        ("LINESTRING (-440000 112000, 440001 112000)", "outside the National Grid"),
        ("LINESTRING (440000 1e9, 440001 112000)", "outside the National Grid"),
    ],
)
def test_a_bad_line_is_refused_with_its_row(wkt: str, expected: str) -> None:
    text = trouble(GOOD, row(wkt))
    assert text.startswith("ways.csv, line 3: ")
    assert expected in text


def test_swapped_axes_are_recognised() -> None:
    swapped = row("LINESTRING (112000 440000, 112100 440000)")
    assert "easting first, then the northing" in trouble(swapped)


def test_a_network_in_the_sea_off_the_south_coast_is_not_taken_for_swapped() -> None:
    read(row("LINESTRING (450000 40000, 450100 40000)"))


def test_an_edge_id_that_stands_twice_is_refused_with_both_lines() -> None:
    text = trouble(GOOD, GOOD)
    assert "line 2: edge 1 stands 2 times" in text
    assert "1 more" in text


@pytest.mark.parametrize("blank", ["edge", "u", "v"])
def test_a_row_without_an_id_or_a_node_is_refused(blank: str) -> None:
    text = trouble(row("LINESTRING (440000 112000, 440100 112000)", **{blank: " "}))
    assert f"line 2: has no {blank}" in text


def test_rows_of_another_width_than_the_header_are_refused() -> None:
    assert "line 3: has 2 fields; expected 6" in trouble(GOOD, "2,a")


def test_a_line_without_length_is_kept_where_it_joins_and_refused_where_it_does_not() -> None:
    dot = "LINESTRING (440000 112000, 440000 112000)"
    joined = network_from_csv(f"{HEADER}\n{GOOD}\n{row(dot)}\n".encode(), "ways.csv", "ways")
    assert any("without length" in note and "2" in note for note in joined.notes)
    assert "line 3: is a line without length" in trouble(GOOD, row(dot, u="b", v="b"))


def test_a_file_cut_anywhere_inside_its_last_row_is_refused() -> None:
    content = f"{HEADER}\n{GOOD}\n{row('LINESTRING (440100 112000, 440200 112000)')}\n".encode()
    start = content.index(b"\n2,") + 1
    for end in range(start + 1, len(content) - 1):
        with pytest.raises(UnreadableFile):
            network_from_csv(content[:end], "ways.csv", "ways")


@pytest.mark.parametrize(("motor", "oneway"), [("maybe", "no"), ("", "no"), ("yes", "-1")])
def test_a_flag_is_yes_or_no(motor: str, oneway: str) -> None:
    text = trouble(f"{GOOD},{motor},{oneway}", header=f"{HEADER},motor,oneway")
    assert "expected yes or no" in text


def test_flags_are_read_and_an_empty_oneway_means_no() -> None:
    rows = [
        f"{GOOD},Yes,yes",
        f"{row('LINESTRING (440100 112000, 440200 112000)')},no,",
    ]
    text = "\n".join([f"{HEADER},motor,oneway", *rows])
    network = network_from_csv(text.encode(), "ways.csv", "ways")
    assert network.motor is not None
    assert network.motor.tolist() == [True, False]
    assert network.oneway.tolist() == [True, False]


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        read_network(tmp_path / "none.csv")
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        read_network(tmp_path)


def test_parts_that_are_not_joined_and_lines_drawn_backwards_are_noted() -> None:
    lines = [
        line("1", "a", "b", (0, 0), (100, 0)),
        line("2", "b", "c", (200, 0), (100, 0)),
        line("3", "x", "y", (0, 500), (100, 500)),
    ]
    parts, apart = network_of("notes", lines).notes
    assert "2 parts" in parts
    assert "Nodes: b" in apart


def test_the_real_adur_network_reads_as_its_description_says(shared_data: Path) -> None:
    network = read_network(shared_data / "network" / "adur_osm_edges.csv")
    assert (len(network.node_ids), len(network.edge_ids)) == (6_337, 7_754)
    assert int(network.grid_nm.sum()) / 1e12 == pytest.approx(478.6, abs=0.05)
    assert "6,137 of 6,337" in network.notes[0]


cells = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["1", "2", "nan", "-0", '"', "yes", "440000", "LINESTRING (1 2, 3 4)"]),
    st.builds(
        lambda kind, numbers: f"{kind} ({', '.join(numbers)})",
        st.sampled_from(["LINESTRING", "LINESTRING Z", "POINT", "linestring", "LINESTRING M"]),
        st.lists(
            st.builds(
                lambda a, b: f"{a} {b}",
                st.floats() | st.integers(0, 700_000),
                st.floats() | st.integers(0, 1_300_000),
            ),
            max_size=4,
        ),
    ),
)


@given(st.lists(st.lists(cells, min_size=6, max_size=6), max_size=4), st.binary(max_size=6))
def test_garbage_in_the_rows_gives_a_network_or_a_sentence(
    rows: list[list[str]], tail: bytes
) -> None:
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in cells) for cells in rows]
    content = "\n".join([HEADER, GOOD, *quoted]).encode("utf-8", "surrogatepass") + b"\n" + tail
    try:
        network = network_from_csv(content, "ways.csv", "ways")
    except UnreadableFile as error:
        assert str(error).startswith("ways.csv")
    else:
        assert measure(network, at(0, 0), [gate(100, 0)]).grid_mm == 100_000


@given(st.binary(max_size=200))
def test_garbage_bytes_give_a_sentence(content: bytes) -> None:
    with pytest.raises(UnreadableFile):
        network_from_csv(content, "ways.csv", "ways")
