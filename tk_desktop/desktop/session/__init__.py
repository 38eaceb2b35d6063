"""The open werkmap in the window: the one way to change data, jobs in the background, dialogs, what can be undone."""
