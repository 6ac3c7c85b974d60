"""The verbs: one call in, one value out. A page or a command calls one and shows what comes back."""
