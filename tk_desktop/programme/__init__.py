"""Use cases: follow a programme, its projects and its money (FEATURES N1-N9)."""
