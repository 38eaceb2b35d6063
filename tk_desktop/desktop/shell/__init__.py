"""The main window, its places and keys, start and help."""
