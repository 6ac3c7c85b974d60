"""Runs of letters: drawn side by side in processes, with a sheet of what was made."""
