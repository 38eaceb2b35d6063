"""The exchange in the window: what came in, what is judged, what goes out, and who takes part."""
