"""What a run's sheet tells: the run, each letter, what failed, and the trail's last line."""

from __future__ import annotations

from casework.desk import Desk
from casework.runs.state import RunState, names_of, run_state
from letters.runs.sheet import RunSheet, SheetEvent, SheetRow, sheet_csv, sheet_pdf
from records.letter_run import RunEvent, RunStep
from store import audit, runs

__all__ = ["RunSheet", "run_sheet", "sheet_csv", "sheet_pdf"]

TOLD = {
    RunStep.READ: "read of the sample",
    RunStep.MADE: "made or failed",
    RunStep.STOPPED: "stopped before the end",
    RunStep.ISSUED: "issued or kept back",
}


def run_sheet(desk: Desk, run: str) -> RunSheet:
    """The sheet of a run as it stands, with the head of the audit trail. Raises NotThere."""
    state = run_state(desk, run)
    reference = {id: name for id, (name, _) in names_of(desk).items()}
    kept_back = {**state.failed, **state.not_issued}
    return RunSheet(
        number=state.number,
        store=desk.store.label,
        fictional=desk.store.fictional,
        begun_at=state.run.at,
        begun_by=state.run.by_name,
        asked=state.run.asked,
        picked=len(state.run.picked),
        held=state.run.held,
        made=len(state.made),
        issued=len(state.issued),
        seed=state.run.seed,
        sampled=len(state.run.sample),
        read=len(state.run.sample) - len(state.unread),
        rows=_rows(desk, state, reference),
        failed=tuple((reference[each], line.why) for each, line in kept_back.items()),
        events=_events(state.events),
        head=str(audit.head(desk.store)),
        drawn_up_at=desk.now(),
        held_back=tuple((reference[each.decision], each.why) for each in state.run.held_back),
        encloses=state.run.encloses,
    )


def _rows(desk: Desk, state: RunState, reference: dict[str, str]) -> tuple[SheetRow, ...]:
    """Each letter made, in print order."""
    kept = runs.digests_of(desk.store, state.run.id)
    rows = []
    for place, decision in enumerate(state.run.picked, start=1):
        line = state.made.get(decision)
        if line is not None and line.letter is not None:
            kind, format, sha256 = kept[line.letter]
            issued = decision in state.issued
            pages = line.pages
            rows.append(SheetRow(place, reference[decision], kind, format, pages, sha256, issued))
    return tuple(rows)


def _events(events: tuple[RunEvent, ...]) -> tuple[SheetEvent, ...]:
    """What was done and when; steps of one sort that follow each other are told as one."""
    told: list[SheetEvent] = []
    for each in events:
        words = TOLD[each.step]
        last = told[-1] if told else None
        if last is not None and (last.what, last.by) == (words, each.by_name):
            told[-1] = SheetEvent(
                last.began, each.at, words, last.letters + len(each.lines), last.by
            )
        else:
            told.append(SheetEvent(each.at, each.at, words, len(each.lines), each.by_name))
    return tuple(told)
