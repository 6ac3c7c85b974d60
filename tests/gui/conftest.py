"""The application as it starts, doors to a made-up store, and a walk over what is read out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from gui.app import prepare
from gui.theme import PALETTES, theme
from gui.theme.sheet import stylesheet
from gui.welcome import Doors
from records.people import Person, Role

OFFICER = Person("p1", "A. Officer", frozenset({Role.ELIGIBILITY_OFFICER}))
MEMBER = Person("p2", "C. Member", frozenset({Role.PANEL_MEMBER}))


@pytest.fixture(autouse=True, scope="session")
def prepared(qapp: QApplication) -> None:
    prepare(qapp)


@pytest.fixture(autouse=True)
def dressed(prepared: None, qapp: QApplication) -> Iterator[None]:
    """Give every test the light palette at 100 %, whatever the one before it chose."""
    dress_again(qapp)
    yield
    # A window that was closed is deleted now, not in the next test: it would be dressed with it.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dress_again(qapp)


def dress_again(application: QApplication) -> None:
    """Dress the application, where it is not as it should be; that costs more than most tests."""
    looks = theme().palette.name, theme().text_size, application.styleSheet()
    if looks != ("light", 100, stylesheet(PALETTES["light"], theme().px)):
        theme().show_as("light", 100)


@dataclass
class OpenStore:
    """What the window asks of an open store, with the passphrase it opens to."""

    label: str = "Marlhaven sample"
    fictional: bool = True
    closed: bool = False

    def close(self) -> None:
        self.closed = True


@dataclass
class AtDesk:
    """What the window asks of a desk."""

    store: OpenStore
    person: Person


@dataclass
class Opened:
    """Doors that a test can look behind: what was opened, and with what."""

    store: OpenStore = field(default_factory=OpenStore)
    asked: list[Any] = field(default_factory=list)
    refuses: Exception | None = None

    def enter(self, *given: Any) -> OpenStore:
        self.asked.append(given)
        if self.refuses is not None:
            raise self.refuses
        return self.store

    def doors(self) -> Doors:
        return Doors(
            open_sample=lambda progress: (self.enter("sample"), "harbour lantern violet oat"),
            open_store=self.enter,
            open_with_recovery_key=lambda path, key: self.enter(path, key, "by key"),
            create_store=lambda *given: (self.enter(*given), "7KQ2-M4XD-9TRA-PZ3C"),
            people=lambda store: (OFFICER, MEMBER),
            sign_in=AtDesk,
            last_backup=lambda desk: None,
        )


@pytest.fixture
def opened() -> Opened:
    return Opened()


def interfaces(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Walk what a screen reader is told of a widget and all that is in it."""

    def walk(one: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
        if one is None or not one.isValid():
            return
        yield one
        for at in range(one.childCount()):
            yield from walk(one.child(at))

    yield from walk(QAccessible.queryAccessibleInterface(widget))


@pytest.fixture
def unnamed_controls() -> Callable[[QWidget], list[str]]:
    """Give a walk that lists the focusable controls of a window that have no accessible name."""

    def unnamed(window: QWidget) -> list[str]:
        return [
            f"{type(one.object()).__name__} ({one.role().name})"
            for one in interfaces(window)
            if isinstance(one.object(), QWidget)
            and one.state().focusable
            and one.object().isVisible()
            and not one.text(QAccessible.Text.Name).strip()
        ]

    return unnamed
