"""The window: what the user sees and presses. It shows, asks and wires; the rules live in the rooms below."""
