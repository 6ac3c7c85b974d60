"""The keys of a store: one random data key, wrapped by the passphrase and by the recovery key.

The wrapped keys lie in a small JSON file beside the database. It holds no personal data, and
nothing in it opens the store without the passphrase or the printed key. Wrapping is AES-256-GCM,
which tells a wrong passphrase for certain; a checksum over the file tells damage from that.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass, replace

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from store.encoding import encode
from store.problems import EmptyPassphrase, WrongPassphrase, WrongRecoveryKey

_KEY = 32
_SALT = 16
_NONCE = 12


@dataclass(frozen=True, slots=True)
class KeyCost:
    """What deriving a key from a passphrase costs: memory in KiB, passes over it, and lanes."""

    memory_kib: int
    passes: int
    lanes: int


DEFAULT_COST = KeyCost(memory_kib=64 * 1024, passes=10, lanes=4)
"""Argon2id with 64 MiB, about a second on an office machine. RFC 9106 asks for 3 passes."""

CHEAP_FOR_TESTS = KeyCost(memory_kib=64, passes=1, lanes=1)
"""No protection at all; for tests, which open hundreds of stores."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What the keys file holds. Salts and wrapped keys are hexadecimal text.

    ``store`` identifies the store; ``label`` and ``fictional`` describe it. All three are bound
    into both wrappings, so they cannot be changed without a key.
    """

    store: str
    label: str
    fictional: bool
    cost: KeyCost
    salt: str
    by_passphrase: str
    by_recovery: str


def new_keys(store: str, label: str, fictional: bool, cost: KeyCost) -> Keys:
    """Begin the keys of a new store, nothing wrapped as yet."""
    return Keys(store, label, fictional, cost, "", "", "")


def new_data_key() -> bytes:
    """Draw the 32 random bytes that encrypt a store."""
    return secrets.token_bytes(_KEY)


def with_passphrase(keys: Keys, data_key: bytes, passphrase: str) -> Keys:
    """Wrap the data key by a passphrase, under a fresh salt. Raises EmptyPassphrase."""
    if not passphrase:
        raise EmptyPassphrase
    salted = replace(keys, salt=secrets.token_hex(_SALT))
    wrapped = _wrap(_from_passphrase(salted, passphrase), data_key, _bound(salted, "passphrase"))
    return replace(salted, by_passphrase=wrapped)


def with_recovery(keys: Keys, data_key: bytes, secret: bytes) -> Keys:
    """Wrap the data key by the 20 bytes of a recovery key."""
    wrapped = _wrap(_from_recovery(keys, secret), data_key, _bound(keys, "recovery key"))
    return replace(keys, by_recovery=wrapped)


def open_by_passphrase(keys: Keys, passphrase: str) -> bytes:
    """Give the data key. Raises WrongPassphrase."""
    try:
        key = _from_passphrase(keys, passphrase)
        return _unwrap(key, keys.by_passphrase, _bound(keys, "passphrase"))
    except InvalidTag:
        raise WrongPassphrase from None


def open_by_recovery(keys: Keys, secret: bytes) -> bytes:
    """Give the data key. Raises WrongRecoveryKey."""
    try:
        key = _from_recovery(keys, secret)
        return _unwrap(key, keys.by_recovery, _bound(keys, "recovery key"))
    except InvalidTag:
        raise WrongRecoveryKey from None


def _from_passphrase(keys: Keys, passphrase: str) -> bytes:
    # The same accented letter can be typed as one character or two; NFKC makes them one.
    return hash_secret_raw(
        unicodedata.normalize("NFKC", passphrase).encode(),
        bytes.fromhex(keys.salt),
        time_cost=keys.cost.passes,
        memory_cost=keys.cost.memory_kib,
        parallelism=keys.cost.lanes,
        hash_len=_KEY,
        type=Type.ID,
    )


def _from_recovery(keys: Keys, secret: bytes) -> bytes:
    # 160 random bits need no stretching.
    derive = HKDF(SHA256(), length=_KEY, salt=keys.store.encode(), info=b"milepost recovery key")
    return derive.derive(secret)


def _bound(keys: Keys, by: str) -> bytes:
    return encode([keys.store, keys.label, keys.fictional, by])


def _wrap(key: bytes, data_key: bytes, bound: bytes) -> str:
    nonce = secrets.token_bytes(_NONCE)
    return (nonce + AESGCM(key).encrypt(nonce, data_key, bound)).hex()


def _unwrap(key: bytes, wrapped: str, bound: bytes) -> bytes:
    data = bytes.fromhex(wrapped)
    return AESGCM(key).decrypt(data[:_NONCE], data[_NONCE:], bound)
