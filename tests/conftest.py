"""What every test starts from: no screen, no clock pressure, nobody's real home folder."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Before anything imports Qt, which reads it once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile(
    "milepost",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("milepost")


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Spare the garbage collector going through all that was imported, again and again.

    It was a seventh of the window's tests. What a test makes is collected as ever.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings, stores and logs of a test out of the home folder of whoever runs it."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / ".home" / name.lower()))


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the folder the repository stands in."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Give the folder of real networks, schools and postcodes, which is not in the repository.

    It stands beside the repository, or where MILEPOST_SHARED_DATA says; without it the test is
    skipped.
    """
    named = os.environ.get("MILEPOST_SHARED_DATA")
    place = Path(named) if named else ROOT.parent / "shared" / "data"
    if not place.is_dir():
        pytest.skip(f"the real data is not at {place}")
    return place


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Repeat before the closing line which of the other checks failed, where a reader looks."""
    failed = os.environ.get("FAILED_CHECKS")
    if failed:
        terminalreporter.write_line(f"FAILED before the tests: {failed}", red=True)
