"""Every ``@part`` of a letter: lists and tables drawn from the record."""
