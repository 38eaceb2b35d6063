"""Parts of a sentence that are named together."""

from collections.abc import Iterable


def opsomming(delen: Iterable[str]) -> str:
    """Return parts as words in a sentence: ``a, b en c``."""
    rij = list(delen)
    return " en ".join([", ".join(rij[:-1]), rij[-1]]) if len(rij) > 1 else "".join(rij)


def meervoud(aantal: int, een: str, meer: str) -> str:
    """Return ``1 nota`` or ``3 nota’s``."""
    return f"{aantal} {een if aantal == 1 else meer}"
