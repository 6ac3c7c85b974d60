"""Making the letters of a run: composed here, drawn in other processes, kept here in batches."""

from __future__ import annotations

from collections.abc import Iterator

import store.decisions as decisions
from casework.desk import Desk
from casework.letters.make import LetterPlan
from casework.letters.wish import LetterWish
from casework.runs.preview import HeldBack, Progress, ready_plan
from letters.runs.one import Drawn, Job, NotDrawn, fault
from letters.runs.pool import draw_all
from records.letter_run import LetterRun, RunEvent, RunLine, RunStep
from rules.problems import UserFacingError
from store import runs
from store.change import together
from store.identifiers import new_id
from store.letters import add_letter
from store.problems import StoreProblem

KEPT_AT_ONCE = 25
"""Letters kept in one transaction: many enough to be quick, few enough to lose little."""


def make(
    desk: Desk,
    run: str,
    wanted: tuple[str, ...],
    progress: Progress | None,
    workers: int | None,
) -> None:
    """Make the letters of these decisions, and note each as made or failed, batch by batch."""
    making = Making(desk, run)
    drawing = draw_all(making.jobs(wanted), workers)
    try:
        for done, found in enumerate(drawing, start=1):
            making.add(found)
            if progress is not None:
                progress(done + making.refused, len(wanted))
    except StoreProblem:  # the disk refuses: to keep more would only fail again
        raise
    except BaseException:
        making.keep()
        making.note(RunStep.STOPPED)
        raise
    finally:
        drawing.close()
    making.keep()


def wish_of(run: LetterRun) -> LetterWish:
    """How each letter of a run is wanted: as its family has letters, and with what it encloses."""
    return LetterWish(enclose=run.encloses)


class Making:
    """The letters of one run between being composed and being kept."""

    def __init__(self, desk: Desk, run: str) -> None:
        self._desk, self._run = desk, run
        self._wish = wish_of(runs.letter_run(desk.store, run))
        self._planned: dict[str, LetterPlan] = {}
        self._batch: list[Drawn] = []
        self._failed: list[RunLine] = []
        self.refused = 0

    def jobs(self, wanted: tuple[str, ...]) -> Iterator[Job]:
        """Compose each letter when it is asked for; one that cannot be is noted as failed."""
        stands = {head.id for head in decisions.list_heads(self._desk.store)}
        issued = runs.decisions_with_issued_letters(self._desk.store)
        for each in wanted:
            try:
                job = self._job(each, each in stands, each in issued)
            except UserFacingError as error:
                self._refuse(each, str(error))
            except Exception as error:  # a fault with one case must not stop the others
                self._refuse(each, fault(error))
            else:
                yield job

    def _job(self, id: str, stands: bool, issued: bool) -> Job:
        if not stands:
            raise HeldBack("The case was decided again since the run was begun.")
        if issued:
            raise HeldBack("A letter of this decision was issued since the run was begun.")
        plan = ready_plan(self._desk, decisions.decision(self._desk.store, id), self._wish)
        self._planned[id] = plan
        return Job(id, plan.content, plan.inputs.format, plan.inputs.points)

    def _refuse(self, decision: str, why: str) -> None:
        self._failed.append(RunLine(decision, why=why))
        self.refused += 1

    def add(self, found: Drawn | NotDrawn) -> None:
        """Take a letter that was drawn, or note that it was not; keep a batch that is full."""
        if isinstance(found, NotDrawn):
            self._planned.pop(found.key)
            self._failed.append(RunLine(found.key, why=found.why))
        else:
            self._batch.append(found)
        if len(self._batch) + len(self._failed) >= KEPT_AT_ONCE:
            self.keep()

    def keep(self) -> None:
        """Keep what was drawn, each letter with its own audit line: all of the batch, or none."""
        if not self._batch and not self._failed:
            return
        with together(self._desk.store):
            made = tuple(self._keep(each) for each in self._batch)
            self.note(RunStep.MADE, (*made, *self._failed))
        self._batch, self._failed = [], []

    def _keep(self, found: Drawn) -> RunLine:
        plan, desk = self._planned.pop(found.key), self._desk
        letter = plan.record(desk, found.data)
        add_letter(desk.store, letter, desk.person, plan.rests_on)
        return RunLine(found.key, letter.id, found.pages)

    def note(self, step: RunStep, lines: tuple[RunLine, ...] = ()) -> None:
        """Add a step of the run in the name of whoever is at the desk."""
        desk, by = self._desk, self._desk.person
        event = RunEvent(new_id(), self._run, step, lines, by.id, by.name, desk.now())
        runs.add_event(desk.store, event, by)
