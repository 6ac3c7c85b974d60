"""The stylesheet of what can be operated: buttons, fields, segments, tables, scroll bars."""

from __future__ import annotations

from collections.abc import Callable

from gui.theme.tokens import Palette

Px = Callable[[float], int]


def controls(palette: Palette, px: Px) -> str:
    """Write the stylesheet of every control. Focus is a ring of 2 px that moves nothing."""
    return "\n".join(
        part(palette, px) for part in (_buttons, _segments, _fields, _tables, _scroll_bars)
    )


def _buttons(palette: Palette, px: Px) -> str:
    # Each border is 2 px wide at all times, so that gaining the focus does not shift the words.
    return f"""
QPushButton, QToolButton {{ background: {palette.surface}; color: {palette.ink};
    border: 1px solid {palette.field_line}; border-radius: {px(6)}px;
    padding: {px(6)}px {px(13)}px; min-height: {px(18)}px; }}
QPushButton:hover, QToolButton:hover {{ background: {palette.sunken};
    border-color: {palette.ink}; }}
QPushButton:pressed {{ background: {palette.line}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {palette.focus};
    padding: {px(6) - 1}px {px(13) - 1}px; }}
QPushButton:disabled {{ color: {palette.muted}; border: 1px dashed {palette.field_line}; }}
QPushButton[kind="primary"] {{ background: {palette.accent}; color: {palette.on_accent};
    border-color: {palette.accent}; font-weight: 700; }}
QPushButton[kind="primary"]:hover {{ border-color: {palette.ink}; }}
QPushButton[kind="primary"]:focus {{ background: {_filled(palette)};
    border: 2px solid {palette.ink}; }}
QPushButton[kind="primary"]:disabled {{ background: {palette.sunken}; color: {palette.muted};
    border: 1px dashed {palette.field_line}; }}
QPushButton[kind="quiet"] {{ background: transparent; border: 1px solid {_quiet(palette)};
    color: {palette.accent}; padding: {px(4)}px {px(6)}px {px(4)}px {px(2)}px; }}
QPushButton[kind="quiet"]:hover {{ background: {palette.sunken}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {palette.focus};
    padding: {px(4) - 1}px {px(6) - 1}px {px(4) - 1}px {px(2) - 1}px; }}
QPushButton[kind="quiet"]:disabled {{ color: {palette.muted}; }}
QPushButton[kind="status"] {{ background: transparent; border: 1px solid transparent;
    color: {palette.muted}; padding: 0 {px(6)}px; font-size: {px(12)}px;
    min-height: {px(16)}px; }}
QPushButton[kind="status"]:focus {{ border: 2px solid {palette.focus};
    padding: 0 {px(6) - 1}px; }}
QToolButton[kind="map"] {{ padding: 0; min-width: {px(26)}px; min-height: {px(26)}px; }}
QLabel[role="key"] {{ font-size: {px(11)}px; color: {palette.muted};
    border: 1px solid {palette.line}; border-radius: {px(3)}px; padding: 0 {px(4)}px; }}
"""


def _quiet(palette: Palette) -> str:
    """Outline a quiet button only where no colour tells it from the text around it."""
    return palette.field_line if palette.accent == palette.ink else "transparent"


def _filled(palette: Palette) -> str:
    """Fill a primary button that has the focus: a ring is hardly seen on what is filled white."""
    return palette.accent if palette.focus == palette.accent else palette.focus


def _segments(palette: Palette, px: Px) -> str:
    # Drawn by the widgets themselves: the stylesheet cannot centre a word without its indicator.
    return f"""
QRadioButton[kind="segment"], QCheckBox {{ background: transparent; color: {palette.ink};
    spacing: {px(8)}px; padding: {px(2)}px; }}
"""


def _fields(palette: Palette, px: Px) -> str:
    kinds = ("QLineEdit", "QPlainTextEdit", "QTextEdit", "QComboBox", "QAbstractSpinBox")
    every = ", ".join(kinds)
    focused = ", ".join(f"{kind}:focus" for kind in kinds)
    invalid = ", ".join(f'{kind}[invalid="true"]' for kind in kinds)
    off = ", ".join(f"{kind}:disabled, {kind}:read-only" for kind in kinds[:3])
    return f"""
{every} {{ background: {palette.surface}; color: {palette.ink};
    border: 1px solid {palette.field_line}; border-radius: {px(4)}px;
    padding: {px(5)}px {px(8)}px; min-height: {px(18)}px;
    placeholder-text-color: {palette.example};
    selection-background-color: {palette.accent}; selection-color: {palette.on_accent}; }}
{off} {{ background: {palette.sunken}; }}
{invalid} {{ border: 2px solid {palette.not_met}; padding: {px(5) - 1}px {px(8) - 1}px; }}
{focused} {{ border: 2px solid {palette.focus}; padding: {px(5) - 1}px {px(8) - 1}px; }}
QComboBox::drop-down {{ border: none; width: {px(22)}px; }}
QComboBox QAbstractItemView {{ background: {palette.surface}; color: {palette.ink};
    border: 1px solid {palette.field_line}; outline: none;
    selection-background-color: {palette.selected}; selection-color: {palette.on_selected}; }}
"""


def _tables(palette: Palette, px: Px) -> str:
    return f"""
QTableView, QListView, QTreeView {{ background: {palette.surface}; color: {palette.ink};
    border: 1px solid {palette.line}; border-radius: {px(6)}px; outline: none;
    gridline-color: {palette.line};
    selection-background-color: {palette.selected}; selection-color: {palette.on_selected}; }}
QTableView:focus, QListView:focus, QTreeView:focus {{ border: 2px solid {palette.focus}; }}
QListView {{ padding: {px(3)}px; }}
QListView::item {{ border-radius: {px(3)}px; padding: {px(6)}px {px(8)}px; }}
QListView::item:selected {{ background: {palette.selected}; color: {palette.on_selected}; }}
QAbstractScrollArea::corner {{ background: {palette.surface}; border: none; }}
QHeaderView {{ background: {palette.sunken}; border: none; }}
QHeaderView::section {{ background: {palette.sunken}; color: {palette.muted}; font-weight: 700;
    border: none; border-bottom: 1px solid {palette.line}; padding: {px(6)}px {px(8)}px; }}
QTableCornerButton::section {{ background: {palette.sunken}; border: none; }}
QProgressBar {{ background: {palette.sunken}; border: 1px solid {palette.field_line};
    border-radius: {px(3)}px; max-height: {px(6)}px; min-height: {px(6)}px; }}
QProgressBar::chunk {{ background: {palette.accent}; border-radius: {px(2)}px; }}
"""


def _scroll_bars(palette: Palette, px: Px) -> str:
    return f"""
QScrollBar:vertical {{ background: transparent; width: {px(11)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(11)}px; margin: 0; }}
QScrollBar::handle {{ background: {palette.field_line}; border-radius: {px(3)}px;
    margin: {px(3)}px; }}
QScrollBar::handle:vertical {{ min-height: {px(28)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(28)}px; }}
QScrollBar::handle:hover {{ background: {palette.accent}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
