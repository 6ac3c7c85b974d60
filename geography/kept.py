"""Networks from any file that can be read, and from the bytes that a store keeps of one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from geography.imports import AS_SUGGESTED, Choices, import_network
from geography.network import Network
from geography.packing import is_packed, unpack
from geography.readers import network_from_csv, network_from_geojson


def read_network(path: Path | Sequence[Path], choices: Choices = AS_SUGGESTED) -> Network:
    """Read a network from any file of streets and paths, or from those of one delivery.

    It is read as an import reads it, so its digest is the one that a store would hold: the SHA-256
    of a CSV of edges, which is kept as it came, else that of the packed network. Raises
    UnreadableFile, naming the file, the line and what was expected.
    """
    return import_network([path] if isinstance(path, Path) else path, choices).network


def network_from_kept(content: bytes, name: str) -> Network:
    """Return the network in kept bytes: a packed one, or a CSV or GeoJSON file as it came.

    Its digest is the SHA-256 of the bytes. Raises UnreadableFile where they are not whole.
    """
    if is_packed(content):
        return unpack(content, name, name)
    if content.lstrip()[:1] == b"{":
        return network_from_geojson(content, name, name)
    return network_from_csv(content, name, name)
