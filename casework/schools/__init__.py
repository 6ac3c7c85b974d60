"""Schools of a store, and the table of the nearest suitable ones that facts are drawn from."""
