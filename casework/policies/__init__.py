"""Policy versions at work: written, checked, confirmed, compared, proved, and laid out in words."""
