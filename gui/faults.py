"""Errors nobody foresaw: logged in full, told to the person as one sentence with a reference."""

from __future__ import annotations

import logging
import os
import secrets
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

LOG = logging.getLogger("milepost")
_listeners: list[Callable[[BaseException], None]] = []


def log_folder() -> Path:
    """Say where logs are kept for this person on this system."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
        return base / "Milepost"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / "Milepost"
    base = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    return base / "milepost"


def log_to(folder: Path) -> None:
    """Write the log into a folder: three files of 500 kB at most, no message leaves the machine."""
    if LOG.handlers:
        return
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "window.log", maxBytes=500_000, backupCount=2, encoding="utf-8"
        )
    except OSError as problem:
        print(f"The log cannot be written to {folder}: {problem.strerror}.", file=sys.stderr)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)


def report(error: BaseException) -> str:
    """Log an error with its traceback and give the reference it can be found under.

    The log says where in the program it happened. It leaves out the error's own text, which may
    quote a name or an address.
    """
    reference = f"MP-{secrets.token_hex(3).upper()}"
    trace = []
    step: TracebackType | None = error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        trace.append(f"  {Path(code.co_filename).name}:{step.tb_lineno} in {code.co_name}")
        step = step.tb_next
    LOG.error("%s %s\n%s", reference, type(error).__name__, "\n".join(trace))
    return reference


def sentence(reference: str) -> str:
    """Say that something failed, in one sentence with its reference."""
    return f"Something in Milepost went wrong (reference {reference})."


NOTHING_LOST = "What was recorded before is safe in the store."
NEXT_STEP = "Try again. If it comes back, tell whoever looks after Milepost the reference."


def tell(listener: Callable[[BaseException], None]) -> Callable[[], None]:
    """Tell a listener of every error that escapes from a slot; the call given back stops that."""
    _listeners.append(listener)
    return lambda: _listeners.remove(listener) if listener in _listeners else None


def catch_all() -> None:
    """Let no error in a slot go by unseen: it is handed to the listeners, or logged."""
    sys.excepthook = _on_error


def _on_error(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    if not _listeners:
        reference = report(error)
        print(sentence(reference), file=sys.stderr)
    for listener in tuple(_listeners):
        listener(error)
