"""Making and sending a vergaderset, and printing it."""
