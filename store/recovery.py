"""The recovery key as it is printed and typed: eight groups of five, each with its own check.

Crockford's 32 letters and figures (no I, L, O or U). The first four of a group carry the key, the
fifth is a check (Luhn, base 32, begun with the group's number), so that a slip, two neighbours
exchanged or two groups exchanged are found and the group is named. 160 bits of key in all.
"""

from __future__ import annotations

import secrets

from store.problems import MistypedRecoveryKey

_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MEANT = str.maketrans({"O": "0", "I": "1", "L": "1"})
_GROUPS = 8
_LENGTH = 5
_BYTES = 20


def new_recovery_secret() -> bytes:
    """Draw the 20 random bytes that a recovery key stands for."""
    return secrets.token_bytes(_BYTES)


def printed(secret: bytes) -> str:
    """Write 20 bytes as a recovery key: ``7K2QM-…``, eight groups of five."""
    number = int.from_bytes(secret)
    symbols = [_SYMBOLS[number >> shift & 31] for shift in range(_BYTES * 8 - 5, -1, -5)]
    parts = ["".join(symbols[at : at + 4]) for at in range(0, len(symbols), 4)]
    return "-".join(part + _check(part, group) for group, part in enumerate(parts, 1))


def typed(text: str) -> bytes:
    """Read a typed recovery key, whatever its spacing and case; O, I and L are read as 0 and 1.

    Raises MistypedRecoveryKey, naming the group, when it cannot be what was printed.
    """
    symbols = "".join(one for one in text.upper() if one.isalnum()).translate(_MEANT)
    if len(symbols) != _GROUPS * _LENGTH:
        raise MistypedRecoveryKey(
            f"A recovery key has {_GROUPS} groups of {_LENGTH} letters and figures, "
            f"{_GROUPS * _LENGTH} in all; what was typed has {len(symbols)}."
        )
    parts = [_part(symbols, group) for group in range(1, _GROUPS + 1)]
    number = 0
    for symbol in "".join(parts):
        number = number << 5 | _SYMBOLS.index(symbol)
    return number.to_bytes(_BYTES)


def _part(symbols: str, group: int) -> str:
    whole = symbols[(group - 1) * _LENGTH : group * _LENGTH]
    unused = [one for one in whole if one not in _SYMBOLS]
    if unused or _check(whole[:-1], group) != whole[-1]:
        raise MistypedRecoveryKey(f"Group {group} ({whole}) of the recovery key has a slip.", group)
    return whole[:-1]


def _check(part: str, group: int) -> str:
    total = 0
    for place, symbol in enumerate(reversed(_SYMBOLS[group] + part)):
        doubled = _SYMBOLS.index(symbol) * (2 if place % 2 == 0 else 1)
        total += doubled // 32 + doubled % 32
    return _SYMBOLS[-total % 32]
