"""A certificate says all that its record holds, adds up to the millimetre, and is tagged."""

from __future__ import annotations

import io
from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters import Format, certificate, given_out
from letters.blocks import RouteMap, Table, all_texts
from letters.certificate.map import meant
from letters.certificate.streets import MOST_ROWS, NM, DoesNotAddUp, millimetres
from letters.maps.signs import SAID
from letters.printing.drawing import laid_out
from letters.printing.lines import line_text
from letters.printing.look import CLOSE, COMPACT, COMPACT_PAGES, Type
from letters.printing.placed import Text
from records.certificate import LimitHeldAgainst, MeasurementCertificate
from records.measurement import Starts
from tests.letters.certificates import (
    EAST,
    GROUND_MM,
    KEPT,
    NORTH,
    RECORD,
    UNSAFE,
    long_way,
    record,
    without_route,
)
from tests.letters.pdf_check import check
from tests.letters.pdf_read import elements, nodes, outline


def opened(found: MeasurementCertificate, format: Format = Format.STANDARD) -> pikepdf.Pdf:
    content = certificate(found, "Marlhaven Council", True)
    return pikepdf.open(io.BytesIO(given_out(content, format)))


def said(found: MeasurementCertificate) -> str:
    return given_out(certificate(found, "Marlhaven Council"), Format.TEXT).decode()


def streets_in(found: MeasurementCertificate) -> Table:
    return next(
        block for block in certificate(found).blocks if isinstance(block, Table) and block.totalled
    )


def in_mm(figure: str) -> int:
    return int(figure.replace(",", "").replace(".", ""))


@pytest.mark.parametrize("format", [Format.STANDARD, Format.LARGE, Format.EASY_READ])
@pytest.mark.parametrize(
    "found",
    [RECORD, without_route("Every way is closed"), long_way(90)],
    ids=["usual", "none", "long"],
)
def test_every_checkpoint_passes(found: MeasurementCertificate, format: Format) -> None:
    assert check(opened(found, format)) == []


def test_it_says_whose_route_it_is_how_long_it_is_and_the_margin() -> None:
    text = said(RECORD)
    margin = 3_218_688 - GROUND_MM
    assert "Rowan Thackeray, reference MH-00217, for travel on 1 September 2026" in text
    assert "(3,201.280 m) on the ground" in text
    assert f"{margin / 1000:.3f} m within the limit of 2 miles (3,218.688 m)" in text
    assert "On the ground, which counts: " in text
    assert "On the National Grid: 1.99 miles (3,200.000 m)" in text


def test_it_names_network_digest_ends_and_snaps() -> None:
    text = said(RECORD)
    assert "Marlhaven streets 2026-06, 1,204 lines, imported on 31 January 2026" in text
    assert "ab" * 32 in text
    assert "cd" * 32 in text
    assert "441994.000, 112004.000" in text
    assert "Apart: 7.212 m" in text
    assert "Where it meets the network: 443600.000, 113600.000" in text
    assert "Two lines had no length." in text


def test_it_tells_other_ways_stretches_places_claims_and_warnings_with_their_reasons() -> None:
    text = said(RECORD)
    assert "To the back gate" in text
    assert "By road, passable for a motor vehicle: no route. No such road." in text
    assert (
        "Not safe to walk: Mill Hill, the part of it that is marked. No footway on a bend." in text
    )
    assert "Evidence: site visit of 3 June 2026. Marked by A. Officer on 15 June 2026" in text
    assert "from 1 September 2026, up to the age of 10." in text
    assert "Added, since the network lacks it: Orchard path. Walked daily." in text
    assert "not found on this one, not counted: Old Bridge." in text
    assert "The home was put on the line 44 by A. Officer" in text
    assert "The family measured 1.93 miles (3,100.000 m) with a web map on 20 June 2026" in text
    assert "Why ours prevails: It follows a stretch that was found unsafe" in text
    assert "The home lies 7 m from the line" in text


def test_a_claim_held_against_an_earlier_measurement_gives_that_one_too() -> None:
    earlier = replace(RECORD.claimed[0], ours="m-0", ours_mm=None)
    assert "ours then was no route" in said(record(claimed=(earlier,)))


def test_without_a_route_it_says_why_and_lists_no_streets() -> None:
    text = said(without_route("every way is closed"))
    assert "There is no walking route from home to Brook Road Primary. Every way is closed." in text
    assert "Street or path" not in text
    assert "On the ground, which counts: no route" in text
    assert "The limit of 2 miles (3,218.688 m): with no route there is no margin" in text


