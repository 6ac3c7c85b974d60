"""The verbs of the work: import, record, measure, assess, decide, write, compare."""
