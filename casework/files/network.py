"""Network files before they are brought in: what one is, and what bringing it in would give."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from geography import Choices, Columns, Kind, Recognised, import_network, recognise
from geography.imports import AS_SUGGESTED, KIND_WORDS

Progress = Callable[[int, int, str], object]

__all__ = [
    "KIND_WORDS",
    "Choices",
    "Columns",
    "Kind",
    "NetworkCheck",
    "Recognised",
    "check_network",
    "look_at",
]


@dataclass(frozen=True, slots=True)
class NetworkCheck:
    """What an import would bring: what the file is, its name and digest, how many links, and the
    report in plain words. Nothing was kept.
    """

    kind: str
    kind_words: str
    name: str
    digest: str
    links: int
    report: tuple[str, ...]


def unheard(done: int, total: int, words: str) -> None:
    """Nobody asked how far it is."""


def look_at(path: Path, layer: str | None = None) -> Recognised:
    """Say what a file is, its layers and columns, and which columns probably mean what.

    The columns are those of ``layer``, else of the first layer of lines.

    Raises UnreadableFile for a file that is damaged or holds no lines.
    """
    return recognise(path, layer)


def check_network(
    paths: Sequence[Path], choices: Choices = AS_SUGGESTED, progress: Progress = unheard
) -> NetworkCheck:
    """Import files without keeping anything, and say what that gives.

    Raises UnreadableFile as bringing them in would.
    """
    came = import_network(paths, choices, progress)
    network = came.network
    return NetworkCheck(
        came.kind.value,
        KIND_WORDS[came.kind],
        network.name,
        network.digest,
        len(network.edge_ids),
        came.report,
    )
