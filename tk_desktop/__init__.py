"""TK Desktop: bestuurlijk vergaderen zonder netwerk."""

__version__ = "0.1.0"
