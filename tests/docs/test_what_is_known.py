"""The page on what is known of Southampton's policy says what the policy texts say."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest

from casework.shelf import POLICY_FOLDER, Shelf
from rules.values import Standing
from tests.docs.papers import ROOT

PAGE = ROOT / "docs" / "what-is-known.md"


@pytest.fixture(scope="module")
def printer() -> ModuleType:
    place = ROOT / "docs" / "tools" / "standing_table.py"
    spec = importlib.util.spec_from_file_location("standing_table", place)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_what_the_texts_say(printer: ModuleType) -> None:
    again = "print it again: .venv/bin/python docs/tools/standing_table.py > docs/what-is-known.md"
    assert PAGE.read_text(encoding="utf-8") == printer.page(), again


def test_every_rule_that_is_unread_or_to_be_confirmed_stands_on_the_page(
    printer: ModuleType,
) -> None:
    shelf, page = Shelf((POLICY_FOLDER,)), PAGE.read_text(encoding="utf-8")
    unsure = [
        rule
        for policy in shelf.ids()
        if policy.split("/")[0] in (printer.COUNCIL, "england")
        for rule in shelf.read(policy).provisions
        if rule.standing in (Standing.UNREAD, Standing.TO_CONFIRM)
    ]
    assert unsure
    assert [rule.id for rule in unsure if f"| {rule.title} |" not in page] == []
