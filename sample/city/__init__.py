"""The city of Marlhaven: streets, paths, a river with few bridges, a park, villages, islands."""

from sample.city.layout import City, city, network_csv
from sample.city.streets import Edge, Kind

__all__ = ["City", "Edge", "Kind", "city", "network_csv"]
