"""Use cases that check and assemble a vergaderset."""
