"""A letter's wording is checked before any letter is written, and says what its kind must."""

from __future__ import annotations

import re

import pytest

from letters import KINDS, KNOWN, compose, read_template, shared_template
from letters.compose import SHARED
from letters.errors import BadTemplate
from letters.kinds.by_name import check_template
from letters.parts.by_name import PARTS
from letters.placeholders import CONDITIONS, PLACEHOLDERS
from tests.letters.case import APPROVED

APPROVE = (SHARED / "approve.txt").read_text("utf-8")


def problems(text: str) -> list[str]:
    with pytest.raises(BadTemplate) as bad:
        read_template(text, "wording/approve.txt", KNOWN)
    return [str(problem) for problem in bad.value.problems]


def test_an_unknown_placeholder_is_named_with_its_line_and_the_known_ones() -> None:
    (problem,) = problems("# Subject\n\nDear ${adressee}\n")
    told = "wording/approve.txt, line 3, column 6: the placeholder ${adressee}"
    assert problem.startswith(told)
    assert "Did you mean “addressee”?" in problem


def test_a_placeholder_is_placed_in_the_line_of_a_long_paragraph_that_holds_it() -> None:
    (problem,) = problems("# Subject\n\nwhen taken: One line,\n  two ${child}, ${no} lines.\n")
    assert "line 4, column 17: the placeholder ${no}" in problem


@pytest.mark.parametrize("rest", ["is entitled.", "is entitled to go to ${school}.", ""])
def test_a_name_that_is_begun_and_not_ended_is_told_at_its_place(rest: str) -> None:
    (problem,) = problems(f"# Subject\n\nSee: ${{chid {rest}\n")
    assert problem.startswith("wording/approve.txt, line 3, column 6: the name ${chid is begun")
    assert problem.endswith("put } after it. Did you mean ${child}?")


def test_a_note_says_what_nobody_has_confirmed_yet_and_the_wording_keeps_it() -> None:
    text = "// to_confirm: the charge, as the\n// page gives it.\n// a note\n\n# Subject\n"
    read = read_template(text, "w/refuse.cy.txt", KNOWN)
    assert read.to_confirm == ("the charge, as the",)
    assert read.language == "cy"
    assert read_template("# Subject\n", "refuse.txt", KNOWN).language == "en-GB"


def test_unknown_parts_and_conditions_are_all_told_at_once() -> None:
    found = problems("# Subject\n\n@fact\n\nwhen rich: Pay us.\n\n${}\n")
    assert [problem.split(": ")[1].split(" is ")[0] for problem in found] == [
        "the part @fact",
        "the condition rich",
        "the placeholder ${}",
    ]


def test_a_letter_without_a_subject_is_not_taken() -> None:
    assert "needs a subject" in problems("Dear ${addressee}\n")[0]


def test_a_condition_in_other_words_is_not_printed_as_part_of_the_letter() -> None:
    (problem,) = problems(
        "# Subject\n\nunless after_16: ## Distance\n\nPlease note: all is well.\n"
    )
    assert problem.startswith(
        "wording/approve.txt, line 3, column 1: a condition begins with “when”"
    )


def test_pieces_are_read_as_they_stand() -> None:
    text = (
        "# Subject\nSecond\nthird line.\n- one\n- two\n  goes on\n\nwhen not departs: Para\n// no\n"
    )
    read = read_template(text, "a.txt", KNOWN)
    assert [(p.shape, p.text, p.when, p.unless) for p in read.pieces] == [
        ("subject", "Subject", None, False),
        ("paragraph", "Second third line.", None, False),
        ("item", "one", None, False),
        ("item", "two goes on", None, False),
        ("paragraph", "Para", "departs", True),
    ]


