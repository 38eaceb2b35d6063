"""What the screen with acties and toezeggingen does."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tk_desktop.base.progress import Progress
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.bestandsvraag import vraag_bestand
from tk_desktop.desktop.parts.commands import laad
from tk_desktop.desktop.session.inzage import kopiemaker
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.desktop.sitting.actie_velden import Actievelden
from tk_desktop.desktop.sitting.acties_scherm import Actiescherm, Weergave
from tk_desktop.desktop.sitting.actievorm import Actievorm
from tk_desktop.desktop.sitting.verslaglink import adres_van_blad
from tk_desktop.domain.actie import Actie, Actiestaat
from tk_desktop.domain.actielijst import Actiepost
from tk_desktop.domain.geheimhouding import Inzagewijze
from tk_desktop.minutes.actielijst import list_acties
from tk_desktop.minutes.acties import edit_actie, remove_acties, set_staten, take_losse_regel, tell_stand
from tk_desktop.minutes.kopieen import log_actielijst
from tk_desktop.minutes.terugkomst import bring_back, likely_return, tie_back
from tk_desktop.minutes.verslagblad import find_verslagblad

_NIET_IN_NAAM = re.compile(r'[\\/:*?"<>|]+')
Vraag = Callable[[QWidget, str, Path, str], Path | None]
"""Asks where a file is put: over which window, in which words, under which name and of what kind."""


class Actiebediening(QObject):
    """Wires the screen to the use cases; ``gekozen`` tells the ``Adres`` of an item to go to.

    ``kies`` asks for a file.
    """

    gekozen = Signal(object)

    def __init__(self, sessie: Sessie, *, kies: Vraag = vraag_bestand) -> None:
        self.blad = Actiescherm(date.today)
        super().__init__(self.blad)
        self._sessie = sessie
        self.kies = kies
        self._acties: dict[str, Actie] = {}
        self.blad.ingevoerd.connect(self._voer_in)
        self.blad.afgevinkt.connect(self._vink)
        self.blad.verplaatst.connect(self._verplaats)
        self.blad.gewijzigd.connect(self._wijzig)
        self.blad.gemeld.connect(self._meld)
        self.blad.naar_punt.connect(self._naar_punt)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what the commands of this screen do."""
        return {
            "actie.nieuw": self.blad.nieuw.setFocus,
            "actie.verwijderen": self._verwijder,
            "actie.naar": self._naar,
            "actie.verslag": self._naar_verslag,
            "actie.terug": self._zet_terug,
            **{f"actie.als-{nr}": partial(self._kijk_als, een) for nr, een in enumerate(Weergave, 1)},
            **{f"actie.{vorm.name.lower()}": partial(self._schrijf, vorm) for vorm in Actievorm},
        }

    def herlaad(self) -> None:
        """Show the actions as they stand now."""
        posten = list_acties(self._sessie.store)
        self._acties = {post.actie.id: post.actie for post in posten}
        self.blad.toon(posten)

    def _voer_in(self, regel: str) -> None:
        store = self._sessie.store

        def klaar(actie: Actie) -> None:
            self.blad.nieuw.clear()
            self.blad.kies(actie.id)

        self._sessie.doe("Actie toevoegen", lambda: take_losse_regel(store, regel, op=date.today()), daarna=klaar)

    def _vink(self, ids: Sequence[str], klaar: bool) -> None:
        staat = Actiestaat.GEDAAN if klaar else Actiestaat.OPEN
        self._sessie.doe(
            _naam("afronden" if klaar else "weer openen", len(ids)),
            lambda: set_staten(self._sessie.store, ids, staat, op=date.today()),
            melding=_melding("afgerond" if klaar else "weer open", len(ids)),
        )

    def _kijk_als(self, weergave: Weergave) -> None:
        self.blad.weergave.setCurrentIndex(self.blad.weergave.findData(weergave))

    def _verplaats(self, id_: str, staat: Actiestaat) -> None:
        self._sessie.doe(
            f"Actie: {staat.value}",
            lambda: set_staten(self._sessie.store, [id_], staat, op=date.today()),
            melding=_melding(staat.value, 1),
        )

    def vraag_printer(self) -> None:
        """Ask on which printer the list goes, as it is shown."""
        self.blad.leg_vast()
        if not self.blad.getoond:
            self._sessie.gemeld.emit("Er staat niets in de lijst om af te drukken.", False)
            return
        venster = laad("pages.bladafdruk").Bladafdruk(
            "Actielijst afdrukken",
            laad("parts.printer").vind_printers(),
            self.blad.window(),
            wat="De lijst zoals u haar ziet.",
        )
        venster.gekozen.connect(self.druk_af)
        venster.open()

    def druk_af(self, printer: str) -> None:
        """Print what the list shows; nothing of it stays on this computer."""
        posten, van, op, per = self.blad.getoond, self.blad.van, date.today(), self.blad.indeling
        stijl, cache = self._huisstijl(posten), self._sessie.store.cache
        self._onthoud(posten, Inzagewijze.AFGEDRUKT)

        def werk(progress: Progress) -> str:
            blad = laad("sitting.actiebestand").tijdelijk_blad(posten, cache, op=op, huisstijl=stijl, wie=van, per=per)
            pers = laad("parts.printer")
            with blad as pdf:
                pers.druk_af(pers.Printtaak(pdf=pdf, printer=printer, titel="Actielijst"), progress)
            return printer

        self._sessie.op_achtergrond(werk, self._afgedrukt, met_store=False)

    def _afgedrukt(self, printer: str) -> None:
        self._sessie.gemeld.emit(f"De actielijst gaat naar {printer}.", False)

    def _wijzig(self, id_: str, velden: Actievelden) -> None:
        was = self._acties[id_].besloten
        self._sessie.doe(
            "Actie wijzigen",
            lambda: edit_actie(
                self._sessie.store,
                id_,
                tekst=velden.tekst,
                door=velden.door,
                voor=velden.voor,
                soort=velden.soort,
                portefeuillehouder=velden.portefeuillehouder,
                besloten=velden.besloten,
            ),
            samen=f"actie {id_}",
        )
        if velden.besloten and not was and not self.blad.besloten.isChecked():
            self._sessie.gemeld.emit("De actie is besloten: u ziet haar met ‘Ook besloten’.", True)

    def _meld(self, id_: str, tekst: str) -> None:
        self._sessie.doe("Bericht bij een actie", lambda: tell_stand(self._sessie.store, id_, tekst, op=date.today()))

    def _verwijder(self) -> None:
        ids = self.blad.gekozen
        if ids:
            self._sessie.doe(
                _naam("verwijderen", len(ids)),
                lambda: remove_acties(self._sessie.store, ids),
                melding=_melding("verwijderd", len(ids)),
            )

    def _naar(self) -> None:
        if self.blad.huidig is not None:
            self._naar_punt(self.blad.huidig.id)

    def _naar_verslag(self) -> None:
        """Go to the page of the verslag that holds the sentence from which the action comes (I8)."""
        actie = self.blad.huidig
        if actie is None:
            return
        blad = None
        if actie.vergadering_id is not None:
            blad = find_verslagblad(self._sessie.store, actie.vergadering_id, actie.oorsprong, actie.tekst)
        if blad is None:
            self._sessie.gemeld.emit("Deze actie staat in geen verslag dat bij een latere vergadering ligt.", False)
            return
        self.blad.leg_vast()
        self.gekozen.emit(adres_van_blad(blad))

    def _zet_terug(self) -> None:
        """Let the action come back as an item of the next meeting; what seems to be it already is asked about (I3)."""
        actie = self.blad.huidig
        if actie is None:
            return
        self.blad.leg_vast()
        terug = likely_return(self._sessie.store, actie.id)
        if terug is None:
            self._nieuw_punt(actie.id)
            return
        self._sessie.balk.meld(
            f"Dit lijkt al op de agenda te staan: {terug.waar}, ‘{terug.punt.titel}’.",
            [
                (f"Koppelen aan punt {terug.nummer}", partial(self._koppel, actie.id, terug.punt.id)),
                ("Toch een nieuw punt", partial(self._nieuw_punt, actie.id)),
                ("Annuleren", self._sessie.balk.hide),
            ],
        )

    def _nieuw_punt(self, actie_id: str) -> None:
        self._sessie.doe(
            "Actie terug op de agenda",
            lambda: bring_back(self._sessie.store, actie_id),
            melding="De actie staat als punt op de volgende agenda.",
        )

    def _koppel(self, actie_id: str, punt_id: str) -> None:
        self._sessie.doe(
            "Actie koppelen aan een punt",
            lambda: tie_back(self._sessie.store, actie_id, punt_id),
            melding="De actie is aan het punt gekoppeld.",
        )

    def _naar_punt(self, id_: str) -> None:
        actie = self._acties[id_]
        if actie.vergadering_id is not None and actie.agendapunt_id is not None:
            self.blad.leg_vast()
            self.gekozen.emit(
                Adres(scherm=Scherm.VERGADERINGEN, vergadering=actie.vergadering_id, punt=actie.agendapunt_id)
            )

    def _schrijf(self, vorm: Actievorm) -> None:
        """Write what the list shows: what is filtered away does not go along."""
        self.blad.leg_vast()
        posten = self.blad.getoond
        if not posten:
            self._sessie.gemeld.emit("Er staat niets in de lijst om weg te schrijven.", False)
            return
        van, op, per = self.blad.van, date.today(), self.blad.indeling
        voorkeuren = self._sessie.voorkeuren
        map_ = Path(voorkeuren.uitvoermap or Path.home())
        doel = self.kies(
            self.blad.window(), "Waar komt de actielijst?", map_ / _bestandsnaam(posten, van, vorm), vorm.soort
        )
        if doel is None:
            return
        voorkeuren.uitvoermap = str(doel.parent)
        stijl = self._huisstijl(posten)
        self._onthoud(posten, Inzagewijze.BESTAND)

        def werk(_: Progress) -> Path:
            return Path(
                laad("sitting.actiebestand").write_acties(posten, doel, vorm, op=op, huisstijl=stijl, wie=van, per=per)
            )

        self._sessie.op_achtergrond(werk, self._geschreven, met_store=False)

    def _onthoud(self, posten: Sequence[Actiepost], wat: Inzagewijze) -> None:
        """Write down that a list with what is besloten is made, before it is (J13)."""
        if (maker := kopiemaker(self._sessie)) is not None:
            log_actielijst(self._sessie.store, posten, maker("actielijst"), wat=wat)

    def _huisstijl(self, posten: Sequence[Actiepost]) -> str:
        """Return the house style of the body of which all actions are; the neutral one when there are more."""
        gremia = {post.actie.gremium_id for post in posten}
        return self._sessie.store.gremia.get(gremia.pop()).huisstijl if len(gremia) == 1 else "neutraal"

    def _geschreven(self, pad: Path) -> None:
        self._sessie.gemeld.emit(f"De actielijst is bewaard als ‘{pad.name}’.", False)


def _bestandsnaam(posten: Sequence[Actiepost], van: str, vorm: Actievorm) -> str:
    """Return the name of the file: whose list it is, of what day, and whether it holds what is not for everybody."""
    wie = f" {_NIET_IN_NAAM.sub('-', van)}" if van else ""
    dicht = " (besloten)" if any(post.besloten for post in posten) else ""
    return f"Actielijst{wie} {date.today().isoformat()}{dicht}{vorm.value}"


def _naam(woord: str, aantal: int) -> str:
    return f"Actie {woord}" if aantal == 1 else f"Acties {woord}"


def _melding(woord: str, aantal: int) -> str:
    return f"De actie is {woord}." if aantal == 1 else f"{aantal} acties zijn {woord}."
