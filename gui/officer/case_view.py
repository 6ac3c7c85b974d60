"""What one look at a case brings: the assessment, its map and its history, read together."""

from __future__ import annotations

from dataclasses import dataclass

from casework.assess import Assessment, assess
from casework.authorise import authorisers
from casework.case_letters import CaseLetters, case_letters
from casework.desk import Desk
from casework.history import HistoryLine, case_history
from casework.map import CaseMap, case_map
from casework.places import list_schools
from records.people import Person
from records.school import School


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case as the page shows it; ``authorisers`` are who may authorise help by discretion."""

    assessment: Assessment
    map: CaseMap
    history: tuple[HistoryLine, ...]
    schools: tuple[School, ...]
    authorisers: tuple[Person, ...]
    letters: CaseLetters


def look_at(desk: Desk, application: str) -> CaseView:
    """Read all that the page of a case shows. Raises as the verbs do."""
    return CaseView(
        assess(desk, application),
        case_map(desk, application),
        case_history(desk, application),
        list_schools(desk),
        authorisers(desk),
        case_letters(desk, application),
    )
