"""The city of Marlhaven: streets, paths, a river with few bridges, a park, villages, islands."""

from sample.city.city import City, Edge, Kind, city, network_csv

__all__ = ["City", "Edge", "Kind", "city", "network_csv"]
