"""When a letter by email or by hand counts as received: this store's setting, and who confirmed it.

The counts that come with the program are usual practice and nobody's words; they hold, marked as
to be confirmed, until the council says so or sets others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from casework.desk import Desk
from casework.letters.clocks import RECEIVED_AFTER
from casework.rights import require
from records.people import Role
from records.sending import SentBy
from rules.problems import UserFacingError
from store import change
from store.settings import set_setting, setting

SETTERS: Final = (Role.POLICY_LEAD, Role.ADMINISTRATOR)
MOST_DAYS: Final = 10
COUNTS: Final = {SentBy.EMAIL: "received_after_email", SentBy.HANDED: "received_after_handed"}
CONFIRMED_BY, CONFIRMED_ON = "received_confirmed_by", "received_confirmed_on"


class CannotSetReceipt(UserFacingError):
    """A count of days that cannot be."""


@dataclass(frozen=True, slots=True)
class ReceiptSettings:
    """Working days after which a letter counts as received, by email and by hand.

    ``confirmed_by`` names who confirmed them for the council, on ``confirmed_on``; None: nobody.
    """

    email: int = RECEIVED_AFTER[SentBy.EMAIL]
    handed: int = RECEIVED_AFTER[SentBy.HANDED]
    confirmed_by: str | None = None
    confirmed_on: date | None = None

    @property
    def to_confirm(self) -> bool:
        """Say whether nobody has confirmed them for the council yet."""
        return self.confirmed_on is None


def receipt_settings(desk: Desk) -> ReceiptSettings:
    """Read when letters count as received here."""
    store, usual = desk.store, ReceiptSettings()
    on = setting(store, CONFIRMED_ON)
    return ReceiptSettings(
        int(setting(store, COUNTS[SentBy.EMAIL]) or usual.email),
        int(setting(store, COUNTS[SentBy.HANDED]) or usual.handed),
        setting(store, CONFIRMED_BY) or None,
        date.fromisoformat(on) if on else None,
    )


def received_after(desk: Desk) -> Mapping[SentBy, int]:
    """The working days by way of sending that letters are counted with here."""
    found = receipt_settings(desk)
    return {**RECEIVED_AFTER, SentBy.EMAIL: found.email, SentBy.HANDED: found.handed}


def confirm_receipt(desk: Desk, email: int, handed: int) -> ReceiptSettings:
    """Confirm for the council when letters count as received, as set or as it was.

    What was sent before keeps its days. Raises NotAllowed, or CannotSetReceipt for a count that is
    below nothing or above 10 working days.
    """
    require(desk, "Confirming when letters count as received", *SETTERS)
    if not (0 <= email <= MOST_DAYS and 0 <= handed <= MOST_DAYS):
        raise CannotSetReceipt(
            f"A letter counts as received after 0 to {MOST_DAYS} working days. Nothing was "
            "changed. Type a number between them."
        )
    values = {
        COUNTS[SentBy.EMAIL]: str(email),
        COUNTS[SentBy.HANDED]: str(handed),
        CONFIRMED_BY: desk.person.name,
        CONFIRMED_ON: desk.today().isoformat(),
    }
    with change.together(desk.store):
        for name, value in values.items():
            if value != setting(desk.store, name):
                set_setting(desk.store, name, value, desk.person)
    return receipt_settings(desk)
