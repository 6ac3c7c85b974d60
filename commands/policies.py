"""``policies``: the versions on the shelf, with their days of travel, status and standing."""

from __future__ import annotations

import argparse
import json

from casework.policies.overlaps import Overlap, overlaps
from casework.shelf import Shelf, ShelfLine, days_words, inherited, own_standings


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--json", action="store_true", help="print the list as JSON")


def run(args: argparse.Namespace) -> int:
    """Print the list; 0 also when a text cannot be read, which is said in its place."""
    shelf = Shelf()
    lines = shelf.lines()
    found = overlaps(line.version for line in lines if line.version is not None)
    if args.json:
        plain = [_as_json(line, _with(line.id, found)) for line in lines]
        print(json.dumps(plain, indent=2, ensure_ascii=False))
    else:
        print("\n".join(_as_text(line, _with(line.id, found)) for line in lines))
    return 0


def _with(policy: str, found: tuple[Overlap, ...]) -> dict[str, str]:
    """The versions that a version overlaps with, and on which days."""
    pairs = {(each.first, each.second): each.days for each in found}
    return {
        two if one == policy else one: days
        for (one, two), days in pairs.items()
        if policy in (one, two)
    }


def _as_text(line: ShelfLine, others: dict[str, str]) -> str:
    if line.version is None:
        problems = "\n".join(f"    {problem}" for problem in line.problems)
        return f"{line.id}\n    cannot be read:\n{problems}"
    version = line.version
    own = ", ".join(f"{count} {name}" for name, count in own_standings(version).items()) or "none"
    left = inherited(version)
    standing = f"{own}, and {left} inherited" if left else own
    overlap = "".join(
        f"\n    overlaps with {other}: both govern travel {days}" for other, days in others.items()
    )
    return (
        f"{version.id}\n    {version.title}\n"
        f"    travel {days_words(version)}; {version.status}; own provisions: {standing}{overlap}"
    )


def _as_json(line: ShelfLine, others: dict[str, str]) -> dict[str, object]:
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
        "standing": own_standings(version),
        "inherited": inherited(version),
        "overlaps": list(others),
    }
