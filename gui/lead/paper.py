"""A comparison as plain text, to be pasted into a paper: figures with their cautions, no names."""

from __future__ import annotations

from gui.fields.standing import STANDINGS
from gui.lead.changes_card import outcome_words, rule_words
from gui.lead.figures import sentence, shown_outcomes
from gui.lead.study import Study
from gui.outcomes import OUTCOMES
from rules.quantities import day_in_words


def paper(study: Study) -> str:
    """Write the sentence, the matrix, the kinds of change and what to mind, tabs between cells."""
    parts = (
        f"{study.old.title} ({study.old.id}) against {study.new.title} ({study.new.id}), compared "
        f"on {day_in_words(study.made_on)}.",
        " ".join(sentence(study.tally)),
        _matrix(study),
        _changes(study),
        _cautions(study),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _matrix(study: Study) -> str:
    outcomes = shown_outcomes(study.comparison)
    lines = ["\t".join(["Old \\ new", *(OUTCOMES[each].word for each in outcomes), "In all"])]
    for old in outcomes:
        counts = [len(study.comparison.cell(old, new)) for new in outcomes]
        lines.append("\t".join([OUTCOMES[old].word, *map(str, counts), str(sum(counts))]))
    sums = [sum(len(study.comparison.cell(old, new)) for old in outcomes) for new in outcomes]
    lines.append("\t".join(["In all", *map(str, sums), str(study.tally.total)]))
    return "\n".join(lines)


def _changes(study: Study) -> str:
    return "\n".join(
        f"{len(each.cases)}\t{outcome_words(each)}\t{rule_words(each)}" for each in study.changes
    )


def _cautions(study: Study) -> str:
    said = [
        f"{each.title} ({each.owner}): {STANDINGS[each.standing].word.lower()}."
        for each in study.unsure()
    ]
    said += [f"{figure}: to be confirmed." for figure in study.unsure_figures()]
    if count := len(study.comparison.trouble):
        cases, are = ("1 case", "is") if count == 1 else (f"{count:,} cases", "are")
        said.append(f"{cases} could not be compared and {are} left out.")
    return "\n".join(said)
