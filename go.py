#!/usr/bin/env python3
"""Sets Milepost up and starts it, or checks it; needs nothing but Python 3.11 or newer.

``python3 go.py run`` opens the window; words after ``run`` go to main.py.
``python3 go.py test`` checks everything; words after ``test`` go to pytest alone.
``python3 go.py --recreate run`` builds the private environment (.venv) anew first.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
# The Windows paths are written with care and have not been tried yet.
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {
    "run": (ROOT / "requirements.lock",),
    "test": (ROOT / "requirements.lock", ROOT / "requirements-test.lock"),
}
OLDEST, NEWEST = (3, 11), (3, 13)
ROOMS = ("rules", "records", "casework", "geography", "letters", "store", "commands", "sample")
"""The rooms whose types are checked strictly."""

DRAWING = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libX11.so.6": "libx11-6",
}
"""What Qt loads even off screen: library, then its package in Debian and Ubuntu."""

SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
"""What Qt loads besides for a window on a screen."""


def main(argv: list[str]) -> int:
    """Do what the words after go.py ask for and return the exit code."""
    recreate = argv[:1] == ["--recreate"]
    words = argv[1:] if recreate else argv
    if not words or words[0] not in ("run", "test"):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    use_fitting_python(argv)
    if recreate:
        shutil.rmtree(VENV, ignore_errors=True)
    return run(words[1:]) if words[0] == "run" else test(words[1:])


def say(sentence: str) -> None:
    """Tell the person something without touching what a command prints."""
    print(sentence, file=sys.stderr, flush=True)


def run(arguments: list[str]) -> int:
    """Set up what running needs, then become main.py."""
    if not arguments and has_screen():
        install_libraries(missing({**DRAWING, **SCREEN}))
    set_up("run")
    command = [str(PYTHON), str(ROOT / "main.py"), *arguments]
    if os.name != "nt":
        os.execv(command[0], command)
    return exit_code(subprocess.run(command, check=False))


def test(arguments: list[str]) -> int:
    """Set up what checking needs, then check; with arguments only pytest runs, with those."""
    install_libraries(missing(DRAWING))
    set_up("test")
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    if arguments:
        return pytest(arguments, environment)
    failed = [name for name, command in checks().items() if not passes(name, command)]
    code = pytest(
        ["-n", "2", "--dist", "worksteal"], {**environment, "FAILED_CHECKS": ", ".join(failed)}
    )
    return code or int(bool(failed))


def checks() -> dict[str, list[str]]:
    """Say which tools look at the code before the tests run, and how each is called."""
    typed = [name for name in (*ROOMS, "main.py", "go.py") if (ROOT / name).exists()]
    return {
        "ruff format": ["ruff", "format", "--check", "."],
        "ruff check": ["ruff", "check", "--output-format", "concise", "."],
        "mypy": ["mypy", *typed],
    }


def passes(name: str, command: list[str]) -> bool:
    """Run one tool and say how it went."""
    say(f"== {name}")
    return exit_code(subprocess.run([str(PYTHON), "-m", *command], cwd=ROOT, check=False)) == 0


def pytest(arguments: list[str], environment: dict[str, str]) -> int:
    """Run the tests; pytest's closing line is the last that is printed."""
    say("== pytest")
    command = [str(PYTHON), "-m", "pytest", *arguments]
    return exit_code(subprocess.run(command, cwd=ROOT, env=environment, check=False))


def exit_code(done: subprocess.CompletedProcess[bytes]) -> int:
    """Give a process that a signal ended the code a shell would give it, never 0."""
    return done.returncode if done.returncode >= 0 else 128 - done.returncode


