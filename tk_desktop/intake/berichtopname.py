"""Keeping a message with the meeting that its papers went to."""

from tk_desktop.domain.datum import lang
from tk_desktop.intake.bericht import Bericht
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.werk import VergaderingOnbekend, Werk


def bewaar_bericht(werk: Werk, bestand: GelezenBestand, bericht: Bericht) -> None:
    """Keep a message whole with the meeting that is taken in to, and tell what of it was left out.

    Raises ``VergaderingOnbekend`` when nothing says which meeting that is.
    """
    naam = bestand.bron.name
    vergadering_id = werk.vergadering.id if werk.vergadering is not None else next(reversed(werk.geraakt), None)
    if vergadering_id is None:
        raise VergaderingOnbekend(bestand=naam)
    werk.bewaar_bron(bestand.bron, bestand.media, vergadering_id)
    wanneer = f" van {lang(bericht.dag)}" if bericht.dag is not None else ""
    werk.plaats(naam, f"bericht{wanneer} van {bericht.afzender}, bewaard")
    for opmerking in bestand.opmerkingen:
        werk.twijfel(naam, opmerking)
