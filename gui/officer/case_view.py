"""What one look at a case brings: the assessment, its map and its history, read together."""

from __future__ import annotations

from dataclasses import dataclass, field

from casework.assess import Assessment, assess
from casework.authorise import authorisers
from casework.case_letters import CaseLetters, case_letters
from casework.desk import Desk
from casework.history import HistoryLine, case_history
from casework.map import CaseMap, case_map
from casework.places import list_schools
from casework.wording_names import names_of_others
from records.people import Person
from records.school import School


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case as the page shows it; ``authorisers`` are who may authorise help by discretion.

    ``other_children`` are the names of all children but the one whose case it is.
    """

    assessment: Assessment
    map: CaseMap
    history: tuple[HistoryLine, ...]
    schools: tuple[School, ...]
    authorisers: tuple[Person, ...]
    letters: CaseLetters
    other_children: frozenset[str] = field(default=frozenset(), repr=False)


def look_at(desk: Desk, application: str) -> CaseView:
    """Read all that the page of a case shows. Raises as the verbs do."""
    assessment = assess(desk, application)
    return CaseView(
        assessment,
        case_map(desk, application),
        case_history(desk, application),
        list_schools(desk),
        authorisers(desk),
        case_letters(desk, application),
        names_of_others(desk, assessment.case.child.name),
    )
