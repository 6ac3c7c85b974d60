"""Made-up names for families and children, from many places, none of a real household."""

from __future__ import annotations

from typing import Final

from sample.dice import Dice

GIVEN: Final = (
    "Aaliyah Abel Ada Adeola Agnieszka Ahmed Aidan Aisha Alba Amara Amir Amelia Anaya Andrei "
    "Anouk Arjun Arlo Asha Ayaan Beatrix Benedikt Bilal Bryony Caleb Carys Chidi Chloe Ciara "
    "Daisy Daniel Darius Delphine Dilan Edith Efua Eilidh Elias Elif Elin Emeka Emre Esme "
    "Ezra Farah Felix Finley Freya Gabriel George Greta Gwilym Halima Hana Harvey Hassan Hugo "
    "Ibrahim Ida Imogen Ines Iona Isaac Ivy Jamal Jasper Jaya Joel Jonah Josie Juno Kai Kavya "
    "Keira Kofi Lachlan Laila Leo Leyla Lina Luca Lucja Maeve Malik Marnie Mateo Maya Mei "
    "Mila Mina Morgan Musa Nadia Nathan Nia Niamh Noah Noor Olive Omar Oscar Otis Parveen "
    "Petra Phoebe Priya Rafael Rania Ravi Reuben Rhys Robin Roman Rosa Rowan Ruby Safiya Sami "
    "Samuel Selin Seren Simran Sofia Stefan Sunil Tahira Talia Teodor Theo Tilda Tobias Umar "
    "Uma Vera Victor Wanda Wilfred Xanthe Yara Yasmin Yusuf Zainab Zara Zofia"
).split()

FIRST_HALF: Final = (
    "Ash Bay Beck Birch Black Brack Bram Brine Cinder Clay Cob Combe Corn Cross Dun Elder Fen "
    "Fern Flint Frost Gale Gorse Hale Harrow Hazel Heath Holm Ivy Kelp Lark Lin Loam Marl "
    "Marsh Mead Mer Moor Nether Oak Pell Quarry Reed Ridge Salt Sedge Shell Silt Skerr Stone "
    "Storm Tarn Thorn Tide Under Wad Wey Whin Willow Wind Wren"
).split()
SECOND_HALF: Final = (
    "acre bank beck borough bridge brook by combe cott croft dale den fold ford garth gate "
    "gill grave ham hanger hay holme hurst ings land lea ley low mere more ness over pole "
    "rick shaw side stead stoke thorpe ton wade wardine water way well wick wold worth"
).split()


def family_names(dice: Dice) -> list[str]:
    """Give made-up family names in a drawn order, none twice."""
    return dice.shuffled([first + second for first in FIRST_HALF for second in SECOND_HALF])


def given_names(dice: Dice, how_many: int) -> list[str]:
    """Give names for the parent and children of one household, none twice."""
    return dice.shuffled(GIVEN)[:how_many]
