"""The sample council opens as a store of its own, whole, decided, and removable."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from casework.cases import list_cases
from casework.opening import open_sample, open_store, people, remove_sample, sign_in
from casework.panel import list_decided, open_for_panel
from records.people import Role
from rules.problems import UserFacingError
from rules.values import Outcome
from store import applications, audit, measurements
from store.keys import CHEAP_FOR_TESTS
from store.store import Store


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's store, made once for these tests and closed."""
    path = tmp_path_factory.mktemp("made") / "folder" / "marlhaven.milepost"
    steps: list[tuple[int, int]] = []
    store, passphrase = open_sample(
        lambda done, of: steps.append((done, of)), path, CHEAP_FOR_TESTS
    )
    assert passphrase == "marlhaven"
    assert steps[-1][0] == steps[-1][1], "progress ends at the end"
    store.close()
    return path


@pytest.fixture(scope="module")
def sample(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Path]]:
    """The sample's store, open: a copy of it, so that another may be removed."""
    path = copied(made, tmp_path_factory.mktemp("sample"))
    store, _ = open_sample(None, path)
    yield store, path
    store.close()


def copied(made: Path, folder: Path) -> Path:
    """Copy a store with all that stands beside it."""
    return shutil.copytree(made.parent, folder / made.parent.name) / made.name


def test_it_is_fictional_and_holds_four_hundred_cases_of_every_outcome(
    sample: tuple[Store, Path],
) -> None:
    store, _ = sample
    assert store.fictional
    desk = sign_in(store, people(store)[0])
    lines = list_cases(desk)
    assert len(lines) == 400
    outcomes = Counter(line.outcome for line in lines)
    assert set(outcomes) == set(Outcome), "every outcome, and no case that cannot be assessed"


def test_every_role_has_somebody_to_sign_in_as(sample: tuple[Store, Path]) -> None:
    held = {role for person in people(sample[0]) for role in person.roles}
    assert held == set(Role)


def test_its_audit_chain_holds_and_runs_forward_in_time(sample: tuple[Store, Path]) -> None:
    store, _ = sample
    assert audit.verify(store).intact
    times = [line.at for line in audit.lines(store)]
    assert times == sorted(times)


def test_decided_cases_replay_from_their_stored_texts(sample: tuple[Store, Path]) -> None:
    desk = sign_in(sample[0], people(sample[0])[0])
    decided = list_decided(desk)
    assert len(decided) > 100
    for line in decided[::13]:
        assert open_for_panel(desk, line.decision).replays, line.reference


def test_it_opens_again_and_is_removed_with_all_its_files(made: Path, tmp_path: Path) -> None:
    path = copied(made, tmp_path)
    again = open_store(path, "marlhaven")
    assert len(list_cases(sign_in(again, people(again)[0]))) == 400
    again.close()
    remove_sample(path)
    assert list(path.parent.iterdir()) == []


def test_cancelling_while_it_is_made_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "marlhaven.milepost"

    class Stop(UserFacingError):
        """What the window raises when somebody presses cancel."""

    def progress(done: int, of: int) -> None:
        if done > 40:
            raise Stop("Cancelled.")

    with pytest.raises(Stop):
        open_sample(progress, path, CHEAP_FOR_TESTS)
    assert list(path.parent.iterdir()) == []


def test_each_measurement_is_of_the_first_day_of_travel_of_its_case(
    sample: tuple[Store, Path],
) -> None:
    store, _ = sample
    days = {each.id: each.day_of_travel for each in applications.list_applications(store)}
    measured = [each for id in days for each in measurements.measurements_of(store, id)]
    assert len(measured) > 700
    assert all(each.day == days[each.application] for each in measured)
