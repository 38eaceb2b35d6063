"""The form of a nota."""
