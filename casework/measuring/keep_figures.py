"""Keep figures of a case as they are, with reasons, though what they rest on has changed since."""

from __future__ import annotations

from casework.assess import Assessment
from casework.desk import Desk
from casework.measuring.figures_on_file import kept_name
from casework.measuring.figures_stand import current_measurements, is_replaced
from casework.record import record_fact
from casework.rights import OFFICERS, require
from casework.schools.suitable_round import kept_words
from casework.schools.table_again import assess_to_decide
from records.measurement import Measurement
from rules.problems import UserFacingError
from store import change
from store.settings import set_setting


class CannotKeep(UserFacingError):
    """A figure cannot be kept as it is: no reason, or nothing asks for it again."""


def keep_figures(desk: Desk, application: str, reason: str) -> None:
    """Keep a case's figures as they are, with the reason.

    Measurements stay on the network they were made on until another comes in; facts drawn from the
    table of schools stay what they are until they are drawn or recorded anew. Raises NotAllowed, or
    CannotKeep without a reason or where nothing is wanted again.
    """
    require(desk, "Keeping a figure that is wanted again", *OFFICERS)
    assessment, because = assess_to_decide(desk, application), reason.strip()
    replaced = _replaced(assessment)
    if not because or not (replaced or assessment.drawn_otherwise):
        raise CannotKeep(
            "Say why a figure whose ground has changed since is kept. Nothing was changed."
        )
    with change.together(desk.store):
        for each in replaced:
            _keep_measurement(desk, assessment, each, because)
        _keep_drawn(desk, assessment, because)


def _replaced(assessment: Assessment) -> list[Measurement]:
    on_file = assessment.case.figures
    return [each for each in current_measurements(assessment) if is_replaced(on_file, each)]


def _keep_measurement(
    desk: Desk, assessment: Assessment, measurement: Measurement, because: str
) -> None:
    network = assessment.case.figures.network
    if network is not None:
        name = kept_name(network.digest, measurement.id)
        set_setting(desk.store, name, because, desk.person)


def _keep_drawn(desk: Desk, assessment: Assessment, because: str) -> None:
    """Record what was drawn anew as the officer's own, so that the table speaks no more for it."""
    otherwise = assessment.drawn_otherwise
    kept = {fact.name: fact for fact in assessment.facts}
    for name in otherwise.facts if otherwise else ():
        source = kept_words(kept[name].source, desk.person.name, because)
        record_fact(desk, assessment.case.application.id, name, kept[name].value, source)
