"""How a person likes the window, kept in a small file of their own. Nothing about any child."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from gui.theme.tokens import PALETTES


@dataclass(frozen=True, slots=True)
class Settings:
    """Palette, text size in per cent, the store opened last, and the window's place and size."""

    palette: str = "light"
    text_size: int = 100
    last_store: str = ""
    window: tuple[int, int, int, int] | None = None

    def changed(self, **changes: Any) -> Settings:
        """Give these settings with some of them changed."""
        return replace(self, **changes)


def settings_file() -> Path:
    """Say where the settings lie for this person on this system."""
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / "milepost" / "window.json"


def read_settings(path: Path | None = None) -> Settings:
    """Read the settings; what is missing or makes no sense is as at first start."""
    try:
        found = json.loads((path or settings_file()).read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    return Settings(**_sensible(found)) if isinstance(found, dict) else Settings()


def _sensible(found: dict[str, Any]) -> dict[str, Any]:
    checks = {
        "palette": lambda value: value in PALETTES,
        "text_size": lambda value: type(value) is int and 80 <= value <= 200,
        "last_store": lambda value: isinstance(value, str),
        "window": _is_rectangle,
    }
    names = [field.name for field in fields(Settings)]
    kept = {name: found[name] for name in names if name in found and checks[name](found[name])}
    if kept.get("window") is not None:
        kept["window"] = tuple(kept["window"])
    return kept


def _is_rectangle(value: Any) -> bool:
    whole = isinstance(value, list) and len(value) == 4
    return value is None or (whole and all(type(side) is int for side in value))


def write_settings(settings: Settings, path: Path | None = None) -> None:
    """Write the settings, whole or not at all. A folder that cannot be written costs them only."""
    path = path or settings_file()
    fresh = path.with_suffix(".new")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(asdict(settings), indent=1) + "\n", "utf-8")
        fresh.replace(path)
