"""Marlhaven, a fictional council in the sea: city, schools, families, applications, policies."""
