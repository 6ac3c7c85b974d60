"""``letter``: what is printed, what stays a named blank, and what is told instead of written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

import commands
from tests.commands.test_assess import GOOD as SEVEN_YEARS_OLD

GOOD: dict[str, object] = SEVEN_YEARS_OLD | {"date_of_birth": "2018-09-01"}
"""A child who turns 8 after the school year, so that help beyond two miles lasts all of it."""

PARTS: dict[str, object] = {
    "child": "Zoë Sample",
    "addressee": {"name": "Ms A. Sample", "address": ["1 Sea Road", "ZZ1 1ZZ"]},
    "school": "Harbour School",
    "reference": "R-1",
    "nearest_suitable": {"name": "Harbour School", "walking": "1.5 miles", "road": "3300 m"},
    "officer": {"name": "P. Officer", "title": "Eligibility officer"},
    "reasons": "The route was measured twice.",
    "discretion": "We looked at what the family told us and found no need that others do not have.",
    "enclosures": ["Route sheet"],
    "dates": {"letter": "2025-10-01", "start": "2025-11-01", "end": "2026-07-20"},
}
REFUSED: dict[str, object] = {"walking_distance": "1.5 miles", "cannot_walk": False}
OPTIONS = ("kind", "format", "points")
Letter = Callable[..., tuple[int, str, str]]


@pytest.fixture
def letter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Letter:
    """Write the letter of the good case with some facts and parts changed."""

    def run(
        facts: dict[str, object], parts: dict[str, object], **more: str
    ) -> tuple[int, str, str]:
        case = tmp_path / "case.json"
        case.write_text(json.dumps({"facts": {**GOOD, **facts}, "letter": parts}), "utf-8")
        policy, out = more.get("policy", "marlhaven/2025-26"), more.get("out", "letter.pdf")
        code = commands.main(
            ["letter", str(case), "--policy", policy, "--out", str(tmp_path / out)]
            + [word for name in OPTIONS if name in more for word in (f"--{name}", more[name])]
        )
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run


def printed(path: Path) -> str:
    """Give the words of a PDF on single lines."""
    pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
    return " ".join(" ".join(pages).split())


@pytest.mark.parametrize(("kind", "facts"), [("approve", {}), ("refuse", REFUSED)])
def test_with_all_its_parts_it_is_no_draft_and_prints_no_mark_of_the_wording(
    letter: Letter, tmp_path: Path, kind: str, facts: dict[str, object]
) -> None:
    code, out, err = letter(facts, PARTS)
    assert (code, err) == (0, "")
    assert out.strip() == f"{tmp_path / 'letter.pdf'}: {kind}"
    words = printed(tmp_path / "letter.pdf")
    assert "Zoë Sample" in words
    for mark in ("DRAFT", "[", "${", "##", "unless ", "after_16"):
        assert mark not in words


def test_what_is_lacking_is_a_blank_on_the_page_and_on_stderr(
    letter: Letter, tmp_path: Path
) -> None:
    code, out, err = letter({}, {**PARTS, "child": None, "dates": None}, policy="england/1996-act")
    words = printed(tmp_path / "letter.pdf")
    assert code == 0 and out.endswith("approve, draft\n")
    for blank in ("child's name", "date of the letter", "telephone number"):
        assert f"DRAFT, not given: {blank}\n" in err
        assert f"[{blank}]" in words
    assert "1970" not in words, "a day that nobody gave is not made up"


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"child": "李小龍"}, "“李” (U+674E)"),
        ({"offcer": "P. Officer"}, "has no part 'offcer'"),
        ({"dates": {"start": "2026-02-30"}}, "letter.dates.start: expected a day that there is"),
        (
            {"dates": {"start": "2026-09-01", "end": "2026-08-31"}},
            "letter.dates.end: expected a day not before 2026-09-01, the start",
        ),
    ],
)
def test_what_cannot_be_printed_is_told_and_nothing_is_written(
    letter: Letter, tmp_path: Path, parts: dict[str, object], told: str
) -> None:
    code, out, err = letter({}, {**PARTS, **parts})
    assert (code, out) == (2, "")
    assert told in err
    assert not (tmp_path / "letter.pdf").exists()


def test_the_case_is_never_written_over(letter: Letter, tmp_path: Path) -> None:
    code, _, err = letter({}, PARTS, out="case.json")
    assert code == 2 and "this is the case file itself" in err
    assert (
        json.loads((tmp_path / "case.json").read_text("utf-8"))["letter"]["child"] == "Zoë Sample"
    )


@pytest.mark.parametrize("format", ["standard", "large", "easy-read", "html", "text"])
def test_every_format_tells_who_the_letter_is_about_and_what_was_decided(
    letter: Letter, tmp_path: Path, format: str
) -> None:
    code, out, err = letter({}, PARTS, format=format)
    assert (code, err) == (0, "") and out.endswith(": approve\n")
    written = tmp_path / "letter.pdf"
    is_pdf = written.read_bytes().startswith(b"%PDF-")
    assert is_pdf is (format not in ("html", "text"))
    words = printed(written) if is_pdf else written.read_text("utf-8")
    assert "Zoë Sample" in words and "Harbour School" in words


def test_large_print_has_the_size_asked_for(letter: Letter, tmp_path: Path) -> None:
    pages = []
    for points in ("16", "30"):
        assert letter({}, PARTS, format="large", points=points)[0] == 0
        pages.append(len(pypdfium2.PdfDocument(tmp_path / "letter.pdf")))
    assert pages[0] < pages[1]


@pytest.mark.parametrize("points", ["15", "49", "huge", "-20"])
def test_a_size_that_is_no_large_print_is_refused_in_plain_words(
    letter: Letter, tmp_path: Path, points: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        letter({}, PARTS, format="large", points=points)
    assert ended.value.code == 2
    assert not (tmp_path / "letter.pdf").exists()
    assert "points" in capsys.readouterr().err


def test_another_kind_is_written_from_its_occasion(letter: Letter, tmp_path: Path) -> None:
    occasion = {"why_longer": "The school has not answered.", "now_due": "2026-01-15"}
    code, out, _ = letter({}, {**PARTS, "occasion": occasion}, kind="extension", format="text")
    assert code == 0 and ": extension" in out
    words = " ".join((tmp_path / "letter.pdf").read_text("utf-8").split())
    assert "The school has not answered." in words
