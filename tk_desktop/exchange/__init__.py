"""Bundles: what laptops tell each other, complete, signed and for the right readers only."""
