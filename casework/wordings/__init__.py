"""The wordings of letters: which one counts, checked, previewed, compared, changed."""
