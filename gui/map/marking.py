"""Marking and lifting stretches on the map, with what each makes of the open case at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from casework.maps.pick import Picked
from casework.measuring.before_and_after import BeforeAndAfter, before_and_after, with_and_without
from casework.measuring.stretches import NewStretch, end_stretch, mark_stretch
from gui.fields.notice import Kind
from gui.map.scene import Point, Trace
from gui.map.trial_card import NO_CASE, length_words, rows
from records.measurement import Way
from records.stretch import Stretch
from rules.problems import UserFacingError

if TYPE_CHECKING:
    from gui.map.page import MapPage

TRIED = "tried out, not marked"
COUNTS = "That holds for every case whose day of travel and age it is for."
AGAIN = "Measure this case again, so that its route is drawn by it."


class Marking:
    """Carries the form of a map page from the first line picked to the stretch on record."""

    def __init__(self, page: MapPage) -> None:
        self._page = page
        page.form.changed.connect(self.try_out)
        page.form.given.connect(self.mark)
        page.form.left.connect(self.leave)
        page.picked.mark_asked.connect(self.begin)
        page.picked.add_asked.connect(self.begin_path)
        page.marked.lifting.connect(self.try_lifting)
        page.marked.lifted.connect(self.lift)

    @property
    def is_open(self) -> bool:
        """Say whether the form is open."""
        return self._page.form.isVisibleTo(self._page)

    def begin(self) -> None:
        """Open the form for the line that is picked."""
        picked = self._page.doings.picked
        if picked is None:
            return
        self._open(adds=False)
        self._page.form.take_line(picked.edge, picked.name, picked.line)
        self._page.form.reason.setFocus()

    def begin_path(self) -> None:
        """Open the form for a path that is missing; the map takes its points."""
        self._page.doings.forget_picked()
        self._open(adds=True)
        self._page.view.setFocus()

    def _open(self, adds: bool) -> None:
        page = self._page
        page.view.point_at(drawn=())
        page.form.begin(adds)
        page.trial_card.hide()
        if page.application is None:
            page.trial_card.say(NO_CASE)
        first = page.form if adds or page.application is None else page.trial_card
        page.spread.scroll_to_top_of(first)

    def takes_point(self, at: Point) -> bool:
        """Hand a point to the form where it waits for one."""
        if not self.is_open or not self._page.form.wants_points:
            return False
        self._page.form.take_point(at)
        return True

    def take_line(self, picked: Picked) -> None:
        """Hand a line to the form where it is open."""
        if self.is_open:
            self._page.form.take_line(picked.edge, picked.name, picked.line)

    def try_out(self) -> None:
        """Measure the open case without and with what the form says; nothing is kept."""
        page, form = self._page, self._page.form
        page.view.point_at(drawn=tuple(form.points), picked=tuple(form.lines))
        if page.application is None or not self.is_open:
            return
        if not form.is_complete():
            self._forget_trial()
            return
        new, desk, application = said(form.stretch()), page.around.desk, page.application
        try:
            # A few dozen milliseconds, and the answer belongs to this very stroke: no thread.
            self._show(before_and_after(desk, application, new))
        except UserFacingError as error:
            self._forget_trial()
            page.trial_card.say(str(error))

    def _show(self, found: BeforeAndAfter) -> None:
        page, after = self._page, found.after.by(Way.WALKING)
        if not page.trial_card.isVisible():
            page.spread.scroll_to_top_of(page.trial_card)
        page.trial_card.show_trial(found)
        line = after.line if after is not None and found.changes_the_route else ()
        page.trial = Trace(f"{TRIED}: {length_words(after)}", line) if line else None
        page.show_scene()

    def _forget_trial(self) -> None:
        page = self._page
        if page.application is not None:
            page.trial_card.hide()
        if page.trial is not None:
            page.trial = None
            page.show_scene()

    def mark(self, new: NewStretch) -> None:
        """Mark the stretch for every case of the store."""
        desk = self._page.around.desk
        self._run("Marking the stretch", lambda: mark_stretch(desk, new), "Marked.")

    def try_lifting(self, stretch: Stretch) -> None:
        """Show what a marked stretch makes of the open case before it is lifted."""
        page, desk = self._page, self._page.around.desk
        if page.application is None:
            return
        try:
            found = with_and_without(desk, page.application, stretch.id)
        except UserFacingError as error:
            lines = [str(error)]
        else:
            lines = lifting_lines(found)
        page.marked.forms[stretch.id].show_trial(lines)

    def lift(self, id: str, last: date, why: str) -> None:
        """Say on which day a stretch counts for the last time."""
        desk = self._page.around.desk
        words = "Lifted: it stays on record, and counts until its last day."
        self._run("Lifting the stretch", lambda: end_stretch(desk, id, last, why), words)

    def _run(self, words: str, verb, told: str) -> None:  # noqa: ANN001
        """Do a verb off the GUI thread, then show the map as it stands after it."""
        page = self._page

        def done(_: object) -> None:
            self.leave()
            page.doings.forget_picked()
            page.read()
            again = AGAIN if page.application is not None else ""
            page.around.shell.show_notice(Kind.DONE, told, COUNTS, again)

        page.around.tasks.run(words, lambda _: verb(), done, owner=page)

    def leave(self) -> None:
        """Put the form away; nothing is marked."""
        page = self._page
        page.form.hide()
        page.trial_card.hide()
        picked = page.doings.picked
        page.view.point_at(drawn=(), picked=(picked.line,) if picked else ())
        page.trial = None
        page.show_scene()
        page.view.setFocus()


def lifting_lines(found: BeforeAndAfter) -> list[str]:
    """Say what lifting a stretch would make of the open case."""
    told = [f"{label}. {value}" for label, value in rows(found, "Without it", "Now")]
    return ["In the open case:", *told]


def said(new: NewStretch) -> NewStretch:
    """Give a stretch that can be tried out before its reason and evidence are written."""
    return replace(new, reason=new.reason.strip() or TRIED, evidence=new.evidence.strip() or TRIED)
