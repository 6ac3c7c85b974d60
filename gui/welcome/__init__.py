"""The first page: open the sample, open or create a store, and say who one is."""

from gui.welcome.doors import Doors, casework_doors
from gui.welcome.page import WelcomePage

__all__ = ["Doors", "WelcomePage", "casework_doors"]
