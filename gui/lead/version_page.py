"""One version to read: its rules with their conditions as written, its figures, its definitions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from casework.in_use import InUse
from casework.policies.confirm import (
    confirm_version,
    standing_of_version,
    withdraw_confirmation,
)
from casework.policies.in_words import (
    WrittenDefinition,
    WrittenParameter,
    WrittenProvision,
    WrittenVersion,
    in_words,
)
from casework.policies.proof_words import ToldKind
from gui.fields.buttons import Button
from gui.fields.card import Card
from gui.fields.fold import Fold
from gui.fields.progress import ProgressLine
from gui.fields.provision_text import ProvisionText
from gui.fields.reading_keys import scrolled
from gui.fields.tab_order import follow, stops
from gui.lead.print_version import ask_to_print
from gui.lead.proofs_card import ProofsCard
from gui.lead.trace_page import TracePage
from gui.lead.use_card import UseCard
from gui.lead.version_cards import (
    definition_line,
    definition_lines,
    figure_line,
    figure_lines,
    head_card,
    unsure_words,
)
from gui.officer.caution import caution
from gui.page import Page
from gui.room import Surroundings

GROUP = "Version"


class VersionPage(Page):
    """Read-only: the version's own rules first, then those it inherits."""

    def __init__(self, around: Surroundings, policy: str) -> None:
        super().__init__(policy, "Opening")
        self._around, self.policy = around, policy
        self.version: WrittenVersion | None = None
        self.rules: list[ProvisionText] = []
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(f"Version {policy}")
        self.progress = ProgressLine("Reading the version", may_cancel=False)
        self.main.addWidget(self.progress)
        around.actions.add(self, "Open every rule, or fold them", self.open_all, "E", GROUP)
        around.actions.add(self, "Save this version as PDF", self.save_as_pdf, "P", GROUP)
        self.header.add(Button("Save as PDF…", self.save_as_pdf, keys="P"))
        self._connect_use()
        self.proofs = ProofsCard(around, policy)
        self.proofs.trace_asked.connect(self.open_trace)
        around.actions.add(self, "Prove what holds of this version", self.prove, "V", GROUP)
        task = around.tasks.run(
            "Reading a version",
            lambda _: (
                in_words(around.desk.shelf.read(policy)),
                standing_of_version(around.desk, policy),
            ),
            lambda found: self.show_version(*found),
            owner=self,
        )
        task.ended.connect(self.progress.hide)

    def _connect_use(self) -> None:
        desk, policy = self._around.desk, self.policy
        self.use = UseCard(desk.person)
        self.use.confirmed.connect(
            lambda why: self._say("Confirming", lambda: confirm_version(desk, policy, why))
        )
        self.use.withdrawn.connect(
            lambda why: self._say("Withdrawing", lambda: withdraw_confirmation(desk, policy, why))
        )
        add = self._around.actions.add
        add(self, "Confirm for use, or withdraw", self.begin_confirming, "U", GROUP)

    def begin_confirming(self) -> None:
        """Go to where the version is confirmed for use, or its confirmation withdrawn."""
        self.use.begin()
        if self.columns is not None:
            self.columns.ensureWidgetVisible(self.use)

    def _say(self, words: str, verb: Callable[[], object]) -> None:
        """Let the policy lead's word on the version be recorded, then show how it stands."""
        desk, policy = self._around.desk, self.policy

        def work(_: object) -> InUse:
            verb()
            return standing_of_version(desk, policy)

        self._around.tasks.run(f"{words} a version", work, self._on_said, owner=self)

    def _on_said(self, use: InUse) -> None:
        """Show how the version stands now, and stay with it: what was written in is gone."""
        self.use.show_use(use)
        follow(stops(self._definitions)[-1] if stops(self._definitions) else self, self.use)
        self.use.begin()

    def show_version(self, version: WrittenVersion, use: InUse) -> None:
        """Show a version that has been read, and whether decisions may be made under it."""
        self.version = version
        self.use.show_use(use)
        base = f" · built on {version.builds_on}" if version.builds_on else ""
        about = f"{version.id} · travel {version.days} · {version.status}{base}"
        self.header.show_words(version.title, about)
        self.main.addWidget(self.proofs)
        own = [each for each in version.provisions if not each.inherited]
        inherited = [each for each in version.provisions if each.inherited]
        self._add_rules("Rules of this version", own)
        self._add_rules("Rules it inherits", inherited)
        self._add_definitions(version.definitions)
        self.side.addWidget(self.use)
        self.side.addWidget(head_card(version))
        self._add_figures(version.parameters)

    def _add_rules(self, title: str, rules: Sequence[WrittenProvision]) -> None:
        if not rules:
            return
        card = Card(f"{title}: {len(rules)}", gap=0)
        if words := unsure_words(rules):
            card.add(caution(words))
        for at, each in enumerate(rules):
            line = ProvisionText(each, at == 0, as_written=True)
            self.rules.append(line)
            card.add(line)
        self.main.addWidget(card)

    def _add_definitions(self, definitions: Sequence[WrittenDefinition]) -> None:
        card = self._definitions = Card("Definitions", gap=0)
        own = [each for each in definitions if not each.inherited]
        for at, each in enumerate(own):
            card.add(definition_line(each, at == 0))
        rest = [each for each in definitions if each.inherited]
        if rest:
            words = f"{len(rest)} inherited definitions"
            card.add(
                Fold(words, lambda: definition_lines(rest), first=not own, inset=(16, 0, 0, 0))
            )
        self.main.addWidget(card)

    def _add_figures(self, figures: Sequence[WrittenParameter]) -> None:
        own = [each for each in figures if not each.inherited]
        rest = [each for each in figures if each.inherited]
        card = Card("Figures, with their sources", gap=0)
        for each in own:
            card.add(figure_line(each))
        if rest:
            words = f"{len(rest)} inherited figures"
            card.add(Fold(words, lambda: figure_lines(rest), first=not own, inset=(8, 0, 0, 0)))
        self.side.addWidget(card)

    def arrive(self) -> None:
        """Begin reading at once: the keys that scroll go to the page itself."""
        self.setFocus()

    def save_as_pdf(self) -> None:
        """Save the version as a document to print, in plain English with its sources."""
        self.dialog = ask_to_print(self, self._around, self.policy)

    def prove(self) -> None:
        """Prove all there is of the version, once it has been read."""
        if self.version is not None:
            self.proofs.prove()

    def open_trace(self, kind: ToldKind) -> None:
        """Show an example child of a proof, decided reading by reading."""
        self._around.shell.open_page(TracePage(self._around, kind))

    def open_all(self) -> None:
        """Open every rule; or fold them all, if all are open."""
        on = not all(line.is_open for line in self.rules)
        for line in self.rules:
            line.open(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the shelf with Escape; scroll with the keys that people read by."""
        if event.key() == Qt.Key.Key_Escape:
            self._around.shell.back()
        elif not scrolled(self.columns, event):
            super().keyPressEvent(event)
