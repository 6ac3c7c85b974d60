"""What a run of letters would make, and what is held back and why; nothing is kept by looking."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import store.decisions as decisions
from casework.desk import Desk
from casework.letters.enclosures import may_be_enclosed
from casework.letters.issuing import in_place, may_be_issued
from casework.letters.make import LetterPlan, plan_letter
from casework.letters.matter import PLAIN
from casework.letters.wish import LetterWish
from casework.rights import OFFICERS, require
from casework.runs.order import Key, postcode_of, print_key
from letters.printing.glyphs import check_glyphs
from letters.runs.one import fault
from records.application import Application, Directorate
from records.decision import Decision, DecisionHead
from records.london import day_in_london
from rules.problems import UserFacingError
from rules.quantities import day_in_words
from rules.values import Outcome
from store import runs, schools
from store.applications import list_applications

Progress = Callable[[int, int], None]
"""Called with how many are done, of how many; may raise to stop."""


class HeldBack(UserFacingError):
    """A letter that is not made in a run until something is settled in its case."""


@dataclass(frozen=True, slots=True)
class RunFilter:
    """Which decided cases a run is for; what is None or empty asks for nothing.

    ``school`` is a school's id; the days are those on which the decisions were made.
    """

    outcome: Outcome | None = None
    directorate: Directorate | None = None
    school: str = ""
    decided_from: date | None = None
    decided_until: date | None = None

    def keeps(self, head: DecisionHead, application: Application) -> bool:
        """Say whether a decided case is asked for."""
        day = day_in_london(head.decided_at)
        return (
            self.outcome in (None, head.outcome)
            and self.directorate in (None, application.directorate)
            and self.school in ("", application.school)
            and (self.decided_from is None or day >= self.decided_from)
            and (self.decided_until is None or day <= self.decided_until)
        )


@dataclass(frozen=True, slots=True)
class RunItem:
    """One letter of a preview. ``held_because`` says why it is not made, None where it can be."""

    decision: str
    application: str
    reference: str
    child: str
    postcode: str
    kind: str
    order: Key
    held_because: str | None = None


@dataclass(frozen=True, slots=True)
class RunPreview:
    """What a run would make, in print order, and what it holds back; ``asked`` tells the filter.

    ``encloses``: each letter with the certificate and the list of evidence.
    """

    asked: str
    ready: tuple[RunItem, ...]
    held: tuple[RunItem, ...]
    encloses: bool = True


def preview_run(
    desk: Desk, asked: RunFilter, progress: Progress | None = None, encloses: bool = True
) -> RunPreview:
    """Compose the letter of every decided case asked for of which none was issued. Keeps nothing.

    What is enclosed is looked for, and drawn up only with the letter. Raises NotAllowed for
    whoever is no officer.
    """
    require(desk, "A run of letters", *OFFICERS)
    heads = candidates(desk, asked)
    items = []
    for done, head in enumerate(heads):
        if progress is not None:
            progress(done, len(heads))
        items.append(item_of(desk, decisions.decision(desk.store, head.id), encloses))
    items.sort(key=lambda item: item.order)
    ready = tuple(item for item in items if item.held_because is None)
    held = tuple(item for item in items if item.held_because is not None)
    return RunPreview(asked_words(desk, asked), ready, held, encloses)


def candidates(desk: Desk, asked: RunFilter) -> tuple[DecisionHead, ...]:
    """The decisions that stand, that the filter keeps, and of which no letter was issued."""
    issued = runs.decisions_with_issued_letters(desk.store)
    cases = {each.id: each for each in list_applications(desk.store)}
    return tuple(
        head
        for head in decisions.list_heads(desk.store)
        if head.id not in issued and asked.keeps(head, cases[head.application])
    )


def item_of(desk: Desk, decision: Decision, encloses: bool = True) -> RunItem:
    """One line of the preview: the letter composed and checked, or why it is held back."""
    kind, because = "", None
    try:
        kind = ready_plan(desk, decision).inputs.kind
        if encloses:
            may_be_enclosed(desk, decision)
    except UserFacingError as error:
        because = str(error)
    except Exception as error:  # one case that meets a fault of ours must not hide the others
        because = fault(error)
    return RunItem(
        decision.id,
        decision.application,
        decision.reference,
        decision.child_name,
        postcode_of(decision.address),
        kind,
        print_key(decision.address, decision.parent_name, decision.child_name, decision.reference),
        because,
    )


def ready_plan(desk: Desk, decision: Decision, wish: LetterWish = PLAIN) -> LetterPlan:
    """A letter in words that could be issued today as it is.

    Raises HeldBack for a draft or blanks, LetterRefused where a guard stands against it,
    GlyphMissing for a character that the fonts lack, what ``may_be_issued`` raises, and what
    ``certificate`` raises where one is enclosed.
    """
    plan = plan_letter(desk, decision, wish=in_place(desk, decision, None, wish))
    if plan.content.blanks:
        raise HeldBack(f"Still to be filled: {', '.join(plan.content.blanks)}.")
    if because := plan.inputs.terms.draft_because:
        raise HeldBack(because[:1].upper() + because[1:])
    may_be_issued(desk, plan)
    check_glyphs(plan.content)
    return plan


def asked_words(desk: Desk, asked: RunFilter) -> str:
    """The filter in words, for the run's own record and its sheet."""
    return "; ".join(_asked(desk, asked)) or "every decided case of which no letter was issued"


def _asked(desk: Desk, asked: RunFilter) -> Iterator[str]:
    if asked.outcome is not None:
        yield f"outcome {asked.outcome.value.replace('_', ' ')}"
    if asked.directorate is not None:
        yield f"directorate {asked.directorate.value}"
    if asked.school:
        yield f"school {schools.school(desk.store, asked.school).name}"
    if asked.decided_from is not None:
        yield f"decided from {day_in_words(asked.decided_from)}"
    if asked.decided_until is not None:
        yield f"decided until {day_in_words(asked.decided_until)}"
