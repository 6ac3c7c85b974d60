"""What is written out holds names of our own and operators, and never a word of a policy."""

from __future__ import annotations

import builtins
import json
import keyword
import re
from types import FunctionType

import pytest

from casework.shelf import Shelf
from rules.policy import PolicyVersion
from rules.written import text
from rules.written.text import Text
from rules.written.version import write_decide, write_weigh
from tests.rules.made_up import HEAD, read_text

OURS = re.compile(r"[nk]\d*|None|[()\[\],;=<>|&:]|==|>=|<=|[0-3]")
WORDS = {"def", "return", "if", "elif", "else", "is", "or", "and", "pass"}


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of all functions made during a test."""
    texts: list[str] = []
    make = Text.function

    def noted(self: Text) -> object:
        texts.append(self.source())
        return make(self)

    monkeypatch.setattr(text.Text, "function", noted)
    return texts


@pytest.mark.parametrize("policy", Shelf().ids())
def test_only_numbered_names_and_operators_are_written(policy: str, written: list[str]) -> None:
    version = Shelf().read(policy)
    write_decide(version), write_weigh(version)
    assert len(written) >= 2
    tokens = {each for one in written for each in re.findall(r"\w+|[^\w\s]", one)}
    assert {each for each in tokens if each not in WORDS and not OURS.fullmatch(each)} == set()


PROVISION = """
provisions:
  - provision: first
    title: {title}
    effect: offers
    when: {{all: [one, {definition}, far > {limit}]}}
    source: {{document: paper, standing: adopted}}
definitions:
  {definition}: {{says: {title}, any: [two, three]}}
parameters:
  {limit}: {{value: 2 miles, source: {{document: paper, standing: adopted}}}}
"""


def test_other_words_make_the_same_text(written: list[str]) -> None:
    """Titles, names and sayings that look like Python stay out of it."""
    write_decide(_policy("A title", "second", "limit"))
    plain = list(written)
    written.clear()
    nasty = "\"'); __import__('os').system('true')  # \\n ''' {0} %s\""
    write_decide(_policy(nasty, "import_os", "exec"))
    assert written == plain


def _policy(title: str, definition: str, limit: str) -> PolicyVersion:
    words = {"title": json.dumps(title), "definition": definition, "limit": limit}
    return read_text(HEAD.format(id="made-up/one") + PROVISION.format(**words))


def test_a_function_reaches_nothing_but_what_it_is_handed() -> None:
    made = write_decide(Shelf().read("england/1996-act"))
    assert isinstance(made, FunctionType)
    assert made.__globals__["__builtins__"] == {}
    names = set(made.__code__.co_names)
    assert not names & (set(dir(builtins)) | set(keyword.kwlist))
    assert all(re.fullmatch(r"k\d+", name) for name in names)


def test_a_line_left_open_is_written_in_its_place() -> None:
    growing = Text()
    line = growing.later()
    doubled = growing.let("n9 + n9")
    growing.fill(line, "n9 = n0")
    growing.add(f"return {doubled}")
    assert growing.function()(21) == 42


def test_one_thing_has_one_name() -> None:
    growing, thing = Text(), object()
    assert growing.refer(thing) == growing.refer(thing) != growing.refer(object())
