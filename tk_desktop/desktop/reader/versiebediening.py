"""Versions of the papers that are read: the bar above them, notes looked at again, what differs, what changed."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.pages.bladindeling import Plek
from tk_desktop.desktop.pages.papierblad import Papierblad
from tk_desktop.desktop.reader.leeskamer import Leeskamer
from tk_desktop.desktop.reader.nakijkbediening import Nakijkbediening
from tk_desktop.desktop.reader.notitie_woorden import merken_van
from tk_desktop.desktop.reader.versiebalk import Versiebalk
from tk_desktop.desktop.reader.versieverschil import Versieverschilvenster
from tk_desktop.desktop.reader.versiewerk import (
    Paar,
    Paden,
    bewaar_woorden,
    pad_van,
    plaats_noten,
    te_plaatsen,
    vergelijk_versies,
    vind_eerdere,
)
from tk_desktop.desktop.reader.versiewoorden import telling_zin, vervangen_zin
from tk_desktop.desktop.reader.vorigeversie import Vorigeversie
from tk_desktop.desktop.reader.wijzigingbediening import Wijzigingbediening
from tk_desktop.desktop.session.jobs import Job
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.aantekening import Aantekening
from tk_desktop.domain.leeslijst import is_na_te_kijken, is_ongeplaatst
from tk_desktop.domain.plaatstelling import tel_plaatsen
from tk_desktop.domain.verankering.verschil import Bladverschil, Versieverschil
from tk_desktop.domain.vergaderset import Onderdeel, Onderdeelsoort
from tk_desktop.reading.plaatsen import needs_places
from tk_desktop.store.werkmap import Store

_SOORTEN = {
    Onderdeelsoort.NOTA: "Deze nota",
    Onderdeelsoort.AGENDA: "De agenda",
    Onderdeelsoort.BRIEF: "De brief",
}
_VANZELF = 300
"""Pages of a paper that is compared before anybody asks; a longer one only when somebody does."""
GEEN_VORIGE = "Van dit stuk is geen eerdere versie bekend."


class Versiebediening(QObject):
    """Knows of each open paper which version the reader had before, and lets the reader look at what became of it.

    ``nakijken`` holds the tray, ``wijzigingen`` the list of what changed; ``bladen_bekend`` tells which pages of the
    paper that is worked in changed, by number, ``geplaatst`` that notes and marked pages got their places,
    ``balk_gesloten`` that the reader knows of a new version now.
    """

    bladen_bekend = Signal(object)
    geplaatst = Signal()
    balk_gesloten = Signal()

    def __init__(self, sessie: Sessie, lezer: Leeskamer) -> None:
        super().__init__(lezer.scherm)
        self._sessie = sessie
        self._store = sessie.store
        self._lezer = lezer
        self._oud: dict[tuple[str, str], str] = {}
        self._dicht: set[tuple[str, str]] = set()
        self._paden: dict[str, Pad] = {}
        self._verschillen: dict[Paar, Versieverschil | None] = {}
        self._gevraagd: set[Paar] = set()
        self._gezocht: set[str] = set()
        self._te_tonen: tuple[str, Paar] | None = None
        self._plaatst: Job | None = None
        self._mee: dict[str, tuple[Paar, int, Plek]] = {}
        self.nakijken = Nakijkbediening(sessie, lezer, self)
        self.wijzigingen = Wijzigingbediening(sessie, lezer, self)
        self.wijzigingen.bekend.connect(self.toon_bladen)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command on versions does."""
        return {
            "versie.verschil": self._verschil_hier,
            "versie.vorige": self._vorige_hier,
            "versie.wijzigingen": self.wijzigingen.open,
            **self.nakijken.opdrachten(),
        }

    def volg(self, blad: Papierblad) -> None:
        """Put a bar above a paper that was opened."""
        balk = Versiebalk()
        blad.boven.addWidget(balk)
        balk.verschil_gevraagd.connect(partial(self.toon_verschil, blad.sleutel))
        balk.vorige_gevraagd.connect(partial(self._toon_vorige, blad.sleutel))
        balk.nakijken_gevraagd.connect(self.nakijken.open)
        balk.gesloten.connect(partial(self._sluit, blad))

    def getoond(self, blad: Papierblad) -> None:
        """Look whether the version that is shown differs from the one the reader had."""
        self._onthoud(blad.sleutel)
        self._toon_balk(blad)

    def ga_mee(self, blad: Papierblad, versie: str, pagina: int) -> None:
        """Bring the page of an older version that was read into view, where it stands in the version shown now (T2).

        Which page that is, is known once the words of both are compared; who went on reading meanwhile stays there.
        """
        if not versie or not pagina or not blad.versie or versie == blad.versie or blad.bestand is None:
            return
        paar = (versie, blad.versie)
        if blad.bestand.paginas <= _VANZELF:
            self._mee[blad.sleutel] = (paar, pagina, blad.bladen.plek)
            if not self.vergelijk([paar]):
                self._gegaan()

    def _gegaan(self) -> None:
        for sleutel, (paar, pagina, stond) in list(self._mee.items()):
            if paar not in self._verschillen:
                continue
            del self._mee[sleutel]
            verschil, blad = self._verschillen[paar], self._lezer.bladen().get(sleutel)
            if verschil is None or blad is None or blad.versie != paar[1] or blad.bladen.plek.pagina != stond.pagina:
                continue
            nieuw = verschil.pagina_van(pagina)
            if nieuw and nieuw != stond.pagina + 1:
                blad.bladen.ga_naar(nieuw, stond.deel)

    def neem(self) -> None:
        """Look at the papers that became ready: place notes, remember which versions the reader had."""
        for sleutel, bestand in self._lezer.voorraad.bestanden.items():
            if bestand.pad is not None:
                self._paden[bestand.versie] = bestand.pad
                self._onthoud(sleutel)
        self._zoek_eerdere()
        self._plaats()
        self.wijzigingen.reload()

    def reload(self) -> None:
        """Look at the notes and the papers again."""
        for blad in self._lezer.bladen().values():
            self._toon_balk(blad)
        self.nakijken.reload()

    def gelezen(self) -> None:
        """Keep the words of our own papers that were read: their old pages are not there after a change."""
        te_bewaren = []
        for sleutel, stand in self._lezer.plaatsen.standen.items():
            bestand, deel = self._lezer.voorraad.bestanden.get(sleutel), self.deel(sleutel)
            eigen = deel is not None and deel.soort is not Onderdeelsoort.BESTAND
            if eigen and bestand is not None and bestand.versie == stand.versie:
                te_bewaren.append(stand.versie)
        te_bewaren = [versie for versie in te_bewaren if not self._store.leesteksten.van(versie)]
        if te_bewaren and not self._sessie.alleen_lezen:
            paden = dict(self._paden)
            self._sessie.op_achtergrond(lambda store, progress: bewaar_woorden(store, progress, te_bewaren, paden))

    # what others ask

    def deel(self, sleutel: str) -> Onderdeel | None:
        """Return a part of the set."""
        return next((deel for deel in self._lezer.plan().onderdelen if deel.sleutel == sleutel), None)

    def paar(self, sleutel: str) -> Paar | None:
        """Return the version of a paper that the reader had and the one of now, when that one came after it."""
        bestand = self._lezer.voorraad.bestanden.get(sleutel)
        oud = self._oud.get((sleutel, bestand.versie), "") if bestand is not None else ""
        if bestand is None or not oud or not self._kwam_voor(sleutel, oud, bestand.versie):
            return None
        return oud, bestand.versie

    def veranderd(self) -> frozenset[str]:
        """Return the papers that were replaced since the reader had them, until the bar that says so is closed."""
        sleutels = {sleutel for sleutel, versie in self._oud if (sleutel, versie) not in self._dicht}
        return frozenset(sleutel for sleutel in sleutels if self.paar(sleutel) is not None)

    def _kwam_voor(self, sleutel: str, oud: str, nieuw: str) -> bool:
        """Tell whether a version was replaced by another; one whose replacement was undone replaced nothing."""
        if not self._nummer(sleutel, nieuw):
            return True
        return 0 < self._nummer(sleutel, oud) < self._nummer(sleutel, nieuw)

    def laatste_paar(self, sleutel: str) -> Paar | None:
        """Return the version before and the one of now: the one the reader had, else the last that is kept."""
        paar, bestand, deel = self.paar(sleutel), self._lezer.voorraad.bestanden.get(sleutel), self.deel(sleutel)
        if paar is not None or bestand is None or deel is None:
            return paar
        if deel.soort is not Onderdeelsoort.BESTAND:
            stand = self._lezer.plaatsen.standen.get(sleutel)
            vorige = stand.vorige if stand is not None and stand.versie == bestand.versie else ""
            return (vorige, bestand.versie) if vorige not in ("", bestand.versie) else None
        versies = self._store.versies.van_stuk(sleutel)[: max(0, self._nummer(sleutel, bestand.versie) - 1)]
        eerder = (een.paginabestand for een in reversed(versies) if een.paginabestand not in ("", bestand.versie))
        return next(((oud, bestand.versie) for oud in eerder if oud), None)

    def heeft_bladen(self, versie: str) -> bool:
        """Tell whether the pages of a version can be looked at."""
        return pad_van(self._store, versie, self._paden) is not None

    def naam(self, sleutel: str, versie: str) -> str:
        """Return what a version is called: ``v1``, or ``de vorige versie`` for a paper of our own."""
        nummer = self._nummer(sleutel, versie)
        return f"v{nummer}" if nummer else "de vorige versie"

    def verschil(self, paar: Paar) -> Versieverschil | None:
        """Return what differs between two versions, when that is known already."""
        return self._verschillen.get(paar)

    def vergelijk(self, paren: list[Paar]) -> bool:
        """Have these versions compared; returns whether there is something to wait for."""
        nieuw = [paar for paar in paren if paar not in self._verschillen and paar not in self._gevraagd]
        if nieuw:
            self._gevraagd.update(nieuw)
            paden = dict(self._paden)
            self._sessie.op_achtergrond(
                lambda store, progress: vergelijk_versies(store, progress, nieuw, paden), self._vergeleken
            )
        return any(paar not in self._verschillen for paar in paren)

    def toon_verschil(self, sleutel: str, paar: Paar | None = None) -> None:
        """Show the words of two versions beside each other, now or when they were compared."""
        paar = paar or self.laatste_paar(sleutel)
        if paar is None:
            self._sessie.gemeld.emit(GEEN_VORIGE, False)
            return
        self._te_tonen = (sleutel, paar)
        if not self.vergelijk([paar]):
            self._open_verschil()

    def toon_versie(self, sleutel: str, versie: str, pagina: int = 1, notitie: str = "") -> None:
        """Show the pages of an earlier version with the notes as they stood on it."""
        pad, deel = pad_van(self._store, versie, self._paden), self.deel(sleutel)
        if pad is None or deel is None:
            self._sessie.gemeld.emit(GEEN_VORIGE, False)
            return
        noten = [een for een in self._lezer.notities.alle if een.papier == sleutel]
        titel = f"{deel.naam}: {self.naam(sleutel, versie)}"
        venster = Vorigeversie(self._lezer.bron, titel, self._lezer.scherm)
        venster.toon(pad, merken_van(noten, versie, notitie, self._lezer.lezer), pagina, notitie)

    # the bar

    def _toon_balk(self, blad: Papierblad) -> None:
        balk = blad.findChild(Versiebalk)
        paar = self.paar(blad.sleutel)
        if balk is None or paar is None or not blad.versie or (blad.sleutel, blad.versie) in self._dicht:
            if balk is not None:
                balk.hide()
            return
        deel = self.deel(blad.sleutel)
        telling = tel_plaatsen(self._eigen(blad.sleutel), paar[1])
        soort = _SOORTEN.get(deel.soort, "Dit stuk") if deel is not None else "Dit stuk"
        was, wordt = (self._nummer(blad.sleutel, versie) for versie in paar)
        zinnen = (vervangen_zin(soort, self._dag(blad.sleutel, wordt), was, wordt), telling_zin(telling))
        bladen = self.heeft_bladen(paar[0])
        balk.toon(
            " ".join(zin for zin in zinnen if zin),
            nakijken=telling.na_te_kijken,
            verschil=bladen or bool(self._store.leesteksten.van(paar[0])),
            vorige=self.naam(blad.sleutel, paar[0]) if bladen else "",
        )
        if blad.bladen.aantal <= _VANZELF:
            self.vergelijk([paar])
        self.toon_bladen()

    def _sluit(self, blad: Papierblad) -> None:
        self._dicht.add((blad.sleutel, blad.versie))
        self._toon_balk(blad)
        self.balk_gesloten.emit()
        blad.setFocus()

    def _eigen(self, sleutel: str) -> list[Aantekening]:
        wie = self._lezer.lezer
        return [een for een in self._lezer.notities.alle if een.papier == sleutel and een.eigenaar == wie]

    def _onthoud(self, sleutel: str) -> None:
        """Remember which version of a paper the reader had before the one that is ready."""
        bestand = self._lezer.voorraad.bestanden.get(sleutel)
        if bestand is None or not bestand.versie or self._oud.get((sleutel, bestand.versie)):
            return
        stand = self._lezer.plaatsen.standen.get(sleutel)
        oud = stand.versie if stand is not None and stand.versie != bestand.versie else ""
        if not oud:
            noten = self._eigen(sleutel)
            anders = [
                een
                for een in noten
                if needs_places([een], bestand.versie) or is_na_te_kijken(een) or is_ongeplaatst(een)
            ]
            versies = [een.gemaakt_op.versie for een in anders if een.gemaakt_op is not None]
            oud = next((versie for versie in versies if versie != bestand.versie), "")
        if oud:
            self._oud[sleutel, bestand.versie] = oud

    def _zoek_eerdere(self) -> None:
        """Look for the pages of our own papers as they were read before: their files are known by no name."""
        eerder = {stand.vorige for stand in self._lezer.plaatsen.standen.values()} | set(self._oud.values())
        weg = {versie for versie in eerder - {""} - self._gezocht if not self.heeft_bladen(versie)}
        self._gezocht |= weg
        if weg:
            self._sessie.op_achtergrond(lambda store, _: vind_eerdere(store, weg), self._eerdere_gevonden)

    def ken(self, paden: Paden) -> None:
        """Remember where the pages of earlier versions are, and compare anew what could not be without them."""
        nieuw = paden.keys() - self._paden.keys()
        self._paden.update(paden)
        for paar in [paar for paar, verschil in self._verschillen.items() if verschil is None and paar[0] in nieuw]:
            del self._verschillen[paar]
            self._gevraagd.discard(paar)

    def _eerdere_gevonden(self, paden: Paden) -> None:
        self.ken(paden)
        if paden:
            self.reload()

    def _nummer(self, sleutel: str, versie: str) -> int:
        """Return which version of a received paper this is, from 1; 0 for a paper of our own."""
        deel = self.deel(sleutel)
        if deel is None or deel.soort is not Onderdeelsoort.BESTAND:
            return 0
        versies = self._store.versies.van_stuk(sleutel)
        return max((nr for nr, een in enumerate(versies, 1) if een.paginabestand == versie), default=0)

    def _dag(self, sleutel: str, nummer: int) -> date | None:
        """Return when a version came in; none for a paper of our own, which has no numbers."""
        if not nummer:
            return None
        return self._store.versies.van_stuk(sleutel)[nummer - 1].ontvangen.astimezone().date()

    # notes that are placed

    def _plaats(self) -> None:
        if self._plaatst is not None or self._sessie.alleen_lezen:
            return
        vragen = te_plaatsen(self._store, self._lezer.plan().opname.vergadering.id, self._lezer.voorraad.versies)
        if vragen:
            paden = dict(self._paden)

            def werk(store: Store, progress: Progress) -> None:
                plaats_noten(store, progress, vragen, paden)

            self._plaatst = self._sessie.op_achtergrond(werk, self._geplaatst, voorbij=self._plaatsen_klaar)

    def _geplaatst(self, _: object) -> None:
        self._lezer.notities.reload()
        self.geplaatst.emit()

    def _plaatsen_klaar(self) -> None:
        self._plaatst = None

    # what differs

    def _vergeleken(self, verschillen: Mapping[Paar, Versieverschil | None]) -> None:
        self._verschillen.update(verschillen)
        self._gegaan()
        self.toon_bladen()
        self.wijzigingen.vergeleken()
        if self._te_tonen is not None and self._te_tonen[1] in verschillen:
            self._open_verschil()

    def _open_verschil(self) -> None:
        if self._te_tonen is None:
            return
        (sleutel, paar), self._te_tonen = self._te_tonen, None
        verschil, deel = self._verschillen.get(paar), self.deel(sleutel)
        if verschil is None or deel is None:
            self._sessie.gemeld.emit("De tekst van de vorige versie is niet bewaard.", False)
            return
        wat = f"Vergeleken met {self.naam(sleutel, paar[0])}."
        venster = Versieverschilvenster(deel.naam, wat, verschil, self._lezer.scherm)
        venster.naar.connect(partial(self._lezer.lees, sleutel))
        venster.finished.connect(venster.deleteLater)
        venster.open()

    def toon_bladen(self) -> None:
        """Tell which pages of the paper that is worked in changed."""
        blad = self._lezer.actief()
        paar = self.wijzigingen.paar(blad.sleutel) if blad is not None else None
        verschil = self._verschillen.get(paar) if paar is not None else None
        anders: tuple[Bladverschil, ...] = verschil.gewijzigd if verschil is not None else ()
        self.bladen_bekend.emit({een.pagina: een.stand.value for een in anders})

    def _verschil_hier(self) -> None:
        blad = self._lezer.actief()
        if blad is not None:
            self.toon_verschil(blad.sleutel)

    def _vorige_hier(self) -> None:
        blad = self._lezer.actief()
        if blad is not None:
            self._toon_vorige(blad.sleutel)

    def _toon_vorige(self, sleutel: str) -> None:
        paar = self.laatste_paar(sleutel)
        blad = self._lezer.bladen().get(sleutel)
        if paar is None:
            self._sessie.gemeld.emit(GEEN_VORIGE, False)
            return
        self.toon_versie(sleutel, paar[0], blad.pagina if blad is not None and blad.pagina else 1)
