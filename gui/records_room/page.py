"""The records room: what is here to work with, what is lacking, and the care of it."""

from __future__ import annotations

from casework.holdings import Holdings, holdings
from casework.keys import may_change_keys
from casework.policies.councils import Council, list_councils
from gui.fields.buttons import Button
from gui.fields.card import Card
from gui.fields.progress import ProgressLine
from gui.intake.opening import may_take_down, open_new_application
from gui.page import Page
from gui.records_room.addresses_card import AddressesCard
from gui.records_room.backups_card import BackupsCard
from gui.records_room.council_card import CouncilCard
from gui.records_room.file_cards import NetworkCard, PostcodesCard, SchoolsCard
from gui.records_room.keys_card import KeysCard
from gui.records_room.measuring_card import MeasuringCard
from gui.records_room.passphrase_page import PassphrasePage
from gui.records_room.people_card import PeopleCard
from gui.records_room.person_page import PersonPage
from gui.records_room.receipt_card import ReceiptCard
from gui.records_room.recovery_page import RecoveryPage
from gui.records_room.schools_page import SchoolsPage
from gui.records_room.steps_card import FirstStep, StepsCard
from gui.records_room.trail_card import TrailCard
from gui.records_room.who_may import may_change_people, may_keep
from gui.room import Surroundings
from records.people import Person

Read = tuple[Holdings, tuple[Council, ...]]


class RecordsPage(Page):
    """Cards for each thing a store holds. Everything is read again after every change."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__("Records", "What Milepost works with here, and how it is kept")
        self.around = around
        self.waiting = ProgressLine("Reading what is here", may_cancel=False)
        self.council = CouncilCard(around)
        self.network, self.postcodes = NetworkCard(around), PostcodesCard(around)
        self.addresses, self.measuring = AddressesCard(around), MeasuringCard(around)
        self.receipt = ReceiptCard(around)
        self.schools_button = Button("See and complete", self.open_schools)
        self.schools_button.setAccessibleName("See and complete the schools")
        self.schools = SchoolsCard(around, self.schools_button)
        self.people = PeopleCard(around, self.open_person)
        self.backups, self.trail = BackupsCard(around), TrailCard(around)
        self.keys = KeysCard(around, self.open_passphrase, self.open_recovery)
        self.steps = StepsCard(self._first_steps())
        self._back_to: Button | None = None
        self._lay_out()
        self._name_actions()

    def _lay_out(self) -> None:
        main = (self.waiting, self.steps, self.council, self.network, self.schools, self.addresses,
                self.postcodes, self.measuring, self.receipt)  # fmt: skip
        for part in main:
            self.main.addWidget(part)
        for part in (self.backups, self.people, self.keys, self.trail):
            self.side.addWidget(part)
        self.keys.setVisible(may_change_keys(self.around.desk))
        for card in (self.council, self.network, self.schools, self.addresses, self.postcodes,
                     self.measuring, self.receipt, self.backups, self.trail):  # fmt: skip
            card.changed.connect(self.read)

    def _first_steps(self) -> tuple[FirstStep, ...]:
        def go(card: Card, button: Button) -> None:
            self.columns.scroll_to(card)
            button.setFocus()

        steps = [
            FirstStep("Choose the council", "Its policies are those that hold.",
                      lambda found: found.council is not None,
                      "Choose", lambda: go(self.council, self.council.choice)),
            FirstStep("Bring in the network", "Routes are measured along it.",
                      lambda found: bool(found.networks), "Bring in…", self.network.ask),
            FirstStep("Bring in the schools", "Places to travel to, with their gates.",
                      lambda found: bool(found.schools), "Bring in…", self.schools.ask),
        ]  # fmt: skip
        if may_take_down(self.around.desk):
            steps.append(
                FirstStep("Take down the first application", "From paper or the telephone.",
                          lambda found: found.cases > 0, "New application", self.new_application)
            )  # fmt: skip
        return tuple(steps) if may_keep(self.around.desk.person) else ()

    def _name_actions(self) -> None:
        person = self.around.desk.person
        named = [
            ("See and complete the schools", self.open_schools, True),
            ("Bring in a network", self.network.ask, may_keep(person)),
            ("Bring in schools", self.schools.ask, may_keep(person)),
            ("Bring in addresses", self.addresses.ask, may_keep(person)),
            ("Bring in postcodes", self.postcodes.ask, may_keep(person)),
            ("Back up and verify now", self.backups.make, True),
            ("Follow the audit trail", self.trail.verify, True),
            ("Add a person", lambda: self.open_person(None), may_change_people(person)),
            ("Change the passphrase", self.open_passphrase, may_change_keys(self.around.desk)),
            ("Make a new recovery key", self.open_recovery, may_change_keys(self.around.desk)),
        ]
        for words, do, may in named:
            if may:
                self.around.actions.add(self, words, do, (), "Records")

    def arrive(self) -> None:
        """Read everything anew: another page may have changed it. Go on where one was."""
        self.read()
        if self._back_to is not None:
            self._back_to.setFocus()
            self._back_to = None

    def read(self) -> None:
        """Read what the store holds, off the GUI thread."""
        desk = self.around.desk

        def reading(_: object) -> Read:
            return holdings(desk), list_councils(desk)

        task = self.around.tasks.run("Reading what is here", reading, self.show_read, owner=self)
        task.ended.connect(self.waiting.hide)

    def show_read(self, read: Read) -> None:
        """Show it in every card."""
        found, councils = read
        self.council.show_councils(councils, found.council)
        for card in (self.steps, self.network, self.schools, self.addresses, self.postcodes,
                     self.measuring, self.receipt, self.people, self.backups,
                     self.trail):  # fmt: skip
            card.show_holdings(found)

    def open_schools(self) -> SchoolsPage:
        """Open the list of schools."""
        self._back_to = self.schools_button
        page = SchoolsPage(self.around)
        self.around.shell.open_page(page)
        return page

    def open_person(self, person: Person | None) -> PersonPage:
        """Open one person, or the form for a new one."""
        self._back_to = self.people.add_button
        page = PersonPage(self.around, person)
        self.around.shell.open_page(page)
        return page

    def open_passphrase(self) -> PassphrasePage:
        """Open the form for a new passphrase."""
        self._back_to = self.keys.passphrase_button
        page = PassphrasePage(self.around)
        self.around.shell.open_page(page)
        return page

    def open_recovery(self) -> RecoveryPage:
        """Open the page on which a new recovery key is made."""
        self._back_to = self.keys.recovery_button
        page = RecoveryPage(self.around)
        self.around.shell.open_page(page)
        return page

    def new_application(self) -> None:
        """Take down an application; the room shows the next state when it is done."""
        open_new_application(self.around)
