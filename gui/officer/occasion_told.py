"""A recorded occasion in words: every field that is known, and the decision that it rests on."""

from __future__ import annotations

from casework.occasions.words import told_fields
from records.occasions import RecordedOccasion
from records.reviews import ReviewReceived


def told(recorded: RecordedOccasion) -> str:
    """Write an occasion out, one field a line."""
    lines = [
        f"{label[:1].upper()}{label[1:]}: {value}"
        for label, value in told_fields(recorded.occasion)
    ]
    if isinstance(recorded.occasion, ReviewReceived) and recorded.occasion.is_late is not None:
        lines.append("It came late." if recorded.occasion.is_late else "It came in time.")
    if recorded.rests_on is not None:
        lines.append("It rests on a decision in the record.")
    return "\n".join(lines)
