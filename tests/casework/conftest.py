"""The town that tests of the verbs work in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.casework.town import Town, town_in


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """A town with an eligibility officer at the desk."""
    found = town_in(tmp_path)
    yield found
    found.desk.store.close()
