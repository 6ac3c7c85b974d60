"""What a person is told of a fault of ours: one sentence, and a reference into the log."""

from __future__ import annotations

import os
import secrets
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path


def sentence_with_reference(error: BaseException) -> str:
    """Log where ``error`` came from, and return the sentence to show for it."""
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
    lines = "\n".join(places(error))
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    with os.fdopen(os.open(place, flags, 0o600), "a", encoding="utf-8") as log:
        log.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} {reference}\n{lines}\n\n")


def places(error: BaseException) -> Iterator[str]:
    """Tell the kind of an error and the files and lines it passed, then of what it came from.

    Its own text is left out, and so is each line's source: either may quote a name or an address.
    """
    link: BaseException | None = error
    told: set[int] = set()
    while link is not None and id(link) not in told:
        told.add(id(link))
        yield f"{'from ' if link is not error else ''}{type(link).__name__}"
        for frame in traceback.extract_tb(link.__traceback__):
            yield f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def cause(error: BaseException) -> str:
    """Say on one line of what kind an error is and where it arose."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}"


def log_file() -> Path:
    """Say where the log is kept for this person on this system."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
        return base / "Milepost" / "milepost.log"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / "Milepost" / "milepost.log"
    base = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    return base / "milepost" / "milepost.log"
