"""The roles people hold, in the words of a council, with what each may do."""

from __future__ import annotations

from typing import Final

from records.people import Person, Role

ROLES: Final = {
    Role.ELIGIBILITY_OFFICER: ("Eligibility officer", "Assesses, measures, decides and writes"),
    Role.SEND_OFFICER: ("SEND officer", "Decides special educational needs and solo travel"),
    Role.SENIOR_REVIEWER: ("Senior reviewer", "Reviews at stage one"),
    Role.PANEL_CLERK: ("Panel clerk", "Prepares stage two"),
    Role.PANEL_MEMBER: ("Panel member", "Hears stage two; reads decided cases"),
    Role.POLICY_LEAD: ("Policy lead", "Keeps and compares policy versions"),
    Role.ADMINISTRATOR: ("Administrator", "Looks after people, backups and retention"),
    Role.AUDITOR: ("Auditor", "Reads the audit trail"),
}


def role_words(person: Person) -> str:
    """List a person's roles in the order above: ``Eligibility officer, Senior reviewer``."""
    return ", ".join(title for role, (title, _) in ROLES.items() if role in person.roles)
