"""What a member took back from the secretariat, here or on another laptop: it goes there, and no word is lost (F8)."""

from dataclasses import replace

from tk_desktop.base.ids import new_id
from tk_desktop.domain.aantekening import Aantekening, Zicht
from tk_desktop.domain.bereik import met_secretariaat
from tk_desktop.store.bewerkingen import Bewerkingen
from tk_desktop.store.intrekken import INGETROKKEN, zonder_woorden
from tk_desktop.store.tafels import Tafels


def take_back(tafels: Tafels, bewerkingen: Bewerkingen) -> None:
    """Take from the secretariat what is private now, inside a transaction of the caller.

    What was written in a note before it was thrown away here, and told to nobody, is told to nobody. An answer that
    came meanwhile stays with the note. So do words that were written here for the secretariat by who
    had not heard that the note was taken back elsewhere: nobody was told of them, and nobody will be.
    """
    samen = met_secretariaat(bewerkingen.persoon)
    for tabel, rij in list(tafels.briefwisseling.weggegooid(bewerkingen.persoon)):
        onverteld = {veld: een for veld, een in bewerkingen.onverteld(samen, tabel, rij).items() if een != INGETROKKEN}
        if leeg := zonder_woorden(tabel, onverteld):
            bewerkingen.verzwijg(samen, tabel, rij, leeg)
            bewerkingen.neem_weg(samen, tabel, rij, uitgave=False)  # it saw what its words became too
            bewerkingen.hermeng(tabel, rij)
    for tabel, rij, antwoord in list(tafels.briefwisseling.teruggenomen(bewerkingen.persoon)):
        onverteld = bewerkingen.onverteld(samen, tabel, rij)
        if tabel == "aantekening":
            noot = tafels.aantekeningen.get(rij)
            if antwoord and not noot.antwoord:
                tafels.aantekeningen.save(replace(noot, antwoord=antwoord))
            tekst = str(onverteld.get("tekst") or "")
            if tekst not in ("", INGETROKKEN) and tekst not in noot.tekst:
                tafels.aantekeningen.save(_voor_zichzelf(noot, tekst))
        bewerkingen.verzwijg(samen, tabel, rij, zonder_woorden(tabel, onverteld))
        if bewerkingen.neem_weg(samen, tabel, rij, uitgave=False) or onverteld:
            bewerkingen.hermeng(tabel, rij)


def _voor_zichzelf(noot: Aantekening, tekst: str) -> Aantekening:
    """Return a note beside another, with other words, for its writer alone."""
    return replace(
        noot,
        id=new_id(),
        tekst=tekst,
        antwoord="",
        zicht=Zicht.PRIVE,
        gedeeld_met=(),
        plaatsen=tuple(replace(plaats, id=new_id()) for plaats in noot.plaatsen),
    )
