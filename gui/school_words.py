"""A school's particulars in words; what no file said of it is "not known"."""

from __future__ import annotations

from records.school import School
from rules.vocabulary import FactWord, Vocabulary

NOT_KNOWN = "not known"


class SchoolWords:
    """Writes a school's particulars with the vocabulary's own words for kinds and bodies."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.kinds = _choices(vocabulary["school_kind"])
        self.bodies = _choices(vocabulary["school_governance"])

    def kind(self, school: School) -> str:
        """Say what kind of place it is."""
        return NOT_KNOWN if school.kind is None else self.kinds.get(school.kind, school.kind)

    def governance(self, school: School) -> str:
        """Say who runs it."""
        body = school.governance
        return NOT_KNOWN if body is None else self.bodies.get(body, body)

    def about(self, school: School) -> str:
        """Say in a line what is known of it: kind, who runs it, ages."""
        if school.kind is None and school.governance is None:
            kind = "kind and who runs it not known"
        else:
            kind = f"{_or_unknown(self.kind(school), 'kind')}, "
            kind += _or_unknown(self.governance(school), "who runs it")
        return f"{kind}; ages {ages(school)}"


def ages(school: School) -> str:
    """Write the ages taught: ``4 to 11``."""
    low, high = school.age_from, school.age_to
    if low is None and high is None:
        return NOT_KNOWN
    if low is None:
        return f"up to {high}"
    return f"from {low}" if high is None else f"{low} to {high}"


def places(school: School) -> str:
    """Write how many places were open in the normal round."""
    return NOT_KNOWN if school.places_free is None else f"{school.places_free:,}"


def gates(school: School) -> str:
    """Write where a route may end: the gates' number and names."""
    names = ", ".join(gate.name for gate in school.gates)
    return f"{len(school.gates)}: {names}" if len(school.gates) > 1 else names or "none"


def unknown_of(school: School) -> tuple[str, ...]:
    """Name what is not known of a school and a decision may turn on."""
    lacking = {
        "kind": school.kind,
        "who runs it": school.governance,
        "ages": None if None in (school.age_from, school.age_to) else True,
        "places": school.places_free,
    }
    return tuple(name for name, value in lacking.items() if value is None)


def _choices(word: FactWord) -> dict[str, str]:
    labels = word.choice_labels or word.choices
    return dict(zip(word.choices, labels, strict=True))


def _or_unknown(words: str, what: str) -> str:
    return f"{what} {words}" if words == NOT_KNOWN else words
