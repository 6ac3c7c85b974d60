"""Networks from any file that can be read, and from the bytes that a store keeps of one."""

from __future__ import annotations

from pathlib import Path

from geography.imports import Choices, import_network
from geography.network import Network
from geography.packing import is_packed, unpack
from geography.readers import network_from_csv, network_from_geojson
from geography.readers import read_network as read_own

OWN = (".csv", ".geojson", ".json")


def read_network(path: Path, name: str | None = None) -> Network:
    """Read a network from any file of streets and paths, told by its ending and its columns.

    CSV and GeoJSON in Milepost's own columns are named by the SHA-256 of the file; all others by
    that of the packed network, as a store keeps them. The network is called ``name``, or after the
    file. Raises UnreadableFile, naming the file, the line and what was expected.
    """
    if path.suffix.lower() in OWN:
        return read_own(path, name)
    return import_network([path], Choices(name=name)).network


def network_from_kept(content: bytes, name: str) -> Network:
    """Return the network in kept bytes: a packed one, or a CSV or GeoJSON file as it came.

    Its digest is the SHA-256 of the bytes. Raises UnreadableFile where they are not whole.
    """
    if is_packed(content):
        return unpack(content, name, name)
    if content.lstrip()[:1] == b"{":
        return network_from_geojson(content, name, name)
    return network_from_csv(content, name, name)
