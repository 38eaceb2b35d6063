"""Ids of new rows."""

import uuid

_ONZE = uuid.UUID("6f1d6d0c-3a52-5d0e-9f0e-2b7a9c4e8d11")


def new_id() -> str:
    """Return an id that no other laptop will ever make: 32 hexadecimal digits."""
    return uuid.uuid4().hex


def only_id(*van: str) -> str:
    """Return the id of what there can be one of, such as the verslag of a meeting: each laptop makes the same.

    Two who begin it apart then have one row, whose fields merge, and not two of which one is not seen.
    """
    return uuid.uuid5(_ONZE, "\n".join(van)).hex
