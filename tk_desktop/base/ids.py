"""Ids of new rows."""

import uuid
from collections.abc import Collection
from itertools import count

_ONZE = uuid.UUID("6f1d6d0c-3a52-5d0e-9f0e-2b7a9c4e8d11")


def new_id() -> str:
    """Return an id that no other laptop will ever make: 32 hexadecimal digits."""
    return uuid.uuid4().hex


def only_id(*van: str) -> str:
    """Return the id of what there can be one of, such as the verslag of a meeting: each laptop makes the same.

    Two who begin it apart then have one row, whose fields merge, and not two of which one is not seen.
    """
    return uuid.uuid5(_ONZE, "\n".join(van)).hex


def next_id(gebruikt: Collection[str], *van: str) -> str:
    """Return the id of the next of what there can be more of, such as the besluiten on an item: each laptop the same.

    Two who record the first apart have one row. ``gebruikt`` are the ids that stand there already.
    """
    return next(id_ for nummer in count(1) if (id_ := only_id(*van, str(nummer))) not in gebruikt)
