"""``policies``: the versions on the shelf, with their days of travel, status and standing."""

from __future__ import annotations

import argparse
import json

from casework.shelf import Shelf, ShelfLine, days_words, standings


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--json", action="store_true", help="print the list as JSON")


def run(args: argparse.Namespace) -> int:
    """Print the list; 0 also when a text cannot be read, which is said in its place."""
    lines = Shelf().lines()
    if args.json:
        print(json.dumps([_as_json(line) for line in lines], indent=2, ensure_ascii=False))
    else:
        print("\n".join(_as_text(line) for line in lines))
    return 0


def _as_text(line: ShelfLine) -> str:
    if line.version is None:
        problems = "\n".join(f"    {problem}" for problem in line.problems)
        return f"{line.id}\n    cannot be read:\n{problems}"
    version = line.version
    standing = ", ".join(f"{count} {name}" for name, count in standings(version).items())
    return (
        f"{version.id}\n    {version.title}\n"
        f"    travel {days_words(version)}; {version.status}; provisions: {standing}"
    )


def _as_json(line: ShelfLine) -> dict[str, object]:
    version = line.version
    if version is None:
        return {"id": line.id, "problems": [str(problem) for problem in line.problems]}
    return {
        "id": version.id,
        "title": version.title,
        "status": version.status,
        "travel": {
            "from": version.travel_from.isoformat() if version.travel_from else None,
            "until": version.travel_until.isoformat() if version.travel_until else None,
        },
        "builds_on": version.builds_on,
        "digest": version.digest,
        "standing": standings(version),
    }
