"""Made-up names for streets, closes and paths, none given twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sample.dice import Dice

STEMS: Final = (
    "Anchor Avocet Barnacle Beacon Bell Bittern Bollard Bramble Breakwater Brine Buoy Capstan "
    "Chandler Clipper Cockle Compass Coral Cormorant Cove Cowrie Curlew Cutter Dolphin Driftwood "
    "Dunlin Eelgrass Fathom Ferry Fiddler Foxglove Gannet Gorse Greyling Gull Halyard Harbour "
    "Haven Hawser Helm Heron Herring Jetty Juniper Keel Kelp Kestrel Kittiwake Lantern Larkspur "
    "Limpet Linnet Lobster Mallow Mariner Marram Martello Merlin Mooring Mussel Oakum Osprey "
    "Oyster Periwinkle Pilot Plover Pollack Purslane Quayside Razorbill Redshank Reed Rope Rudder "
    "Sail Saltern Samphire Sandpiper Schooner Seagrass Seaholly Sextant Shell Shingle Skerry "
    "Sluice Spindrift Spinnaker Starboard Sundew Tamarisk Teasel Tern Thrift Tide Tiller Turnstone "
    "Undertow Wagtail Whelk Wherry Windlass Wrack Yarrow"
).split()

STREET_KINDS: Final = (
    "Road Road Road Street Street Street Avenue Avenue Lane Row Way Hill Rise Parade Walk Terrace "
    "Crescent Drive Gardens Grove"
).split()
CLOSE_KINDS: Final = ("Close", "Mews", "Court", "Place", "Yard")


def street_names(dice: Dice) -> Iterator[str]:
    """Give names for streets without end, none twice."""
    return _names(dice, STREET_KINDS)


def close_names(dice: Dice) -> Iterator[str]:
    """Give names for closes, none twice."""
    return _names(dice, CLOSE_KINDS)


def _names(dice: Dice, kinds: tuple[str, ...] | list[str]) -> Iterator[str]:
    """Give every stem with a drawn kind before any stem comes again."""
    given: set[str] = set()
    while True:
        for stem in dice.shuffled(STEMS):
            name = f"{stem} {dice.pick(kinds)}"
            if name not in given:
                given.add(name)
                yield name
