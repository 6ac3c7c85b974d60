"""Writing new files for people: never over another, never half, and said plainly when refused."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from rules.problems import UserFacingError

Write = Callable[[BinaryIO], object]
"""What fills an open file."""

DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY}


class CouldNotWrite(UserFacingError):
    """A file that the disk or the folder refuses; ``written`` are those that are there."""

    def __init__(self, path: Path, why: OSError, written: tuple[Path, ...]) -> None:
        self.written = written
        super().__init__(
            f"{path} could not be written: {_why(why)}. The letters stay in their cases and "
            f"nothing of them was lost; {_so_far(written)}. {_next(why)}"
        )


def put(path: Path, write: Write, written: tuple[Path, ...]) -> Path:
    """Write a new file, under a name with a number where the name is taken; give its path.

    A file that could not be finished is taken away again. Raises CouldNotWrite.
    """
    for number in range(1, 10_000):
        free = path if number == 1 else path.with_name(f"{path.stem} ({number}){path.suffix}")
        try:
            out = free.open("xb")
        except FileExistsError:
            continue
        except OSError as error:
            raise CouldNotWrite(free, error, written) from error
        _fill(free, out, write, written)
        return free
    raise CouldNotWrite(path, OSError(errno.EEXIST, "the name is taken"), written)


def _fill(path: Path, out: BinaryIO, write: Write, written: tuple[Path, ...]) -> None:
    try:
        with out:
            write(out)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise CouldNotWrite(path, error, written) from error
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def whole(data: bytes) -> Write:
    """Give what fills a file with these bytes."""
    return lambda out: out.write(data)


def _why(error: OSError) -> str:
    if error.errno in DISK_FULL:
        return "the disk is full"
    if error.errno in REFUSED:
        return "the folder or a file in it is locked, or may not be written to"
    if error.errno == errno.ENOENT:
        return "the folder is not there"
    return error.strerror or str(error)


def _so_far(written: tuple[Path, ...]) -> str:
    if not written:
        return "no file was written"
    if len(written) == 1:
        return "the 1 file written before stays"
    return f"the {len(written):,} files written before stay"


def _next(error: OSError) -> str:
    if error.errno in DISK_FULL:
        return "Make room on the disk or choose another, then write the files again."
    return "Choose another folder, or close what holds it, then write the files again."
