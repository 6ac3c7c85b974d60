"""What a person is told of a fault of ours: one sentence, and a reference into the log."""

from __future__ import annotations

import os
import secrets
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path


def sentence_with_reference(error: BaseException) -> str:
    """Log ``error`` with its traceback, and return the sentence to show for it."""
    reference = secrets.token_hex(4)
    place = log_file()
    try:
        append(place, reference, error)
    except OSError:
        where = f"It could not be logged to {place}; the cause was: {cause(error)}"
    else:
        where = f"The details are in {place} under reference {reference}"
    return f"Something went wrong in Milepost itself; nothing was saved by this command. {where}."


def append(place: Path, reference: str, error: BaseException) -> None:
    """Add one entry to the log, readable by its owner only."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lines = "".join(traceback.format_exception(error))
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    with os.fdopen(os.open(place, flags, 0o600), "a", encoding="utf-8") as log:
        log.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} {reference}\n{lines}\n")


def cause(error: BaseException) -> str:
    """Put the error on one line."""
    return traceback.format_exception_only(error)[-1].strip()


def log_file() -> Path:
    """Say where the log is kept for this person on this system."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
        return base / "Milepost" / "milepost.log"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / "Milepost" / "milepost.log"
    base = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    return base / "milepost" / "milepost.log"
