"""The verbs: one call in, one value out. Pages and commands show what comes back."""
