"""Every dialog that a command opens, each where it has something to say; and the commands that open none.

A new command stands in ``DIALOGEN`` or in ``ZONDER_DIALOOG``, or ``test_commands`` fails.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.desktop.venster import druk, toon_venster
from tests.intake.pakbouwers import AGENDA, een_pak
from tests.intake.pakbouwers import NOTA as PAKNOTA
from tests.intake.programmatekst import een_lezing
from tests.papier import a_paper
from tests.programmebouwers import maak_kerntaken, maak_programma
from tests.ux.noten import leg_op_woorden
from tests.zittingbouwers import een_presentie
from tk_desktop.desktop.agenda.pdfwachtwoord import PdfWachtwoord
from tk_desktop.desktop.bundels.busvraag import Buswachtwoord
from tk_desktop.desktop.bundels.papierblad import Papierblad, Papiervraag
from tk_desktop.desktop.bundels.vragen import Bundelvraag, Ondertekenvraag, Toelaatvraag, Vrijgeefvraag, Woordenblad
from tk_desktop.desktop.nota.advies_vraag import AdviesGeven, AdviesVraag
from tk_desktop.desktop.pages.bladafdruk import Bladafdruk
from tk_desktop.desktop.pages.bladkijker import Getekend
from tk_desktop.desktop.parts.adres import Adres, Scherm
from tk_desktop.desktop.parts.linkvraag import LinkVraag
from tk_desktop.desktop.parts.printer import Printer
from tk_desktop.desktop.planning.archiefscherm import Archiefscherm
from tk_desktop.desktop.planning.indelingbeheer import Indelingbeheer
from tk_desktop.desktop.planning.kalenderscherm import Kalenderscherm
from tk_desktop.desktop.planning.leerscherm import Leerscherm
from tk_desktop.desktop.planning.pakscherm import Pakscherm
from tk_desktop.desktop.planning.postscherm import Postscherm
from tk_desktop.desktop.planning.termijnvraag import Termijnvraag
from tk_desktop.desktop.planning.twijfellijst import Twijfellijst
from tk_desktop.desktop.programme.programmainname import Programmainname
from tk_desktop.desktop.reader.notitie_inname import Notitieinname
from tk_desktop.desktop.session.voorkeuren import Voorkeuren
from tk_desktop.desktop.sets.verzendlijst import Verzendvraag
from tk_desktop.desktop.sets.wie_krijgt_wat import WieKrijgtWat
from tk_desktop.desktop.shell.bediening import Bediening
from tk_desktop.desktop.shell.eerste_start import EersteStart
from tk_desktop.desktop.shell.wachtwoordvraag import Wachtscherm, Wachtwoordvraag
from tk_desktop.desktop.sitting.tafel_grenzen import Grensvraag
from tk_desktop.desktop.sitting.tafel_mensen import Volmachtvraag
from tk_desktop.desktop.text.opmerking_vraag import AntwoordVraag
from tk_desktop.domain.afspraak import Afspraak, ZonderDag
from tk_desktop.domain.besluit import Uitkomst
from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.dossier import Dossier
from tk_desktop.domain.naamgelijkenis import Naamvoorstel
from tk_desktop.intake.archief import Archiefregel, Archiefverslag, Lot
from tk_desktop.intake.bestanden import lees_stuk
from tk_desktop.intake.indeling import indelingen
from tk_desktop.intake.pak import lees_pak
from tk_desktop.intake.toevoegen import replace_stuk
from tk_desktop.meeting.aanhouden import set_aside, withdraw_punt
from tk_desktop.meeting.agenda import add_punt
from tk_desktop.meeting.kalenderinname import propose_calendar
from tk_desktop.meeting.leden import report_absence_of
from tk_desktop.meeting.vergaderingen import add_vergadering
from tk_desktop.minutes.acties import take_losse_regel
from tk_desktop.minutes.besluiten import record_besluit
from tk_desktop.minutes.geheimhouding import impose_geheimhouding
from tk_desktop.pack.bekijken_als import who_gets_what
from tk_desktop.pack.controleren import accept, check
from tk_desktop.paper.cache import Bladcache
from tk_desktop.paper.pakbladen import read_pak
from tk_desktop.programme.begroting import link_besluit
from tk_desktop.programme.overleg import add_route
from tk_desktop.store.geheimregels import known_geheimregels
from tk_desktop.store.selectielijst import known_selectielijst
from tk_desktop.store.werkmap import Store

PUNT, NOTA, BIJLAGE, ZONDER_TEKST = "punt-projectplan", "stuk-2a", "stuk-2a-bijlage-1", "stuk-9b"
NU = datetime.fromisoformat("2026-05-20T09:00:00+02:00")
Klaar = Callable[[QtBot, Bediening], None]
"""Brings the window where a command has something to ask."""


def vul_aan(werkmap: Path, map_: Path) -> None:
    """Give the sample what dialogs tell of: a meeting before and one after it, and what was done with its items."""
    voorkeuren = Voorkeuren(werkmap)
    voorkeuren.naam = "Roos van Dalen"
    voorkeuren.leg_vast()
    leg_op_woorden(werkmap, 2, "9b")
    with Store.open(werkmap) as store:
        hier = store.vergaderingen.all()[0]
        add_vergadering(store, hier.gremium_id, hier.datum + timedelta(days=30))
        eerder = add_vergadering(store, hier.gremium_id, hier.datum - timedelta(days=90))
        with store.transaction():
            store.vergaderingen.save(replace(eerder, begonnen=time(9, 30)))
        set_aside(store, add_punt(store, eerder.id, "Sluis bij Veenhoek").id, "De cijfers ontbreken nog")
        withdraw_punt(store, "punt-verhuizing", "Op verzoek van de gemeente")
        report_absence_of(store, hier.id, "lid-wiersinga")
        record_besluit(store, "punt-zwemfonds", Uitkomst.GEWIJZIGD, op=hier.datum, tekst="Het fonds te verdelen.")
        take_losse_regel(store, "Roos van Dalen: begroting nazien voor 4 maart", op=hier.datum)
        programma = maak_programma(store)
        maak_kerntaken(store, programma.id)
        eerste = store.programma.projecten.van(programma.id)[0]
        link_besluit(store, programma.id, "Besluit van het algemeen bestuur", projecten=[eerste.id])
        add_route(store, programma.id, "Begroting 2027", hier.datum)
        grond, orgaan = known_geheimregels().gronden[0].sleutel, known_geheimregels().organen[0]
        impose_geheimhouding(
            store,
            hier.gremium_id,
            "Schikking",
            grond=grond,
            orgaan=orgaan,
            op=hier.datum,
            agendapunten=["punt-besloten"],
        )
        bevinding = check(store, hier.id, NU.date())[-1]
        accept(store, hier.id, code=bevinding.code, waar=bevinding.waar, reden="Volgt", vandaag=NU.date(), moment=NU)
        pad = map_ / "Nieuwe bijlage.pdf"
        pad.write_bytes(a_paper(["Nieuwe cijfers over de klas."]))
        replace_stuk(store, BIJLAGE, lees_stuk(pad, Bladcache(map_ / "cache"), als_bestand=True), NU)


@contextmanager
def vol_venster(qtbot: QtBot, werkmap: Path, map_: Path) -> Iterator[Bediening]:
    """Give a window on a werkmap in which every dialog has something to say."""
    vul_aan(werkmap, map_)
    with toon_venster(qtbot, werkmap) as bediening:
        yield bediening


def open_dialoog(qtbot: QtBot, doe: Callable[[], object], kijk: Callable[[QDialog], None]) -> None:
    """Do what opens a dialog, look at it, and close it with Esc."""
    gezien: list[QDialog] = []
    wekker = QTimer()
    wekker.setInterval(5)

    def zie() -> None:
        dialoog, focus = _boven(), QApplication.focusWidget()
        if dialoog is None or focus is None or focus.window() is not dialoog:
            return  # not there yet, or the keyboard is not in it
        wekker.stop()
        gezien.append(dialoog)
        try:
            kijk(dialoog)
        finally:
            druk("Escape", dialoog.focusWidget() or dialoog)
            dicht = not dialoog.isVisible()
            dialoog.hide()
        assert dicht, f"Esc sluit ‘{dialoog.windowTitle()}’ niet"

    wekker.timeout.connect(zie)
    wekker.start()
    try:
        doe()
        qtbot.waitUntil(lambda: bool(gezien))
    finally:
        wekker.stop()
    qtbot.waitUntil(lambda: _boven() is None)


def _boven() -> QDialog | None:
    """Return the dialog on top: the one that holds the others off, else one beside the window."""
    naast = [een for een in QApplication.topLevelWidgets() if isinstance(een, QDialog) and een.isVisible()]
    boven = QApplication.activeModalWidget() or next(iter(naast), None)
    return boven if isinstance(boven, QDialog) and boven.isVisible() else None


# Where commands are given


def _vergadering(bediening: Bediening) -> str:
    return next(een.id for een in bediening.sessie.store.vergaderingen.all() if een.id == "vergadering-2026-06-04")


def _op(scherm: Scherm, punt: str = "", stuk: str = "") -> Klaar:
    def ga(_: QtBot, bediening: Bediening) -> None:
        eigen = scherm in (Scherm.VERGADERINGEN, Scherm.LEZEN, Scherm.TAFEL, Scherm.SET)
        vergadering = _vergadering(bediening) if eigen else ""
        bediening.ga_naar(Adres(scherm=scherm, vergadering=vergadering, punt=punt, stuk=stuk))

    return ga


_start = _op(Scherm.START)
_agenda = _op(Scherm.VERGADERINGEN, PUNT)
_acties = _op(Scherm.ACTIES)
_besluiten = _op(Scherm.BESLUITEN)
_programma = _op(Scherm.PROGRAMMA)


def _projectkaart(qtbot: QtBot, bediening: Bediening) -> None:
    """Choose a project on the board."""
    _programma(qtbot, bediening)
    bord = bediening.programma.blad.bord
    programma = bediening.sessie.store.programma
    bord.kies(programma.projecten.van(programma.programmas.all()[0].id)[0].id)


def _nota(qtbot: QtBot, bediening: Bediening) -> None:
    bediening.venster.activateWindow()  # as a window manager does when a dialog closes
    qtbot.waitUntil(bediening.venster.isActiveWindow)
    _op(Scherm.VERGADERINGEN, PUNT, NOTA)(qtbot, bediening)
    nota = bediening.werkblad.nota.nota
    secties = bediening.werkblad.opname().notas[NOTA].secties
    nota.editor.ga_naar(next(sectie.id for sectie in secties if sectie.kop == "Inleiding"))
    qtbot.waitUntil(lambda: bool(nota.taaltips.balk.tips))


def _stuk(qtbot: QtBot, bediening: Bediening) -> None:
    _op(Scherm.VERGADERINGEN, PUNT, BIJLAGE)(qtbot, bediening)


def _lezer(qtbot: QtBot, bediening: Bediening, stuk: str = ZONDER_TEKST) -> None:
    _op(Scherm.LEZEN, stuk=stuk)(qtbot, bediening)
    lezer = bediening.lezer.bediening()

    def is_er() -> bool:
        blad = lezer.actief()
        if blad is None or blad.sleutel != stuk or not blad.pagina:
            return False
        return blad.lezen.teksten.van(blad.pagina) is not None

    qtbot.waitUntil(is_er)


def _bevinding(qtbot: QtBot, bediening: Bediening) -> None:
    _agenda(qtbot, bediening)
    controle = bediening.werkblad.controle
    qtbot.waitUntil(lambda: bool(controle.model.bevindingen))
    controle.volgende()


def _zitting(qtbot: QtBot, bediening: Bediening, punt: str = PUNT) -> None:
    _op(Scherm.TAFEL, punt)(qtbot, bediening)
    if bediening.sessie.store.vergaderingen.get(_vergadering(bediening)).begonnen is None:
        bediening.opdrachten.acties["tafel.begin"].trigger()


DIALOGEN: dict[str, Klaar] = {
    "vergadering.nieuw": _start,
    "ga.naar": _start,
    "werkmap.openen": _start,
    "werkmap.beschermen": _start,
    "set.afdrukken": _agenda,
    "set.verzendlijst": _agenda,
    "tekst.koppeling": _nota,
    "tekst.wetsartikel": _nota,
    "tekst.invulplek": _nota,
    "taal.alle": _nota,
    "beeld.naam": _start,
    "punt.uitsluiten": _agenda,
    "punt.aanhouden": _agenda,
    "punt.verder": _agenda,
    "punt.intrekken": _agenda,
    "punt.inplannen": _agenda,
    "punt.afgevoerd": _agenda,
    "punt.terugzetten": _agenda,
    "agenda.versies": _agenda,
    "opmerking.nieuw": _agenda,
    "vergadering.eigenschappen": _agenda,
    "gremium.leden": _agenda,
    "vergadering.overdragen": _agenda,
    "controle.aanvaarden": _bevinding,
    "controle.beoordelingen": _bevinding,
    "nota.nieuw": _agenda,
    "nota.overnemen": _agenda,
    "nota.versies": _nota,
    "nota.sjabloon": _nota,
    "nota.adviezen": _nota,
    "stuk.toevoegen": _agenda,
    "stuk.vervangen": _stuk,
    "stuk.versies": _stuk,
    "stuk.verplaatsen": _stuk,
    "stuk.soort": _stuk,
    "stuk.tabellen": _stuk,
    "stuk.lakken": _stuk,
    "stuk.toegankelijk": _stuk,
    "stuk.prullenbak": _agenda,
    "lezen.bladwijzer-naam": _lezer,
    "notitie.vragen": _lezer,
    "notitie.bewaren": _lezer,
    "notitie.exporteren": _lezer,
    "notitie.innemen": _lezer,
    "versie.verschil": partial(_lezer, stuk=BIJLAGE),
    "versie.vorige": partial(_lezer, stuk=BIJLAGE),
    "tafel.stemming": _zitting,
    "tafel.erbij": _zitting,
    "tafel.spreker": _zitting,
    "tafel.tijden": _zitting,
    "tafel.deuren": partial(_zitting, punt="punt-besloten"),
    "tafel.verslag": _zitting,
    "tafel.vaststellen": _zitting,
    "tafel.ronde": _agenda,
    "geheim.opleggen": _agenda,
    "geheim.register": _agenda,
    "dossier.openen": _agenda,
    "dossier.vernietigen": _start,
    "werkmap.nakijken": _start,
    "bundel.ruilen": _start,
    "bundel.postbus": _start,
    "bundel.maken": _start,
    "bundel.openen": _start,
    "bundel.vrijgeven": _agenda,
    "bundel.deelnemers": _start,
    "bundel.aanmelden": _start,
    "bundel.map": _start,
    "lid.ronde": _agenda,
    "actie.excel": _acties,
    "actie.pdf": _acties,
    "actie.word": _acties,
    "actie.agenda": _acties,
    "besluit.uittreksel": _besluiten,
    "besluit.uittreksel-word": _besluiten,
    "besluit.herstellen": _besluiten,
    "programma.rapport": _programma,
    "programma.rapport-word": _programma,
    "programma.kaart": _projectkaart,
    "programma.rekenblad": _programma,
    "programma.innemen": _programma,
    "overleg.route": _programma,
    "overleg.jaar": _programma,
    "overleg.ronde": _programma,
    "overleg.pdf": _programma,
    "overleg.word": _programma,
    "overleg.ics": _programma,
    "kerntaak.onderdeel": _programma,
    "kerntaak.bouwsteen": _programma,
    "kerntaak.pdf": _programma,
    "kerntaak.word": _programma,
    "kerntaak.rekenblad": _programma,
    "programma.besluit": _projectkaart,
    "programma.los-besluit": _projectkaart,
    "kerntaak.scenario-weg": _programma,
    "programma.overzicht": _programma,
    "programma.overzicht-word": _programma,
    "programma.bord": _programma,
    "programma.project-open": _projectkaart,
    "programma.erbij": _projectkaart,
    "programma.sub": _projectkaart,
    "programma.lijn": _programma,
    "programma.nieuw": _programma,
    "programma.gegevens": _programma,
    "ics.in": _start,
    "pak.innemen": _start,
    "archief.innemen": _start,
    "post.innemen": _start,
    "post.map": _start,
    "ics.uit": _start,
    "ics.een": _agenda,
    "site.bijwerken": _start,
    "csv.in": _agenda,
    "csv.uit": _agenda,
    "help.opdracht": _start,
    "help.handleiding": _start,
    "help.toetsen": _start,
}
"""The commands that open a dialog, each with where."""

ZONDER_DIALOOG = frozenset(
    {
        *(
            f"programma.{wat}"
            for wat in ("bewerken", "omhoog", "omlaag", "onder", "los", "verwijderen", "vorige", "weg")
        ),
        "stuk.herkennen",
        "werkmap.vergrendelen",
        "post.plakken",
        "post.map-uit",
        "werkmap.wachtwoord",  # these two ask when the werkmap is protected: test_slotbediening
        "werkmap.ontschermen",
        "werkmap.herstelblad",
        "bundel.koppelen",
        "set.bouwen",
        "set.uitvoer",
        "set.bekijken",
        "venster.sluiten",
        "bewerken.ongedaan",
        "bewerken.opnieuw",
        "punt.hernoemen",
        "punt.dupliceren",
        "punt.verwijderen",
        "nota.spelling",
        "taal.tips",
        "taal.volgende",
        "taal.over",
        *(f"tekst.{wat}" for wat in ("vet", "cursief", "besloten", "opsomming", "nummering", "lettering")),
        *(f"tekst.{wat}" for wat in ("dieper", "hoger", "tussenkop", "plak-kaal")),
        "tabel.nieuw",
        "tabel.rij-boven",
        "tabel.rij-onder",
        "tabel.kolom-links",
        "tabel.kolom-rechts",
        "tabel.rij-weg",
        "tabel.kolom-weg",
        "tabel.weg",
        "beeld.start",
        *(f"beeld.{nummer}" for nummer in range(1, 8)),
        "beeld.terug",
        "beeld.vooruit",
        "beeld.bewerkplek",
        "beeld.deel",
        "beeld.vorig-deel",
        "beeld.groter",
        "beeld.kleiner",
        "beeld.normaal",
        "beeld.systeem",
        "beeld.licht",
        "beeld.donker",
        "beeld.secretaris",
        "beeld.bestuurder",
        "punt.nieuw",
        "punt.sub",
        "punt.standaard",
        "punt.omhoog",
        "punt.omlaag",
        "punt.hoofdpunt",
        "punt.subpunt",
        "punt.eigenschappen",
        "punt.besloten",
        "punt.akkoord",
        "punt.hamerstuk",
        "agenda.regie",
        "opmerking.naar",
        "vergadering.kalender",
        "vergadering.bewerken",
        "controle.openen",
        "controle.volgende",
        "controle.vorige",
        "stuk.openen",
        "stuk.hernoemen",
        "stuk.omhoog",
        "stuk.omlaag",
        "stuk.besloten",
        "stuk.afdrukken",
        "stuk.genoemd",
        "stuk.weg",
        "stuk.plakken",
        "stuk.uitkomst",
        "stuk.plak-vervangt",
        "stuk.omzetten",
        "nota.openen",
        "stuk.naar",
        "stuk.bekijken",
        "brief.openen",
        "nota.vorige",
        "nota.volgende",
        "nota.nvt",
        "lezen.openen",
        "lezen.voorbereiding",
        "lezen.vorig-stuk",
        "lezen.volgend-stuk",
        "lezen.bladwijzer",
        "lezen.bladwijzers",
        "lezen.zoek",
        "lezen.zoek-set",
        "lezen.vorige-tab",
        "lezen.sluit-tab",
        "lezen.heropen-tab",
        "lezen.naast",
        "lezen.inhoud",
        "lezen.koppen",
        "lezen.bladzijden",
        "lezen.lijst",
        "lezen.zoom",
        "lezen.twee",
        "lezen.donker",
        "lezen.volledig",
        "notitie.markeer",
        "notitie.onderstreep",
        "notitie.doorhaal",
        "notitie.notitie",
        "notitie.vraag",
        "notitie.stellen",
        "notitie.blad",
        "notitie.punt",
        "notitie.pen",
        *(f"notitie.kleur-{nummer}" for nummer in range(1, 5)),
        "notitie.volgende",
        "notitie.vorige",
        "notitie.alles",
        "notitie.bewerken",
        "notitie.verwijderen",
        "versie.nakijken",
        "versie.klopt",
        "versie.plaats-hier",
        "versie.wijzigingen",
        "tafel.openen",
        "tafel.begin",
        "tafel.schorsen",
        "tafel.sluiten",
        "tafel.heropenen",
        "tafel.vorige",
        "tafel.volgende",
        "tafel.hierheen",
        "tafel.stuk",
        *(f"tafel.besluit-{nummer}" for nummer in range(1, 8)),
        "tafel.nog-een",
        "tafel.hamerstukken",
        "tafel.woord",
        "tafel.zaal",
        "geheim.volgens-besluit",
        "tafel.besproken",
        "tafel.besloten-deel",
        "tafel.actie",
        "tafel.toezegging",
        "tafel.presentie",
        "actie.nieuw",
        "actie.naar",
        "actie.verwijderen",
        "actie.verslag",
        "actie.terug",
        "kerntaak.weg",
        "kerntaak.scenarios",
        *(f"actie.als-{nummer}" for nummer in range(1, 6)),
        "besluit.naar",
        "besluit.nummer",
        *(f"conflict.kies-{nummer}" for nummer in range(1, 4)),
        "lid.verhinderd",
        "conflict.volgende",
        "conflict.vorige",
        "conflict.verschil",
        "help.over",
    }
)
"""The commands that open none of their own: what they do is done at once, or in the window itself.

