"""Making notes while one reads: on words, at a spot, at a page, at an item of the agenda, and with the pen."""

from collections.abc import Callable
from functools import partial
from itertools import count

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtWidgets import QWidget

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.pages.papierblad import Papierblad
from tk_desktop.desktop.parts.tekstselectie import Tekstplek
from tk_desktop.desktop.reader.lezerblik import Lezerblik
from tk_desktop.desktop.reader.notitie_anker import anker_op_blad, anker_op_plek, anker_van_lijn, anker_van_selectie
from tk_desktop.desktop.session.geschiedenis import NIEUW
from tk_desktop.desktop.session.naambediening import Naambediening
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.aantekening import Aantekening, Anker, Lijn, Oordeel, Soort
from tk_desktop.domain.leeslijst import puntnummer
from tk_desktop.domain.notenstijl import Kleur
from tk_desktop.paper.rendering import open_pages
from tk_desktop.reading.aantekeningen import add_aantekening, add_puntnotitie, change_aantekening, extend_inkt
from tk_desktop.store.werkmap import Store

SELECTEER = "Selecteer tekst en druk op H om te markeren."
_NAAM = {
    Soort.MARKERING: "Markeren",
    Soort.ONDERSTREPING: "Onderstrepen",
    Soort.DOORHALING: "Doorhalen",
    Soort.NOTITIE: "Notitie maken",
    Soort.VRAAG: "Vraag stellen",
    Soort.BLADNOTITIE: "Notitie bij de bladzijde",
    Soort.INKT: "Tekenen",
}
_AL = {Soort.MARKERING: "gemarkeerd", Soort.ONDERSTREPING: "onderstreept", Soort.DOORHALING: "doorgehaald"}


