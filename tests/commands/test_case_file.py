"""Case files good and bad: what is refused names the file, the fact and what was expected."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import commands

POLICY = ["--policy", "england/1996-act"]


def write(folder: Path, content: str | bytes) -> str:
    path = folder / "case.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return str(path)


def assess(path: str, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str, str]:
    code = commands.main(["assess", path, *POLICY, *more])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


A_LENGTH = "walking_distance: expected a length such as"
A_NUMBER = "year_group: expected a whole number"
NESTED = "[" * 100_000 + "]" * 100_000


def facts(**given: object) -> str:
    return json.dumps({"facts": given})


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "line 1, column 1: this is not JSON"),
        ("{", "this is not JSON"),
        ("{'facts': {}}", "line 1, column 2: this is not JSON"),
        ('{"facts": {}} x', "this is not JSON: Extra data"),
        ("[]", "the file must be an object of names and values"),
        ("null", "the file must be an object"),
        ("3", "the file must be an object"),
        ("{}", '"facts" is missing; expected {"facts": {name: value}}'),
        ('{"facts": []}', '"facts" must be an object'),
        ('{"facts": null}', '"facts" must be an object'),
        ('{"facts": {}, "letter": []}', '"letter" must be an object'),
        ('{"facts": {}, "facts": {}}', '"facts" stands twice'),
        ('{"facts": {"in_area": true, "in_area": false}}', '"in_area" stands twice; give each'),
        (b'{"facts": {"in_area": "\xff"}}', "this is not UTF-8 text; save it as UTF-8"),
        (b"\x00\x01\x02", "this is not JSON"),
        ('{"facts": {"walking_distance": NaN}}', A_LENGTH),
        ('{"facts": {"walking_distance": Infinity}}', A_LENGTH),
        ('{"facts": {"year_group": -Infinity}}', A_NUMBER),
        ('{"facts": {"walking_distance": 1e999999}}', A_LENGTH),
        ('{"facts": {"walking_distance": 1e99999999999999999999}}', A_LENGTH),
        ('{"facts": {"year_group": 1e999999}}', A_NUMBER),
        ('{"facts": {"year_group": ' + "9" * 10_000 + "}}", A_NUMBER),
        ('{"facts": {"walking_distance": ' + "9" * 10_000 + "}}", A_LENGTH),
        ('{"facts": {"in_area": ' + NESTED + "}}", "nested too deep"),
        ('{"facts": {"in_area": ' + "[" * 900 + "]" * 900 + "}}", ""),
        ("[" * 2_000_000, "nested too deep"),
        ('{"facts": {"walking_distnace": "2 miles"}}', "did you mean 'walking_distance'?"),
        ('{"facts": {"": 1}}', ": there is no fact of that name"),
        ('{"facts": {"age": 9}}', "age: this is worked out from other facts and may not be given"),
        ('{"facts": {"day_of_travel": "2026-02-30"}}', "day_of_travel: there is no day"),
        ('{"facts": {"in_area": "yes"}}', "in_area: expected true, false or null, not 'yes'"),
        ('{"facts": {"school_kind": "grammar"}}', "school_kind: expected one of mainstream"),
        ('{"facts": {"walking_distance": "2 furlongs"}}', A_LENGTH),
        ('{"facts": {"\\ud800": 1}}', "there is no fact of that name"),
    ],
    ids=lambda each: str(each)[:40],
)  # fmt: skip
def test_a_case_that_cannot_be_read_is_told_with_its_file_and_exit_code_2(
    content: str | bytes, expected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, content)
    code, out, err = assess(path, capsys, "--json")
    assert (code, out) == (2, "")
    assert err.startswith(path)
    assert expected in err
    assert "Traceback" not in err


def test_every_wrong_fact_gets_a_line_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, facts(age=9, in_area="yes", walking_distnace=3, has_send=True))
    code, _, err = assess(path, capsys)
    lines = err.splitlines()
    assert code == 2
    assert [line.removeprefix(f"{path}: ").split(":")[0] for line in lines] == [
        "age", "in_area", "walking_distnace",
    ]  # fmt: skip


def test_facts_that_contradict_each_other_are_named_with_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, facts(nearer_suitable_place=False, nearer_suitable_schools=2))
    code, _, err = assess(path, capsys)
    assert code == 2
    assert err.startswith(f"{path}: these contradict each other: ")
    assert "nearer_suitable_place" in err
    assert "nearer_suitable_schools = 2" in err


def test_a_file_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = assess(str(tmp_path / "none.json"), capsys)
    assert code == 2
    assert "none.json: cannot be read (No such file or directory)" in err


def test_a_folder_is_no_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = assess(str(tmp_path), capsys)
    assert code == 2
    assert "cannot be read" in err


def test_a_huge_file_is_refused_unread(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, b" " * 6_000_000)
    code, _, err = assess(path, capsys)
    assert code == 2
    assert "this is no case file" in err


def test_of_thousands_of_wrong_names_the_first_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, facts(**{f"walking_distance_{n}": n for n in range(100_000)}))
    code, _, err = assess(path, capsys)
    lines = err.splitlines()
    assert (code, len(lines)) == (2, 101)
    assert "walking_distance_0: there is no fact of that name" in lines[0]
    assert "there may be more" in lines[-1]


def test_a_byte_order_mark_is_read_past(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, b"\xef\xbb\xbf" + facts(in_area=True).encode())
    assert assess(path, capsys)[0] == 0


def test_null_is_not_known_and_the_same_as_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    left_out = assess(write(tmp_path, facts(in_area=True)), capsys, "--json")
    null = assess(write(tmp_path, facts(in_area=True, walking_distance=None)), capsys, "--json")
    assert left_out == null


def test_keys_that_are_not_read_are_said_on_stderr_and_change_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, '{"facts": {}, "fcats": {"in_area": true}}')
    code, out, err = assess(path, capsys, "--json")
    assert code == 0
    assert json.loads(out)["eligibility"]["outcome"] == "cannot_tell_yet"
    assert f'{path}: "fcats" is not read here' in err


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda each: st.lists(each) | st.dictionaries(st.text(), each),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(whole=JSON | st.fixed_dictionaries({"facts": JSON}))
def test_any_json_is_assessed_or_told(
    whole: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = assess(write(tmp_path, json.dumps(whole)), capsys, "--json")
    assert (code == 0 and json.loads(out)) or (code == 2 and err)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=60))
def test_any_bytes_are_told(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = assess(write(tmp_path, content), capsys)
    assert code == 2
    assert err
