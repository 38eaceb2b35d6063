"""The programme in the window: how projects go and what they cost."""
