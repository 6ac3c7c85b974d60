"""``policies``: each version with days, status and standing; in its place, what cannot be read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import commands
from casework import shelf
from casework.shelf import Shelf
from commands import policies


def listed(capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert commands.main(["policies", *more]) == 0
    return capsys.readouterr().out


def test_every_text_on_the_shelf_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    out = listed(capsys)
    for policy in Shelf().ids():
        assert f"{policy}\n" in out


def test_a_version_is_listed_with_days_status_and_standing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    out = listed(capsys)
    england = out[out.index("england/1996-act") :].splitlines()[:3]
    assert england == [
        "england/1996-act",
        "    Education Act 1996, school travel",
        "    travel 2014-09-01 on; enacted; own provisions: 15 enacted",
    ]
    southampton = out[out.index("southampton/2019-20") :].splitlines()[2]
    assert southampton.startswith("    travel 2019-09-01 to 2020-08-31; adopted; own provisions: ")
    assert "3 unread" in southampton
    assert re.search(r"\d+ published", southampton)


def test_the_json_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    found = {each["id"]: each for each in json.loads(listed(capsys, "--json"))}
    assert set(found) == set(Shelf().ids())
    version = found["southampton/2019-20"]
    assert version["travel"] == {"from": "2019-09-01", "until": "2020-08-31"}
    assert version["status"] == "adopted"
    assert version["builds_on"] == "england/1996-act@2014-09-01"
    assert version["digest"] == Shelf().read("southampton/2019-20").digest
    assert found["england/1996-act"]["standing"] == {"enacted": 15}


def test_a_text_that_cannot_be_read_is_said_in_its_place_and_the_rest_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "2030-31.yaml").write_text("format: 1\npolicy: [", encoding="utf-8")
    (tmp_path / "broken" / "2031-32.yaml").write_bytes(b"\xff\xfe")
    folders = (shelf.POLICY_FOLDER, tmp_path)
    monkeypatch.setattr(policies, "Shelf", lambda: Shelf(folders))
    out = listed(capsys)
    place = out.index("broken/2030-31")
    assert out[place:].splitlines()[1] == "    cannot be read:"
    assert "policy/broken/2030-31.yaml, line" in out[place:].splitlines()[2]
    assert "this is not UTF-8 text" in out
    assert out.index("england/1996-act") > place
    found = {each["id"]: each for each in json.loads(listed(capsys, "--json"))}
    assert found["broken/2030-31"]["problems"]
    assert "title" in found["england/1996-act"]


def test_own_provisions_are_counted_and_the_inherited_ones_told_apart(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = listed(capsys)
    assert "draft; own provisions: none, and 32 inherited" in told
    found = {each["id"]: each for each in json.loads(listed(capsys, "--json"))}
    assert found["hampshire/2025-26"]["standing"] == {}
    assert found["hampshire/2025-26"]["inherited"] == 32
    assert found["england/1996-act"]["inherited"] == 0
