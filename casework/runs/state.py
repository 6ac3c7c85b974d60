"""Where a run of letters stands: read, made, failed and issued, folded from its steps."""

from __future__ import annotations

from dataclasses import dataclass, field

from casework.desk import Desk
from records.letter_run import LetterRun, RunEvent, RunLine, RunStep
from store import applications, children, runs


@dataclass(frozen=True, slots=True)
class RunState:
    """A run and what became of it. Letters are known by their decision.

    ``number`` counts the store's runs from 1. ``read`` are the sampled letters that somebody
    read, ``made`` the letters kept, ``failed`` those that were not and why, ``issued`` those that
    were issued, ``not_issued`` those that could not be and why. ``stopped`` says that the last
    making was stopped before its end.
    """

    run: LetterRun
    number: int
    events: tuple[RunEvent, ...] = ()
    read: frozenset[str] = frozenset()
    made: dict[str, RunLine] = field(default_factory=dict)
    failed: dict[str, RunLine] = field(default_factory=dict)
    issued: frozenset[str] = frozenset()
    not_issued: dict[str, RunLine] = field(default_factory=dict)
    stopped: bool = False

    @property
    def unread(self) -> tuple[str, ...]:
        """The sampled letters that nobody has read yet, in the sample's order."""
        return tuple(each for each in self.run.sample if each not in self.read)

    @property
    def to_make(self) -> tuple[str, ...]:
        """The letters still to be made, in print order."""
        return tuple(each for each in self.run.picked if each not in self.made)

    @property
    def to_issue(self) -> tuple[str, ...]:
        """The letters made and not issued, in print order."""
        return tuple(
            each for each in self.run.picked if each in self.made and each not in self.issued
        )


def run_state(desk: Desk, run: str) -> RunState:
    """Where a run stands. Raises NotThere."""
    every = runs.list_runs(desk.store)
    found = runs.letter_run(desk.store, run)
    number = 1 + next(at for at, each in enumerate(every) if each.id == found.id)
    return folded(RunState(found, number), runs.events_of(desk.store, run))


def earlier_runs(desk: Desk) -> tuple[RunState, ...]:
    """Every run of the store as it stands, the newest first."""
    found = [
        folded(RunState(each, number), runs.events_of(desk.store, each.id))
        for number, each in enumerate(runs.list_runs(desk.store), start=1)
    ]
    return tuple(reversed(found))


def names_of(desk: Desk) -> dict[str, tuple[str, str]]:
    """Reference and child of every decision ever made; a run's letters may tell of old ones."""
    names = {each.id: each.name for each in children.list_children(desk.store)}
    cases = {
        each.id: (each.reference, names[each.child])
        for each in applications.list_applications(desk.store)
    }
    return {id: cases[case] for id, case in runs.cases_of_decisions(desk.store).items()}


def case_of(desk: Desk, decision: str) -> str:
    """The case of a decision of a run."""
    return runs.cases_of_decisions(desk.store)[decision]


def folded(state: RunState, events: tuple[RunEvent, ...]) -> RunState:
    """A run after its steps, each letter by what last became of it."""
    read: set[str] = set()
    issued: set[str] = set()
    made: dict[str, RunLine] = {}
    failed: dict[str, RunLine] = {}
    not_issued: dict[str, RunLine] = {}
    for event in events:
        for line in event.lines:
            if event.step is RunStep.READ:
                read.add(line.decision)
            elif event.step is RunStep.MADE:
                _settle(line, made, failed)
            elif line.letter:
                issued.add(line.decision)
            else:
                not_issued[line.decision] = line
    stopped = [event.step for event in events if event.step is not RunStep.READ]
    return RunState(
        state.run,
        state.number,
        events,
        frozenset(read),
        made,
        failed,
        frozenset(issued),
        {id: line for id, line in not_issued.items() if id not in issued},
        stopped[-1:] == [RunStep.STOPPED],
    )


def _settle(line: RunLine, made: dict[str, RunLine], failed: dict[str, RunLine]) -> None:
    """Note one letter as made, or as failed until it is made after all."""
    if line.letter:
        made[line.decision] = line
        failed.pop(line.decision, None)
    else:
        failed[line.decision] = line
