"""Use cases that read what arrives."""
