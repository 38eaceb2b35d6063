"""PDF and Word files as such, without a word about meetings."""
