"""Taking down a new application: one calm form, from the paper or the telephone to a case."""
