"""What one look at a case brings: the assessment, its map and its history, read together."""

from __future__ import annotations

from dataclasses import dataclass, field

from casework.assess import Assessment, granted
from casework.authorise import authorisers
from casework.desk import Desk
from casework.gate import by_discretion
from casework.history import HistoryLine, case_history
from casework.letters.of_case import CaseLetters, case_letters
from casework.maps.of_case import CaseMap, case_map
from casework.schools.places import list_schools
from casework.schools.table_again import assess_to_decide
from casework.wordings.names import names_of_others
from gui.officer.draft import Draft
from records.people import Person
from records.school import School


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case as the page shows it; ``authorisers`` are who may authorise help by discretion.

    ``granted`` is the case with the parts of help that only discretion gives. ``other_children``
    are the names of all children but the one whose case it is.
    """

    assessment: Assessment
    granted: Assessment
    map: CaseMap
    history: tuple[HistoryLine, ...]
    schools: tuple[School, ...]
    authorisers: tuple[Person, ...]
    letters: CaseLetters
    other_children: frozenset[str] = field(default=frozenset(), repr=False)

    def meant(self, draft: Draft) -> Assessment:
        """Give the case with the parts of the help that a draft gives, or that was decided."""
        return self.granted if self.is_by_discretion(draft) else self.assessment

    def is_by_discretion(self, draft: Draft) -> bool:
        """Say whether a draft, else the decision that stands, gives help by discretion alone."""
        if by_discretion(self.assessment, draft.intent(self.assessment)):
            return True
        stands = self.assessment.case.decision
        given = stands.discretion if stands and draft.outcome is None else None
        return given is not None and given.used


def look_at(desk: Desk, application: str) -> CaseView:
    """Read all that the page of a case shows. Raises as the verbs do."""
    assessment = assess_to_decide(desk, application)
    return CaseView(
        assessment,
        granted(assessment),
        case_map(desk, application),
        case_history(desk, application),
        list_schools(desk),
        authorisers(desk),
        case_letters(desk, application),
        names_of_others(desk, assessment.case.child.name),
    )
