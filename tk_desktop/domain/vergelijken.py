"""Comparing texts that were typed twice: a title on the agenda and on the paper, a body and its name in a letter."""

import unicodedata


def sleutel(tekst: str) -> str:
    """Return the letters and digits of a text, without case, accents, white space and signs."""
    ontleed = unicodedata.normalize("NFKD", tekst).casefold()
    return "".join(teken for teken in ontleed if teken.isalnum())
