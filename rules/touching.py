"""What a provision may touch: an offer can be taken away or charged for, an entitlement cannot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rules.policy import PolicyVersion, Provision
from rules.values import Effect

MAY_TOUCH = {
    Effect.WITHHOLDS: (Effect.OFFERS,),
    Effect.CHARGES: (Effect.OFFERS, Effect.REFERS),
}
"""What may be touched; of a ground for an officer the help that is granted is charged for."""

WHY = {
    Effect.WITHHOLDS: (
        "'withholds' takes an offer away, never what the law gives: the entitlement stands "
        "whatever is written here"
    ),
    Effect.CHARGES: "what is owed by law is free: only help that is offered is charged for",
}


@dataclass(frozen=True, slots=True)
class IdleTouch:
    """A provision that touches one it can do nothing to, by their ids; ``says`` why."""

    provision: str
    touched: str
    says: str


def idle_touches(version: PolicyVersion) -> tuple[IdleTouch, ...]:
    """Everything that is touched without any effect, in text order, what is inherited included."""
    effects = {each.id: each.effect for each in version.provisions}
    return tuple(found for each in version.provisions for found in _of(each, effects))


def _of(provision: Provision, effects: dict[str, Effect]) -> Iterator[IdleTouch]:
    allowed = MAY_TOUCH.get(provision.effect)
    if allowed is None:
        return
    for touched in provision.touches:
        effect = effects.get(touched)
        if effect is not None and effect not in allowed:
            says = f"touches: {touched} {effect}, and {WHY[provision.effect]}"
            yield IdleTouch(provision.id, touched, says)
