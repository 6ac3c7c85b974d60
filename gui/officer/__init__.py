"""The officer's room: the list of cases, one case from question to decision, and its letter."""
