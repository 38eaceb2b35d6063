"""What is done with who takes part: a laptop let in after comparing words, withdrawn, and keys renewed."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from tk_desktop.base.files import aside
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.bundels.deelnemers import Deelnemersblad, Deelnemersregel
from tk_desktop.desktop.bundels.medetekening import Medetekening
from tk_desktop.desktop.bundels.papierblad import Papierblad
from tk_desktop.desktop.bundels.vragen import Toelaatvraag
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.parts.foutmelding import Meldbalk
from tk_desktop.desktop.session.dialoog import in_venster
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.rooster import Rol

if TYPE_CHECKING:
    from tk_desktop.exchange.rooster import Aanmelding, PapierenSleutel
    from tk_desktop.exchange.sleutels import Sleutelbos

Sleutelvraag = Callable[[Callable[["Sleutelbos"], None]], None]


def kies_aanmelding(ouder: QWidget, map_: Path) -> Path | None:
    """Let the user choose the request of a laptop."""
    naam, _ = QFileDialog.getOpenFileName(ouder, "Aanmelding openen", str(map_), "Aanmelding (*.json)")
    return Path(naam) if naam else None


def _stand(apparaat: str, eigen: str, onwetend: Mapping[str, Collection[str]]) -> str:
    """Return how a laptop stands; ``onwetend`` has those that did not confirm yet, for each that was withdrawn."""
    if apparaat in onwetend:
        aantal = len(onwetend[apparaat])
        over = "1 laptop moet het nog bevestigen" if aantal == 1 else f"{aantal} laptops moeten het nog bevestigen"
        return f"ingetrokken; {over}" if aantal else "ingetrokken; iedereen weet het"
    if apparaat == eigen:
        return "deze laptop"
    weet_niet = any(apparaat in wie for wie in onwetend.values())
    return "doet mee; heeft een intrekking nog niet bevestigd" if weet_niet else "doet mee"


class Deelnemerbediening(QObject):
    """Wires the roster; ``kies`` asks for the file of a request."""

    def __init__(self, sessie: Sessie, venster: QWidget, met_sleutels: Sleutelvraag) -> None:
        super().__init__(venster)
        self._sessie = sessie
        self._venster = venster
        self._met_sleutels = met_sleutels
        self.kies = kies_aanmelding
        self._blad: Deelnemersblad | None = None
        self._melding = ""
        self.medetekening = Medetekening(sessie, self, self._balk, self._over)

    def toon(self, bos: "Sleutelbos") -> None:
        """Show the roster over the window."""
        with self._sessie.balk.meldt():
            rooster = laad("bundels.werk").roosters(self._sessie.store).huidig
            eigen = rooster.apparaat(bos.id)
            secretaris = eigen is not None and rooster.is_secretaris(eigen.persoon_id)
            kop = (
                f"‘{rooster.organisatie}’. Uw zes woorden: {' '.join(laad('bundels.werk').eigen_woorden(bos.openbaar))}"
            )
            blad = Deelnemersblad(self.regels, kop, secretaris=secretaris)
            blad.toon_ondertekenen(er=rooster.drempel > 1)
            blad.toelaten.connect(partial(self._vraag_aanmelding, bos))
            blad.intrekken.connect(partial(self._trek_in, bos))
            blad.verwijderen.connect(partial(self._verwijder, bos))
            blad.vernieuwen.connect(partial(self._vernieuw, bos))
            blad.papier.connect(partial(self._maak_papier, bos))
            blad.ondertekenen.connect(partial(self.medetekening.onderteken, bos, self._gedaan))
            blad.balk.uitleg = partial(self.medetekening.uitleg, bos, self._klaar)
            self._blad = blad
            blad.destroyed.connect(self._vergeet)
            in_venster(blad, "Deelnemers en laptops", self._venster.window(), self._sessie)

    def laat_toe(self, bos: "Sleutelbos", pad: Path) -> None:
        """Ask whether the words of a request are the same, and let that laptop in."""
        module, store = laad("bundels.werk"), self._sessie.store
        with self._balk().meldt():
            aanmelding = module.lees_aanmelding(pad)
            personen = [(wie.id, wie.naam) for wie in sorted(store.personen.all(), key=lambda wie: wie.naam)]
            zelfde = [id_ for id_, naam in personen if naam.casefold() == aanmelding.naam.casefold()]
            vraag = Toelaatvraag(
                aanmelding.naam,
                aanmelding.apparaatnaam,
                self._over(),
                eigen=" ".join(module.eigen_woorden(aanmelding.sleutels)),
                samen=" ".join(module.zes_woorden(bos.openbaar, aanmelding.sleutels)),
                personen=personen,
                nu=zelfde[0] if zelfde else "",
            )
            vraag.gegeven.connect(partial(self._laat_toe_als, bos, aanmelding))
            vraag.open()

    def regels(self) -> Iterator[Deelnemersregel]:
        """Yield the lines of the roster as it stands now."""
        module, store = laad("bundels.werk"), self._sessie.store
        rooster = module.roosters(store).huidig
        eigen = store.uitwisseling.eigen().apparaat
        weg = [een.id for een in rooster.apparaten if een.ingetrokken]
        onwetend = {id_: {een.id for een in module.unaware_of_withdrawal(store, id_)} for id_ in weg}
        for wie in rooster.deelnemers:
            apparaten = [een for een in rooster.apparaten if een.persoon_id == wie.persoon_id]
            for een in apparaten:
                yield Deelnemersregel(
                    persoon_id=wie.persoon_id,
                    naam=wie.naam,
                    rol=wie.rol.value,
                    apparaat_id=een.id,
                    laptop=een.naam,
                    stand=_stand(een.id, eigen, onwetend),
                    eigen=een.id == eigen,
                    ingetrokken=een.ingetrokken,
                )
            if not apparaten:
                yield Deelnemersregel(
                    persoon_id=wie.persoon_id, naam=wie.naam, rol=wie.rol.value, apparaat_id="", laptop="", stand=""
                )

    def _vraag_aanmelding(self, bos: "Sleutelbos") -> None:
        pad = self.kies(self._over(), Path(self._sessie.voorkeuren.uitvoermap or Path.home()))
        if pad is not None:
            self.laat_toe(bos, pad)

    def _laat_toe_als(self, bos: "Sleutelbos", aanmelding: "Aanmelding", persoon_id: str, rol: str) -> None:
        self._wijzig(
            lambda: laad("bundels.werk").admit(self._sessie.store, bos, aanmelding, persoon_id, Rol(rol)),
            f"‘{aanmelding.apparaatnaam}’ van {aanmelding.naam} doet nu mee. Maak een bundel (Ctrl+Shift+M).",
        )

    def _trek_in(self, bos: "Sleutelbos", apparaat_id: str) -> None:
        self._wijzig(
            lambda: laad("bundels.werk").withdraw_device(self._sessie.store, bos, apparaat_id),
            "De laptop is ingetrokken. Stuur de anderen een bundel; hun antwoord bevestigt dat zij het weten.",
        )

    def _verwijder(self, bos: "Sleutelbos", persoon_id: str) -> None:
        self._wijzig(
            lambda: laad("bundels.werk").remove_person(self._sessie.store, bos, persoon_id),
            "De deelnemer doet niet meer mee. Stuur de anderen een bundel, dan weten zij het ook.",
        )

    def _vernieuw(self, bos: "Sleutelbos") -> None:
        self._wijzig(
            lambda: laad("bundels.werk").renew_keys(self._sessie.store, bos),
            "Alle sleutels zijn vernieuwd; zij gaan mee met de volgende bundels.",
        )

    def _wijzig(self, werk: Callable[[], object], melding: str) -> None:
        self._melding = melding
        if self._blad is not None:
            self._blad.balk.hide()
        with self._balk().meldt():
            werk()
            self._klaar()

    def _klaar(self) -> None:
        self._gedaan(self._melding)

    def _gedaan(self, melding: str) -> None:
        """Tell what is done now, and show the roster as it stands."""
        self._sessie.gemeld.emit(melding, False)
        if self._blad is not None:
            rooster = laad("bundels.werk").roosters(self._sessie.store).huidig
            self._blad.toon_ondertekenen(er=rooster.drempel > 1)
            self._blad.herlaad()

    # The key on paper

    def _maak_papier(self, bos: "Sleutelbos") -> None:
        module, store = laad("bundels.werk"), self._sessie.store
        with self._balk().meldt():
            rooster = module.roosters(store).huidig
            module.secretariat_keys(rooster)
            papier = module.PapierenSleutel.maak()
            blad = Papierblad(papier.woorden, self._over(), vervangt=module.has_paper(rooster))
            blad.afdrukken.connect(partial(self._vraag_printer, blad, papier.woorden, rooster.organisatie))
            blad.in_gebruik.connect(partial(self._neem_papier, bos, papier))
            blad.finished.connect(blad.deleteLater)
            blad.open()

    def _neem_papier(self, bos: "Sleutelbos", papier: "PapierenSleutel") -> None:
        self._wijzig(
            lambda: laad("bundels.werk").use_paper(self._sessie.store, bos, papier),
            "Het papier is in gebruik. Stuur de anderen een bundel, dan weten zij het ook.",
        )

    def _vraag_printer(self, blad: Papierblad, woorden: Sequence[str], organisatie: str) -> None:
        venster = laad("pages.bladafdruk").Bladafdruk(
            "Sleutel op papier afdrukken",
            laad("parts.printer").vind_printers(),
            blad,
            wat="Het is één blad, op A4. Er blijft niets van op deze computer.",
        )
        venster.gekozen.connect(partial(self.druk_af, woorden, organisatie))
        venster.open()

    def druk_af(self, woorden: Sequence[str], organisatie: str, printer: str) -> None:
        """Print the words; nothing of them stays on this computer."""
        op, cache = self._sessie.nu().date(), self._sessie.store.cache

        def werk(progress: Progress) -> str:
            with aside(cache) as map_:  # as protected as the werkmap: whoever reads these words signs with them
                pdf = map_ / "sleutel.pdf"
                laad("bundels.werk").write_paper_key(woorden, organisatie, pdf, op=op)
                module = laad("parts.printer")
                module.druk_af(module.Printtaak(pdf=pdf, printer=printer, titel="Sleutel op papier"), progress)
            return printer

        self._sessie.op_achtergrond(werk, self._afgedrukt, met_store=False)

    def _afgedrukt(self, printer: str) -> None:
        self._sessie.gemeld.emit(f"Het papier gaat naar {printer}.", False)

    def _balk(self) -> Meldbalk:
        return self._blad.balk if self._blad is not None else self._sessie.balk

    def _over(self) -> QWidget:
        return self._blad.window() if self._blad is not None else self._venster.window()

    def _vergeet(self) -> None:
        self._blad = None
