"""That the program speaks with no one: what it does on the line is logged below every library."""
