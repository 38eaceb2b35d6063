"""What every screen is built of: look, words, fields and signs that know nothing of the board."""