``tafel.volgende`` and ``tafel.hierheen`` ask at a closed door what ``tafel.deuren`` asks.
"""

Maker = Callable[[Bediening], QDialog]


def _vandaag() -> date:
    return NU.date()


_WOORDEN = "kade sluis haven brug oever dijk"


def _geen_blad(pagina: int, klaar: Callable[[Getekend], None]) -> None:
    """Draw no page: what is looked at is the dialog."""


def _leer(bediening: Bediening) -> Leerscherm:
    bladen = read_pak(een_pak(bediening.sessie.store.map.parent / "les.pdf", [AGENDA, PAKNOTA]))
    return Leerscherm(bladen, _geen_blad, lambda *_: None, bekend=indelingen(), eigen=(), naar="regio")


def _archief(bediening: Bediening) -> Archiefscherm:
    scherm = Archiefscherm("archief", bediening.venster)
    regels = (
        Archiefregel(bestand="2019/pak.pdf", lot=Lot.VOORGESTELD, wat="agenda BC 4 juni 2019 met 9 punten."),
        Archiefregel(bestand="2019/kopie.pdf", lot=Lot.DUBBEL, wat="Precies hetzelfde als ‘2019/pak.pdf’."),
    )
    namen = (Naamvoorstel(kort="R. van Dalen", voluit="Roos van Dalen"),)
    scherm.toon(Archiefverslag(regels=regels, namen=namen), ingenomen=False)
    return scherm


def _kalender(bediening: Bediening) -> Kalenderscherm:
    afspraken = (
        Afspraak(uid="a", datum=date(2026, 3, 11), titel="Overleg", begin=time(9), plaats="Kadehuis"),
        Afspraak(uid="b", datum=date(2026, 4, 27), herhaalt=True),
        ZonderDag(titel="Heidag"),
    )
    store = bediening.sessie.store
    return Kalenderscherm(
        "jaar.ics", store.gremia.all(), lambda id_: propose_calendar(store, id_, afspraken), bediening.venster
    )


def _indelingen(bediening: Bediening) -> Indelingbeheer:
    return Indelingbeheer(
        indelingen, hernoem=lambda *_: None, vergeet=lambda naam: naam, houd=lambda *_: None, ouder=bediening.venster
    )


def _termijn(bediening: Bediening) -> QDialog:
    lijst = known_selectielijst().categorieen
    dossier = Dossier(id="dossier", vergadering_id=_vergadering(bediening))
    return Termijnvraag(dossier, lijst, lijst[0], bediening.venster)


ELDERS: dict[type[QDialog], Maker] = {
    Archiefscherm: _archief,
    Kalenderscherm: _kalender,
    AdviesVraag: lambda b: AdviesVraag("Advies vragen", "Vragen", b.venster, _vandaag, namen=("Juridische zaken",)),
    AdviesGeven: lambda b: AdviesGeven("Juridische zaken", b.venster, _vandaag),
    AntwoordVraag: lambda b: AntwoordVraag("Klopt dit bedrag?", "", b.venster, is_open=True),
    Bundelvraag: lambda b: Bundelvraag([("a", "Roos van Dalen (laptop)")], b.venster),
    Toelaatvraag: lambda b: Toelaatvraag(
        "Roos van Dalen", "laptop", b.venster, eigen=_WOORDEN, samen=_WOORDEN, personen=[("r", "Roos")], nu="r"
    ),
    Vrijgeefvraag: lambda b: Vrijgeefvraag([("v", "BC van 4 juni 2026")], "v", b.venster, uitkomsten=True),
    Buswachtwoord: lambda b: Buswachtwoord("https://post.waterkant.example", "roos", b.venster),
    Ondertekenvraag: lambda b: Ondertekenvraag("Bram Sluiter", ("De laptop van Roos van Dalen mag erbij.",), b.venster),
    Papierblad: lambda b: Papierblad(_WOORDEN, b.venster, vervangt=True),
    Papiervraag: lambda b: Papiervraag(b.venster),
    Woordenblad: lambda b: Woordenblad("Aangemeld", "Uw zes woorden:", _WOORDEN, b.venster),
    Bladafdruk: lambda b: Bladafdruk("Voorbereiding afdrukken", (Printer(naam="Waterkant"),), b.venster),
    EersteStart: lambda _: EersteStart(),
    Grensvraag: lambda b: Grensvraag(een_presentie(lid_id="lid"), b.sessie.store.zitting(_vergadering(b)), b.venster),
    LinkVraag: lambda b: LinkVraag("https://waterkant.example/stukken", b.venster),
    Notitieinname: lambda b: Notitieinname("aantekeningen.pdf", b.venster),
    Indelingbeheer: _indelingen,
    Leerscherm: _leer,
    Twijfellijst: lambda b: Twijfellijst((Twijfel(waar="Agenda", wat="Er staat geen datum."),), b.venster),
    Pakscherm: lambda b: Pakscherm(
        lees_pak(een_pak(b.sessie.store.map.parent / "pak.pdf", [AGENDA, PAKNOTA])), _geen_blad
    ),
    Programmainname: lambda b: Programmainname(
        "rapport.txt", een_lezing(), b.sessie.store.programma.programmas.all(), b.venster
    ),
    Postscherm: lambda b: Postscherm([("v", "BC van 4 juni 2026")], b.venster),
    PdfWachtwoord: lambda b: PdfWachtwoord("Jaarrekening.pdf", lambda *_: None, b.venster),
    Termijnvraag: _termijn,
    Verzendvraag: lambda b: Verzendvraag("BC GO leden.pdf", ("Roos van Dalen",), b.venster),
    Wachtwoordvraag: lambda b: Wachtwoordvraag("Geef het wachtwoord.", lambda _: None, b.venster, anders="Annuleren"),
    Volmachtvraag: lambda b: Volmachtvraag("Roos", ["Bram Sluiter"], [("2", "2 Veilige oevers")], "2", b.venster),
    WieKrijgtWat: lambda b: WieKrijgtWat(who_gets_what(b.sessie.store, _vergadering(b)), b.venster),
}
"""The dialogs that a button, a link or a first start opens."""

BLIJFT_STAAN: frozenset[type[QDialog]] = frozenset({Wachtscherm})
"""What Esc does not close: work on the whole werkmap that cannot be stopped halfway."""
