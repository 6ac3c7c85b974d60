"""The way to a new application from anywhere in the window, and what was begun before."""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from casework.receive import council_of
from casework.rights import OFFICERS
from casework.schools.places import list_schools
from gui.fields.notice import Kind
from gui.intake.draft import BLANK
from gui.intake.page import NewApplicationPage
from gui.room import Surroundings
from gui.shell import Shell
from records.application import Application

WORDS = "New application"
KEYS = "N"
GROUP = "Applications"


class Intake(QObject):
    """What a window remembers of its form. ``taken`` tells each new application's id.

    ``begun`` is what was typed and not taken down; it is never written to the disk.
    """

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.begun = BLANK


_intakes: WeakKeyDictionary[Shell, Intake] = WeakKeyDictionary()


def intake_of(shell: Shell) -> Intake:
    """Give what a window remembers; a list of cases connects to its ``taken``."""
    return _intakes.setdefault(shell, Intake())


def may_take_down(desk: object) -> bool:
    """Say whether the person at a desk takes applications down."""
    return bool(desk.person.holds(*OFFICERS))  # type: ignore[attr-defined]


def open_new_application(
    around: Surroundings, on_done: Callable[[str], object] | None = None
) -> NewApplicationPage | None:
    """Open the form over the page in front; what was begun before stands in it again.

    Once taken down, the form closes and ``on_done`` is called with the application's id; without
    it a notice tells the reference. Gives the form's page, or None where the council or the schools
    are still lacking: then a notice says so.
    """
    shell, intake = around.shell, intake_of(around.shell)
    front = shell.pages.currentWidget()
    if isinstance(front, NewApplicationPage):
        return front
    if not _is_ready(around):
        return None

    def taken(application: Application) -> None:
        shell.back()
        intake.taken.emit(application.id)
        if on_done is not None:
            on_done(application.id)
        else:
            _tell(shell, application)

    page = NewApplicationPage(around, taken, lambda draft: setattr(intake, "begun", draft))
    if intake.begun.is_begun():
        page.carry_on(intake.begun)
    shell.open_page(page)
    return page


def name_new_application(around: Surroundings) -> None:
    """Give the form its name in the palette and its key on every page, for those who may use it."""
    if not may_take_down(around.desk):
        return
    pages = around.shell.pages
    action = around.actions.add(
        around.shell, WORDS, lambda: open_new_application(around), KEYS, GROUP,
        is_possible=lambda: not isinstance(pages.currentWidget(), NewApplicationPage),
    )  # fmt: skip
    pages.currentChanged.connect(lambda _: _leave_key_to(pages.currentWidget(), action))


def _leave_key_to(page: QWidget | None, action: QAction) -> None:
    """Give the key up while the page in front has it for something of its own."""
    key = QKeySequence(KEYS)
    taken = page is not None and any(key in other.shortcuts() for other in page.actions())
    action.setShortcuts([] if taken else [key])


def _tell(shell: Shell, application: Application) -> None:
    shell.show_notice(
        Kind.DONE,
        f"{application.reference} is taken down.",
        next_step="It stands in the list of cases.",
    )


def _is_ready(around: Surroundings) -> bool:
    lacking = []
    if council_of(around.desk) is None:
        lacking.append("choose the council whose policies hold")
    if not list_schools(around.desk):
        lacking.append("bring in the schools")
    if lacking:
        around.shell.show_notice(
            Kind.CARE,
            f"Before the first application, {' and '.join(lacking)}.",
            next_step='Both are done in the room "Records".',
        )
    return not lacking
