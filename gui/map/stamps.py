"""Names once written on the screen, kept as small pictures: panning only sets them down again."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPaintEngine, QPainter, QTransform

MOST = 600
"""So many pictures are kept, the least used going first: some ten views' worth, 20 MB at most."""
STEPS = 4
"""Into so many parts of a degree a name's angle is rounded, less than the eye tells."""

_Turned = QTransform.TransformationType
Write = Callable[[QPainter, QPointF, float], None]


class Stamps:
    """Pictures of words by what they look like. For screens alone: paper has the words as lines."""

    def __init__(self) -> None:
        self._kept: OrderedDict[object, QImage] = OrderedDict()

    def set_down(
        self,
        painter: QPainter,
        look: object,
        size: QSizeF,
        middle: QPointF,
        angle: float,
        write: Write,
    ) -> None:
        """Set words down around a point, at an angle in degrees, written anew only the first time.

        ``look`` tells whatever the picture depends on, ``size`` what the words take unturned;
        ``write`` writes them with a painter.
        """
        if not is_on_screen(painter):
            write(painter, middle, angle)
            return
        turned = round(angle * STEPS) / STEPS
        density = painter.device().devicePixelRatioF()
        key = (look, turned, density)
        if key not in self._kept:
            self._kept[key] = picture(size, turned, density, write)
        self._kept.move_to_end(key)
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)
        stamp = self._kept[key]
        half = stamp.deviceIndependentSize() / 2
        corner = middle - QPointF(half.width(), half.height())
        painter.drawImage(QPointF(round(corner.x()), round(corner.y())), stamp)


def is_on_screen(painter: QPainter) -> bool:
    """Say whether a painter paints dots as they are seen: no PDF, nothing turned or enlarged."""
    engine = painter.paintEngine()
    plain = painter.transform().type() in (_Turned.TxNone, _Turned.TxTranslate)
    return engine is not None and engine.type() == QPaintEngine.Type.Raster and plain


def picture(size: QSizeF, angle: float, density: float, write: Write) -> QImage:
    """Write words in the middle of a picture that is as large as they are when turned."""
    turn = QTransform().rotate(angle)
    box = turn.mapRect(QRectF(QPointF(0, 0), size))
    wide, high = (math.ceil(side / 2) * 2 for side in (box.width(), box.height()))
    made = QImage(
        math.ceil(wide * density), math.ceil(high * density),
        QImage.Format.Format_ARGB32_Premultiplied,
    )  # fmt: skip
    made.setDevicePixelRatio(density)
    made.fill(0)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    write(painter, QPointF(wide / 2, high / 2), angle)
    painter.end()
    return made