def test_a_millimetre_beyond_a_limit_never_reads_as_the_limit() -> None:
    over = record(
        limits=(LimitHeldAgainst(GROUND_MM - 1, 1),),
    )
    assert "0.001 m beyond the limit" in said(over)
    at = record(limits=(LimitHeldAgainst(GROUND_MM, 0),))
    assert "That is exactly the limit" in said(at)


def test_a_home_placed_by_its_postcode_is_told() -> None:
    assert "middle of its postcode" in said(record(kept={"home_is_approximate": True}))


# The streets


@pytest.mark.parametrize("found", [RECORD, long_way(12), long_way(300)], ids=["3", "12", "300"])
def test_the_streets_add_up_to_both_lengths_to_the_millimetre(
    found: MeasurementCertificate,
) -> None:
    *rows, total = streets_in(found).rows
    assert sum(in_mm(row[2]) for row in rows) == found.measurement.ground_mm == in_mm(total[2])
    assert sum(in_mm(row[3]) for row in rows) == found.measurement.grid_mm == in_mm(total[3])


@settings(deadline=None)
@given(st.lists(st.integers(1, 900 * NM * 1000), min_size=1, max_size=60))
def test_any_lengths_rounded_one_by_one_make_the_whole(nm: list[int]) -> None:
    total = -(-(sum(nm) - 10) // NM)
    found = millimetres(nm, total)
    assert sum(found) == total
    assert all(abs(mm * NM - each) < 2 * NM for mm, each in zip(found, nm, strict=True))


def test_streets_that_are_not_the_length_are_refused() -> None:
    with pytest.raises(DoesNotAddUp, match="no certificate"):
        certificate(record(kept={"ground_mm": GROUND_MM + 5}))
    with pytest.raises(DoesNotAddUp):
        certificate(record(kept={"ground_mm": GROUND_MM + 5, "starts": Starts.ADDRESS}))


def test_a_start_at_the_address_point_adds_its_straight_leg_as_the_first_row() -> None:
    snap = KEPT.home_snap_mm
    kept = {"starts": Starts.ADDRESS, "ground_mm": GROUND_MM + snap + 3,
            "grid_mm": (KEPT.grid_mm or 0) + snap}  # fmt: skip
    *rows, _ = streets_in(record(kept=kept)).rows
    assert rows[0][1:] == ("Straight from the address point to the network", "7.215", "7.212")
    assert sum(in_mm(row[2]) for row in rows) == kept["ground_mm"]


def test_very_many_streets_are_folded_without_losing_a_name() -> None:
    found = long_way(120)
    *rows, _ = streets_in(found).rows
    assert len(rows) == MOST_ROWS
    told = "; ".join(row[1].replace(" (residential)", "") for row in rows).split("; ")
    assert told == [f"Street {n}" for n in range(120)]
    assert "120 streets and paths stand on 30 lines" in said(found)


def test_pieces_without_a_name_that_follow_each_other_are_one_row() -> None:
    path = RECORD.streets[2]
    half = replace(path, grid_nm=path.grid_nm // 2, ground_nm=path.ground_nm // 2)
    rest = replace(
        path, grid_nm=path.grid_nm - half.grid_nm, ground_nm=path.ground_nm - half.ground_nm
    )
    *rows, _ = streets_in(record(streets=(*RECORD.streets[:2], half, rest))).rows
    assert [row[1] for row in rows] == [
        "Quay Lane", "Harbour Road", "Footway, without a name, in 2 pieces",
    ]  # fmt: skip


# The paper


def test_one_page_is_usual_and_a_long_route_takes_two() -> None:
    bare = record(alternatives=(), stretches=(), not_placed=(), claimed=(), chosen=(), warnings=())
    assert len(opened(bare).pages) == 1
    assert len(opened(long_way(30)).pages) == 2
    assert len(opened(long_way(120)).pages) == 2  # folded to the most lines that a sheet has


def test_a_certificate_is_set_in_12_points_while_it_keeps_to_two_pages_and_else_in_11() -> None:
    sizes = [texts_of(streets) for streets in (3, 44, 120)]
    assert sizes == [12, 12, 11]
    for look in (COMPACT, CLOSE):
        types = [getattr(look, each.name) for each in fields(look)]
        assert min(each.size for each in types if isinstance(each, Type)) >= 10


def texts_of(streets: int) -> float:
    """The size of type that a paragraph of a certificate is set in, in points."""
    laid = laid_out(certificate(long_way(streets), "Marlhaven Council"), COMPACT)
    assert len(laid.pages) <= COMPACT_PAGES or laid.look.body == CLOSE.body
    return laid.look.body.size


def test_the_sum_of_the_streets_never_stands_on_a_page_without_one_of_them() -> None:
    for streets in range(3, 15):
        laid = laid_out(certificate(long_way(streets), "Marlhaven Council"), COMPACT)
        for page in laid.pages:
            told = [words_of(thing) for thing in page if isinstance(thing, Text)]
            if "In all" in told:
                at = told.index("In all")
                assert any(each.startswith("Street ") for each in told[at - 5 : at])


def words_of(thing: Text) -> str:
    return " ".join(line_text(line) for line in thing.lines).strip()


def test_the_table_of_the_network_is_not_cut_over_two_pages() -> None:
    for streets in range(3, 12):
        laid = laid_out(certificate(long_way(streets), "Marlhaven Council"), COMPACT)
        on = [{words_of(thing) for thing in page if isinstance(thing, Text)} for page in laid.pages]
        assert [{"Network", "Measured"} <= said for said in on].count(True) == 1


def test_the_map_is_one_figure_whose_words_list_what_it_shows() -> None:
    printed = opened(RECORD)
    (figure,) = nodes(printed, "Figure")
    alt = str(figure.Alt)
    for words in (
        "grid north at the top", "(3,201.280 m)", "lies to the north-east of home",
        "Quay Lane, then Harbour Road, then footway", "Another way: to the back gate",
        "closed or unsafe, with crosses: Mill Hill", "added, with rings: Orchard path",
        "Another gate: back gate", "scale bar",
    ):  # fmt: skip
        assert words in alt
    drawn = next(text for tag, text in elements(printed) if tag == "Figure")
    assert "Home" in drawn
    assert "grid north" in drawn
    assert all(SAID[kind] in drawn for kind in ("route", "other", "closed", "added", "way"))


def test_only_the_marked_part_of_a_line_is_drawn_as_closed() -> None:
    (line,) = meant(UNSAFE)
    assert line == (
        (EAST + 100, NORTH + 300), (EAST + 400, NORTH + 300), (EAST + 500, NORTH + 300),
    )  # fmt: skip
    assert meant(replace(UNSAFE, between=None)) == UNSAFE.lines


def test_headings_are_told_in_order_and_the_first_is_the_title() -> None:
    levels = outline(opened(RECORD))
    assert levels[0] == (1, "Certificate of measurement: the walking route")
    assert {level for level, _ in levels[1:]} == {2}


def test_every_format_holds_the_figures() -> None:
    content = certificate(RECORD, "Marlhaven Council")
    for format in (Format.LARGE, Format.EASY_READ):
        read = " ".join(text for _, text in elements(opened(RECORD, format)))
        assert "441994.000, 112004.000" in read
        assert "3,201.280" in read
    page = given_out(content, Format.HTML).decode()
    assert all(text in page for text in ("3,201.280", "Quay Lane", "ab" * 32))
    assert set(all_texts(content)) >= {RECORD.measurement.digest}


def test_a_map_without_a_route_still_shows_the_places() -> None:
    found = certificate(without_route("Every way is closed"))
    (drawn,) = [block for block in found.blocks if isinstance(block, RouteMap)]
    assert {mark.kind for mark in drawn.marks} == {"home", "gate"}
    assert "route" not in {line.kind for line in drawn.lines}


def test_it_is_dated_on_the_day_in_britain_on_which_it_was_measured() -> None:
    assert certificate(RECORD).dated == date(2026, 6, 15)
    late = replace(RECORD.measurement, at=datetime(2026, 6, 15, 23, 30, tzinfo=UTC))
    assert certificate(replace(RECORD, measurement=late)).dated == date(2026, 6, 16)


def test_it_says_of_which_day_the_limits_and_claims_are() -> None:
    words = "The limits, and what the family measured, are told"
    assert not any(words in text for text in all_texts(certificate(RECORD)))
    today = certificate(replace(RECORD, as_of=date(2026, 11, 3)))
    stood = "as they stood on 3 November 2026, when this was drawn up."
    assert f"{words} {stood}" in all_texts(today)
    decided = certificate(replace(RECORD, as_of=date(2026, 11, 3), of_decision=True))
    assert f"{words} as the decision of 3 November 2026 had them." in all_texts(decided)
