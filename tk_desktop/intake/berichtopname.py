"""Keeping a message with the meeting that its papers went to, and proposing the absence that it tells of."""

from tk_desktop.domain.datum import lang
from tk_desktop.intake.afmeldvoorstel import Afmeldvoorstel, stel_afmelding_voor
from tk_desktop.intake.bericht import Bericht
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.werk import VergaderingOnbekend, Werk


def bewaar_bericht(werk: Werk, bestand: GelezenBestand, bericht: Bericht) -> tuple[Afmeldvoorstel, ...]:
    """Keep a message whole with its meeting, tell what of it was left out, and return the absences it tells of.

    That meeting is the one its papers went to; of a message without papers it is that of the absence. Raises
    ``VergaderingOnbekend`` when nothing says which meeting it is.
    """
    naam = bestand.bron.name
    voorstellen: tuple[Afmeldvoorstel, ...] = ()
    if bericht.verhindering is not None:
        dag = bericht.dag or werk.nu.date()
        voorstellen = stel_afmelding_voor(werk.store, bericht.verhindering, naam, dag)
    van_afmelding = next((een.vergadering_id for een in voorstellen if een.vergadering_id), None)
    hier = werk.vergadering.id if werk.vergadering is not None else next(reversed(werk.geraakt), None)
    vergadering_id = hier if bericht.bijlagen else van_afmelding or hier
    if vergadering_id is None:
        raise VergaderingOnbekend(bestand=naam)
    werk.bewaar_bron(bestand.bron, bestand.media, vergadering_id)
    werk.geraakt[vergadering_id] = None
    wanneer = f" van {lang(bericht.dag)}" if bericht.dag is not None else ""
    wat = "zipbestand" if bericht.is_zip else f"bericht{wanneer} van {bericht.afzender}"
    werk.plaats(naam, f"{wat}, bewaard")
    if not (bericht.bijlagen or voorstellen or bestand.lezing):
        werk.twijfel(naam, "In dit bericht zit geen stuk; het bericht zelf is bewaard.")
    for opmerking in bestand.opmerkingen:
        werk.twijfel(naam, opmerking)
    return voorstellen
