"""The audit trail: how long it is, what was done last, and whether it is whole."""

from __future__ import annotations

from casework.holdings import Holdings
from casework.trail import AuditLine, Verdict, verify_trail
from gui.fields.buttons import Button
from gui.fields.facts import FactRow
from gui.fields.notice import Kind
from gui.records_room.moments import moment_words
from gui.records_room.work_card import WorkCard
from gui.room import Surroundings

LINES = 5
"""How many of the last lines the card shows."""


class TrailCard(WorkCard):
    """One line with every change, each carrying the digest of the one before."""

    def __init__(self, around: Surroundings) -> None:
        about = "One line with every change. None can be changed or taken out unnoticed."
        super().__init__(around, "Audit trail", about)
        self.verify_button = Button("Follow it from the start", self.verify)
        self.offer(self.verify_button)

    def show_holdings(self, found: Holdings) -> None:
        """Show how many lines there are and the last of them."""
        rows = [FactRow("count", "Lines", f"{found.trail:,}", first=True)]
        rows += [_line(each) for each in found.last_lines[:LINES]]
        self.show_facts(*rows)

    def verify(self) -> None:
        """Follow the chain from its first line, and through the last backup's."""
        desk = self.around.desk
        self.progress.cancel_button.hide()
        self.work("Following the audit trail", lambda _: verify_trail(desk), self._told)

    def _told(self, verdict: Verdict) -> None:
        self.tell(Kind.DONE if verdict.intact else Kind.ERROR, verdict.words)


def _line(line: AuditLine) -> FactRow:
    what = line.what[:1].upper() + line.what[1:]
    return FactRow(str(line.seq), moment_words(line.at), what, line.by_name)
