"""Checks of plain English, as a wording is written."""
