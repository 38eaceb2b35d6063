"""From a page of a verslag to the place in the window where it is read."""

from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.minutes.verslagblad import Verslagblad


def adres_van_blad(blad: Verslagblad) -> Adres:
    """Return the place of a page of a verslag."""
    return Adres(
        scherm=Scherm.VERGADERINGEN,
        vergadering=blad.vergadering_id,
        punt=blad.punt_id,
        stuk=blad.stuk_id,
        sectie=str(blad.pagina),
        vak="voorbeeld",
    )
