"""Shipped texts with bytes spoilt: read or told with line and column, and nothing is left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.shelf import LARGEST_FILE, POLICY_FOLDER, Shelf
from rules.policy import PolicyVersion
from rules.problems import BadPolicy
from rules.yaml_text import Listing, Mapping, Text, read_yaml

SHELF = Shelf((POLICY_FOLDER,))
TEXTS = {policy: SHELF.text(policy).encode("utf-8") for policy in SHELF.ids()}

pytestmark = pytest.mark.timeout(60)

SPOILING = st.tuples(
    st.sampled_from(["put", "drop", "double", "swap"]),
    st.integers(0, 100_000),
    st.integers(1, 60),
    st.binary(min_size=1, max_size=4) | st.sampled_from([b"\n", b": ", b"- ", b"'", b"[", b"\xff"]),
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spoilt") / "spoilt.yaml"


def spoilt(whole: bytes, how: str, at: int, length: int, more: bytes) -> bytes:
    at %= len(whole)
    piece = whole[at : at + length]
    put = {"put": more + piece, "drop": b"", "double": piece * 2, "swap": piece[::-1]}[how]
    return whole[:at] + put + whole[at + length :]


def read_or_told(path: Path) -> PolicyVersion | None:
    """The version; or None when its problems were told, each of this file with line and column."""
    try:
        return SHELF.read_file(path)
    except BadPolicy as error:
        assert error.problems
        for problem in error.problems:
            assert problem.message
            assert problem.line is not None and problem.column is not None, str(problem)
            assert problem.line >= 1 and problem.column >= 1
        return None


@settings(max_examples=120)
@given(st.sampled_from(sorted(TEXTS)), st.lists(SPOILING, min_size=1, max_size=4))
def test_a_shipped_text_with_bytes_spoilt_is_read_whole_or_told_with_its_place(
    file: Path, policy: str, spoilings: list[tuple[str, int, int, bytes]]
) -> None:
    whole = TEXTS[policy]
    for each in spoilings:
        whole = spoilt(whole, *each) or b"\n"
    file.write_bytes(whole)
    version = read_or_told(file)
    if version is not None:
        assert left_out(version) == []


def left_out(version: PolicyVersion) -> list[str]:
    """The parts that a text names and the version that was read from it has not."""
    top = read_yaml(version.texts[version.id], "text").entries
    named = {key: top.get(key, Mapping()) for key in ("parameters", "definitions")}
    have = {"parameters": version.parameters, "definitions": version.definitions}
    lost = [
        name
        for key, node in named.items()
        if isinstance(node, Mapping)
        for name in node.entries
        if name not in have[key]
    ]
    provisions = top.get("provisions")
    for node in provisions.items if isinstance(provisions, Listing) else []:
        name = node.entries["provision"] if isinstance(node, Mapping) else None
        assert isinstance(name, Text)
        if f"{version.id}#{name.value}" not in {each.id for each in version.provisions}:
            lost.append(name.value)
    return lost


@pytest.mark.parametrize("policy", SHELF.ids())
def test_of_a_shipped_text_nothing_is_left_out(policy: str) -> None:
    assert left_out(SHELF.read(policy)) == []


@pytest.mark.parametrize(
    ("whole", "place", "words"),
    [
        (b"format: 1\npolicy: \xe9\n", (2, 9), "this is not UTF-8 text"),
        (b"format: 1\n\x07\n", (2, 1), "U+0007 may not stand in a text"),
        (b"format: 1\ntitle: a\x00\n", (2, 9), "U+0000 may not stand in a text"),
        (b"", (1, 1), "expected 'name: value' lines at the top level"),
        (b"# nothing\n\n- a\n", (3, 1), "expected 'name: value' lines at the top level"),
        (b"\xff\xfef\x00o\x00", (1, 1), "this is not UTF-8 text"),
    ],
)
def test_what_is_no_text_at_all_is_told_with_its_place(
    file: Path, whole: bytes, place: tuple[int, int], words: str
) -> None:
    file.write_bytes(whole)
    with pytest.raises(BadPolicy) as raised:
        SHELF.read_file(file)
    (problem,) = raised.value.problems
    assert words in problem.message
    assert (problem.line, problem.column) == place


def test_a_file_far_too_large_is_told_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as huge:
        huge.truncate(50 * LARGEST_FILE)
    with pytest.raises(BadPolicy, match="bytes; 4,000,000 are allowed"):
        SHELF.read_file(path)


def test_line_ends_of_windows_and_a_byte_order_mark_change_nothing(file: Path) -> None:
    whole = TEXTS["southampton/2019-20"]
    file.write_bytes(b"\xef\xbb\xbf" + whole.replace(b"\n", b"\r\n"))
    found, plain = SHELF.read_file(file), SHELF.read("southampton/2019-20")
    assert [each.id for each in found.provisions] == [each.id for each in plain.provisions]
