"""Notes of which the place in the newest version is to be looked at: gone to, accepted, put elsewhere (F12)."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from tk_desktop.desktop.reader.leeskamer import Leeskamer
from tk_desktop.desktop.reader.notitie_anker import anker_van_selectie
from tk_desktop.desktop.reader.notitie_woorden import citaat_van, kop_van_notitie
from tk_desktop.desktop.reader.notitielade import LEEG, UITLEG, Laderegel, Notitielade
from tk_desktop.desktop.reader.versieblik import Versieblik
from tk_desktop.desktop.reader.versiewoorden import reden_zin
from tk_desktop.desktop.session.sessie import Sessie
from tk_desktop.domain.aantekening import Aantekening, Anker, Soort
from tk_desktop.domain.leeslijst import is_na_te_kijken, is_ongeplaatst, papiernaam
from tk_desktop.reading.aantekeningen import confirm_plaatsen, put_aantekening
from tk_desktop.reading.plaatsen import reject_plaats

KIES = "Kies een aantekening die na te kijken is."


class Nakijkbediening(QObject):
    """Wires the tray (``lade``); the note that is chosen in it is the one that is chosen on the pages."""

    def __init__(self, sessie: Sessie, lezer: Leeskamer, versies: Versieblik) -> None:
        super().__init__(lezer.scherm)
        self._sessie = sessie
        self._store = sessie.store
        self._lezer = lezer
        self._versies = versies
        self._laatst = ""
        self.lade = Notitielade()
        self.lade.aangewezen.connect(self._wijs_aan)
        self.lade.gekozen.connect(self._ga_naar)
        self.lade.bevestigd.connect(self._bevestig)
        self.lade.afgewezen.connect(self._wijs_af)
        self.lade.plaatsen_gevraagd.connect(self._plaats)
        self.lade.vorige_gevraagd.connect(self._toon_vorige)

    def opdrachten(self) -> dict[str, Callable[[], None]]:
        """Return what each command does."""
        return {
            "versie.nakijken": self.open,
            "versie.klopt": self._bevestig_hier,
            "versie.plaats-hier": self._plaats_hier,
        }

    def open(self) -> None:
        """Show the tray with the keyboard in it, and go to its first note."""
        self.reload()
        self.lade.kies_een()
        self._lezer.scherm.toon_rechts(self.lade)

    def reload(self) -> None:
        """Look again which notes are to be looked at; those that were not found come first."""
        alle = [een for een in self._lezer.notities.alle if een.eigenaar == self._lezer.lezer]
        weg = [een for een in alle if is_ongeplaatst(een)]
        self.lade.toon([self._regel(een) for een in (*weg, *filter(is_na_te_kijken, alle))])
        self._volg_bladen()
        aantal = len(weg) + sum(map(is_na_te_kijken, alle))
        self._lezer.scherm.noem_rechts(self.lade, f"Nakijken ({aantal})" if aantal else "Nakijken")

    def _volg_bladen(self) -> None:
        """Choose in the tray what was chosen on the pages since; who lets go there keeps what lies ready here."""
        gekozen = self._lezer.notities.gekozen
        if gekozen is not None and gekozen.id != self._laatst:
            self.lade.kies(gekozen.id)
        self._laatst = gekozen.id if gekozen is not None else ""

    def _wijs_aan(self, id_: str) -> None:
        """Choose a note on the pages too, and bring it into view there; the keyboard stays in the tray."""
        self._laatst = id_
        self._lezer.notities.kies(id_)
        een, blad = self._met_id(id_), self._lezer.actief()
        if een is not None and blad is not None and blad.sleutel == een.papier:
            self._lezer.notities.toon_op(blad, id_)

    def _regel(self, een: Aantekening) -> Laderegel:
        stond, staat = een.gemaakt_op, een.plaats
        if stond is None or staat is None:
            raise AssertionError("wat nagekeken wordt heeft een plaats")
        gevonden = is_na_te_kijken(een)
        vorige = self._versies.naam(een.papier, stond.versie) if self._versies.heeft_bladen(stond.versie) else ""
        return Laderegel(
            id=een.id,
            papier=papiernaam(self._lezer.plan(), een.papier) or "Stuk dat er niet meer is",
            kop=kop_van_notitie(een),
            citaat=" ".join(stond.citaat.split()),
            pagina=stond.pagina,
            reden=reden_zin(staat, een.soort),
            gevonden=gevonden,
            nu=citaat_van(een) if gevonden and staat.anker.eind else "",
            nu_pagina=staat.anker.pagina if gevonden else 0,
            vorige=vorige,
        )

    def _met_id(self, id_: str) -> Aantekening | None:
        return next((een for een in self._lezer.notities.alle if een.id == id_), None)

    def _ga_naar(self, id_: str) -> None:
        self._lezer.notities.ga_naar(id_)

    def _bevestig(self, id_: str) -> None:
        self._sessie.doe(
            "Plaats van een aantekening bevestigen",
            lambda: confirm_plaatsen(self._store, [id_]),
            melding="De aantekening staat op haar plaats.",
            daarna=self._naar_volgende,
        )

    def _naar_volgende(self, _: object) -> None:
        """Show the page of the note that is next in the tray; who works in the tray goes on there."""
        in_lade = self.lade.isAncestorOf(focus) if (focus := QApplication.focusWidget()) is not None else False
        if self.lade.huidig:
            self._ga_naar(self.lade.huidig)
        if in_lade:
            self.lade.setFocus()

    def _wijs_af(self, id_: str) -> None:
        self._sessie.doe(
            "Plaats van een aantekening afwijzen",
            lambda: reject_plaats(self._store, id_),
            melding="De aantekening ligt bij de niet teruggevonden.",
        )

    def _plaats(self, id_: str) -> None:
        een, blad = self._met_id(id_), self._lezer.actief()
        if een is None:
            return
        if blad is None or blad.sleutel != een.papier:
            self._lezer.lees(een.papier, een.plaats.anker.pagina if een.plaats else 0)
            self._sessie.gemeld.emit(UITLEG, False)
            return
        selectie = blad.lezen.selectie.selectie
        if selectie is None or not blad.versie:
            self._sessie.gemeld.emit(UITLEG, False)
            return
        anker = anker_van_selectie(selectie, blad.versie, blad.lezen.teksten.van)
        if een.soort is Soort.INKT:
            anker = _om_tekening(een, anker)
        blad.lezen.selectie.wis()
        self._sessie.doe(
            "Aantekening plaatsen",
            lambda: put_aantekening(self._store, id_, anker),
            melding="De aantekening staat op haar plaats.",
        )

    def _toon_vorige(self, id_: str) -> None:
        een = self._met_id(id_)
        if een is not None and een.gemaakt_op is not None:
            self._versies.toon_versie(een.papier, een.gemaakt_op.versie, een.gemaakt_op.pagina, id_)

    def _hier(self) -> str:
        """Return the note that is worked on: the one that is chosen, else the one that lies ready in the tray."""
        gekozen = self._lezer.notities.gekozen
        if gekozen is not None:
            return gekozen.id if is_ongeplaatst(gekozen) or is_na_te_kijken(gekozen) else ""
        return self.lade.huidig if self.lade.isVisible() else ""

    def _bevestig_hier(self) -> None:
        een = self._met_id(self._hier())
        if een is not None and is_na_te_kijken(een):
            self._bevestig(een.id)
        else:
            self._sessie.gemeld.emit(KIES, False)

    def _plaats_hier(self) -> None:
        if self._hier():
            self._plaats(self._hier())
        else:
            self._sessie.gemeld.emit(KIES if self.lade.aantal else LEEG, False)


def _om_tekening(een: Aantekening, anker: Anker) -> Anker:
    """Return the place of a drawing at words: as large as it was, from where they begin."""
    stond = een.gemaakt_op
    if stond is None or not stond.vlakken or not anker.vlakken:
        return anker
    oud, daar = stond.vlakken[0], anker.vlakken[0]
    vlak = replace(daar, x1=daar.x0 + oud.x1 - oud.x0, y0=daar.y1 - (oud.y1 - oud.y0))
    return Anker(versie=anker.versie, pagina=anker.pagina, begin=anker.begin, eind=anker.begin, vlakken=(vlak,))
