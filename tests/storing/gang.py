"""A real window on a protected werkmap in which secrets are typed, taken in, read, found, sent, printed; then locked.

Run as a program with the werkmap and a folder outside it, and a third word to die in the middle of reading a paper. It
stands in a process of its own, so that home, temporary folder and what it prints are its own too.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pypdfium2
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qt_compat import qt_api
from reportlab.pdfgen.canvas import Canvas

from tests.desktop.geduld import GeduldigeBot
from tests.desktop.venster import druk, open_venster, typ
from tests.storing.geheimen import GEHEIM, gevonden
from tests.storing.reizen import WACHTWOORD
from tests.verpakt import paginateksten
from tk_desktop.base.klok import dit_moment
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.foutmelding import Foutvanger
from tk_desktop.desktop.parts.printer import Printtaak, teken_op_printer
from tk_desktop.desktop.reader.voorbereidingsbestand import tijdelijk_blad
from tk_desktop.desktop.session.jobs import Job
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.shell.start import maak_app
from tk_desktop.desktop.text.rijke_tekst import RijkeTekst
from tk_desktop.desktop.text.stukregels import Plaatsing
from tk_desktop.domain.notenstijl import NAAMLOOS
from tk_desktop.domain.rooster import Rol
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.exchange.bescherming import kluis_met, unlock_sleutels
from tk_desktop.exchange.maken import make_bundel
from tk_desktop.exchange.rooster import Aanmelding, admit, begin_rooster
from tk_desktop.exchange.sleutels import Sleutelbos
from tk_desktop.export.pdf import write_pdf
from tk_desktop.pack.samenstellen import assemble
from tk_desktop.reading.voorbereidingen import set_voorbereiding

STERF = "sterf"
"""The word that lets the program die in the middle of reading."""


def _bot() -> GeduldigeBot:
    """Return what waits in tests of screens, without a test."""
    qt_api.set_qt_api("pyside6")  # type: ignore[no-untyped-call]
    return GeduldigeBot(cast(Any, SimpleNamespace(node=SimpleNamespace())))


class Gang:
    """Somebody who works with what is besloten."""

    def __init__(self, bediening: Bediening, buiten: Path) -> None:
        self.bediening = bediening
        self.store = bediening.sessie.store
        self.buiten = buiten
        self.wachter = _bot()
        self.tijdens: dict[str, set[str]] = {}
        """What could be read on the disk while a sheet lay ready for the printer."""
        opname = self.store.opname(self.store.vergaderingen.all()[0].id)
        self.vergadering = opname.vergadering.id
        self.punt = next(punt.id for punt in opname.agendapunten if punt.besloten)
        self.nota = opname.stukken_bij(opname.punt(self.punt))[0].id

    def schrijf(self) -> None:
        """Type in the nota of a besloten item."""
        self._ga(Adres(scherm=Scherm.VERGADERINGEN, vergadering=self.vergadering, punt=self.punt, stuk=self.nota))
        self.wachter.waitUntil(lambda: bool(self._tekstvelden()))
        self._tekstvelden()[0].setFocus()
        typ(GEHEIM["nota"])
        self.bediening.leg_vast()

    def vergader(self) -> None:
        """Type at the table what is said of it."""
        self._ga(Adres(scherm=Scherm.VERGADERINGEN, vergadering=self.vergadering, punt=self.punt))
        druk("F5", self.bediening.venster)
        blad = self.bediening.tafel.bediening().blad
        blad.besproken.setFocus()
        typ(GEHEIM["besproken"])
        self.bediening.leg_vast()

    def neem_in(self) -> str:
        """Take in a besloten PDF, read in a process of its own, and return its key."""
        self._ga(Adres(scherm=Scherm.VERGADERINGEN, vergadering=self.vergadering, punt=self.punt))
        ervoor = {stuk.id for stuk in self.store.stukken.all()}
        self.bediening.werkblad.stukken().ontvang([self._pdf()], Plaatsing(punt_id=self.punt, uitleg=""))
        self.wachter.waitUntil(lambda: len(self.store.stukken.all()) > len(ervoor))
        self._rust()
        (nieuw,) = {stuk.id for stuk in self.store.stukken.all()} - ervoor
        return nieuw

    def bereid_voor(self) -> None:
        """Prepare a question for the meeting, and make the sheet to print it."""
        set_voorbereiding(self.store, self.punt, eigenaar=NAAMLOOS, vraag=GEHEIM["vraag"])
        with tijdelijk_blad(self.store, self.store.opname(self.vergadering), NAAMLOOS, {}):
            self.tijdens = gevonden(self.store.map, Path(os.environ["TMPDIR"]))

    def lees(self, sleutel: str) -> None:
        """Read it, note something with it, and look for words in it."""
        self.bediening.sessie.voorkeuren.naam = NAAMLOOS
        self._ga(Adres(scherm=Scherm.LEZEN, vergadering=self.vergadering, stuk=sleutel))
        lezer = self.bediening.lezer.bediening()
        self.wachter.waitUntil(
            lambda: bool(lezer.scherm.actief and lezer.scherm.actief.sleutel == sleutel and lezer.scherm.actief.pagina)
        )
        lezer.scherm.actief.bladen.setFocus()  # type: ignore[union-attr]
        druk("N")
        typ(GEHEIM["notitie"])
        druk("Ctrl+Return")
        druk("Ctrl+Shift+F", self.bediening.venster)
        typ(GEHEIM["zoekwoord"])
        druk("Return")
        self._rust()
        self._ga(Adres(scherm=Scherm.ZOEKEN))
        self.bediening.lijsten.zoeken.veld.setFocus()
        typ(GEHEIM["pdf"])
        druk("Return")
        self._rust()

    def verstuur(self) -> None:
        """Begin an exchange, admit a colleague and make a bundle for her; then the set, on paper too."""
        bos = self.bediening.sessie.sleutels
        assert bos is not None
        if not self.store.uitwisseling.roosters():
            begin_rooster(self.store, bos, "BC Waterkant", self.store.personen.all()[0].id, "laptop")
        nieuw = Aanmelding(naam="Sanne", apparaatnaam="s2", sleutels=Sleutelbos.maak().openbaar)
        admit(self.store, bos, nieuw, self.store.personen.all()[1].id, Rol.SECRETARIS)
        make_bundel(self.store, bos, nieuw.sleutels.id, self.buiten / "voor Sanne.tkb")
        plan = assemble(self.store, self.vergadering, Doelgroep.LEDEN)
        eigen = self.buiten / "eigen"
        pdf = eigen / "set.pdf"  # where the user wants it: it may be read there
        write_pdf(plan, pdf, bestand=self.store.bestanden.open, cache=self.store.cache)
        geheim = eigen / "geheim.pdf"
        bladen = [nr for nr, tekst in enumerate(paginateksten(pdf)) if any(woord in tekst for woord in GEHEIM.values())]
        _laat_over(pdf, geheim, bladen)
        teken_op_printer(Printtaak(pdf=geheim, printer="", titel="set"), naar=eigen / "afdruk.pdf")

    def ga_mis(self) -> None:
        """Let the program fail by a bug, in the window and in the background; what it says holds a secret."""

        def fout(*_: object) -> None:
            raise RuntimeError(GEHEIM["fout"])

        sys.excepthook = Foutvanger(self.bediening.venster.balk)
        QTimer.singleShot(0, fout)
        self.bediening.sessie.jobs.start_job(Job(fout))
        self.wachter.waitUntil(lambda: "(TK-D11)" in self.bediening.venster.balk.tekst)
        self._rust()

    def bewaard(self) -> list[str]:
        """Return which secrets the werkmap holds, by name: in its rows, or in what can be found."""
        rijen = repr(self.store.rijen())
        return [naam for naam, woord in GEHEIM.items() if woord in rijen or self.store.zoekregister.zoek(woord)]

    def sterf(self) -> None:
        """Die while a paper is read: nothing is tidied."""
        self._ga(Adres(scherm=Scherm.VERGADERINGEN, vergadering=self.vergadering, punt=self.punt))
        self.bediening.werkblad.stukken().ontvang([self._pdf()], Plaatsing(punt_id=self.punt, uitleg=""))
        self.wachter.waitUntil(lambda: any(self.store.map.glob(".tk-*/**/*.pdf")))
        os._exit(9)

    def _pdf(self) -> Path:
        bron = self.buiten / "eigen" / f"{GEHEIM['bestandsnaam']}.pdf"
        bron.parent.mkdir(exist_ok=True)
        doek = Canvas(str(bron), pageCompression=0)
        doek.setTitle(GEHEIM["pdf"])
        for nummer in range(3):
            doek.drawString(72, 700, f"Bladzijde {nummer} over {GEHEIM['pdf']} en de {GEHEIM['zoekwoord']}.")
            doek.showPage()
        doek.save()
        return bron

    def _ga(self, adres: Adres) -> None:
        self.bediening.ga_naar(adres)
        self._rust()

    def _rust(self) -> None:
        self.wachter.waitUntil(lambda: not self.bediening.sessie.jobs._bezig)

    def _tekstvelden(self) -> list[RijkeTekst]:
        velden = self.bediening.venster.findChildren(RijkeTekst)
        return [veld for veld in velden if veld.isVisible() and not veld.isReadOnly()]


def _laat_over(bron: Path, doel: Path, bladen: Sequence[int]) -> None:
    """Write the pages of a set that hold a secret: what the printer gets of the others tells nothing."""
    assert bladen
    with pypdfium2.PdfDocument(bron) as alle, pypdfium2.PdfDocument.new() as enkele:
        enkele.import_pages(alle, list(bladen))
        enkele.save(doel)


def main(werkmap: Path, buiten: Path, *woorden: str) -> None:
    """Work, and lock; or die."""
    maak_app()
    sleutels = unlock_sleutels(werkmap, WACHTWOORD, nu=dit_moment())
    with open_venster(_bot(), werkmap, kluis_met(sleutels.kluissleutel)) as bediening:
        bediening.sessie.sleutels = sleutels
        bediening.venster.resize(1280, 800)
        bediening.venster.show()
        QTest.qWaitForWindowActive(bediening.venster)
        gang = Gang(bediening, buiten)
        if STERF in woorden:
            gang.sterf()
        gang.schrijf()
        gang.vergader()
        gang.lees(gang.neem_in())
        gang.bereid_voor()
        gang.verstuur()
        gang.ga_mis()
        sys.stdout.write(f"bewaard: {' '.join(gang.bewaard())}\ntijdens: {gang.tijdens}\n")
        bediening.opdrachten.acties["werkmap.vergrendelen"].trigger()
        assert QApplication.clipboard().text() == ""


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
