"""How a run of letters is told of in words, and the columns of its lists."""

from __future__ import annotations

from typing import Final

from casework.runs.preview import RunPreview
from casework.runs.state import RunState
from gui.fields.table import Column
from gui.officer.letter_words import kind_words

STEPS: Final = ("Choose", "Read a sample", "Make", "Give out")

READY_COLUMNS: Final = (
    Column(
        "Postcode", lambda item: item.postcode or "none", width=90, sort=lambda i: i.order, spare=1
    ),
    Column("Reference", lambda item: item.reference, width=110),
    Column("Child", lambda item: item.child, width=112, stretches=True),
    Column("Letter", lambda item: kind_words(item.kind), width=140, stretches=True),
)

HELD_COLUMNS: Final = (
    Column("Reference", lambda item: item.reference, width=110),
    Column("Child", lambda item: item.child, width=112, stretches=True),
    Column("Why it is held back", lambda item: item.held_because or "", width=180, stretches=True),
)

FAILED_COLUMNS: Final = (
    Column("Reference", lambda line: line[0], width=110),
    Column("Child", lambda line: line[1], width=112, stretches=True),
    Column("Why", lambda line: line[2], width=180, stretches=True),
)


def letters(count: int) -> str:
    """Count letters in words."""
    return "1 letter" if count == 1 else f"{count:,} letters"


def preview_words(found: RunPreview) -> str:
    """Say what a run would make, and how much it holds back."""
    if not found.ready and not found.held:
        return "No decided case of this choice waits for its letter."
    can = f"{letters(len(found.ready))} can be made." if found.ready else "No letter can be made."
    held = len(found.held)
    if not held:
        return f"{can} None is held back."
    return f"{can} {held:,} {'is' if held == 1 else 'are'} held back until the case is settled."


def stand_words(state: RunState) -> str:
    """Say where a run stands, in a sentence or two."""
    if state.unread:
        return f"{len(state.unread):,} of the sample of {len(state.run.sample):,} are to be read."
    told = [f"{letters(len(state.made))} made"] if state.made else ["No letter made yet"]
    if state.failed:
        told.append(f"{len(state.failed):,} failed")
    if state.issued:
        told.append(f"{len(state.issued):,} issued")
    left = len(state.to_make) - len(state.failed)
    if left and (state.made or state.stopped):
        told.append(f"{left:,} still to be made")
    return ", ".join(told) + "."


def step_of(state: RunState | None) -> int:
    """Say at which of the steps a run is."""
    if state is None:
        return 0
    if state.unread:
        return 1
    return 3 if state.made and not state.stopped else 2


def go_words(state: RunState | None, preview: RunPreview | None, asking: bool) -> str:
    """Say what the primary button does; nothing where there is nothing to do.

    ``asking`` says that the question stands whether to issue.
    """
    if state is None:
        return "Begin the run" if preview is not None and preview.ready else ""
    if state.unread:
        return "Read the next letter"
    if asking:
        return f"Issue {letters(len(state.to_issue))}"
    return f"Make {letters(len(state.to_make))}" if state.to_make else ""
