"""Letters drawn side by side in processes of their own, handed back in the order they were asked.

Processes, not threads: drawing is all Python, and in a thread it makes the window stutter. They
are spawned, not forked, so that none holds the store's key, its connection or the screen.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from types import TracebackType

from letters.runs.one import Drawn, Job, NotDrawn, drawn
from rules.problems import UserFacingError

AHEAD = 3
"""Letters under way for each process: enough that none waits, few enough to be held at once."""

ENDED = (
    "The process that drew this letter ended twice before it was done, perhaps for want of "
    "memory. Nothing was lost. Close other programs and make the letter again from its case."
)


MOST_ENDED = 3
"""Processes that may end before they are done, one after the other, before a run is given up."""


class CannotDraw(UserFacingError):
    """Every process that is to draw letters ends before it is done, whatever the letter."""

    def __init__(self) -> None:
        super().__init__(
            f"The run was stopped: {MOST_ENDED} processes that draw letters ended, one after the "
            "other, before they were done. The letters made by then stay. Close other programs "
            "or start this computer again, then go on with the run."
        )


def usual_workers() -> int:
    """Give how many processes to draw in: one a core, two at the most.

    Two draw as fast as one process composes; more would only take memory.
    """
    return max(1, min(2, os.cpu_count() or 1))


def draw_all(
    jobs: Iterable[Job], workers: int | None = None
) -> Generator[Drawn | NotDrawn, None, None]:
    """Draw letters in ``workers`` processes and give each as it is done, in the order asked.

    ``jobs`` is read only as fast as letters are drawn. A letter that fails, or whose process is
    killed, is given as NotDrawn; the others are drawn. Closing the iterator stops the processes.
    Raises CannotDraw where no process lives long enough to draw.
    """
    count = workers or usual_workers()
    waiting: deque[tuple[Job, Future[Drawn | NotDrawn]]] = deque()
    with Pool(count) as pool:
        for job in jobs:
            waiting.append((job, pool.submit(job)))
            if len(waiting) >= count * AHEAD:
                yield from _first(pool, waiting)
        while waiting:
            yield from _first(pool, waiting)


def _first(
    pool: Pool, waiting: deque[tuple[Job, Future[Drawn | NotDrawn]]]
) -> Iterator[Drawn | NotDrawn]:
    """Give the letter asked for first; when its process ended, all that were under way."""
    job, future = waiting.popleft()
    try:
        yield future.result()
    except BrokenProcessPool:
        # Nobody can tell which letter ended the process: each is drawn again, alone.
        again = [job, *(each for each, _ in waiting)]
        waiting.clear()
        pool.mend()
        for each in again:
            yield pool.alone(each)


class Pool:
    """The processes that draw. Entered, they stand ready; left, they are gone."""

    def __init__(self, workers: int) -> None:
        self._workers, self._ended = workers, 0
        self._executor = self._begun()

    def _begun(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._workers, get_context("spawn"), make_ready)

    def submit(self, job: Job) -> Future[Drawn | NotDrawn]:
        """Hand a letter to a process."""
        try:
            return self._executor.submit(drawn, job)
        except BrokenProcessPool as error:
            lost: Future[Drawn | NotDrawn] = Future()
            lost.set_exception(error)
            return lost

    def alone(self, job: Job) -> Drawn | NotDrawn:
        """Draw a letter with no other under way, so that it alone answers for the end.

        Raises CannotDraw when too many in a row ended.
        """
        try:
            found = self.submit(job).result()
        except BrokenProcessPool:
            self.mend()
            self._ended += 1
            if self._ended == MOST_ENDED:
                raise CannotDraw from None
            return NotDrawn(job.key, ENDED)
        self._ended = 0
        return found

    def mend(self) -> None:
        """Put new processes in the place of broken ones."""
        self._executor.shutdown(cancel_futures=True)
        self._executor = self._begun()

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._executor.shutdown(cancel_futures=True)


def make_ready() -> None:
    """Prepare a process: it leaves Ctrl+C to its parent, and does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when its parent is gone, however that ended."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
