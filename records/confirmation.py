"""A policy version confirmed for use by the policy lead, or that confirmation withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Confirmation:
    """One word of the policy lead on one text: decisions may be made under it, or no longer.

    ``digest`` is that of the version's whole text, so a text that is changed is not confirmed.
    ``confirmed`` False withdraws what was confirmed before; the latest of a digest counts.
    ``because`` says what the word rests on: the meeting, the minute, the page.
    """

    id: str
    policy: str
    digest: str
    confirmed: bool
    because: str
    by: str
    by_name: str
    at: datetime
