"""A file that somebody has locked against change: nothing is written over it, by anybody.

A file is written beside its place and then put there, which the system allows whatever the mode of
the file that was there; and an administrator may write to any. So its mode is looked at first.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

MAY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def keep_read_only(path: Path) -> None:
    """Raise PermissionError where a file is there that may not be written to."""
    if not path.is_file():
        return
    if not path.stat().st_mode & MAY_WRITE or not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "the file that is there is read-only")
