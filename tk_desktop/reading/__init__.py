"""Reading: notes on the papers, where they stand in each version, how far a reader is, what a reader prepares."""
