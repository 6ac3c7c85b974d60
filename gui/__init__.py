"""The window, the only room that knows PySide6: pages call one verb and show what comes back."""
