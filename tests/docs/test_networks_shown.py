"""The tables of what may be walked and driven stand in the guide as the program has them."""

from __future__ import annotations

from geography.imports.os_rules import OS_RULES
from geography.imports.osm_rules import (
    ALLOWED,
    FOOT_TAGS,
    FORBIDDEN,
    MOTOR_TAGS,
    MOTORROAD,
    STOPS_MOTOR,
    WAYS,
    may_pass,
)
from tests.docs.papers import ROOT

GUIDE = (ROOT / "docs" / "networks.md").read_text(encoding="utf-8")


def yes_no(flag: bool) -> str:
    return "yes" if flag else "no"


def table_under(heading: str) -> list[tuple[str, ...]]:
    """Return the rows of the table whose header begins so."""
    lines = GUIDE[GUIDE.index(heading) :].splitlines()[2:]
    rows = lines[: next(at for at, line in enumerate(lines) if not line.startswith("|"))]
    return [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in rows]


def test_openstreetmaps_rules_are_shown_as_they_are() -> None:
    assert table_under("| highway | walked | driven |") == [
        (", ".join(rule.highway), yes_no(rule.foot), yes_no(rule.motor)) for rule in WAYS
    ]


def test_what_barriers_stop_is_shown_as_it_is() -> None:
    walked, driven = may_pass({"barrier": min(STOPS_MOTOR)})
    others = tuple(map(yes_no, may_pass({"barrier": "gate"})))
    assert table_under("| barrier | walked past | driven past |") == [
        (", ".join(sorted(STOPS_MOTOR)), yes_no(walked), yes_no(driven)),
        ("(any other, such as a gate)", *others),
    ]
    assert f"`{MOTORROAD}=yes`" in GUIDE


def test_every_value_of_an_access_tag_is_told() -> None:
    for value in {*ALLOWED, *FORBIDDEN, *FOOT_TAGS, *MOTOR_TAGS}:
        assert f"`{value}`" in GUIDE


def test_ordnance_surveys_rules_are_shown_as_they_are() -> None:
    assert table_under("| column | says | walked | driven |") == [
        (rule.column, rule.value, yes_no(rule.foot), yes_no(rule.motor)) for rule in OS_RULES
    ]
