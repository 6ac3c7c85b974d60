"""What a new council does first, in order, with what is done already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from casework.holdings import Holdings
from gui.fields.buttons import quiet
from gui.fields.card import Card
from gui.fields.layout import surface
from gui.fields.reflow import ReflowLayout
from gui.fields.words import Words
from gui.marks import Mark
from gui.shapes import Shape
from gui.theme import Tone


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One step: its words, whether it is done, what the button says and does."""

    words: str
    why: str
    is_done: Callable[[Holdings], bool]
    button: str
    go: Callable[[], object]


class StepsCard(Card):
    """Hidden once all of it is done."""

    def __init__(self, steps: tuple[FirstStep, ...]) -> None:
        super().__init__("To take down and measure the first case", Tone.ACCENT, gap=0)
        self._steps = steps
        self.hide()

    def show_holdings(self, found: Holdings) -> None:
        """Show which steps are done."""
        self.empty()
        done = [step.is_done(found) for step in self._steps]
        for at, (step, is_done) in enumerate(zip(self._steps, done, strict=True)):
            self.add(_line(step, is_done, first=at == 0))
        self.setVisible(not all(done))


def _line(step: FirstStep, is_done: bool, first: bool) -> QWidget:
    frame = surface("row")
    frame.setProperty("first", "true" if first else "false")
    line = ReflowLayout(frame, gap=12, margins=(0, 5, 0, 5), enough=0.6)
    sign = (Shape.MET, Tone.MET) if is_done else (Shape.NOT_KNOWN, Tone.NOT_KNOWN)
    line.lead_with(Mark(*sign))
    line.set_main(Words(f"{step.words}. {step.why}" if not is_done else step.words))
    if is_done:
        line.end_with(Words("Done", "small", wrap=False))
    else:
        line.end_with(quiet(step.button, step.go))
    return frame
