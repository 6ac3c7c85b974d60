"""The window's toolkit is the version that does not end Python after some thousand calls."""

from __future__ import annotations

import subprocess
import sys

import pytest

MANY_CALLS = """
from PySide6.QtCore import QCoreApplication, QObject
application, thing = QCoreApplication([]), QObject()
for _ in range(300_000):
    thing.setObjectName("a")
print("survived")
"""
"""Each call returns None; 6.12.0 dropped a reference to it every time."""


def test_the_toolkit_is_the_pinned_version() -> None:
    pyside = pytest.importorskip("PySide6", exc_type=ImportError)
    assert pyside.__version__ == "6.11.3"


def test_python_survives_300_000_calls_that_return_nothing() -> None:
    pytest.importorskip("PySide6.QtCore", exc_type=ImportError)
    done = subprocess.run(
        [sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "survived"), done.stderr
