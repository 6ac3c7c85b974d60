"""A policy lead changes what letters say: saved with a reason, earlier wordings kept."""

from __future__ import annotations

from dataclasses import dataclass

from casework.desk import Desk
from casework.rights import require
from casework.wordings.check import check_wording
from casework.wordings.difference import wording_difference
from casework.wordings.on_file import WORDS
from casework.wordings.which import TEXTS, WordingInUse, in_use, on_file
from letters.errors import UnknownKind
from letters.template import ENGLISH_TAG, digest_of
from records.people import Role
from records.wording import Wording
from rules.problems import UserFacingError
from store import wordings as kept
from store.identifiers import new_id

NOTHING_CHANGED = "Nothing was changed, and what you wrote still stands in the editor."


class CannotSaveWording(UserFacingError):
    """A wording that cannot be saved, with what keeps it from that."""


@dataclass(frozen=True, slots=True)
class PastWording:
    """A wording as it stands in the history: what was saved, and what that changed, in words."""

    wording: Wording
    changes: tuple[str, ...]
    is_in_use: bool


def save_wording(
    desk: Desk, council: str, kind: str, language: str, text: str, because: str
) -> Wording:
    """Save a wording; letters use it from now on. ``because`` says why.

    Raises NotAllowed, UnknownKind or CannotSaveWording; then nothing was recorded.
    """
    _may(desk, kind)
    found = check_wording(council, kind, language, text)
    if not found.is_usable:
        wrong = next(each for each in found.remarks if each.weight == "to be put right")
        where = f"line {wrong.line}: " if wrong.line else ""
        raise CannotSaveWording(
            f"The wording cannot be used. {where}{wrong.better} {NOTHING_CHANGED}"
        )
    if text == in_use(desk, council, kind, language).text:
        raise CannotSaveWording(f"The wording is the one in use already. {NOTHING_CHANGED}")
    return _add(desk, council, kind, language, text, because)


def restore_wording(desk: Desk, id: str, because: str) -> Wording:
    """Let letters use an earlier wording again. Raises NotAllowed, NotThere, CannotSaveWording."""
    earlier = kept.wording(desk.store, id)
    _may(desk, earlier.kind)
    now = in_use(desk, earlier.council, earlier.kind, earlier.language)
    if earlier.text == now.text:
        raise CannotSaveWording("That wording is in use already. Nothing was changed.")
    place = earlier.council, earlier.kind, earlier.language
    return _add(desk, *place, earlier.text, because, restores=id)


def use_the_file(desk: Desk, council: str, kind: str, language: str, because: str) -> Wording:
    """Go back to the wording on file, whatever was saved. Raises NotAllowed, CannotSaveWording."""
    _may(desk, kind)
    saved = in_use(desk, council, kind, language).saved
    if saved is None or not saved.text:
        raise CannotSaveWording("The wording on file is in use already. Nothing was changed.")
    return _add(desk, council, kind, language, "", because)


def wording_history(
    desk: Desk, council: str, kind: str, language: str = ENGLISH_TAG
) -> tuple[PastWording, ...]:
    """Every wording that was saved, the newest first, each with what it changed."""
    before: WordingInUse = on_file(desk.shelf, council, kind, language)
    latest = kept.latest_wording(desk.store, council, kind, language)
    text, past = before.text, []
    for each in kept.wordings_of(desk.store, council, kind, language):
        now = each.text or before.text
        past.append(PastWording(each, wording_difference(text, now), each == latest))
        text = now
    return tuple(reversed(past))


def _may(desk: Desk, kind: str) -> None:
    require(desk, "Changing the wording of letters", Role.POLICY_LEAD)
    if kind not in (*TEXTS, WORDS):
        raise UnknownKind(f"There is no wording of the kind “{kind}”. Kinds: {', '.join(TEXTS)}.")


def _add(
    desk: Desk, council: str, kind: str, language: str, text: str, because: str,
    restores: str | None = None,
) -> Wording:  # fmt: skip
    if not because.strip():
        raise CannotSaveWording(f"Say why the wording changes. {NOTHING_CHANGED}")
    found = Wording(
        new_id(), council, kind, language, text, digest_of(text), because.strip(), restores,
        desk.person.id, desk.person.name, desk.now(),
    )  # fmt: skip
    kept.add_wording(desk.store, found, desk.person)
    return found
