"""One run of the program at a time writes to a store; the others are told who has it open.

The system's own file lock is what counts: it ends with the process, however that ends, so a crash
never leaves a store locked. The text in the lock file only says who and since when.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from store.problems import StoreInUse

# Windows forbids others to read what is locked, so the byte locked lies beyond the text.
_BYTE = 1 << 30


class Lock:
    """The lock of one store, held from ``take`` to ``release``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: int | None = None

    def take(self) -> None:
        """Take the lock. Raises StoreInUse with who has it, OSError where the disk refuses."""
        while self._file is None:
            file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
            if not _try_lock(file):
                who, since = _holder(file)
                os.close(file)
                raise StoreInUse(who, since)
            # The one before us may have removed the file between our opening and our locking it.
            if _is_at(file, self.path):
                self._file = file
            else:
                os.close(file)
        try:
            _sign(self._file)
        except OSError:
            self.release()
            raise

    def release(self) -> None:
        """Give the lock back and remove its file. Doing so twice is harmless."""
        if self._file is None:
            return
        file, self._file = self._file, None
        if sys.platform == "win32":  # an open file cannot be removed there
            os.close(file)
            _remove_quietly(self.path)
        else:
            _remove_quietly(self.path)
            os.close(file)


def _sign(file: int) -> None:
    since = datetime.now().astimezone().strftime("%d %B %Y, %H:%M")
    who = f"{_user()} on {platform.node() or 'this computer'}"
    signed = {"who": who, "since": since, "process": os.getpid()}
    os.ftruncate(file, 0)
    os.lseek(file, 0, os.SEEK_SET)
    os.write(file, json.dumps({**signed, "at": datetime.now(UTC).isoformat()}).encode())


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no account name, as in some containers
        return "somebody"


def _holder(file: int) -> tuple[str, str]:
    try:
        os.lseek(file, 0, os.SEEK_SET)
        signed = json.loads(os.read(file, 4096))
        return str(signed["who"]), str(signed["since"])
    except (OSError, ValueError, KeyError, TypeError):
        return "somebody", "a moment ago"


def _is_at(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False


def _remove_quietly(path: Path) -> None:
    try:
        path.unlink()
    except OSError:
        return


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: int) -> bool:
        os.lseek(file, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(file: int) -> bool:
        # flock belongs to the open file, so two stores within one process exclude each other too.
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
