"""A home is placed by its UPRN or its address, once the council's addresses are here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from casework.addresses import MOST, bring_in_addresses, count_addresses
from casework.measuring.settings import measuring_settings
from gui.intake.draft import Position
from gui.records_room.measuring_card import MeasuringCard
from tests.gui.at_work import words_on
from tests.gui.new_council import Council, new_form, records, shown, sitting, worked
from tests.gui.office import node

HEADER = "UPRN,POSTCODE,BUILDING_NUMBER,THOROUGHFARE,POST_TOWN,X_COORDINATE,Y_COORDINATE"


def addresses_text() -> str:
    east, north = node(7, 2)
    return "\n".join(
        [
            HEADER,
            f"10001,ZZ1 1AA,1,Quay Lane,Marlhaven,{east + 4},{north - 3}",
            f"10002,ZZ1 1AA,2,Quay Lane,Marlhaven,{east + 14},{north - 3}",
            "",
        ]
    )


@pytest.fixture
def council(qtbot: QtBot, tmp_path: Path) -> Iterator[Council]:
    with sitting(qtbot, tmp_path) as found:
        found.fill()
        yield found


def with_addresses(council: Council) -> None:
    bring_in_addresses(council.desk, council.file("addresses.csv", addresses_text()))


def test_a_uprn_fills_in_postcode_address_and_the_exact_place(council: Council) -> None:
    with_addresses(council)
    home = new_form(council).home
    home.finder.line.setText("10002")
    home.finder.line.editingFinished.emit()
    east, north = node(7, 2)
    assert home.postcode.text() == "ZZ1 1AA"
    assert home.address.toPlainText() == "2\nQuay Lane\nMarlhaven"
    assert home.position.value() is Position.TYPED
    assert float(home.position.easting.text()) == pytest.approx(east + 14, abs=0.01)
    assert float(home.position.northing.text()) == pytest.approx(north - 3, abs=0.01)


def test_several_addresses_are_offered_to_choose_from(council: Council) -> None:
    with_addresses(council)
    home = new_form(council).home
    home.finder.line.setText("quay lane")
    home.finder.line.editingFinished.emit()
    assert home.finder.found.isVisible()
    assert home.position.value() is not Position.TYPED
    home.finder.choice.setCurrentIndex(1)
    home.finder.choice.activated.emit(1)
    assert home.address.toPlainText().startswith("1\n")
    assert home.position.value() is Position.TYPED


def test_what_is_not_held_is_said_beside_the_field(council: Council) -> None:
    with_addresses(council)
    home = new_form(council).home
    home.finder.line.setText("99")
    home.finder.line.editingFinished.emit()
    assert "No address held" in words_on(home.finder)
    assert home.position.value() is not Position.TYPED


def test_without_any_addresses_nothing_is_asked(council: Council) -> None:
    assert not new_form(council).home.finder.isVisible()


def test_the_records_room_brings_addresses_in_and_tells_how_many(
    qtbot: QtBot, council: Council
) -> None:
    card = records(qtbot, council).addresses
    card.bring_in(council.file("addresses.csv", addresses_text()))
    qtbot.waitUntil(lambda: not council.window.tasks.running(), timeout=20_000)
    qtbot.waitUntil(lambda: "2 addresses are here" in card.notice.accessibleName())
    assert count_addresses(council.desk) == 2
    qtbot.waitUntil(lambda: not council.window.tasks.running(), timeout=20_000)
    assert "2" in shown(card)


def test_how_routes_are_measured_is_set_in_the_records_room(qtbot: QtBot, council: Council) -> None:
    card = records(qtbot, council).measuring
    assert (card.metres.text(), card.share.text(), card.arrival.text()) == ("25", "5", "")
    card.metres.setText("some")
    card.save()
    assert "whole number" in words_on(card)
    card.metres.setText("40")
    card.arrival.setText("quarter to nine")
    assert "is no hour" in worked(qtbot, council, card_saved(card))
    card.arrival.setText("08:45")
    assert "Saved" in worked(qtbot, council, card_saved(card))
    held = measuring_settings(council.desk)
    assert (held.band.metres, held.arrival) == (40, "08:45")


def card_saved(card: MeasuringCard) -> MeasuringCard:
    card.save()
    return card


def test_where_more_are_found_than_are_offered_it_says_so(council: Council) -> None:
    rows = [f"{20_000 + n},ZZ1 1AA,{n},Quay Lane,Marlhaven,460000,50000" for n in range(MOST + 5)]
    text = "\n".join([HEADER, *rows, ""])
    bring_in_addresses(council.desk, council.file("many.csv", text))
    finder = new_form(council).home.finder
    finder.line.setText("quay lane")
    finder.line.editingFinished.emit()
    assert "Type more of it to find fewer" in finder.line.accessibleDescription()
    assert finder.choice.count() == MOST + 1
