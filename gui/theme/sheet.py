"""The stylesheet, made from the tokens and one root size. Text first; controls in the next file."""

from __future__ import annotations

from collections.abc import Callable

from gui.theme.controls import controls
from gui.theme.tokens import Palette, Tone

Px = Callable[[float], int]

TEXT_ROLES = {
    # role of a label: size at 100 %, weight, token
    "body": (13, 400, "ink"),
    "strong": (13, 700, "ink"),
    "small": (12, 400, "muted"),
    "muted": (13, 400, "muted"),
    "section": (12, 700, "muted"),
    "reading": (15, 400, "ink"),
    "lead": (16, 400, "ink"),
    "heading": (20, 700, "ink"),
    "title": (28, 700, "ink"),
    "brand": (15, 700, "ink"),
}


def stylesheet(palette: Palette, px: Px) -> str:
    """Write the whole stylesheet for a palette, its lengths scaled by ``px``."""
    return "\n".join((_text(palette, px), _surfaces(palette, px), controls(palette, px)))


def _text(palette: Palette, px: Px) -> str:
    roles = "\n".join(
        f'QLabel[role="{role}"] {{ font-size: {px(size)}px; font-weight: {weight};'
        f" color: {getattr(palette, token)}; }}"
        for role, (size, weight, token) in TEXT_ROLES.items()
    )
    tones = "\n".join(
        f'QLabel[tone="{tone.value}"] {{ color: {palette.tone(tone)}; }}' for tone in Tone
    )
    return f"QLabel {{ background: transparent; }}\n{roles}\n{tones}"


def _surfaces(palette: Palette, px: Px) -> str:
    return f"""
QWidget {{ color: {palette.ink}; }}
QWidget[surface="ground"] {{ background: {palette.ground}; }}
QFrame[surface="card"] {{ background: {palette.surface}; border: 1px solid {palette.line};
    border-radius: {px(6)}px; }}
QFrame[surface="well"] {{ background: {palette.sunken}; border: 1px solid {palette.line};
    border-radius: {px(6)}px; }}
QFrame[surface="header"] {{ background: {palette.surface};
    border: none; border-bottom: 1px solid {palette.line}; }}
QFrame[surface="foot"] {{ background: {palette.ground};
    border: none; border-top: 1px solid {palette.line}; }}
QFrame[surface="status"] {{ background: {palette.ground};
    border: none; border-top: 1px solid {palette.line}; }}
QFrame[surface="rail"] {{ background: {palette.ground};
    border: none; border-right: 1px solid {palette.line}; }}
QFrame[surface="row"] {{ background: transparent; border: none;
    border-top: 1px solid {palette.line}; }}
QFrame[surface="row"][first="true"] {{ border-top: none; }}
QFrame[surface="row"][pointed="true"] {{ background: {palette.pointed}; }}
QFrame[surface="quote"] {{ background: transparent; border: none;
    border-left: {px(3)}px solid {palette.line}; }}
QFrame[surface="panel"] {{ background: {palette.surface}; border: 2px solid {palette.field_line};
    border-radius: {px(8)}px; }}
QFrame[surface="notice"] {{ background: {palette.surface}; border: 1px solid {palette.field_line};
    border-radius: {px(6)}px; }}
QFrame[surface="notice"][place="shell"] {{ margin: {px(12)}px {px(24)}px 0 {px(24)}px; }}
QScrollArea, QScrollArea > QWidget > QWidget[surface="ground"] {{ background: {palette.ground};
    border: none; }}
QToolTip {{ background: {palette.surface}; color: {palette.ink};
    border: 1px solid {palette.field_line}; padding: {px(4)}px; }}
"""
