"""What a store holds to work with: council, network, schools, postcodes, people, backups, trail."""

from __future__ import annotations

from dataclasses import dataclass

from casework.desk import Desk
from casework.families import is_bare
from casework.letters.receipt_settings import ReceiptSettings, receipt_settings
from casework.measuring.settings import MeasuringSettings, measuring_settings
from casework.policies.councils import Council, chosen_council
from casework.schools.places import list_schools
from casework.trail import last_lines, trail_length
from records.people import Person
from records.school import School
from store import applications, households, networks
from store.addresses import count_addresses
from store.audit import AuditLine
from store.backup import Backup, last_verified_backup
from store.networks import ImportedNetwork
from store.people import list_people
from store.places import backup_folder


@dataclass(frozen=True, slots=True)
class Holdings:
    """Everything the records room shows at once; empty or None is what is not there yet.

    ``networks`` has the one imported last in front: that is the one measured on.
    """

    council: Council | None
    networks: tuple[ImportedNetwork, ...]
    schools: tuple[School, ...]
    postcodes: int
    cases: int
    people: tuple[Person, ...]
    backup: Backup | None
    backup_folder: str
    trail: int
    last_lines: tuple[AuditLine, ...]
    addresses: int = 0
    measuring: MeasuringSettings = MeasuringSettings()
    receipt: ReceiptSettings = ReceiptSettings()


def holdings(desk: Desk) -> Holdings:
    """Read what the store holds."""
    store = desk.store
    return Holdings(
        council=chosen_council(desk),
        networks=tuple(reversed(networks.imported(store))),
        schools=list_schools(desk),
        postcodes=sum(is_bare(home) for home in households.list_households(store)),
        cases=len(applications.list_applications(store)),
        people=list_people(store),
        backup=last_verified_backup(store),
        backup_folder=str(backup_folder(store.path)),
        trail=trail_length(desk),
        last_lines=last_lines(desk),
        addresses=count_addresses(store),
        measuring=measuring_settings(desk),
        receipt=receipt_settings(desk),
    )


def is_ready_for_cases(desk: Desk) -> bool:
    """Whether an application can be taken down: a council is chosen, and there are schools."""
    return chosen_council(desk) is not None and bool(list_schools(desk))
