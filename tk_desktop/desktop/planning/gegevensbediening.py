"""The facts in the window: of a meeting and who cannot come, of a body and its members."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTabWidget, QWidget

from tk_desktop.desktop.parts.adres import Adres
from tk_desktop.desktop.parts.palet import Keus, Kieslijst
from tk_desktop.desktop.planning.gremiumgegevens import Gremiumgegevens, Gremiumstand
from tk_desktop.desktop.planning.leden import LedenLijst
from tk_desktop.desktop.planning.vergadergegevens import Aanwezige, Vergadergegevens, Vergaderstand
from tk_desktop.desktop.session.dialoog import in_venster
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.gremium import Gremium
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.standaardpunt import Standaardpunt
from tk_desktop.domain.vergadering import Vergadering
from tk_desktop.meeting.gremia import choose_huisstijl, gremia_by_use, known_huisstijlen, write_gremium
from tk_desktop.meeting.jaarkalender import dubbele_boekingen
from tk_desktop.meeting.leden import (
    Lid,
    add_lid,
    hand_over_set,
    leden_van,
    report_absence_of,
    withdraw_absence_of,
    write_lid,
)
from tk_desktop.meeting.standaardpunten import choose_standaardpunten, standaardpunten_van
from tk_desktop.meeting.vergaderingen import change_vergadering


class Gegevensbediening(QObject):
    """Wires the facts of the open meeting and of its body."""

    def __init__(
        self, sessie: Sessie, opname: Callable[[], Momentopname], ouder: QWidget, vandaag: Callable[[], date]
    ) -> None:
        super().__init__(ouder)
        self._sessie = sessie
        self._store = sessie.store
        self._opname = opname
        self._ouder = ouder
        self._vandaag = vandaag

    def toon_vergadering(self, waar: str = "") -> None:
        """Show the facts of the open meeting, and who cannot come; at the field of a finding when it is named."""
        id_ = self._opname().vergadering.id
        blad = Vergadergegevens(lambda: self._vergaderstand(id_), self._vandaag)
        self._sessie.veranderd.connect(blad.reload)

        def wijzig(nieuw: Vergadering) -> None:
            self._sessie.doe("Vergadering wijzigen", lambda: change_vergadering(self._store, id_, lambda _: nieuw))
            blad.reload()  # also after a refusal: the form shows what holds

        def meld_af(lid_id: str, afwezig: bool) -> None:
            werk = report_absence_of if afwezig else withdraw_absence_of
            self._sessie.doe("Afmelding", lambda: werk(self._store, id_, lid_id))

        blad.gewijzigd.connect(wijzig)
        blad.afgemeld.connect(meld_af)
        if waar:
            blad.setFocusProxy(blad.veld_van(waar))
        in_venster(blad, "Gegevens van de vergadering", self._ouder, self._sessie)

    def draag_over(self) -> None:
        """Note that a substitute has the set of who cannot come, or has it no more (A15)."""
        id_ = self._opname().vergadering.id
        namen = {persoon.id: persoon.naam for persoon in self._store.personen.all()}
        leden = {lid.lidmaatschap.id: lid.naam for lid in leden_van(self._store, self._opname().gremium.id)}
        paren = {
            afmelding.id: (afmelding, leden.get(afmelding.lid_id, ""), namen.get(afmelding.vervanger_id or "", ""))
            for afmelding in self._store.afmeldingen.van_vergadering(id_)
        }
        keuzes = [
            Keus(
                sleutel=sleutel,
                tekst=f"{vervanger}, voor {lid}",
                rechts="heeft de set" if afmelding.set_overgedragen else "",
                icoon="send",
            )
            for sleutel, (afmelding, lid, vervanger) in paren.items()
            if vervanger
        ]
        if not keuzes:
            self._sessie.gemeld.emit("Er is niemand afgemeld voor wie een vervanger komt.", False)
            return
        lijst = Kieslijst("Set overdragen aan een vervanger", "Typ een naam", self._ouder)

        def doe(sleutel: str) -> None:
            afmelding, lid, vervanger = paren[sleutel]
            nu_wel = not afmelding.set_overgedragen
            self._sessie.doe(
                "Set overdragen" if nu_wel else "Set niet overgedragen",
                lambda: hand_over_set(self._store, sleutel, overgedragen=nu_wel),
                melding=f"{vervanger} heeft de set van {lid}." if nu_wel else f"{vervanger} heeft de set niet.",
            )

        lijst.gekozen.connect(doe)
        lijst.finished.connect(lijst.deleteLater)
        lijst.open_met(lambda: keuzes)

    def toon_gremium(self) -> None:
        """Show the members, deadlines and standing items of a body: of the open meeting, else one to choose."""
        hier = Adres.lees(self._sessie.plek()).vergadering
        gremia = gremia_by_use(self._store)
        if hier:
            self._toon_gremium(self._store.vergaderingen.get(hier).gremium_id)
        elif len(gremia) == 1:
            self._toon_gremium(gremia[0].id)
        elif gremia:
            lijst = Kieslijst("Leden van welk gremium?", "Typ een gremium", self._ouder)
            lijst.gekozen.connect(self._toon_gremium)
            lijst.finished.connect(lijst.deleteLater)
            lijst.open_met(lambda: [Keus(sleutel=gremium.id, tekst=gremium.naam) for gremium in gremia])
        else:
            self._sessie.gemeld.emit("Er is nog geen gremium. Maak eerst een vergadering (Ctrl+Shift+N).", False)

    def _toon_gremium(self, gremium_id: str) -> None:
        tabs = QTabWidget()
        tabs.setAccessibleName("Over het gremium")
        tabs.tabBar().setAccessibleName("Over het gremium")
        leden = self._ledenblad(gremium_id)
        tabs.addTab(leden, "Leden")
        tabs.setFocusProxy(leden.nieuw)
        tabs.addTab(self._gremiumblad(gremium_id), "Termijnen en vaste punten")
        in_venster(tabs, self._store.gremia.get(gremium_id).naam, self._ouder, self._sessie)

    def _vergaderstand(self, id_: str) -> Vergaderstand:
        vergadering = self._store.vergaderingen.get(id_)
        personen = self._store.personen.all()
        namen = {persoon.id: persoon.naam for persoon in personen}
        afwezig = {afmelding.lid_id: afmelding for afmelding in self._store.afmeldingen.van_vergadering(id_)}
        vervangers = {lid_id: namen.get(afmelding.vervanger_id or "", "") for lid_id, afmelding in afwezig.items()}
        overgedragen = {lid_id for lid_id, afmelding in afwezig.items() if afmelding.set_overgedragen}
        return Vergaderstand(
            vergadering=vergadering,
            personen=personen,
            waarschuwingen=dubbele_boekingen(self._store, vergadering),
            leden=[
                Aanwezige(
                    lid_id=lid.lidmaatschap.id,
                    naam=lid.naam,
                    afwezig=lid.lidmaatschap.id in afwezig,
                    vervanger=vervangers.get(lid.lidmaatschap.id, ""),
                    heeft_set=lid.lidmaatschap.id in overgedragen,
                )
                for lid in leden_van(self._store, vergadering.gremium_id, vergadering.datum)
            ],
        )

    def _ledenblad(self, gremium_id: str) -> LedenLijst:
        blad = LedenLijst(lambda: leden_van(self._store, gremium_id), self._vandaag)
        self._sessie.veranderd.connect(blad.reload)

        def wijzig(lid: Lid) -> None:
            self._sessie.doe("Lid wijzigen", lambda: write_lid(self._store, lid), samen=f"lid {lid.lidmaatschap.id}")
            blad.reload()  # also after a refusal: the form shows what holds

        def voeg_toe(naam: str) -> None:
            self._sessie.doe(
                "Lid toevoegen",
                lambda: add_lid(self._store, gremium_id, naam),
                daarna=lambda lid: blad.kies(lid.lidmaatschap.id),
            )

        blad.toegevoegd.connect(voeg_toe)
        blad.gewijzigd.connect(wijzig)
        return blad

    def _gremiumblad(self, gremium_id: str) -> Gremiumgegevens:
        def stand() -> Gremiumstand:
            punten = standaardpunten_van(self._store, gremium_id)
            return Gremiumstand(
                gremium=self._store.gremia.get(gremium_id), standaardpunten=punten, huisstijlen=known_huisstijlen()
            )

        blad = Gremiumgegevens(stand)
        self._sessie.veranderd.connect(blad.reload)

        def wijzig(gremium: Gremium) -> None:
            self._sessie.doe(
                "Gremium wijzigen", lambda: write_gremium(self._store, gremium), samen=f"gremium {gremium_id}"
            )
            blad.reload()

        def kies(punten: Sequence[Standaardpunt]) -> None:
            self._sessie.doe(
                "Vaste punten kiezen",
                lambda: choose_standaardpunten(self._store, gremium_id, punten),
                samen=f"vaste punten {gremium_id}",
            )

        def kies_huisstijl(naam: str) -> None:
            self._sessie.doe("Huisstijl kiezen", lambda: choose_huisstijl(self._store, gremium_id, naam))

        blad.gewijzigd.connect(wijzig)
        blad.huisstijl_gekozen.connect(kies_huisstijl)
        blad.vaste_punten.connect(kies)
        return blad
