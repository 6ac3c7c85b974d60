"""What was acknowledged survives: a process killed while writing, a full disk, no permission."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

import store.migrations as migrations
from records.people import Person
from store.audit import head, verify
from store.engine import page_damage, structure_damage
from store.file import open_store
from store.problems import CouldNotSave, StoreInUse
from store.settings import set_setting, setting, settings
from store.store import Store

ROOT = Path(__file__).parents[2]

OPEN = """
    import sys
    from pathlib import Path
    from store.file import open_store
    from store.people import list_people
    from store.settings import set_setting, settings
    store = open_store(Path(sys.argv[1]), sys.argv[2])
    anna = list_people(store)[0]
"""

WRITE_ON = (
    OPEN
    + """
    number = len(settings(store))
    while True:
        set_setting(store, f"{number:06}", "x" * (number * 37 % 5000), anna)
        print(number, flush=True)
        number += 1
"""
)

HOLD = (
    OPEN
    + """
    print("open", flush=True)
    sys.stdin.read()
    store.close()
"""
)


def _run(code: str, made: Any, **how: Any) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", dedent(code), str(made.path), made.passphrase]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, cwd=ROOT, text=True, **pipes, **how)


def _killed_while_writing(made: Any, after: float) -> list[int]:
    with _run(WRITE_ON, made) as process:
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(after)
        process.kill()
        rest = process.stdout.read()
    # The last line may be cut off in the middle by the kill.
    return [int(line) for line in (first + rest).split("\n")[:-1]]


def test_what_was_acknowledged_survives_the_process_being_killed(made: Any) -> None:
    made.store.close()
    chance = random.Random(7)
    count = 0
    for _ in range(8):
        acknowledged = _killed_while_writing(made, 0.02 + chance.random() * 0.15)
        assert acknowledged[0] == count
        with open_store(made.path, made.passphrase) as store:
            kept = settings(store)
            assert {f"{number:06}" for number in acknowledged} <= set(kept)
            assert len(kept) - acknowledged[-1] in {1, 2}
            assert verify(store).intact
            assert head(store).seq == 1 + len(migrations.ALL) + len(kept)
            assert structure_damage(store.db) is None
            count = len(kept)


def test_a_second_process_is_told_who_has_the_store_and_gets_it_after_a_crash(made: Any) -> None:
    made.store.close()
    with _run(HOLD, made) as first:
        assert first.stdout
        assert first.stdout.readline() == "open\n"
        with pytest.raises(StoreInUse, match="in use by .+ on .+ since") as told:
            open_store(made.path, made.passphrase)
        assert told.value.who
        first.kill()
    with open_store(made.path, made.passphrase) as store:
        assert setting(store, "a") is None


def test_a_second_process_gets_the_store_when_the_first_closes_it(made: Any) -> None:
    made.store.close()
    with _run(HOLD, made) as first:
        assert first.stdout and first.stdin
        first.stdout.readline()
        first.stdin.close()
        assert first.wait(20) == 0
    open_store(made.path, made.passphrase).close()
    assert not list(made.path.parent.glob("*-lock"))


def test_a_full_disk_is_told_and_what_was_saved_stays(store: Store, anna: Person) -> None:
    set_setting(store, "a", "kept", anna)
    before = head(store)
    pages = store.db.execute("PRAGMA page_count").fetchone()[0]
    store.db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CouldNotSave, match="disk is full.*saved before is safe"):
        set_setting(store, "b", "x" * 100_000, anna)
    assert (setting(store, "a"), setting(store, "b"), head(store)) == ("kept", None, before)
    store.db.execute("PRAGMA max_page_count = 1000000")
    set_setting(store, "b", "x" * 100_000, anna)
    assert verify(store).intact


UNTIL_REFUSED = (
    OPEN
    + """
    import resource, signal
    from store.problems import CouldNotSave
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
    try:
        for number in range(100_000):
            set_setting(store, f"{number:06}", "x" * 5000, anna)
            print(number, flush=True)
    except CouldNotSave as error:
        print(error, file=sys.stderr)
"""
)


@pytest.mark.skipif(sys.platform == "win32", reason="limits on file size are POSIX's")
def test_when_the_system_refuses_to_write_everything_acknowledged_is_there(made: Any) -> None:
    made.store.close()
    with _run(UNTIL_REFUSED, made) as process:
        out, told = process.communicate(timeout=60)
    acknowledged = out.split()
    assert len(acknowledged) > 20
    assert "could not be saved" in told
    with open_store(made.path, made.passphrase) as store:
        assert len(settings(store)) == len(acknowledged)
        assert page_damage(store.db) is None
        assert verify(store).intact


NOT_ALLOWED = """
    import os, sys
    from pathlib import Path
    from store.file import open_store
    if os.geteuid() == 0:
        os.seteuid(65534)
    try:
        open_store(Path(sys.argv[1]), sys.argv[2])
    except Exception as error:
        print(type(error).__name__, error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")
def test_a_place_that_may_not_be_written_to_is_told(made: Any) -> None:
    made.store.close()
    folder = made.path.parent
    opened_up = [place for place in (folder, *folder.parents) if str(place) != "/"]
    modes = {place: place.stat().st_mode for place in opened_up}
    for place in opened_up:
        if os.access(place, os.W_OK):
            place.chmod(modes[place] | 0o555)
    folder.chmod(0o555)
    for file in folder.glob("council*"):
        file.chmod(0o444)
    try:
        with _run(NOT_ALLOWED, made) as process:
            told, _ = process.communicate(timeout=60)
    finally:
        for place, mode in modes.items():
            place.chmod(mode)
    assert told.startswith("CouldNotSave This could not be saved")
