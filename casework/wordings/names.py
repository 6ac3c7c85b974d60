"""What a wording may name: placeholders, parts and conditions; and whom it may not."""

from __future__ import annotations

from dataclasses import dataclass

from casework.desk import Desk
from casework.wordings.on_file import LETTERHEAD
from letters import KINDS
from letters.kinds.kind import Kind
from letters.parts.by_name import PARTS
from letters.placeholders import CONDITIONS, PLACEHOLDERS
from store.children import child_names

LETTERHEAD_TITLE = "Letterhead, contacts and fixed lines"
WORDS_TITLE = "The words that the program writes itself"


@dataclass(frozen=True, slots=True)
class Nameable:
    """A name as it is written into a wording, and what it stands for.

    ``is_needed`` says that the kind of letter must hold it.
    """

    written: str
    says: str
    is_needed: bool = False


def nameable(kind: str) -> tuple[Nameable, ...]:
    """Every name that a wording of a kind may hold; what the kind must say stands first."""
    wanted = KINDS.get(kind)
    if wanted is None:
        return ()
    needed = {each for must in wanted.must for each in must.by}
    found = [
        *(Nameable(f"${{{n}}}", each.label, n in needed) for n, each in PLACEHOLDERS.items()),
        *(Nameable(f"@{n}", _says(wanted, f"@{n}"), f"@{n}" in needed) for n in PARTS),
        *(Nameable(f"when {n}: ", "only where this holds", f"?{n}" in needed) for n in CONDITIONS),
    ]
    return tuple(sorted(found, key=lambda one: (not one.is_needed, one.written)))


def _says(kind: Kind, name: str) -> str:
    return next((must.say for must in kind.must if name in must.by), "a part drawn from the record")


def text_titles() -> tuple[tuple[str, str], ...]:
    """Every text that a policy lead may edit: its name, and its title for people."""
    kinds = ((kind.name, kind.title[:1].upper() + kind.title[1:]) for kind in KINDS.values())
    return (*kinds, (LETTERHEAD, LETTERHEAD_TITLE))


def names_of_children(desk: Desk) -> frozenset[str]:
    """The full names of the children of the store: none belongs in a wording.

    Names of a single word are left out: they are words too.
    """
    return frozenset(name for name in child_names(desk.store) if " " in name)


def names_of_others(desk: Desk, name: str) -> frozenset[str]:
    """The same without the name of the child whose case it is."""
    return names_of_children(desk) - {name}
