"""A network as one run of bytes: what a store keeps of an import, and what its digest is of.

The bytes hold what was read and nothing worked out from it (no length, no part), so that the same
source gives the same bytes on any machine. A first line says what they are, a second is JSON: the
sizes of what follows, where it came from and what to know about it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Final

import numpy as np

from geography.building import LineTable, in_order, measured
from geography.building import id_order as id_order_of
from geography.lengths import IntArray
from geography.network import Network
from geography.problems import UnreadableFile
from geography.readers.tables import unreadable

FIRST_LINE: Final = b"MILEPOST NETWORK 1\n"
BREAK: Final = "\n"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a packed network came from: the kind of source, the SHA-256 of each of its files, what
    to know when measuring along it, and the whole report of its import.
    """

    kind: str
    sources: tuple[str, ...]
    notes: tuple[str, ...] = ()
    report: tuple[str, ...] = ()


def is_packed(content: bytes) -> bool:
    """Say whether these bytes are a packed network."""
    return content.startswith(FIRST_LINE)


def pack(table: LineTable, origin: Origin) -> bytes:
    """Return lines as bytes, in order of their ids."""
    table = in_order(table)
    node_ids = sorted({*table.u, *table.v}, key=id_order_of)
    index = {node: position for position, node in enumerate(node_ids)}
    names, name_of = pooled(table.names)
    kinds, kind_of = pooled(table.kinds or [""] * len(table.ids))
    texts = [BREAK.join(one).encode() for one in (table.ids, node_ids, names, kinds)]
    arrays = [
        np.array([index[node] for node in table.u], dtype="<i4"),
        np.array([index[node] for node in table.v], dtype="<i4"),
        table.counts.astype("<i4"),
        name_of.astype("<i4"),
        kind_of.astype("<i4"),
        *(flag.astype("<u1") for flag in (table.foot, table.motor) if flag is not None),
        table.oneway.astype("<u1"),
        table.points.astype("<f8"),
    ]
    header = {
        "kind": origin.kind,
        "sources": list(origin.sources),
        "notes": list(origin.notes),
        "report": list(origin.report),
        "links": len(table.ids),
        "points": len(table.points),
        "texts": [len(text) for text in texts],
        "says_foot": table.foot is not None,
        "says_motor": table.motor is not None,
    }
    first = json.dumps(header, ensure_ascii=False, sort_keys=True).encode()
    return b"".join([FIRST_LINE, first, b"\n", *texts, *(one.tobytes() for one in arrays)])


def pooled(texts: Sequence[str]) -> tuple[list[str], IntArray]:
    """Return the different texts in order, and which of them each is; line breaks become spaces."""
    plain = [" ".join(text.split()) for text in texts]
    pool = sorted(set(plain))
    at = {text: number for number, text in enumerate(pool)}
    return pool, np.array([at[text] for text in plain], dtype=np.int64)


def unpack(content: bytes, place: str, name: str) -> Network:
    """Return the network in packed bytes; raises UnreadableFile where they are not whole."""
    header, start = header_of(content, place)
    if len(content) - start != size_of(header):
        raise broken(place)
    reader = Reader(content, start)
    ids, node_ids, names, kinds = (reader.text(size) for size in header["texts"])
    links = header["links"]
    u, v, counts, name_of, kind_of = (reader.array("<i4", links) for _ in range(5))
    foot = reader.array("<u1", links).astype(np.bool_) if header["says_foot"] else None
    motor = reader.array("<u1", links).astype(np.bool_) if header["says_motor"] else None
    oneway = reader.array("<u1", links).astype(np.bool_)
    points = reader.array("<f8", 2 * header["points"]).reshape(-1, 2)
    table = LineTable(
        ids=ids,
        u=(),
        v=(),
        names=[names[at] for at in name_of.tolist()],
        points=points,
        counts=counts.astype(np.int64),
        motor=motor,
        oneway=oneway,
        foot=foot,
        kinds=[kinds[at] for at in kind_of.tolist()] if any(kinds) else (),
    )
    digest = sha256(content).hexdigest()
    network = measured(name, digest, table, tuple(node_ids), u.astype(np.int32), v.astype(np.int32))
    return replace(network, notes=(*network.notes, *header["notes"]))


def origin_of(content: bytes) -> Origin | None:
    """Return where kept bytes came from, None for a file that is kept as it came."""
    if not is_packed(content):
        return None
    header, _ = header_of(content, "the network")
    return Origin(
        header["kind"],
        tuple(header["sources"]),
        tuple(header["notes"]),
        tuple(header["report"]),
    )


@dataclass(slots=True)
class Reader:
    """Packed bytes and how far they were read."""

    content: bytes
    at: int

    def text(self, size: int) -> list[str]:
        """Return the next texts."""
        self.at += size
        return self.content[self.at - size : self.at].decode().split(BREAK)

    def array(self, kind: str, count: int) -> np.ndarray[Any, np.dtype[Any]]:
        """Return the next numbers."""
        found = np.frombuffer(self.content, dtype=kind, count=count, offset=self.at)
        self.at += found.nbytes
        return found


def header_of(content: bytes, place: str) -> tuple[dict[str, Any], int]:
    """Return the header, and where what follows it begins."""
    begin = len(FIRST_LINE)
    end = content.find(b"\n", begin)
    try:
        return json.loads(content[begin:end]), end + 1
    except ValueError as error:
        raise broken(place) from error


def size_of(header: dict[str, Any]) -> int:
    """Return how many bytes follow the header."""
    flags = 1 + header["says_foot"] + header["says_motor"]
    return int(sum(header["texts"]) + header["links"] * (5 * 4 + flags) + header["points"] * 16)


def broken(place: str) -> UnreadableFile:
    """Return the error for packed bytes that are not whole."""
    return unreadable(place, "is no whole network; import it anew from its source.")
