"""Where the focus is: within a part of a page, or lost to what nobody pressed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.shell import Shell


def is_within(focus: QWidget | None, part: QWidget | None) -> bool:
    """Say whether the focus is in a part of a page."""
    return focus is not None and part is not None and part.isAncestorOf(focus)


def is_lost(focus: QWidget | None, shell: Shell) -> bool:
    """Say whether Qt has moved the focus away from a control that was hidden or disabled."""
    return focus is None or not focus.isVisible() or focus is shell.back_button
