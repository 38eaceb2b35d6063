"""Reading and annotating."""
