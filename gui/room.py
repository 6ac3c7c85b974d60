"""What a room of the window is, and what the window gives it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gui.actions import Actions
from gui.page import Page
from gui.shapes import Shape
from gui.tasks import Tasks

if TYPE_CHECKING:
    from gui.shell import Shell


@dataclass(frozen=True)
class Surroundings:
    """What every page is handed: the desk the verbs take first, and the window around it."""

    desk: Any
    shell: Shell
    tasks: Tasks
    actions: Actions


@dataclass(frozen=True)
class Room:
    """An entry of the rail: its name, its shape, its page, and for whom it is.

    ``build`` makes the first page; ``is_for(desk)`` says whether the person at the desk has it;
    ``keys`` is the shortcut that goes there.
    """

    key: str
    title: str
    shape: Shape
    build: Callable[[Surroundings], Page]
    keys: str = ""
    is_for: Callable[[Any], bool] = lambda desk: True
