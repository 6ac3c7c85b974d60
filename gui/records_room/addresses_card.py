"""The card that brings in addresses by UPRN: how many there are, and what they are for."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from casework.addresses import bring_in_addresses
from casework.bring_in import BroughtIn
from casework.holdings import Holdings
from gui.fields.buttons import Button
from gui.fields.facts import FactRow
from gui.fields.notice import Kind
from gui.records_room.who_may import may_keep
from gui.records_room.work_card import WorkCard
from gui.room import Surroundings
from gui.tasks import Task

TABLES = "Tables (*.csv)"


class AddressesCard(WorkCard):
    """Addresses that a home is placed by, exactly: AddressBase, or OS Open UPRN without words."""

    def __init__(self, around: Surroundings) -> None:
        about = (
            "AddressBase, or OS Open UPRN, which has no words. A home is found by its UPRN or "
            "address and stands exactly where the list says. What lies near the network is kept."
        )
        super().__init__(around, "Addresses", about)
        self.bring_button = Button("Bring in addresses…", self.ask)
        if may_keep(around.desk.person):
            self.offer(self.bring_button)

    def show_holdings(self, found: Holdings) -> None:
        """Show how many there are."""
        words = f"{found.addresses:,}" if found.addresses else "none yet"
        self.show_facts(FactRow("count", "Addresses", words, known=found.addresses > 0, first=True))

    def ask(self) -> None:
        """Ask which file."""
        self.choose_file("Bring in addresses", TABLES, self.bring_in)

    def bring_in(self, path: Path) -> Task | None:
        """Bring addresses in, with progress."""
        work = partial(bring_in_addresses, self.around.desk, path)
        words = "Bringing in the addresses"
        return self.work(words, lambda p: work(progress=p), self._told, away=_addresses_words)

    def _told(self, came: BroughtIn) -> None:
        self.tell(Kind.DONE, *_addresses_words(came))


def _addresses_words(came: BroughtIn) -> tuple[str, str]:
    happened = f"{came.count:,} addresses are here, {came.new:,} of them new."
    return happened, "\n".join(came.notes)
