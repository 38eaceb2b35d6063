"""Who voted what, in words: all names of a roll call, each side by itself (G3)."""

from collections.abc import Iterable

from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.stemming import Keuze, Stem, Stemming, Stemsoort, Stemwijze

_KANTEN = {Keuze.VOOR: "Voor", Keuze.TEGEN: "Tegen", Keuze.ONTHOUDING: "Onthouden"}


def kanten(stemming: Stemming) -> Iterable[str]:
    """Return a line for each side of a roll call with all its names; nothing where only numbers are known.

    Who took part and gave no vote is named last. In a weighted vote the weight stands behind each name.
    """
    for keuze, woord in _KANTEN.items():
        if wie := stemming.wie(keuze):
            yield f"{woord}: {_namen(stemming, wie)}."
    zwijgt = [stem for stem in stemming.stemmen if stem.keuze is None]
    if stemming.wijze is Stemwijze.HOOFDELIJK and zwijgt and stemming.uitgebracht:
        yield f"Niet gestemd: {_namen(stemming, zwijgt)}."


def ingediend(stemming: Stemming) -> str:
    """Return what was handed in, with by whom: ``Amendement van Roos van Dalen: de oever eerst``; empty of a proposal.

    One on which nothing was voted says so (G10).
    """
    if stemming.soort is Stemsoort.VOORSTEL:
        return ""
    van = f" van {stemming.indiener}" if stemming.indiener else ""
    niet = "" if stemming.uitgebracht else "; niet in stemming gebracht"
    return f"{stemming.soort.value.capitalize()}{van}: {stemming.onderwerp.rstrip('.')}{niet}"


def _namen(stemming: Stemming, wie: Iterable[Stem]) -> str:
    return opsomming([_naam(stem, gewogen=stemming.gewogen) for stem in wie])


def _naam(stem: Stem, *, gewogen: bool) -> str:
    achter = [deel for deel in (stem.namens, str(stem.gewicht) if gewogen else "") if deel]
    return f"{stem.naam} ({', '.join(achter)})" if achter else stem.naam
