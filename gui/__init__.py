"""The window: the only room that knows PySide6. Pages call one casework verb and show what comes back."""
