"""The tagged PDF: setting blocks on pages, drawing them, and writing the file's structure."""
