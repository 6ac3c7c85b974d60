"""A policy document as a tagged PDF: headings in the outline, lists within lists, named columns."""

from __future__ import annotations

from letters.policy_document.content import PolicyDocument


def policy_pdf(document: PolicyDocument) -> bytes:
    """Print a policy document; the same document gives the same bytes on any machine.

    Self-checked, but not claimed to conform to PDF/UA. Raises GlyphMissing where the fonts lack a
    character, and FontsMissing where the fonts are not there; nothing is then made.
    """
    # ReportLab is loaded with the first document, not by every caller of this room.
    from letters.policy_document.drawing import draw_policy

    return draw_policy(document)
