"""Ids of new rows."""

import uuid


def new_id() -> str:
    """Return an id that no other laptop will ever make: 32 hexadecimal digits."""
    return uuid.uuid4().hex
