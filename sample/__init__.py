"""Marlhaven, a fictional council in the sea: its city, schools, families, applications, policies."""
