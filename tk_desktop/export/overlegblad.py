"""The planning around a programme on paper: routes with waiting and overlap, terms of a year, zienswijzen (N6, N7)."""

from datetime import date

from tk_desktop.base.kluispad import P
from tk_desktop.domain.datum import kort, lang
from tk_desktop.domain.overleg import Overlegroute, Overlegstand, Pencjaar, Zienswijzeronde
from tk_desktop.domain.overlegroute import doorlooptijd, langst_wachten, vragen
from tk_desktop.export.vorm import Vorm, document_in
from tk_desktop.paper.blad import Blad, Toon, cel


def write_overleg(stand: Overlegstand, target: P, vorm: Vorm, *, op: date, huisstijl: str = "neutraal") -> P:
    """Write the planning as it stands on a day and return the file; raises ``NietSchrijfbaar`` or ``SchijfVol``."""
    blad = document_in(vorm, titel=f"{stand.naam}, planning", huisstijl=huisstijl, datum=op)
    schrijf_overleg(blad, stand, op)
    return blad.write(target)


def schrijf_overleg(blad: Blad, stand: Overlegstand, op: date | None = None) -> None:
    """Put the planning on paper; without a day nothing is too late."""
    blad.title(f"{stand.naam}: planning van het overleg")
    if op is not None:
        blad.paragraph(f"Stand op {lang(op)}", Toon.KLEIN)
    for route in stand.routes:
        _route(blad, stand, route, op)
    for jaar in stand.jaren:
        _year(blad, stand, jaar, op)
    for ronde in stand.rondes:
        _round(blad, stand, ronde)


def _route(blad: Blad, stand: Overlegstand, route: Overlegroute, op: date | None) -> None:
    gepland = stand.gepland(route)
    blad.heading(2, f"Route: {route.naam}")
    if route.besluit_op is None:
        blad.paragraph("De dag van het besluit is nog niet bekend.")
    else:
        blad.paragraph(f"Besluit op {lang(route.besluit_op)}; doorlooptijd {doorlooptijd(gepland)} dagen.")
    rijen = []
    for plek, stap in enumerate(stand.stappen_van(route.id)):
        een = gepland[plek] if gepland else None
        dag = "" if een is None else kort(een.dag) if een.dag else f"geen dag vóór {kort(een.laatst)}"
        wacht = "" if een is None or een.dag is None else str(een.wacht)
        rijen.append((cel(stand.tafel(stap.tafel_id).naam), cel(stap.rol.value), cel(dag), cel(wacht)))
    blad.table(("Tafel", "Wat zij doet", "Dag", "Dagen wachten erna"), rijen, (30, 30, 20, 20))
    langst = next(iter(langst_wachten(gepland).items()), None)
    if langst is not None:
        blad.paragraph(f"Het langst wacht het voorstel na {langst[0]}: {langst[1]} dagen.")
    for zin in vragen(gepland, op) if gepland else ():
        blad.paragraph(f"Waarschuwing: {zin}")
    for overlap in stand.overlap(route):
        blad.paragraph(f"Overlap: {overlap.een} en {overlap.ander}. {overlap.reden}")


def _year(blad: Blad, stand: Overlegstand, jaar: Pencjaar, op: date | None) -> None:
    blad.heading(2, f"Begrotingsjaar {jaar.jaar}")
    if jaar.ab is not None:
        blad.paragraph(f"Het AB stelt de begroting vast op {lang(jaar.ab)}.")
    rijen = []
    for een in stand.kalender(jaar):
        uiterlijk = kort(een.uiterlijk) if een.uiterlijk else "hangt af van het AB"
        staat = f"gedaan op {kort(een.gedaan)}" if een.gedaan else "nog te doen"
        if op is not None and een.te_laat(op):
            staat = f"te laat; {staat}"
        rijen.append((cel(een.termijn.wat), cel(een.termijn.bron), cel(uiterlijk), cel(staat)))
    blad.table(("Wat", "Bron", "Uiterlijk", "Hoe het staat"), rijen, (45, 20, 15, 20))


def _round(blad: Blad, stand: Overlegstand, ronde: Zienswijzeronde) -> None:
    hoe = stand.stand(ronde)
    blad.heading(2, f"Zienswijzen: {ronde.onderwerp}")
    if ronde.uiterlijk is not None:
        blad.paragraph(f"Uiterlijk {lang(ronde.uiterlijk)}.")
    rijen = []
    for een in stand.zienswijzen_van(ronde.id):
        dag = kort(een.ontvangen) if een.ontvangen else ""
        laat = f"{dag} (te laat)" if een.gemeente in hoe.te_laat else dag
        standpunt = een.standpunt.value if een.standpunt else "nog niet binnen"
        verwerking = een.verwerking or ("nog te verwerken" if een.vraagt_verwerking else "")
        rijen.append((cel(een.gemeente), cel(standpunt), cel(laat), cel(een.tekst), cel(verwerking)))
    if rijen:
        blad.table(("Gemeente", "Standpunt", "Ontvangen", "Zienswijze", "Verwerking"), rijen, (16, 16, 14, 27, 27))
    else:
        blad.paragraph("Er zijn nog geen gemeenten genoemd.")
