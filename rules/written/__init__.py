"""A version written out as one straight function: the quick way to the answers of *decide*."""
