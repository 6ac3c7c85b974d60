"""A version saved as a printable PDF from the policy lead's page of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from casework.policies.document import document_bytes, policy_document
from gui.officer.saving import ask_where, save_pdf
from gui.room import Surroundings

WHAT = "policy"


def ask_to_print(page: QWidget, around: Surroundings, policy: str) -> QFileDialog:
    """Ask where a version is to be saved as a PDF, then make and save it off the GUI thread."""
    name = f"{policy.replace('/', '-')}.pdf"
    return ask_where(page, name, lambda path: _print(page, around, policy, path), WHAT)


def _print(page: QWidget, around: Surroundings, policy: str, path: Path) -> None:
    shelf = around.desk.shelf
    around.tasks.run(
        "Laying out a version",
        lambda _: document_bytes(policy_document(shelf, shelf.read(policy)), "pdf"),
        lambda made: save_pdf(around, path, made, WHAT),
        owner=page,
    )
