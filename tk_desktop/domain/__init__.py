"""The words and rules of a board meeting."""
