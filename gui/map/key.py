"""The key of a small map: what its lines are, each with a sample, where there are several."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.flow import FlowLayout
from gui.fields.layout import clear, row
from gui.fields.words import Words
from gui.map.legend import STRETCHES, Swatch, words_of
from gui.map.scene import Layer, MapScene

LINES = (Layer.ROUTE, Layer.OTHERS, *STRETCHES)


class MapKey(QWidget):
    """Shown where a map draws more lines than the walking route, which needs no word."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap=16)
        self.words: tuple[str, ...] = ()
        self.hide()

    def show_scene(self, scene: MapScene, called: Mapping[Layer, str]) -> None:
        """Name the lines of a scene; ``called`` gives what a layer is called on this map."""
        layers = [layer for layer in scene.layers() if layer in LINES]
        clear(self._flow)
        self.words = tuple(called.get(layer) or words_of(layer) for layer in layers)
        for layer, words in zip(layers, self.words, strict=True):
            self._flow.addWidget(_entry(layer, words))
        self.setVisible(any(layer is not Layer.ROUTE for layer in layers))


def _entry(layer: Layer, words: str) -> QWidget:
    whole, line = QWidget(), row(gap=6)
    whole.setLayout(line)
    whole.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    line.addWidget(Swatch(layer))
    line.addWidget(Words(words, "small", wrap=False))
    return whole