class Notitiemaker(QObject):
    """Makes notes in the chosen ``kleur``.

    ``gemaakt`` tells the note with the name of its action, so that what is typed in it belongs to the making of it.
    """

    gemaakt = Signal(object, str)

    def __init__(self, sessie: Sessie, lezer: Lezerblik, vlak: QWidget) -> None:
        super().__init__(vlak)
        self._vlak = vlak
        self._sessie = sessie
        self._store = sessie.store
        self._lezer = lezer
        self._nummers = count()
        self._plek: tuple[Papierblad, Tekstplek] | None = None
        self._bladplek: tuple[Papierblad, int] | None = None
        self._inkt: Aantekening | None = None
        self._naam = Naambediening(sessie, self)
        self.kleur = sessie.voorkeuren.kleur

    def volg(self, blad: Papierblad) -> None:
        """Listen to a paper that was opened: where it is clicked, what is drawn on it."""
        blad.lezen.leeg_geklikt.connect(partial(self._geklikt, blad))
        blad.lezen.merk_gekozen.connect(self._vergeet_plek)
        blad.lezen.inkt.getekend.connect(partial(self._getekend, blad))

    @property
    def heeft_selectie(self) -> bool:
        """Whether words are selected in the paper that is worked in."""
        return self._anker() is not None

    def op_tekst(self, soort: Soort) -> None:
        """Mark, underline or strike out the words that are selected."""
        anker = self._anker()
        zelfde = self._zelfde(soort, anker) if anker is not None else None
        if anker is None:
            self._sessie.gemeld.emit(SELECTEER, False)
        elif zelfde is None:
            self._maak(soort, anker)
        else:
            self._maak_niet_nog_eens(zelfde)

    def met_tekst(self, soort: Soort) -> None:
        """Make a note or question at the words that are selected; else where one clicked last; else at the page."""
        anker = self._anker() or self._op_plek()
        if anker is not None:
            self._maak(soort, anker)
        else:
            self.bij_blad(Soort.BLADNOTITIE if soort is Soort.NOTITIE else soort)

    def bij_blad(self, soort: Soort = Soort.BLADNOTITIE) -> None:
        """Make a note at the page that was clicked last while it is on the screen, else at the one looked at."""
        blad = self._lezer.actief()
        if blad is not None and blad.pagina and blad.versie:
            pagina = self._aangeklikt(blad) or blad.pagina
            self._maak(soort, anker_op_blad(blad.versie, pagina, blad.lezen.teksten.van(pagina)))

    def bij_punt(self) -> None:
        """Make a note at the item that is read (F7)."""
        punt = self._lezer.punt()
        if not punt:
            self._sessie.gemeld.emit("Kies eerst een punt of een stuk van een punt.", False)
            return
        moment, nummer = self._sessie.nu(), puntnummer(self._lezer.plan().opname, punt)
        self._doe(
            f"Notitie bij punt {nummer}",
            lambda: add_puntnotitie(self._store, punt, "", eigenaar=self._lezer.lezer, moment=moment),
        )

    def wissel_pen(self) -> None:
        """Take the pen, or put it away."""
        blad = self._lezer.actief()
        if blad is not None:
            self.zet_pen(not blad.lezen.inkt.aan)

    def zet_pen(self, aan: bool) -> None:
        """Take the pen in the chosen colour, or put it away."""
        blad = self._lezer.actief()
        if blad is None or blad.lezen.inkt.aan == aan:
            return
        self._inkt = None
        blad.lezen.inkt.zet_aan(aan, self.kleur)
        self._sessie.gemeld.emit("Teken op de bladzijde. P of Esc stopt." if aan else "U tekent niet meer.", False)

    def zet_kleur(self, kleur: Kleur) -> None:
        """Choose the colour of what is made from now on."""
        self.kleur = kleur
        for blad in self._lezer.bladen().values():
            if blad.lezen.inkt.aan:
                blad.lezen.inkt.zet_aan(True, kleur)

    # what stands there already

    def _zelfde(self, soort: Soort, anker: Anker) -> Aantekening | None:
        """Return the own mark of this kind on exactly these words."""
        blad = self._lezer.actief()
        plek = self._lezer.plek(blad.sleutel) if blad is not None else None
        alle = self._store.aantekeningen.van_papier(plek.vergadering_id, plek.papier) if plek is not None else ()
        eigen = (een for een in alle if een.eigenaar == self._lezer.lezer and een.soort is soort)
        return next((een for een in eigen if _op_zelfde_woorden(een, anker)), None)

    def _maak_niet_nog_eens(self, een: Aantekening) -> None:
        """Choose a mark that stands there, in the colour that is chosen now."""
        blad = self._lezer.actief()
        if blad is not None:
            blad.lezen.selectie.laat_los()
        moment, kleur = self._sessie.nu(), self.kleur
        if een.kleur is kleur:
            self._sessie.gemeld.emit(f"Deze woorden zijn al {_AL[een.soort]}.", False)
            self._kies(een)
        else:
            self._sessie.doe(
                "Kleur wijzigen",
                lambda: change_aantekening(self._store, een.id, moment, kleur=kleur),
                daarna=self._kies,
            )

    def _kies(self, een: Aantekening) -> None:
        self.gemaakt.emit(een, "")

    # where

    def _anker(self) -> Anker | None:
        blad = self._lezer.actief()
        if blad is None or not blad.versie or blad.lezen.selectie.selectie is None:
            return None
        return anker_van_selectie(blad.lezen.selectie.selectie, blad.versie, blad.lezen.teksten.van)

    def _op_plek(self) -> Anker | None:
        """Return the spot of the cursor, or else of the last click; nothing when it is not on the screen any more."""
        blad = self._lezer.actief()
        if blad is None or not blad.versie:
            return None
        plek = blad.lezen.selectie.cursor
        if plek is None and self._plek is not None and self._plek[0] is blad:
            plek = self._plek[1]
        tekst = blad.lezen.teksten.van(plek.pagina) if plek is not None else None
        if plek is None or tekst is None:
            return None
        anker = anker_op_plek(blad.versie, plek.pagina, plek.plek, tekst)
        waar = blad.bladen.plek_van(plek.pagina).rechthoek(anker.vlakken[0])
        return anker if blad.bladen.viewport().rect().contains(waar.center().toPoint()) else None

    def _aangeklikt(self, blad: Papierblad) -> int:
        """Return the page of a paper that was clicked last, when it is on the screen; else 0."""
        if self._bladplek is None or self._bladplek[0] is not blad:
            return 0
        pagina = self._bladplek[1]
        return pagina if any(plek.pagina == pagina for plek in blad.bladen.plekken()) else 0

    def _geklikt(self, blad: Papierblad, waar: QPointF) -> None:
        onder, plek = blad.bladen.plek_onder(waar), blad.lezen.selectie.plek_bij(waar)
        self._bladplek = (blad, onder.pagina) if onder is not None else None
        self._plek = (blad, plek) if plek is not None else None

    def _vergeet_plek(self) -> None:
        self._plek = None

    # what is made

    def _getekend(self, blad: Papierblad, lijn: Lijn) -> None:
        """Keep a stroke: one near the strokes that were just drawn belongs to the same note."""
        if not blad.versie:
            return
        vorige = self._inkt
        anker = anker_van_lijn(blad.versie, lijn, blad.lezen.teksten.van(lijn.pagina))
        if vorige is None or vorige.kleur is not self.kleur or not _dichtbij(vorige, anker):
            self._maak(Soort.INKT, anker, lijnen=(lijn,))
            return
        moment, id_ = self._sessie.nu(), vorige.id
        self._sessie.doe(
            _NAAM[Soort.INKT], lambda: extend_inkt(self._store, id_, lijn, moment), daarna=self._inkt_erbij
        )

    def _inkt_erbij(self, een: Aantekening) -> None:
        self._inkt = een
        self.gemaakt.emit(een, "")

    def _maak(self, soort: Soort, anker: Anker, *, lijnen: tuple[Lijn, ...] = ()) -> None:
        blad = self._lezer.actief()
        if blad is None:
            return
        plek, moment, kleur = self._lezer.plek(blad.sleutel), self._sessie.nu(), self.kleur
        blad.lezen.selectie.laat_los()
        self._plek = None
        self._bladplek = None
        self._doe(
            _NAAM[soort],
            lambda: add_aantekening(
                self._store,
                plek,
                anker,
                soort,
                eigenaar=self._lezer.lezer,
                moment=moment,
                kleur=kleur,
                lijnen=lijnen,
            ),
        )
        self._bewaar_teksten(blad)

    def _doe(self, naam: str, werk: Callable[[], Aantekening]) -> None:
        samen = f"{NIEUW}aantekening {next(self._nummers)}"
        doe = partial(self._sessie.doe, naam, werk, samen=samen, daarna=partial(self._meld, samen))
        self._naam.eerst(self._vlak, doe)

    def _meld(self, samen: str, een: Aantekening) -> None:
        if een.soort is Soort.INKT:
            self._inkt = een
        self.gemaakt.emit(een, samen)

    def _bewaar_teksten(self, blad: Papierblad) -> None:
        """Keep the words of this version, so that a later one can be compared with it whatever becomes of the file."""
        versie, pad = blad.versie, blad.bestand.pad if blad.bestand is not None else None
        if pad is None:
            return

        def werk(store: Store, progress: Progress) -> None:
            if store.leesteksten.van(versie):
                return
            with open_pages(pad) as bladen:
                nummers = range(bladen.aantal)
                teksten = [bladen.tekst(nummer).tekst for nummer in progress.each(nummers, "Woorden lezen")]
            with store.transaction():
                store.leesteksten.bewaar(versie, teksten)

        self._sessie.op_achtergrond(werk)


def _op_zelfde_woorden(een: Aantekening, anker: Anker) -> bool:
    """Tell whether a note stands on exactly these words of the same version."""
    plaats = een.in_versie(anker.versie)
    if plaats is None or plaats.oordeel is Oordeel.NIET_GEVONDEN:
        return False
    hier, daar = plaats.anker, anker
    return (hier.pagina, hier.begin, hier.eindpagina, hier.eind) == (
        daar.pagina,
        daar.begin,
        daar.eindpagina,
        daar.eind,
    )


_DICHTBIJ = 72
"""Points between strokes of one note."""


def _dichtbij(een: Aantekening, anker: Anker) -> bool:
    """Tell whether a stroke lies near the strokes of a note, on the same page of the same version."""
    if een.plaats is None or (een.plaats.anker.versie, een.plaats.anker.pagina) != (anker.versie, anker.pagina):
        return False
    hier, daar = een.plaats.anker.vlakken[0], anker.vlakken[0]
    naast = max(daar.x0 - hier.x1, hier.x0 - daar.x1)
    onder = max(daar.y0 - hier.y1, hier.y0 - daar.y1)
    return max(naast, onder) <= _DICHTBIJ
