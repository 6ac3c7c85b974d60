"""The widgets every page is made of. Import each from its own file."""
