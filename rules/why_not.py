"""Why a provision is not met, in words: every test that settled it, not only the first of them."""

from __future__ import annotations

from rules.decisive import decisive
from rules.recommendation import Finding
from rules.say import test_words


def why_not(finding: Finding) -> tuple[str, ...]:
    """The tests that settled a finding, in words, each once: ``sharing ruled out: yes``."""
    return tuple(dict.fromkeys(map(test_words, decisive(finding.because))))