def use_fitting_python(argv: list[str]) -> None:
    """Go on with a Python that the locked packages are for, if this one is not and one is here."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return
    this = f"Python {sys.version_info[0]}.{sys.version_info[1]}"
    other = fitting_python()
    if other:
        os.execv(other, [other, str(Path(__file__).resolve()), *argv])
    if sys.version_info[:2] < OLDEST:
        sys.exit(f"Milepost needs Python 3.11, 3.12 or 3.13 and found only {this}. Install one.")
    say(f"Milepost is tried with Python 3.11 to 3.13; going on with {this}.")


def fitting_python() -> str | None:
    """Find a Python on the path that the lock is for and that starts."""
    names = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    found = [path for path in map(shutil.which, names) if path and os.name != "nt"]
    return next((path for path in found if starts(path)), None)


def starts(python: str) -> bool:
    """Say whether it runs: a version manager may leave a name that leads nowhere."""
    return subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0


def set_up(job: str) -> None:
    """Bring .venv to what the lock says for ``job``; costs next to nothing when it is there."""
    if is_set_up(job):
        return
    started = time.monotonic()
    say("Setting up; the first time this takes about a minute …")
    if not is_sound():
        create_environment()
    install_packages(LOCKS[job])
    for covered in ("run", job):
        stamp(covered).write_text(fingerprint(LOCKS[covered]), encoding="utf-8")
    say(f"Set up in {time.monotonic() - started:.0f} s.")


def is_set_up(job: str) -> bool:
    """Say whether .venv already holds what ``job`` needs, by the stamp set-up left."""
    left = stamp(job).read_text(encoding="utf-8") if stamp(job).exists() else None
    return PYTHON.exists() and left == fingerprint(LOCKS[job])


def stamp(job: str) -> Path:
    """Say where set-up notes that it has been done for ``job``."""
    return VENV / f".set-up-{job}"


def fingerprint(locks: tuple[Path, ...]) -> str:
    """Digest everything that makes an environment stale: locks, Python, and where it stands."""
    parts = [lock.read_bytes() for lock in locks] + [sys.version.encode(), str(VENV).encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_sound() -> bool:
    """Say whether .venv is there, was not moved, has pip and is of this Python."""
    question = "import pip, sys; print(sys.version, sys.prefix)"
    try:
        answer = subprocess.run(
            [PYTHON, "-c", question], capture_output=True, text=True, check=False
        )
    except OSError:
        return False
    return answer.stdout.strip() == f"{sys.version} {VENV}"


def create_environment() -> None:
    """Make .venv with the standard library alone."""
    # Debian keeps ensurepip in a package of its own.
    if not has_module("ensurepip"):
        install_libraries([f"python3.{sys.version_info[1]}-venv"])
        if not has_module("ensurepip"):
            sys.exit("Python's venv module is missing; see above. Then start again.")
    base = getattr(sys, "_base_executable", sys.executable)
    if subprocess.run([base, "-m", "venv", "--clear", str(VENV)], check=False).returncode:
        sys.exit(f"{VENV} could not be made; see above. Put it right, then start again.")


def has_module(name: str) -> bool:
    """Say whether this Python finds a module, even one that was installed just now."""
    importlib.invalidate_caches()
    return importlib.util.find_spec(name) is not None


def install_packages(locks: tuple[Path, ...]) -> None:
    """Install exactly what the locks name, each file checked against its hash."""
    quiet = ["-qq", "--disable-pip-version-check", "--no-input"]
    exact = ["--no-deps", "--require-hashes", "--only-binary", ":all:"]
    named = [word for lock in locks for word in ("--requirement", str(lock))]
    command = [str(PYTHON), "-m", "pip", "install", *quiet, *exact, *named]
    if subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode:
        sys.exit(
            "The packages could not be installed; the reason stands above. Check the network "
            "and the space on the disk, then start again."
        )


def has_screen() -> bool:
    """Say whether this session can show a window at all."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing(libraries: dict[str, str]) -> list[str]:
    """Name the packages whose library the loader does not find."""
    if not sys.platform.startswith("linux"):
        return []
    return [package for library, package in libraries.items() if not loads(library)]


def loads(library: str) -> bool:
    """Ask the loader, as Qt will."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_libraries(packages: list[str]) -> None:
    """Install system packages where that is allowed; otherwise give the one command and go on.

    Going on is right: the command line needs none of them, and main.py says so itself.
    """
    if not packages:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    by_hand = "sudo apt-get update && sudo " + " ".join(install)
    if not shutil.which("apt-get"):
        say("Install these, or what your system calls them: " + " ".join(packages))
    elif not may_install():
        say(f"System packages are missing. To install them, run: {by_hand}")
    elif not apt(["apt-get", "update"], install):
        say(f"System packages could not be installed. When the network is back, run: {by_hand}")


def may_install() -> bool:
    """Say whether this process may install system packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def apt(*commands: list[str]) -> bool:
    """Run the commands without a question asked; say whether all went well."""
    say("Installing system packages: " + " ".join(commands[-1][4:]))
    return all(apt_runs(command) for command in commands)


def apt_runs(command: list[str]) -> bool:
    """Run one command of apt's; of what goes wrong the first line is enough."""
    done = subprocess.run(
        [*command, "-qq"],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        say(next((line for line in done.stderr.splitlines() if line.startswith("E:")), ""))
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
