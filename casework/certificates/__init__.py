"""Certificates of measurement: made again from the record, as papers and in words."""
