"""A map drawn from plain coordinates in grid metres. It knows no projection and no file format."""

from gui.map.panel import MapPanel
from gui.map.scene import MapScene, Mark, Place

__all__ = ["MapPanel", "MapScene", "Mark", "Place"]
