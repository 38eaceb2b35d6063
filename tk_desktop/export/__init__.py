"""Use cases that write PDF, Word and open data."""
