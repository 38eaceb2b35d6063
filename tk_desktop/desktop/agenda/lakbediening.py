"""Redacting a paper in the window: places are sought beside other work, marks are kept at once, the file when asked."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from tk_desktop.base.errors import TkError
from tk_desktop.base.progress import Progress
from tk_desktop.desktop.agenda.lakscherm import Lakscherm
from tk_desktop.desktop.pages.bladvraag import bladvraag
from tk_desktop.desktop.session.inzage import onthoud_inzage
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.session.terugregel import met_terug
from tk_desktop.domain.aantekening import Vlak
from tk_desktop.domain.geheimhouding import Inzagewijze
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.pack.lakken import (
    Lakproef,
    add_weglakkingen,
    drop_weglakkingen,
    keep_gelakt,
    marked_version,
    prepare_gelakt,
)
from tk_desktop.paper.bladtekst import Kader
from tk_desktop.paper.redaction_marks import marks_in, marks_over_personal_data, marks_over_words
from tk_desktop.paper.signatures import marks_over_signatures
from tk_desktop.store.weglakkingen import known_lakgronden
from tk_desktop.store.werkmap import Store

Plekken = Sequence[Sequence[Vlak]]


class Lakbediening(QObject):
    """Wires redacting the newest version of one paper; raises ``NietsTeLakken`` when it has no pages."""

    def __init__(self, sessie: Sessie, stuk_id: str, ouder: QWidget) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._stuk = sessie.store.stukken.get(stuk_id)
        self._versie = marked_version(sessie.store, stuk_id)
        self._bron = sessie.store.bestanden.open(self._versie.paginabestand)
        self._uitkomst = ""
        gronden = list(known_lakgronden().values())
        self.scherm = Lakscherm(self._stuk.titel, self._versie.paginas, bladvraag(sessie, self._bron), gronden, ouder)
        self.scherm.getrokken.connect(self._lak_vlak)
        self.scherm.gezocht.connect(self._lak_woorden)
        self.scherm.gegevens_gevraagd.connect(self._lak_gegevens)
        self.scherm.verwijderd.connect(self._verwijder)
        self.scherm.maken_gevraagd.connect(self._maak)
        met_terug(self.scherm, sessie).veranderd.connect(self._toon)
        self.scherm.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setParent(self.scherm)

    def open(self) -> None:
        """Show the window with the marks there are."""
        opname = self._sessie.store.opname(self._stuk.vergadering_id)
        onthoud_inzage(self._sessie, opname, self._stuk.id, Inzagewijze.GELEZEN)
        self.scherm.open()
        self._toon()

    def _toon(self) -> None:
        store = self._sessie.store
        merken = store.weglakkingen.van_versie(self._versie.id)
        som = store.gelakten.voor_iedereen([self._stuk.id]).get(self._stuk.id)
        if som and not merken:
            stand = "In dit stuk is niets gelakt: u hebt het hele stuk vrijgegeven voor ambtenaren en publiek."
        elif som:
            stand = self._uitkomst or "De gelakte versie is gemaakt en nagekeken: ambtenaren en publiek krijgen die."
        elif som is not None and not merken:
            stand = "Er is niets meer gelakt. Tot u het hele stuk vrijgeeft, gaat het in geen openbare set."
        elif merken:
            stand = "De gelakte versie moet nog worden gemaakt; tot dan gaat dit stuk in geen openbare set."
        else:
            stand = "In dit stuk is niets gelakt: iedereen krijgt het zoals het binnenkwam."
        self.scherm.toon(merken, stand, vrijgeven=som is not None and not merken)

    def _zoek_plekken(self, zoek: Callable[[], Plekken], grond: str, niets: str) -> None:
        def werk(progress: Progress) -> Plekken:
            progress.step("Bladzijden lezen", 0, 1)
            return zoek()

        self.scherm.meld("De bladzijden worden gelezen…")
        self._sessie.op_achtergrond(werk, partial(self._lak, grond, niets), met_store=False, mislukt=self._mislukt)

    def _lak_vlak(self, pagina: int, kader: Kader, grond: str) -> None:
        self._zoek_plekken(partial(marks_in, self._bron, pagina, kader), grond, "")

    def _lak_woorden(self, woorden: str, grond: str) -> None:
        niets = f"‘{woorden}’ staat niet in dit stuk."
        self._zoek_plekken(partial(marks_over_words, self._bron, woorden), grond, niets)

    def _lak_gegevens(self, grond: str) -> None:
        bron = self._bron
        niets = "In dit stuk zijn geen persoonsgegevens of handtekeningen herkend. Namen herkent het programma niet."

        def zoek() -> Plekken:
            return [*(vlakken for _, vlakken in marks_over_personal_data(bron)), *marks_over_signatures(bron)]

        self._zoek_plekken(zoek, grond, niets)

    def _lak(self, grond: str, niets: str, plekken: Plekken) -> None:
        if not plekken:
            self._toon()
            self.scherm.meld(niets)
            return
        store, nu = self._sessie.store, self._sessie.nu()
        self._uitkomst = ""
        self._sessie.doe(
            "Weglakken",
            lambda: add_weglakkingen(store, self._stuk.id, plekken, grond, nu, wie=self._sessie.voorkeuren.naam),
        )

    def _verwijder(self, ids: Sequence[str]) -> None:
        self._uitkomst = ""
        self._sessie.doe("Weglakking weghalen", lambda: drop_weglakkingen(self._sessie.store, ids))

    def _maak(self) -> None:
        stuk_id = self._stuk.id

        def werk(store: Store, progress: Progress) -> Lakproef:
            return prepare_gelakt(store, stuk_id, progress)

        self.scherm.maken.setEnabled(False)
        self.scherm.meld("De gelakte versie wordt gemaakt en nagekeken…")
        self._sessie.op_achtergrond(werk, self._bewaar, mislukt=self._mislukt)

    def _bewaar(self, proef: Lakproef) -> None:
        self.scherm.maken.setEnabled(True)
        zinnen = ["De gelakte versie is gemaakt en nagekeken: ambtenaren en publiek krijgen die."]
        if proef.uitkomst.afgebeeld:
            zinnen.append(f"Als beeld, omdat dat zekerder is: blz. {opsomming(map(str, proef.uitkomst.afgebeeld))}.")
        if proef.uitkomst.nog_te_lezen:
            zinnen.append(f"⚠ Dezelfde woorden staan nog op blz. {opsomming(map(str, proef.uitkomst.nog_te_lezen))}.")
        self._uitkomst = " ".join(zinnen)
        self._sessie.doe("Gelakte versie maken", lambda: keep_gelakt(self._sessie.store, proef))

    def _mislukt(self, fout: TkError) -> None:
        self.scherm.maken.setEnabled(True)
        self.scherm.meld(fout.zin)