def test_the_name_of_a_wording_tells_one_text_from_another() -> None:
    one = read_template(APPROVE, "x/approve.txt", KNOWN)
    other = read_template(APPROVE + "\nMore.\n", "x/approve.txt", KNOWN)
    assert re.fullmatch(r"approve@[0-9a-f]{12}", one.name)
    assert one.name != other.name


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_shared_wording_says_all_its_kind_must(kind: str) -> None:
    assert check_template(KINDS[kind], shared_template(kind)) == []


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_wording_that_leaves_out_anything_its_kind_must_say_is_refused(kind: str) -> None:
    text = (SHARED / f"{kind}.txt").read_text("utf-8")
    for must in KINDS[kind].must:
        for name in must.by:
            left_out = re.sub(rf"(?m)^.*{re.escape(_mark(name))}(?!\w).*$", "", text)
            told = read_template(left_out, f"{kind}.txt", KNOWN)
            assert any(must.say in str(p) for p in check_template(KINDS[kind], told)), name


def _mark(name: str) -> str:
    """How a must is written in a template: a part, a condition, or a placeholder."""
    if name.startswith("?"):
        return f" {name[1:]}:"
    return name if name.startswith("@") else f"${{{name}}}"


def test_compose_refuses_wording_that_leaves_out_the_facts() -> None:
    short = read_template(APPROVE.replace("@facts", ""), "approve.txt", KNOWN)
    with pytest.raises(BadTemplate, match="must say the facts we used: @facts"):
        compose(APPROVED, "approve", short)


def test_the_decision_may_not_come_second() -> None:
    late = APPROVE.replace("Dear ${addressee}", "Dear ${addressee}\n\nThank you for writing.")
    read = read_template(late, "approve.txt", KNOWN)
    assert any("first sentence" in str(p) for p in check_template(KINDS["approve"], read))


def test_the_decision_may_not_hang_on_a_condition() -> None:
    text = APPROVE.replace("${child} is entitled", "when mode_known: ${child} is entitled")
    read = read_template(text, "approve.txt", KNOWN)
    assert any("always" in str(p) for p in check_template(KINDS["approve"], read))


def test_a_councils_own_wording_is_used_in_place_of_the_shared_one() -> None:
    own = read_template(APPROVE.replace("## Contact us", "## Talk to us"), "approve.txt", KNOWN)
    content = compose(APPROVED, "approve", own)
    assert content.template == own.name
    assert "Talk to us" in [getattr(block, "text", "") for block in content.blocks]


def test_every_name_a_template_may_use_is_used_somewhere() -> None:
    pieces = [piece for kind in KINDS for piece in shared_template(kind).pieces]
    used = {name for piece in pieces for name in piece.placeholders}
    in_parts = {"council", "reference", "letter_date", "date_of_birth", "officer", "officer_title"}
    assert set(PLACEHOLDERS) == used | in_parts
    assert set(PARTS) == {piece.text for piece in pieces if piece.shape == "part"}
    assert set(CONDITIONS) == {piece.when for piece in pieces} - {None}


SENTENCE = re.compile(r"(?<=[.:?!])\s+")
BANNED = re.compile(
    r"please note|\bi\.e\.|\be\.g\.|\betc\b|per annum|you failed|unfortunately|should you|"
    r"\bmust\b|hereby|aforementioned|in order to|!",
    re.IGNORECASE,
)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_our_own_sentences_are_short_and_plain(kind: str) -> None:
    for piece in shared_template(kind).pieces:
        for sentence in SENTENCE.split(piece.text):
            assert len(sentence.split()) <= 25, sentence
        assert not BANNED.search(piece.text), piece.text


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_headings_are_in_sentence_case(kind: str) -> None:
    for piece in shared_template(kind).pieces:
        if piece.shape == "heading":
            assert piece.text[0].isupper()
            assert not [word for word in piece.text.split()[1:] if word[0].isupper()]


def test_a_name_like_no_other_is_told_with_the_five_nearest_not_with_all() -> None:
    with pytest.raises(BadTemplate) as bad:
        read_template("# A\n\n${zzqq}\n", "refuse.txt", KNOWN)
    told = str(bad.value)
    assert "Nearest to it: " in told and "letters wording KIND" in told
    assert told.partition("Nearest to it: ")[2].partition(". ")[0].count(",") == 4
