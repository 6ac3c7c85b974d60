"""Set-up: what is locked, what is said when a part is missing, and that stale set-ups are seen."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

import go

PINNED = re.compile(r"^([\w.-]+)==([\w.]+)", re.MULTILINE)


def pins(path: Path) -> dict[str, str]:
    found = PINNED.findall(path.read_text(encoding="utf-8"))
    return {canonical(name): version for name, version in found}


@pytest.mark.parametrize("name", ["requirements", "requirements-test"])
def test_the_lock_holds_every_version_asked_for(root: Path, name: str) -> None:
    asked, locked = pins(root / f"{name}.in"), pins(root / f"{name}.lock")
    assert asked
    assert asked.items() <= locked.items()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_every_locked_package_has_hashes_and_no_address(root: Path, name: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
    assert "index" not in text


def test_both_locks_agree_on_what_they_share(root: Path) -> None:
    run, check = pins(root / "requirements.lock"), pins(root / "requirements-test.lock")
    assert all(run[name] == check[name] for name in run.keys() & check.keys())


def test_a_changed_lock_makes_the_set_up_stale(tmp_path: Path) -> None:
    lock = tmp_path / "a.lock"
    lock.write_text("one", encoding="utf-8")
    before = go.fingerprint((lock,))
    assert go.fingerprint((lock,)) == before
    lock.write_text("two", encoding="utf-8")
    assert go.fingerprint((lock,)) != before


def test_a_moved_environment_makes_the_set_up_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "a.lock"
    lock.write_text("one", encoding="utf-8")
    before = go.fingerprint((lock,))
    monkeypatch.setattr(go, "VENV", tmp_path / ".venv")
    assert go.fingerprint((lock,)) != before


def test_an_environment_whose_python_is_gone_is_not_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(go, "PYTHON", tmp_path / "bin" / "python")
    assert not go.is_sound()
    assert not go.is_set_up("run")


def test_words_it_does_not_know_get_the_explanation(capsys: pytest.CaptureFixture[str]) -> None:
    assert go.main(["frobnicate"]) == 2
    assert go.main([]) == 2
    assert "python3 go.py run" in capsys.readouterr().err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the loader is asked on Linux")
def test_a_library_the_loader_lacks_is_named_by_its_package() -> None:
    assert go.missing({"libnowhere.so.9": "libnowhere9", "libc.so.6": "libc6"}) == ["libnowhere9"]


def test_without_the_right_to_install_the_one_command_is_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(go.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(go, "may_install", lambda: False)
    go.install_libraries(["libegl1", "libgl1"])
    told = capsys.readouterr().err
    assert "sudo apt-get update && sudo apt-get install -y" in told
    assert told.rstrip().endswith("libegl1 libgl1")


def test_when_the_installer_fails_the_command_for_later_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    failing = tmp_path / "apt-get"
    failing.write_text("#!/bin/sh\nexit 100\n", encoding="utf-8")
    failing.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(go, "may_install", lambda: True)
    go.install_libraries(["libegl1"])
    assert "could not be installed" in capsys.readouterr().err


def test_a_process_that_a_signal_ended_never_counts_as_passed() -> None:
    killed = subprocess.run([sys.executable, "-c", "import os; os.abort()"], check=False,
                            stderr=subprocess.DEVNULL)  # fmt: skip
    assert go.exit_code(killed) == 134


def test_types_are_checked_in_every_room_of_ours_but_the_window(root: Path) -> None:
    typed = go.checks()["mypy"]
    rooms = {path.parent.name for path in root.glob("*/__init__.py")} - {"gui", "bench"}
    assert rooms <= set(typed)
    assert {"main.py", "go.py"} <= set(typed)


def run_main(root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}  # fmt: skip
    return subprocess.run(
        [sys.executable, "main.py"], cwd=root, capture_output=True, text=True, check=False,
        env={**kept, **environment}, stdin=subprocess.DEVNULL, timeout=60,
    )  # fmt: skip


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="screens are asked for on Linux")
@pytest.mark.parametrize(
    ("environment", "reason"),
    [({}, "there is no screen here"), ({"DISPLAY": ":4711"}, "does not answer")],
)
def test_without_a_screen_one_sentence_points_to_the_command_line(
    root: Path, environment: dict[str, str], reason: str
) -> None:
    done = run_main(root, **environment)
    assert done.returncode == 3
    assert "main.py --help" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    if "DISPLAY" not in environment or "missing" not in done.stderr:
        assert reason in done.stderr


def imported_libraries(paths: list[Path]) -> set[str]:
    """Name the top of everything imported by these files."""
    out = set()
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                out |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                out.add(node.module.partition(".")[0])
    return out - sys.stdlib_module_names


OURS = {*go.ROOMS, "gui", "tests", "bench", "main", "go"}


@pytest.mark.parametrize(
    ("folders", "papers"),
    [
        ([*go.ROOMS, "gui"], ["requirements.in"]),
        (["tests"], ["requirements.in", "requirements-test.in"]),
    ],
)
def test_every_library_imported_is_asked_for_by_name(
    root: Path, folders: list[str], papers: list[str]
) -> None:
    paths = [path for folder in folders for path in (root / folder).rglob("*.py")]
    asked = {name for paper in papers for name in pins(root / paper)}
    sources, ours = metadata.packages_distributions(), OURS
    unasked = {
        library
        for library in imported_libraries(paths)
        if library not in ours
        and not {canonical(name) for name in sources.get(library, ())} & asked
    }
    assert not unasked, f"add to {papers[-1]} and make the lock anew: {unasked}"


def canonical(name: str) -> str:
    return name.lower().replace("_", "-")


def test_every_locked_package_stands_in_the_notices(root: Path) -> None:
    notices = (root / "NOTICES.md").read_text(encoding="utf-8").lower()
    locked = pins(root / "requirements.lock") | pins(root / "requirements-test.lock")
    assert [name for name in locked if name not in notices] == []
