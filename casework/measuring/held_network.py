"""The networks of a store, each read from its bytes once and then kept by its digest."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

import store.networks as networks
from casework.desk import Desk
from geography import Network, network_from_kept

KEPT = 3
"""How many networks are kept read: the one measured on, and those of older measurements."""

_read: OrderedDict[tuple[str, str], Network] = OrderedDict()
_lock = Lock()


def latest(desk: Desk) -> Network | None:
    """Return the network that was imported last, None before the first.

    Raises UnreadableFile where its bytes cannot be read.
    """
    listed = networks.list_networks(desk.store)
    return held(desk, *listed[-1]) if listed else None


def by_digest(desk: Desk, digest: str) -> Network | None:
    """Return the network of a digest, as a measurement names it, None where it is not held."""
    names = dict(networks.list_networks(desk.store))
    return held(desk, digest, names[digest]) if digest in names else None


def held(desk: Desk, digest: str, name: str) -> Network | None:
    """Return a network that the store holds, reading its bytes only the first time."""
    with _lock:
        if (digest, name) in _read:
            _read.move_to_end((digest, name))
            return _read[digest, name]
        kept = networks.network(desk.store, digest)
        if kept is None:
            return None
        found = _read[digest, name] = network_from_kept(kept.edges, name)
        while len(_read) > KEPT:
            _read.popitem(last=False)
        return found
