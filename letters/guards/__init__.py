"""What must never be printed: the checks that stand before a letter."""
