"""The notes of the set that is read: listed, gone through with F8, chosen, and written while one reads."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction
from PySide6.QtWidgets import QWidget

from tk_desktop.desktop.pages.papierblad import Papierblad
from tk_desktop.desktop.parts.focusdeur import zet_volgorde
from tk_desktop.desktop.reader.lezerblik import Lezerblik
from tk_desktop.desktop.reader.notitie_maken import Notitiemaker
from tk_desktop.desktop.reader.notitie_schrijven import Notitieschrijver
from tk_desktop.desktop.reader.notitie_wijzigen import Notitiewijziger
from tk_desktop.desktop.reader.notitie_woorden import merken_van, te_horen
from tk_desktop.desktop.reader.notitiedetail import Notitiedetail
from tk_desktop.desktop.reader.notitielijst import GEEN, LEEG, Notitielijst
from tk_desktop.desktop.reader.notitiepaneel import Notitiepaneel
from tk_desktop.desktop.reader.notitiestrook import Notitiestrook
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.aantekening import SECRETARIAAT, Aantekening, Soort
from tk_desktop.domain.leeslijst import is_gesteld, mag_lezen, op_volgorde, papiernaam, puntnummer
from tk_desktop.domain.notenstijl import Kleur

_MET_TEKST = {Soort.NOTITIE, Soort.VRAAG, Soort.BLADNOTITIE, Soort.PUNTNOTITIE}


class Notitiebediening(QObject):
    """Wires the list, the fields of the chosen note, the field on the page and the strip under the pages.

    ``paneel`` stands right of the pages, ``strook`` under them; ``getoond`` tells that the notes were looked at anew,
    ``langsgegaan`` that one goes from note to note, so that the list is to be seen.
    """

    getoond = Signal()
    langsgegaan = Signal()

    def __init__(self, sessie: Sessie, lezer: Lezerblik, vlak: QWidget, acties: Mapping[str, QAction]) -> None:
        super().__init__(vlak)
        self._sessie = sessie
        self._store = sessie.store
        self._lezer = lezer
        self._vlak = vlak
        self._alle: tuple[Aantekening, ...] = ()
        self._gekozen = ""
        self.lijst = Notitielijst()
        self.detail = Notitiedetail()
        self.strook = Notitiestrook(acties)
        self.wijzigen = Notitiewijziger(sessie)
        self.maker = Notitiemaker(sessie, lezer, vlak)
        self.schrijver = Notitieschrijver(sessie, lezer, self.wijzigen, vlak)
        self.paneel = Notitiepaneel(self.lijst, self.detail)
        self._verbind()
        self.strook.toon(sessie.voorkeuren.kleur)

    def _verbind(self) -> None:
        lijst, detail, wijzigen = self.lijst, self.detail, self.wijzigen
        lijst.gekozen.connect(self.ga_naar)
        lijst.aangewezen.connect(self.kies)
        lijst.keuze_gewijzigd.connect(self._vul_lijst)
        lijst.verwijderen_gevraagd.connect(self._verwijder)
        detail.tekst_getypt.connect(wijzigen.tekst)
        detail.labels_getypt.connect(wijzigen.labels)
        detail.kleur_gekozen.connect(wijzigen.kleur)
        detail.zicht_gekozen.connect(wijzigen.zicht)
        detail.stellen_gevraagd.connect(wijzigen.stel)
        detail.antwoord_getypt.connect(wijzigen.antwoord)
        self.maker.gemaakt.connect(self._gemaakt)
        self.strook.kleur_gekozen.connect(self._kies_kleur)

    @property
    def alle(self) -> tuple[Aantekening, ...]:
        """The notes of the set that may be read here, in the order of the set."""
        return self._alle

    @property
    def gekozen(self) -> Aantekening | None:
        """The note that was gone to."""
        return self._met_id(self._gekozen)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command on notes does."""
        maker = self.maker
        kleuren = {f"notitie.kleur-{nr}": partial(self._kies_kleur, kleur) for nr, kleur in enumerate(Kleur, 1)}
        return {
            "notitie.markeer": partial(maker.op_tekst, Soort.MARKERING),
            "notitie.onderstreep": partial(maker.op_tekst, Soort.ONDERSTREPING),
            "notitie.doorhaal": partial(maker.op_tekst, Soort.DOORHALING),
            "notitie.notitie": self._notitie,
            "notitie.vraag": partial(maker.met_tekst, Soort.VRAAG),
            "notitie.stellen": self._stel,
            "notitie.blad": maker.bij_blad,
            "notitie.punt": maker.bij_punt,
            "notitie.pen": self._wissel_pen,
            "notitie.bewerken": self._bewerk,
            "notitie.verwijderen": self._verwijder_gekozen,
            "notitie.volgende": partial(self._stap, 1),
            "notitie.vorige": partial(self._stap, -1),
            "notitie.alles": self.lijst.kies_alles,
            **kleuren,
        }

    def orden(self) -> None:
        """Let Tab go from the strip to the list and the fields, once all are in the window."""
        zet_volgorde(self.strook.laatste, *self.lijst.haltes, *self.detail.haltes)

    def volg(self, blad: Papierblad) -> None:
        """Listen to a paper that was opened."""
        self.maker.volg(blad)
        blad.lezen.inkt.gewisseld.connect(self.toon_pen)
        blad.lezen.merk_gekozen.connect(self.kies)
        blad.lezen.leeg_geklikt.connect(self.laat_los)
        blad.ontsnapt.connect(self._ontsnap)
        blad.ingegaan.connect(self._bewerk)

    def toon_pen(self) -> None:
        """Show whether one draws in the paper that is worked in."""
        blad = self._lezer.actief()
        self.strook.toon_pen(blad is not None and blad.lezen.inkt.aan)

    def reload(self) -> None:
        """Look at the notes again."""
        plan = self._lezer.plan()
        secretaris = self._sessie.inrichting.bereidt_voor
        van_hier = self._store.aantekeningen.van_vergadering(plan.opname.vergadering.id)
        mag = (een for een in van_hier if mag_lezen(een, self._lezer.lezer, secretaris=secretaris))
        self._alle = op_volgorde(mag, plan)
        if self.gekozen is None:
            self._gekozen = ""
        self.schrijver.neem(self._alle)
        self._toon()

    def toon_op(self, blad: Papierblad, naar: str = "") -> None:
        """Show the notes of a paper on its pages."""
        hier = [een for een in self._alle if een.papier == blad.sleutel]
        blad.toon_merken(merken_van(hier, blad.versie, self._gekozen, self._lezer.lezer), naar)

    def leg_vast(self) -> None:
        """Keep what is typed."""
        self.schrijver.leg_vast()
        self.detail.leg_vast()

    def ga_naar(self, id_: str) -> None:
        """Choose a note and show it on its page; the keyboard goes to the pages."""
        self.kies(id_)
        een = self.gekozen
        if een is None or een.plaats is None or not papiernaam(self._lezer.plan(), een.papier):
            return
        hier = self._lezer.bladen().get(een.papier)
        plaats = (een.in_versie(hier.versie) if hier is not None and hier.versie else None) or een.plaats
        al_daar = hier is not None and self._lezer.actief() is hier and hier.pagina
        self._lezer.lees(een.papier, 0 if al_daar else plaats.anker.pagina)
        blad = self._lezer.bladen().get(een.papier)
        if blad is not None:
            self.toon_op(blad, id_)

    def kies(self, id_: str) -> None:
        """Choose a note where one is, without going to it; an empty id lets go of the one that was."""
        if id_ != self._gekozen:
            self.leg_vast()
            self._gekozen = id_
            self._toon()

    def laat_los(self) -> None:
        """Choose no note any more."""
        self.schrijver.sluit()
        self.kies("")

    # what is made and written

    def _notitie(self) -> None:
        """Write in the note that is chosen; make one when words are selected or none is."""
        if self.gekozen is not None and not self.maker.heeft_selectie and self._is_eigen(self.gekozen):
            self._bewerk()
        else:
            self.maker.met_tekst(Soort.NOTITIE)

    def _wissel_pen(self) -> None:
        self.maker.wissel_pen()
        self.toon_pen()  # giving the command ticked it, also where there is no page to draw on

    def _gemaakt(self, een: Aantekening, samen: str) -> None:
        self.schrijver.sluit()
        self.kies(een.id)
        if een.soort in _MET_TEKST:
            self.schrijver.open(een, samen)

    def _bewerk(self) -> None:
        een = self.gekozen
        if een is not None and self._is_eigen(een):
            self.schrijver.open(een)

    def _stel(self) -> None:
        """Put the question that is chosen to the secretariat."""
        een = self.gekozen
        if een is not None and een.soort is Soort.VRAAG and self._is_eigen(een) and not is_gesteld(een):
            self.leg_vast()
            self.wijzigen.stel(een.id)
        else:
            self._sessie.gemeld.emit("Kies eerst een vraag van uzelf die nog niet is gesteld.", False)

    def _verwijder_gekozen(self) -> None:
        self._verwijder(self._gekozen)

    def _verwijder(self, id_: str) -> None:
        een = self._met_id(id_)
        if een is not None and self._is_eigen(een):
            self.schrijver.weg()
            self.wijzigen.verwijder(een)

    def _kies_kleur(self, kleur: Kleur) -> None:
        """Mark the selection in a colour, or give it to the note that is chosen; what is made later has it too."""
        self.maker.zet_kleur(kleur)
        self.strook.toon(kleur)
        self._sessie.voorkeuren.kleur = kleur
        een = self.gekozen
        if self.maker.heeft_selectie:
            self.maker.op_tekst(Soort.MARKERING)
        elif een is not None and self._is_eigen(een):
            self.wijzigen.kleur(een.id, kleur)
        else:
            self._sessie.gemeld.emit(f"Kleur: {kleur.value}.", False)

    def _is_eigen(self, een: Aantekening) -> bool:
        return een.eigenaar == self._lezer.lezer

    # what is chosen and shown

    def _stap(self, stap: int) -> None:
        """Go to the next or the previous of the notes that are shown, through the whole set (F8)."""
        self.schrijver.sluit()
        rij = [een.id for een in self.lijst.getoond]
        if not rij:
            self._sessie.gemeld.emit(GEEN if self._alle else LEEG, False)
            return
        plek = rij.index(self._gekozen) if self._gekozen in rij else -1 if stap > 0 else 0
        self.langsgegaan.emit()
        self.ga_naar(rij[(plek + stap) % len(rij)])
        een = self.gekozen
        if een is not None:
            woorden = f"{self.lijst.telling.text()}: {te_horen(een, self._kop(een), self._lezer.lezer)}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._vlak, woorden))

    def _ontsnap(self) -> None:
        """Put the pen away; else let go of the note that is chosen."""
        blad = self._lezer.actief()
        if blad is not None and blad.lezen.inkt.aan:
            self.maker.zet_pen(False)
        else:
            self.laat_los()

    def _toon(self) -> None:
        self._vul_lijst()
        labels = sorted({label for een in self._alle for label in een.labels})
        secretaris = self._sessie.inrichting.bereidt_voor
        self.detail.toon(
            self.gekozen, lezer=self._lezer.lezer, secretaris=secretaris, labels=labels, namen=self._namen()
        )
        self.paneel.verdeel()
        for blad in self._lezer.bladen().values():
            self.toon_op(blad)
        self.getoond.emit()

    def _vul_lijst(self) -> None:
        opname = self._lezer.plan().opname
        punten = [(punt.id, f"{opname.nummers[punt.id]} {punt.titel}") for punt in opname.agendapunten]
        self.lijst.toon(self._alle, naam=self._kop, punten=punten, lezer=self._lezer.lezer, gekozen=self._gekozen)

    def _kop(self, een: Aantekening) -> str:
        plan = self._lezer.plan()
        if een.soort is Soort.PUNTNOTITIE:
            nummer = puntnummer(plan.opname, een.agendapunt_id)
            return f"Punt {nummer}" if nummer else "Punt dat van de agenda is"
        return papiernaam(plan, een.papier) or "Stuk dat er niet meer is"

    def _namen(self) -> Sequence[str]:
        """Return with whom one may share: the secretariat, and the people of the body."""
        opname = self._lezer.plan().opname
        leden = {zetel.persoon_id for zetel in opname.leden}
        return [SECRETARIAAT, *sorted({persoon.naam for id_, persoon in opname.personen.items() if id_ in leden})]

    def _met_id(self, id_: str) -> Aantekening | None:
        return next((een for een in self._alle if een.id == id_), None)
