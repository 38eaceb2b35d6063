"""Use cases that prepare a meeting."""
