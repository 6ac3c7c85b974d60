"""Work after work runs on threads that live on: what libraries keep for a thread stays alive."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import threading
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.tasks import Tasks

MEASURES = """
    import numpy as np
    from PySide6.QtCore import QCoreApplication, QEventLoop
    from geography.grid import scale_factors
    from gui.tasks import Tasks

    app = QCoreApplication([])
    tasks = Tasks()
    points = np.array([[450000.0, 60000.0], [450100.0, 60100.0]])
    for _ in range(150):
        for _ in range(2):
            tasks.run("Measuring", lambda progress: scale_factors(points))
        while tasks.running():
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
    assert tasks.close()
    print("measured")
"""


def test_one_measurement_after_another_does_not_bring_the_program_down(root: Path) -> None:
    code = textwrap.dedent(MEASURES)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, timeout=120,
        check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "measured\n"), done.stderr


def test_what_is_kept_for_a_thread_is_there_for_the_next_task(
    qtbot: QtBot, qapp: QApplication
) -> None:
    tasks, kept, seen = Tasks(threads=1), threading.local(), []

    def work(_: object) -> int:
        kept.count = getattr(kept, "count", 0) + 1
        return int(kept.count)

    for _ in range(3):
        tasks.run("Counting", work, seen.append)
        qtbot.waitUntil(lambda: not tasks.running())
    assert seen == [1, 2, 3]
    assert tasks.close()
