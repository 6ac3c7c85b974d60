"""Letters in a run, on the screen: chosen, a sample read, made, and given out."""
