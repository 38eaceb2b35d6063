"""Numbers as a board writes them: € 35.000,-, 12.500, 45%, 3,4 MB; dates and times stand in ``domain.datum``."""

from decimal import Decimal

_KB, _MB = 1_000, 1_000_000


def duizendtal(waarde: int) -> str:
    """Return a number with points between its thousands: ``-269.565``."""
    return f"{waarde:,}".replace(",", ".")


def euro(heel: int, centen: int = 0) -> str:
    """Return an amount in a sentence: ``€ 35.000,-``, ``€ 35.000,50``, ``-€ 269.565,-``.

    In a column with its unit above it the amount stands alone: ``duizendtal``. The space is a common one, that words
    are searched by; both writers of paper keep ``€`` and its amount on one line themselves.
    """
    staart = f"{centen:02}" if centen else "-"
    return f"{'-' if heel < 0 else ''}€ {duizendtal(abs(heel))},{staart}"


def decimaal(getal: Decimal) -> str:
    """Return a number with all its decimals, without a tail of noughts or an exponent: ``1234,5``."""
    tekst = f"{getal:f}"
    return (tekst.rstrip("0").rstrip(".") if "." in tekst else tekst).replace(".", ",")


def procent(deel: float | Decimal) -> str:
    """Return a part of a whole (1 is all of it) in whole percents, or with all its decimals if it has them: ``45%``.

    Without a space, as the papers of the house have it (``17,5%``, ``-0,47%``); no line can end before the sign then.
    """
    return f"{decimaal(deel * 100) if isinstance(deel, Decimal) else round(deel * 100)}%"


def omvang(aantal: int) -> str:
    """Return the size of a file as people say it: ``12 kB``, ``3,4 MB``, ``212 MB``; never nothing."""
    kilo, tienden = max(1, round(aantal / _KB)), round(10 * aantal / _MB)
    if kilo < 1_000:
        return f"{kilo} kB"
    heel = tienden >= 100 or tienden % 10 == 0
    return f"{duizendtal(round(aantal / _MB)) if heel else f'{tienden // 10},{tienden % 10}'} MB"
