#!/usr/bin/env python3
"""Prints docs/what-is-known.md: every rule and figure of Southampton's texts, and how sure it is.

.venv/bin/python docs/tools/standing_table.py > docs/what-is-known.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from casework.policies.in_words import (
    WrittenDefinition,
    WrittenProvision,
    WrittenVersion,
    in_words,
    value_of,
)
from casework.shelf import POLICY_FOLDER, Shelf
from rules.policy import PolicyVersion
from rules.say import standing_words
from rules.tree import ParameterText
from rules.values import Standing

COUNCIL = "southampton"

UNSURE = (Standing.TO_CONFIRM, Standing.UNREAD)

HEAD = """\
# What is known of Southampton's policy

This page is printed from the policy texts, and a test holds it equal to them. It lists every rule
and figure of Southampton's that Milepost holds, with its source and how sure it is. What the texts
inherit from the Education Act 1996 is statute; of that, only what is not certain is listed, at the
end.

| how sure | what it means |
|---|---|
| read in the policy or in the papers on its decision | someone read it there |
| read on a council page | it stands on a page of the council |
| year inferred | the source does not say for which year; the year is ours |
| to be confirmed by the policy lead | assumed; never printed as the council's words |
| not read | the text speaks of it, and nobody here has read what it says |

Years that are not listed are not held. A rule that is not listed was not found. A case that turns
on an unread rule is answered with *cannot tell yet*. A draft is ours, to compare with; it never
decides a case.
"""


def page() -> str:
    """Give the whole page."""
    shelf = Shelf((POLICY_FOLDER,))
    read = [shelf.read(policy) for policy in shelf.ids() if policy.startswith(f"{COUNCIL}/")]
    parts = [line for policy in read for line in version_lines(policy, in_words(policy))]
    law = [shelf.read(policy) for policy in shelf.ids() if policy.startswith("england/")]
    return "\n".join([HEAD, *parts, *law_lines(law)]) + "\n"


def law_lines(versions: list[PolicyVersion]) -> Iterator[str]:
    """Give what is not certain in England's texts: rules and figures, each with its text."""
    yield "## The Education Act 1996: what is not certain\n"
    yield "| text | rule, meaning or figure | source | how sure |\n|---|---|---|---|"
    for policy in versions:
        for rule in in_words(policy).provisions:
            if not rule.inherited and rule.standing in UNSURE:
                sure = standing(rule.standing, rule.year_inferred, rule.note)
                yield row(policy.id, rule.title, rule.cites, sure)
        for meant in in_words(policy).unsure_definitions():
            if not meant.inherited:
                yield row(policy.id, *definition_cells(meant))
        for figure in policy.parameters.values():
            yield from (row(policy.id, *cells) for cells in unsure_cells(policy, figure))


def unsure_cells(policy: PolicyVersion, figure: ParameterText) -> Iterator[tuple[str, str, str]]:
    """Give the uncertain values of a version's own figure: what it is, its source, how sure."""
    for each in figure.values if figure.owner == policy.id else ():
        source = each.source
        if source is not None and Standing(source.standing) in UNSURE:
            name = f"{figure.name.replace('_', ' ')}: {value_of(figure.type, each.value)}"
            sure = standing(Standing(source.standing), source.year == "inferred", source.note)
            yield name, source.cites, sure


def version_lines(policy: PolicyVersion, version: WrittenVersion) -> Iterator[str]:
    """Give the lines of one version: its head, its own rules, its own figures."""
    yield f"## {version.id}\n"
    yield f"{version.title}. Travel {version.days}; {version.status}."
    if version.known:
        yield f"{version.known_head} {version.known}."
    if version.note:
        yield f"Note: {version.note}"
    if version.builds_on:
        yield f"Builds on {version.builds_on}; what it does not change is listed there."
    rules = [each for each in version.provisions if not each.inherited]
    if rules:
        yield "\n| rule | effect | source | how sure |\n|---|---|---|---|"
        yield from (rule_line(each) for each in rules)
    meant = [each for each in version.definitions if each.standing and not each.inherited]
    if meant:
        yield "\n| what is meant by | source | how sure |\n|---|---|---|"
        yield from (row(*definition_cells(each)) for each in meant)
    figures = [each for each in policy.parameters.values() if each.owner == policy.id]
    if figures:
        yield "\n| figure | value | source | how sure |\n|---|---|---|---|"
        yield from (line for each in figures for line in figure_lines(each))
    yield ""


def rule_line(rule: WrittenProvision) -> str:
    """Give one rule as a row."""
    sure = standing(rule.standing, rule.year_inferred, rule.note)
    return row(rule.title, rule.effect.value, rule.cites, sure)


def definition_cells(meant: WrittenDefinition) -> tuple[str, str, str]:
    """Give a definition with a source of its own: its name, the source, how sure."""
    sure = standing(meant.standing, False, meant.note) if meant.standing else ""
    return f"“{meant.name}”", meant.cites, sure


def figure_lines(figure: ParameterText) -> Iterator[str]:
    """Give each value of a figure as a row."""
    for each in figure.values:
        source = each.source
        name, value = figure.name.replace("_", " "), value_of(figure.type, each.value)
        sure = standing(Standing(source.standing), source.year == "inferred", source.note)
        yield row(name, value, source.cites, sure)


def standing(found: Standing, year_inferred: bool, note: str | None) -> str:
    """Say how sure a rule is, with what is noted of it."""
    words = standing_words(found).partition(":")[0]
    return "; ".join(filter(None, (words, "year inferred" if year_inferred else "", note)))


def row(*cells: str) -> str:
    """Write a row of a table."""
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(page(), end="")
