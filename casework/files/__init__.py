"""Work on files with no store involved: the verbs behind the command line."""
