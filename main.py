"""The one entry: without arguments it opens the window, with arguments it runs a command."""

from __future__ import annotations

import ctypes
import importlib.util
import multiprocessing
import os
import sys
from pathlib import Path

NO_WINDOW = 3
"""Exit code when there is no screen, or no libraries to draw on one."""


def main(argv: list[str]) -> int:
    """Open the window, or hand ``argv`` to the commands; return the exit code."""
    if not argv:
        return open_window()
    from commands import main as run_command

    return run_command(argv)


def open_window() -> int:
    """Open the window, or say in one sentence why it cannot open and what works instead."""
    why = why_no_screen()
    if why is None:
        try:
            from gui.app import main as show_window
        except ImportError as error:
            why = missing_part(error)
        else:
            return show_window()
    print(f"Milepost cannot open its window: {why}. {what_works_instead()}", file=sys.stderr)
    return NO_WINDOW


def missing_part(error: ImportError) -> str:
    """Say which part of the toolkit is missing; any other import error is a fault of ours."""
    about_qt = (error.name or "").startswith("PySide6") or "shared object" in str(error)
    if not about_qt:
        raise error
    return f"a library it draws with is missing ({error})"


def what_works_instead() -> str:
    """Point to the command line, by the path it has from here."""
    if getattr(sys, "frozen", False):
        command = f"{Path(sys.executable).name} --help"
    else:
        command = f"{shortest(Path(sys.executable))} {shortest(Path(__file__))} --help"
    return f"The same work can be done without a screen; to see how, run: {command}"


def shortest(path: Path) -> Path:
    """Shorten a path to the way from the current folder, where it lies inside it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def why_no_screen() -> str | None:
    """Say why no window can be shown here, or None when nothing speaks against it.

    Qt ends the whole process when its platform plugin finds no screen, so this is asked first.
    """
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return None
    if os.environ.get("WAYLAND_DISPLAY") and why_plugin_fails("wayland") is None:
        return None
    if not os.environ.get("DISPLAY"):
        return "there is no screen here"
    return why_plugin_fails("xcb") or why_display_fails()


def why_plugin_fails(platform: str) -> str | None:
    """Load Qt's platform plugin as Qt would; the loader names the first library that is missing."""
    qt = importlib.util.find_spec("PySide6")
    if qt is None or qt.origin is None:
        return "PySide6 is not installed"
    plugin = Path(qt.origin).parent / "Qt" / "plugins" / "platforms" / f"libq{platform}.so"
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return f"a library it draws with is missing ({error})"
    return None


def why_display_fails() -> str | None:
    """Knock at the X display once, since one that is named need not answer."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = x11.XOpenDisplay(None)
    if not display:
        return f"the screen {os.environ['DISPLAY']} does not answer"
    x11.XCloseDisplay(display)
    return None


if __name__ == "__main__":
    # In the built program, a process that draws letters begins here and must go no further.
    multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))
