"""A run of letters: begun from a preview, a sample read, made in batches, issued when told to.

A letter that fails does not stop the rest. What was made stays, so that a run that was stopped,
or met a full disk, goes on where it left off.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import isqrt
from random import Random
from secrets import randbelow

import store.decisions as decisions
from casework.desk import Desk
from casework.letters.clocks import last_day_to_ask
from casework.letters.inputs import read_inputs
from casework.letters.issuing import record_sending
from casework.letters.write import LetterDraft, preview_letter
from casework.rights import OFFICERS, require
from casework.runs.making import make, wish_of
from casework.runs.preview import Progress, RunPreview
from casework.runs.state import RunState, run_state
from letters.formats import Format
from records.letter_run import LetterRun, RunEvent, RunLine, RunStep
from records.sending import SentBy
from rules.problems import UserFacingError
from rules.quantities import day_in_words
from store import runs
from store.change import together
from store.identifiers import new_id
from store.letters import issue_letter, letter

ISSUED_AT_ONCE = 50
"""Letters issued in one transaction: many enough to be quick, few enough to lose little."""


class NothingToMake(UserFacingError):
    """A run in which every letter is held back, or nothing was asked for."""


class SampleNotRead(UserFacingError):
    """A run whose sample has not been read yet."""


def sample_size(letters: int) -> int:
    """How many letters to read first: the root of their number, from 5 to 25, or all of fewer."""
    return min(letters, max(5, min(25, isqrt(letters))))


def begin_run(
    desk: Desk, preview: RunPreview, size: int | None = None, seed: int | None = None
) -> LetterRun:
    """Record a run of the letters that a preview would make, with a random sample to be read.

    ``size`` is how many to read (None: as ``sample_size`` says); ``seed`` draws the sample (None:
    one is drawn), and is kept so that anyone can draw it again. Raises NothingToMake, NotAllowed.
    """
    require(desk, "A run of letters", *OFFICERS)
    picked = tuple(item.decision for item in preview.ready)
    if not picked:
        raise NothingToMake(
            "There is no letter to make, and nothing was changed. Settle what holds letters back "
            "in their cases, or ask for other cases."
        )
    seed = randbelow(2**31) if seed is None else seed
    sample = drawn_sample(picked, sample_size(len(picked)) if size is None else size, seed)
    by = desk.person
    held = tuple(RunLine(item.decision, why=item.held_because or "") for item in preview.held)
    made = LetterRun(
        new_id(), preview.asked, picked, len(held), sample, seed, by.id, by.name, desk.now(),
        held, preview.encloses,
    )  # fmt: skip
    runs.add_run(desk.store, made, by)
    return made


def drawn_sample(picked: tuple[str, ...], size: int, seed: int) -> tuple[str, ...]:
    """Draw a sample by its seed: the same letters and seed give the same sample, in print order."""
    count = max(0, min(size, len(picked)))
    chosen = frozenset(Random(seed).sample(sorted(picked), count))
    return tuple(each for each in picked if each in chosen)


def read_sample(desk: Desk, run: str, decision: str) -> LetterDraft:
    """One letter of the sample as it would be printed; raises as ``preview_letter``."""
    require(desk, "A run of letters", *OFFICERS)
    kept = runs.letter_run(desk.store, run)
    if decision not in kept.sample:
        raise LookupError("the letter is not of the run's sample")
    wish = wish_of(kept)
    found = preview_letter(desk, decision, wish=wish)
    if found.format.suffix == ".pdf":
        return found
    # A web page or plain text says the same; it is read here on the page that all are read on.
    return preview_letter(desk, decision, wish=replace(wish, format=Format.STANDARD))


def mark_read(desk: Desk, run: str, decision: str) -> RunState:
    """Record that whoever is at the desk read a letter of the sample. Again changes nothing."""
    require(desk, "A run of letters", *OFFICERS)
    if decision in run_state(desk, run).unread:
        add_step(desk, run, RunStep.READ, (RunLine(decision),))
    return run_state(desk, run)


def make_run(
    desk: Desk, run: str, progress: Progress | None = None, workers: int | None = None
) -> RunState:
    """Draw and keep every letter of a run that is not made yet, in ``workers`` processes.

    ``progress`` may raise to stop: what is drawn by then is kept. A letter that cannot be drawn
    is listed with why and tried again the next time. Raises SampleNotRead, NotAllowed, and
    CouldNotSave when the disk refuses; the letters of earlier batches stay.
    """
    require(desk, "A run of letters", *OFFICERS)
    unread = run_state(desk, run).unread
    if unread:
        raise SampleNotRead(
            f"No letter was made: {len(unread)} of the sample are still to be read. "
            "Read them, or begin another run if something is wrong with them."
        )
    make(desk, run, run_state(desk, run).to_make, progress, workers)
    return run_state(desk, run)


def issue_run(desk: Desk, run: str, progress: Progress | None = None) -> RunState:
    """Issue every letter of a run that is made and not issued, in batches.

    Each is recorded as posted today, which starts its clock. A letter whose case was decided again
    since, or whose days would now be too short, is not issued, and listed with why. ``progress``
    may raise to stop; the batches issued stay. Raises NotAllowed, CouldNotSave.
    """
    require(desk, "Issuing a letter", *OFFICERS)
    state = run_state(desk, run)
    waiting = state.to_issue
    for at in range(0, len(waiting), ISSUED_AT_ONCE):
        if progress is not None:
            progress(at, len(waiting))
        _issue(desk, run, [state.made[each] for each in waiting[at : at + ISSUED_AT_ONCE]])
    return run_state(desk, run)


def _issue(desk: Desk, run: str, made: list[RunLine]) -> None:
    """Issue one batch: all of it, or none."""
    stands = {head.id for head in decisions.list_heads(desk.store)}
    with together(desk.store):
        lines = tuple(_issued(desk, line, line.decision in stands) for line in made)
        add_step(desk, run, RunStep.ISSUED, lines)


def _issued(desk: Desk, line: RunLine, stands: bool) -> RunLine:
    """Issue one letter and start its clock, or say why not."""
    if not stands or line.letter is None:
        return RunLine(line.decision, why="The case was decided again since this letter was made.")
    found, today = letter(desk.store, line.letter), desk.today()
    given = read_inputs(found.inputs).terms.review_by if found.inputs else None
    owed = last_day_to_ask(today, SentBy.POST)
    if given is not None and given < owed:
        return RunLine(line.decision, why=_too_short(given, owed))
    record_sending(desk, issue_letter(desk.store, found.id, desk.person), today, SentBy.POST)
    return RunLine(line.decision, found.id, line.pages)


def _too_short(given: date, owed: date) -> str:
    return (
        f"The letter gives the family until {day_in_words(given)} to ask for a review; sent today "
        f"they are owed until {day_in_words(owed)}. Begin another run, which makes it anew."
    )


def add_step(desk: Desk, run: str, step: RunStep, lines: tuple[RunLine, ...]) -> None:
    """Add a step of a run in the name of whoever is at the desk."""
    by = desk.person
    event = RunEvent(new_id(), run, step, lines, by.id, by.name, desk.now())
    runs.add_event(desk.store, event, by)
