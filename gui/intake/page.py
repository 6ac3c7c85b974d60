"""The page that takes down a new application: four sections, what follows, and one button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from casework.addresses import count_addresses, find_addresses
from casework.families import at_postcode
from casework.outlook import outlook
from casework.receive import NewApplication, receive
from casework.schools.places import list_schools
from gui.faults import NEXT_STEP, sentence
from gui.fields.buttons import Button, primary
from gui.fields.form import FormField
from gui.fields.notice import Kind, Notice
from gui.fields.words import Words
from gui.intake.checking import LABELS, check, problem_of
from gui.intake.child_card import ChildCard
from gui.intake.draft import BLANK, Draft
from gui.intake.home_card import HomeCard
from gui.intake.outlook_card import OutlookCard
from gui.intake.summary import ProblemSummary
from gui.intake.travel_card import PlaceCard, TravelCard
from gui.page import Page
from gui.room import Surroundings
from gui.school_words import SchoolWords
from records.application import Application
from rules.quantities import day_in_words

Taken = Callable[[Application], object]
Left = Callable[[Draft], object]


class NewApplicationPage(Page):
    """The form. ``on_taken`` is handed the application once it is in the store; ``on_left`` the
    draft when the page goes before that, so that it can be shown again.
    """

    def __init__(self, around: Surroundings, on_taken: Taken, on_left: Left) -> None:
        super().__init__("New application", "Nothing is kept until you take it down")
        self._around, self._on_taken, self._on_left = around, on_taken, on_left
        self._taken = self._busy = False
        desk = around.desk
        self.child = ChildCard(desk.today())
        self.home = HomeCard(
            lambda postcode: at_postcode(desk, postcode),
            lambda text: find_addresses(desk, text),
            count_addresses(desk) > 0,
        )
        words = SchoolWords(desk.shelf.vocabulary())
        self.place = PlaceCard(list_schools(desk), words)
        self.travel = TravelCard()
        self.cards = (self.child, self.home, self.place, self.travel)
        self._lay_out()
        self._connect()
        self.show_draft(self._fresh())

    def _lay_out(self) -> None:
        self.notice, self.summary = Notice(), ProblemSummary(LABELS, self.go_to)
        for part in (self.notice, self.summary, *self.cards):
            self.main.addWidget(part)
        self.outlook = OutlookCard()
        self.side.addWidget(self.outlook)
        self.again = Button("Begin anew", self.begin_anew)
        self.again.hide()
        self.take_down = primary("Take down the application", self.save, "Ctrl+↵")
        self.set_foot(Words("The case is assessed as soon as it is here.", "muted"),
                      self.again, self.take_down)  # fmt: skip

    def _connect(self) -> None:
        self.fields: dict[str, FormField] = {}
        for card in self.cards:
            self.fields |= card.fields
            card.left.connect(self._on_left_field)
            card.changed.connect(self._show_outlook)
        self._around.actions.add(
            self, "Take down the application", self.save, ("Ctrl+Return", "Ctrl+Enter"), "Form"
        )

    def _fresh(self) -> Draft:
        return replace(BLANK, received_on=day_in_words(self._around.desk.today()))

    def arrive(self) -> None:
        """Begin with the child's name."""
        if not self.draft().is_begun():
            self.child.given.setFocus()

    def draft(self) -> Draft:
        """Give what stands in the form."""
        draft = BLANK
        for card in self.cards:
            draft = card.into(draft)
        return draft

    def show_draft(self, draft: Draft) -> None:
        """Write a draft into the form."""
        for card in self.cards:
            card.show_draft(draft)
        self._show_outlook()

    def carry_on(self, draft: Draft) -> None:
        """Show what was begun before, and say so."""
        self.show_draft(draft)
        self.again.show()
        begun = "Here is the application you had begun."
        self.notice.show_notice(
            Kind.INFO, begun, next_step='Go on with it, or choose "Begin anew" for an empty form.'
        )

    def begin_anew(self) -> None:
        """Empty the form."""
        self.again.hide()
        self.notice.hide()
        self.summary.show_problems(())
        for field in self.fields.values():
            field.show_problem()
        self.show_draft(self._fresh())
        self.child.given.setFocus()

    def _show_outlook(self) -> None:
        travel = self.travel.travel.day()
        found = outlook(self._around.desk, travel, self.travel.received.day())
        self.outlook.show_outlook(found, travel)

    def _on_left_field(self, name: str) -> None:
        """Check a field that was left with something in it; empty ones are asked for at the end."""
        words = problem_of(name, self.draft(), self._around.desk.today())
        if not words or self._holds_something(name):
            self.fields[name].show_problem(words)

    def _holds_something(self, name: str) -> bool:
        text = getattr(self.fields[name].field, "text", None)
        return text is None or bool(text().strip())

    def go_to(self, name: str) -> None:
        """Put the focus into a field, which scrolls it into view."""
        self.fields[name].setFocus()

    def save(self) -> None:
        """Take the application down, or say everything that has to be mended first."""
        if self._busy:
            return
        self.home.look_up()
        checked = check(self.draft(), self._around.desk.today())
        wrong = {problem.place: problem.message for problem in checked.problems}
        for name, field in self.fields.items():
            field.show_problem(wrong.get(name, ""))
        self.summary.show_problems(checked.problems)
        if checked.new is not None:
            self._receive(checked.new)
        else:
            self.summary.links[0].setFocus()
            self.columns.scroll_to(self.summary)

    def _receive(self, new: NewApplication) -> None:
        self._set_busy(True)
        work = partial(receive, self._around.desk, new)
        task = self._around.tasks.run(
            "Taking down the application", lambda _: work(), self._on_received, self, quietly=True
        )
        task.refused.connect(self._on_refused)
        task.failed.connect(self._on_failed)
        task.ended.connect(lambda: self._set_busy(False))

    def _set_busy(self, on: bool) -> None:
        self._busy = on
        self.take_down.setEnabled(not on)

    def _on_received(self, application: Application) -> None:
        self._taken = True
        self._on_taken(application)

    def _on_refused(self, error: Exception) -> None:
        self.notice.show_error(error)
        self.columns.scroll_to(self.notice)

    def _on_failed(self, reference: str) -> None:
        kept = "Nothing was kept, and what you typed still stands here."
        self.notice.show_notice(Kind.ERROR, sentence(reference), kept, NEXT_STEP)
        self.columns.scroll_to(self.notice)

    def leave(self) -> None:
        """Hand over what was begun, so that it is there when the form comes back."""
        self._on_left(BLANK if self._taken else self.draft())
