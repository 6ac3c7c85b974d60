"""Receive an application: the family, the child, the place and the first day of travel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.desk import Desk
from casework.rights import OFFICERS, require
from geography.grid import check_position
from records.application import Application, Directorate, Stage
from records.child import Child, Household
from records.people import Role
from rules.problems import UserFacingError
from store import applications, change, children, households
from store.identifiers import new_id
from store.settings import set_setting, setting

COUNCIL = "council"
"""The setting that names the council whose policies hold for new applications."""


class Incomplete(UserFacingError):
    """Something an application cannot do without is missing."""


@dataclass(frozen=True, slots=True)
class NewApplication:
    """What an officer takes down. ``household`` is an existing one's id, or the new one's parts."""

    given_name: str
    family_name: str
    date_of_birth: date | None
    parent_name: str
    address: tuple[str, ...]
    postcode: str
    easting: float | None
    northing: float | None
    school: str
    day_of_travel: date
    received_on: date
    directorate: Directorate = Directorate.TRANSPORT
    solo_travel_asked: bool = False
    household: str | None = None
    position_from: str = "address"


def council_of(desk: Desk) -> str | None:
    """The council whose policies hold here; None until it was chosen."""
    return setting(desk.store, COUNCIL)


def choose_council(desk: Desk, council: str) -> None:
    """Choose the council: the name of its folder of policies.

    Raises NotAllowed, or Incomplete where there is no such folder.
    """
    require(desk, "Choosing the council", *OFFICERS, Role.ADMINISTRATOR, Role.POLICY_LEAD)
    bodies = {policy.split("/")[0] for policy in desk.shelf.ids()}
    if council not in bodies:
        known = ", ".join(sorted(bodies))
        raise Incomplete(f"There are no policies of '{council}' on the shelf; there are {known}.")
    set_setting(desk.store, COUNCIL, council, desk.person)


def receive(desk: Desk, new: NewApplication) -> Application:
    """Write down an application; its reference is the next number.

    Raises NotAllowed, Incomplete, or UnusablePosition of the home; then nothing was kept.
    """
    require(desk, "Taking down an application", *OFFICERS)
    council = council_of(desk)
    _complete(new, council)
    with change.together(desk.store):
        household = _household(desk, new)
        child = Child(
            new_id(), household, new.given_name.strip(), new.family_name.strip(), new.date_of_birth
        )
        children.add_child(desk.store, child, desk.person)
        application = Application(
            id=new_id(),
            reference=next_reference(desk, council or ""),
            council=council or "",
            child=child.id,
            school=new.school,
            day_of_travel=new.day_of_travel,
            received_on=new.received_on,
            directorate=new.directorate,
            stage=Stage.OPEN,
            solo_travel_asked=new.solo_travel_asked,
        )
        applications.add_application(desk.store, application, desk.person)
    return application


def _complete(new: NewApplication, council: str | None) -> None:
    wanted = {
        "the council whose policy holds": council,
        "the child's name": new.given_name.strip() or new.family_name.strip(),
        "the school or other place": new.school,
        "the postcode or the home": new.postcode.strip() or new.household,
    }
    missing = [name for name, value in wanted.items() if not value]
    if missing:
        raise Incomplete(f"Still wanted: {', '.join(missing)}. Nothing was kept yet.")
    if new.easting is not None and new.northing is not None:
        check_position(new.easting, new.northing, "The home")


def _household(desk: Desk, new: NewApplication) -> str:
    if new.household:
        return households.household(desk.store, new.household).id
    added = Household(
        new_id(),
        new.address,
        new.postcode.strip().upper(),
        new.easting,
        new.northing,
        new.position_from,
        new.parent_name.strip(),
    )
    households.add_household(desk.store, added, desk.person)
    return added.id


def next_reference(desk: Desk, council: str) -> str:
    """The next free reference: two letters of the council, and a number of five digits."""
    letters = (council[:2] or "MP").upper()
    number = len(applications.list_applications(desk.store)) + 1
    while applications.by_reference(desk.store, f"{letters}-{number:05}"):
        number += 1
    return f"{letters}-{number:05}"
