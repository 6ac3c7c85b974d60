"""Work runs off the GUI thread and comes back on it, once, however it ends."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.tasks import Cancelled, Progress, Tasks
from rules.problems import UserFacingError


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    assert made.close()


def test_work_runs_elsewhere_and_its_result_arrives_here(qtbot: QtBot, tasks: Tasks) -> None:
    here, seen = QThread.currentThread(), []

    def work(progress: Progress) -> bool:
        return QThread.currentThread() is here

    task = tasks.run("Looking", work, lambda off: seen.append((off, QThread.currentThread())))
    with qtbot.waitSignal(task.ended, timeout=5000):
        pass
    assert seen == [(False, here)]
    assert tasks.running() == ()


def test_progress_is_told_in_order(qtbot: QtBot, tasks: Tasks) -> None:
    seen = []

    def work(progress: Progress) -> None:
        for at in range(5):
            progress(at, 5, f"step {at}")

    task = tasks.run("Counting", work)
    task.moved.connect(lambda done, total, words: seen.append((done, total, words)))
    with qtbot.waitSignal(task.ended, timeout=5000):
        pass
    assert seen == [(at, 5, f"step {at}") for at in range(5)]


def test_cancelled_work_stops_at_its_next_report_and_gives_no_result(
    qtbot: QtBot, tasks: Tasks
) -> None:
    begun, results = threading.Event(), []

    def work(progress: Progress) -> str:
        for at in range(10_000):
            progress(at, 10_000)
            begun.set()
            threading.Event().wait(0.002)
        return "all of it"

    task = tasks.run("Counting", work, results.append)
    assert begun.wait(5)
    with qtbot.waitSignal(task.cancelled, timeout=5000):
        task.cancel()
    qtbot.waitUntil(lambda: not tasks.running())
    assert results == []


def test_work_that_finishes_as_it_is_cancelled_still_hands_over_its_result(
    qtbot: QtBot, tasks: Tasks
) -> None:
    go, results = threading.Event(), []
    task = tasks.run("Opening", lambda progress: go.wait(5), results.append)
    task.cancel()
    go.set()
    with qtbot.waitSignal(task.ended, timeout=5000):
        pass
    assert results == [True]


def test_an_error_meant_for_people_keeps_its_words(qtbot: QtBot, tasks: Tasks) -> None:
    def work(progress: Progress) -> None:
        raise UserFacingError("The file has gone. Choose another.")

    with qtbot.waitSignal(tasks.refused, timeout=5000) as told:
        tasks.run("Opening", work)
    assert str(told.args[0]) == "The file has gone. Choose another."


def test_any_other_error_is_logged_without_its_text_and_told_as_a_reference(
    qtbot: QtBot, tasks: Tasks, caplog: pytest.LogCaptureFixture
) -> None:
    def work(progress: Progress) -> None:
        raise KeyError("Rowan Thistlewood")

    with qtbot.waitSignal(tasks.failed, timeout=5000) as told:
        tasks.run("Opening", work)
    assert told.args[0] in caplog.text
    assert "KeyError" in caplog.text
    assert "in work" in caplog.text
    assert "Thistlewood" not in caplog.text


def test_a_quiet_task_tells_its_own_listeners_only(qtbot: QtBot, tasks: Tasks) -> None:
    def work(progress: Progress) -> None:
        raise UserFacingError("No.")

    loud = []
    tasks.refused.connect(loud.append)
    task = tasks.run("Opening", work, quietly=True)
    with qtbot.waitSignal(task.refused, timeout=5000):
        pass
    assert loud == []


def test_nobody_is_told_once_the_page_has_gone(qtbot: QtBot, tasks: Tasks) -> None:
    go, results = threading.Event(), []
    page = QWidget()
    task = tasks.run("Measuring", lambda progress: go.wait(5), results.append, owner=page)
    page.deleteLater()
    QApplication.sendPostedEvents(page, 52)  # deferred delete
    del page
    go.set()
    with qtbot.waitSignal(task.ended, timeout=5000):
        pass
    assert results == []


def test_an_error_in_what_takes_the_result_does_not_leave_the_task_running(
    qtbot: QtBot, tasks: Tasks
) -> None:
    with qtbot.captureExceptions() as caught:
        task = tasks.run("Adding", lambda progress: 1, lambda one: one / 0)
        with qtbot.waitSignal(task.ended, timeout=5000):
            pass
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert tasks.running() == ()


def test_closing_stops_what_runs_and_waits_for_it(qapp: QApplication) -> None:
    tasks, stopped = Tasks(), []

    def work(progress: Progress) -> None:
        try:
            while True:
                progress(0, 0)
                threading.Event().wait(0.002)
        except Cancelled:
            stopped.append(True)
            raise

    tasks.run("One", work)
    tasks.run("Two", work)
    assert tasks.close()
    assert all(stopped)


def test_many_tasks_leave_nothing_behind(qtbot: QtBot, tasks: Tasks) -> None:
    results = []
    for at in range(300):
        tasks.run("Adding", lambda progress, at=at: at, results.append)
    qtbot.waitUntil(lambda: not tasks.running(), timeout=20_000)
    assert sorted(results) == list(range(300))
    assert not [child for child in tasks.children() if type(child) is QObject]


def test_a_program_that_ends_while_work_runs_ends_cleanly(root: Path) -> None:
    program = textwrap.dedent("""
        import time
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication
        from gui.tasks import Tasks
        application, tasks = QApplication([]), Tasks()

        def work(progress):
            while True:
                progress(1, 2, "on")
                time.sleep(0.001)

        tasks.run("One", work)
        tasks.run("Two", work)
        QTimer.singleShot(200, application.quit)
        application.exec()
        assert tasks.close()
        print("ended")
    """)
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=root,
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    assert (ran.returncode, ran.stdout.strip()) == (0, "ended"), ran.stderr
