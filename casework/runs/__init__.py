"""Runs of letters: previewed, read in a sample, made in batches, issued, given out as files."""
