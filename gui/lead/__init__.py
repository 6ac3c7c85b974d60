"""The policy lead's room: versions on a shelf, and two of them held against the store's cases."""
