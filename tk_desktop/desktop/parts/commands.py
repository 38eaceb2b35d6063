"""Every command of the window, in one table: its words, its menu, its keys and where they act (SCREENS 2.10)."""

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from types import ModuleType


class Menu(StrEnum):
    """The menus, in order."""

    BESTAND = "&Bestand"
    BEWERKEN = "Be&werken"
    BEELD = "B&eeld"
    VERGADERING = "&Vergadering"
    STUK = "&Stuk"
    LEZEN = "&Lezen"
    AANTEKENING = "&Aantekening"
    VERSLAG = "Ve&rslag"
    UITWISSELEN = "&Uitwisselen"
    HELP = "&Help"


class Plek(StrEnum):
    """Where the keys of a command act: everywhere in the window, or when that screen or pane has the keyboard."""

    OVERAL = "overal"
    AGENDA = "agenda"
    NOTA = "nota"
    STUKKEN = "stukken"
    CONTROLE = "controle"
    WERKBLAD = "werkblad"
    LEZER = "lezer"
    BLADEN = "bladen"
    TAFEL = "tafel"
    BESLUITEN = "besluiten"
    ACTIES = "acties"
    PROGRAMMA = "programma"
    UITWISSEL = "uitwisselen"


BINNEN = {
    Plek.AGENDA: Plek.WERKBLAD,
    Plek.NOTA: Plek.WERKBLAD,
    Plek.STUKKEN: Plek.WERKBLAD,
    Plek.CONTROLE: Plek.WERKBLAD,
    Plek.BLADEN: Plek.LEZER,
    Plek.WERKBLAD: Plek.OVERAL,
    Plek.LEZER: Plek.OVERAL,
    Plek.TAFEL: Plek.OVERAL,
    Plek.BESLUITEN: Plek.OVERAL,
    Plek.ACTIES: Plek.OVERAL,
    Plek.PROGRAMMA: Plek.OVERAL,
    Plek.UITWISSEL: Plek.OVERAL,
}
"""In which place each place lies: of those that lie in the whole window only one is on the screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """A command: ``id`` is how code names it, ``tekst`` (with ``&`` before its mnemonic) how the user sees it.

    ``toetsen`` are shortcuts in the notation of Qt, the first being the one that is shown; a menu has a line between
    two values of ``groep``.
    """

    id: str
    tekst: str
    menu: Menu
    toetsen: tuple[str, ...] = ()
    plek: Plek = Plek.OVERAL
    icoon: str = ""
    groep: int = 0

    @property
    def naam(self) -> str:
        """The text without its mnemonic."""
        return self.tekst.replace("&", "").rstrip("…")


def _o(
    id_: str, tekst: str, menu: Menu, *toetsen: str, plek: Plek = Plek.OVERAL, icoon: str = "", groep: int = 0
) -> Opdracht:
    return Opdracht(id=id_, tekst=tekst, menu=menu, toetsen=toetsen, plek=plek, icoon=icoon, groep=groep)


_A, _N, _S = Plek.AGENDA, Plek.NOTA, Plek.STUKKEN
_W, _L, _B, _T = Plek.WERKBLAD, Plek.LEZER, Plek.BLADEN, Plek.TAFEL
_C, _D, _P, _U = Plek.ACTIES, Plek.BESLUITEN, Plek.PROGRAMMA, Plek.UITWISSEL

OPDRACHTEN: tuple[Opdracht, ...] = (
    _o("vergadering.nieuw", "&Nieuwe vergadering…", Menu.BESTAND, "Ctrl+Shift+N", icoon="calendar-plus"),
    _o("pak.innemen", "Vergaderset &innemen (pdf)…", Menu.BESTAND, "Ctrl+Shift+I", icoon="upload"),
    _o("archief.innemen", "Archief innemen…", Menu.BESTAND, icoon="archive-restore"),
    _o("programma.innemen", "Programma uit een rapport overnemen…", Menu.BESTAND, icoon="upload"),
    _o("post.innemen", "Post innemen (e-mail)…", Menu.BESTAND, "Ctrl+Shift+J", icoon="download"),
    _o("post.plakken", "Post plakken", Menu.BESTAND, icoon="clipboard-paste"),
    _o("post.map", "Inkomende map kiezen…", Menu.BESTAND, icoon="folder-open"),
    _o("post.map-uit", "Niet meer in de inkomende map kijken", Menu.BESTAND),
    _o("ga.naar", "&Openen…", Menu.BESTAND, "Ctrl+O", icoon="folder-open"),
    _o("werkmap.openen", "Andere &werkmap openen…", Menu.BESTAND, groep=1),
    _o("werkmap.vergrendelen", "Ver&grendelen", Menu.BESTAND, "Ctrl+Shift+F12", icoon="lock", groep=1),
    _o("werkmap.beschermen", "Werkmap &beschermen…", Menu.BESTAND, groep=1),
    _o("werkmap.wachtwoord", "Wachtwoord wi&jzigen…", Menu.BESTAND, groep=1),
    _o("werkmap.herstelblad", "Herstelblad maken…", Menu.BESTAND, groep=1),
    _o("werkmap.ontschermen", "Bescherming weg&halen…", Menu.BESTAND, groep=1),
    _o("werkmap.nakijken", "Nakijken en alles meenemen…", Menu.BESTAND, icoon="circle-check", groep=1),
    _o("set.bouwen", "&Vergaderset samenstellen…", Menu.BESTAND, "Ctrl+F2", icoon="package", groep=2),
    _o("set.uitvoer", "&Exporteren als…", Menu.BESTAND, "F12", icoon="download", groep=2),
    _o("set.afdrukken", "Af&drukken…", Menu.BESTAND, "Ctrl+P", icoon="printer", groep=2),
    _o("set.bekijken", "Bekijken als bestuurder", Menu.BESTAND, "Ctrl+F11", icoon="eye", groep=2),
    _o("set.verzendlijst", "Ver&zendlijst", Menu.BESTAND, icoon="send", groep=2),
    _o("venster.sluiten", "&Afsluiten", Menu.BESTAND, "Ctrl+Q", groep=3),
    _o("bewerken.ongedaan", "&Ongedaan maken", Menu.BEWERKEN, "Ctrl+Z", icoon="undo-2"),
    _o("bewerken.opnieuw", "Op&nieuw", Menu.BEWERKEN, "Ctrl+Y", "Ctrl+Shift+Z", icoon="redo-2"),
    _o("punt.hernoemen", "Titel &wijzigen", Menu.BEWERKEN, "F2", plek=_A, icoon="pencil", groep=1),
    _o("punt.dupliceren", "&Dupliceren", Menu.BEWERKEN, "Ctrl+D", plek=_A, icoon="copy", groep=1),
    _o("punt.verwijderen", "&Verwijderen", Menu.BEWERKEN, "Del", plek=_A, icoon="trash-2", groep=1),
    _o("nota.spelling", "&Spelling", Menu.BEWERKEN, "F7", icoon="spell-check", groep=2),
    _o("tekst.wetsartikel", "Wetsarti&kel invoegen…", Menu.BEWERKEN, icoon="book-open", groep=2),
    _o("tekst.invulplek", "&Invulplek invoegen…", Menu.BEWERKEN, icoon="plus", groep=2),
    _o("taal.tips", "Taaltips aan of uit", Menu.BEWERKEN, icoon="lightbulb", groep=2),
    _o("taal.alle", "Alle taaltips…", Menu.BEWERKEN, groep=2),
    _o("taal.volgende", "Volgende taaltip", Menu.BEWERKEN, "Shift+F7", groep=2),
    _o("taal.over", "Taaltip overnemen", Menu.BEWERKEN, "Alt+O", plek=_N, icoon="check", groep=2),
    _o("tabel.nieuw", "&Tabel invoegen", Menu.BEWERKEN, icoon="table", groep=3),
    _o("tabel.rij-boven", "Tabel: rij erboven", Menu.BEWERKEN, icoon="arrow-up", groep=3),
    _o("tabel.rij-onder", "Tabel: rij eronder", Menu.BEWERKEN, icoon="arrow-down", groep=3),
    _o("tabel.kolom-links", "Tabel: kolom links", Menu.BEWERKEN, icoon="arrow-left", groep=3),
    _o("tabel.kolom-rechts", "Tabel: kolom rechts", Menu.BEWERKEN, icoon="arrow-right", groep=3),
    _o("tabel.rij-weg", "Tabel: rij verwijderen", Menu.BEWERKEN, groep=3),
    _o("tabel.kolom-weg", "Tabel: kolom verwijderen", Menu.BEWERKEN, groep=3),
    _o("tabel.weg", "Tabel verwijderen", Menu.BEWERKEN, icoon="trash-2", groep=3),
    _o("beeld.start", "&Start", Menu.BEELD, "Alt+Home", icoon="house"),
    _o("beeld.1", "&Vergaderingen", Menu.BEELD, "Ctrl+1", icoon="calendar-days"),
    _o("beeld.2", "Stu&kken", Menu.BEELD, "Ctrl+2", icoon="files"),
    _o("beeld.3", "&Besluiten", Menu.BEELD, "Ctrl+3", icoon="gavel"),
    _o("beeld.4", "&Acties", Menu.BEELD, "Ctrl+4", icoon="list-checks"),
    _o("beeld.5", "&Programma", Menu.BEELD, "Ctrl+5", icoon="chart-column"),
    _o("beeld.6", "&Zoeken", Menu.BEELD, "Ctrl+6", "Ctrl+E", "F3", icoon="search"),
    _o("beeld.7", "Uitw&isselen", Menu.BEELD, "Ctrl+7", icoon="arrow-left-right"),
    _o("beeld.terug", "&Terug", Menu.BEELD, "Alt+Left", icoon="arrow-left", groep=1),
    _o("beeld.vooruit", "Voor&uit", Menu.BEELD, "Alt+Right", icoon="arrow-right", groep=1),
    _o("beeld.bewerkplek", "Laatste &wijziging", Menu.BEELD, "Shift+F5", icoon="pencil", groep=1),
    _o("beeld.deel", "Volgend&e deel van het venster", Menu.BEELD, "F6", groep=1),
    _o("beeld.vorig-deel", "Vo&rige deel van het venster", Menu.BEELD, "Shift+F6", groep=1),
    _o("beeld.groter", "&Groter", Menu.BEELD, "Ctrl++", "Ctrl+=", icoon="zoom-in", groep=2),
    _o("beeld.kleiner", "Kleiner", Menu.BEELD, "Ctrl+-", icoon="zoom-out", groep=2),
    _o("beeld.normaal", "&Normale grootte", Menu.BEELD, "Ctrl+0", groep=2),
    _o("beeld.systeem", "Kleuren van de &computer", Menu.BEELD, icoon="monitor", groep=3),
    _o("beeld.licht", "&Licht", Menu.BEELD, icoon="sun", groep=3),
    _o("beeld.donker", "&Donker", Menu.BEELD, icoon="moon", groep=3),
    _o("beeld.secretaris", "Voor de secretaris", Menu.BEELD, icoon="users", groep=4),
    _o("beeld.bestuurder", "Voor de bestuurder", Menu.BEELD, icoon="users", groep=4),
    _o("beeld.naam", "&Mijn naam…", Menu.BEELD, icoon="pencil", groep=4),
    _o("punt.nieuw", "Nieuw &agendapunt", Menu.VERGADERING, "Ctrl+N", icoon="list-plus"),
    _o("punt.sub", "Nieuw &subpunt", Menu.VERGADERING, "Ctrl+Shift+A", icoon="plus"),
    _o("punt.standaard", "Vaste &punten toevoegen", Menu.VERGADERING, icoon="list-plus"),
    _o("punt.omhoog", "&Omhoog", Menu.VERGADERING, "Alt+Shift+Up", plek=_A, icoon="arrow-up", groep=1),
    _o("punt.omlaag", "Om&laag", Menu.VERGADERING, "Alt+Shift+Down", plek=_A, icoon="arrow-down", groep=1),
    _o("punt.hoofdpunt", "Maak &hoofdpunt", Menu.VERGADERING, "Alt+Shift+Left", plek=_A, icoon="arrow-left", groep=1),
    _o("punt.subpunt", "Maak s&ubpunt", Menu.VERGADERING, "Alt+Shift+Right", plek=_A, icoon="arrow-right", groep=1),
    _o("punt.eigenschappen", "&Eigenschappen van het punt", Menu.VERGADERING, "Alt+Return", icoon="settings", groep=2),
    _o("punt.besloten", "&Besloten", Menu.VERGADERING, icoon="lock", groep=2),
    _o("punt.akkoord", "&Formeel akkoord", Menu.VERGADERING, icoon="circle-check", groep=2),
    _o("punt.hamerstuk", "Hamerstuk", Menu.VERGADERING, icoon="gavel", groep=2),
    _o("punt.uitsluiten", "Leden uitsluiten…", Menu.VERGADERING, icoon="lock", groep=2),
    _o("punt.aanhouden", "Aanhouden tot een andere vergadering…", Menu.VERGADERING, icoon="clock", groep=3),
    _o("punt.verder", "Verder behandelen in…", Menu.VERGADERING, icoon="arrow-right", groep=3),
    _o("punt.intrekken", "&Intrekken…", Menu.VERGADERING, icoon="x", groep=3),
    _o("punt.inplannen", "Aangehouden punt op deze agenda…", Menu.VERGADERING, icoon="list-plus", groep=3),
    _o("punt.afgevoerd", "Aangehouden en ingetrokken…", Menu.VERGADERING, icoon="history", groep=3),
    _o("punt.terugzetten", "&Terug op de agenda", Menu.VERGADERING, icoon="undo-2", groep=3),
    _o("agenda.versies", "Agenda&versies…", Menu.VERGADERING, icoon="history", groep=4),
    _o("agenda.regie", "&Regie voor de voorzitter", Menu.VERGADERING, icoon="clapperboard", groep=4),
    _o(
        "opmerking.nieuw",
        "Opmerking maken…",
        Menu.VERGADERING,
        "Ctrl+Alt+M",
        "Ctrl+Shift+K",
        plek=_W,
        icoon="message-square-plus",
        groep=4,
    ),
    _o("opmerking.naar", "Naar de opmerkingen", Menu.VERGADERING, icoon="message-square", groep=4),
    _o("vergadering.eigenschappen", "Ge&gevens van de vergadering…", Menu.VERGADERING, icoon="calendar-days", groep=5),
    _o("gremium.leden", "Le&den…", Menu.VERGADERING, icoon="users", groep=5),
    _o("vergadering.overdragen", "Set overdragen aan een vervanger…", Menu.VERGADERING, icoon="send", groep=5),
    _o("vergadering.bewerken", "&Werken aan de vergadering", Menu.VERGADERING, icoon="pencil", groep=5),
    _o("vergadering.kalender", "&Jaarkalender", Menu.VERGADERING, icoon="calendar-days", groep=5),
    _o("controle.volgende", "Volgende bevi&nding", Menu.VERGADERING, "F8", plek=_W, icoon="circle-check", groep=6),
    _o("controle.vorige", "Vorige bevinding", Menu.VERGADERING, "Shift+F8", plek=_W, groep=6),
    _o(
        "controle.aanvaarden",
        "Bevinding aanvaarden…",
        Menu.VERGADERING,
        "Ctrl+Return",
        plek=Plek.CONTROLE,
        icoon="check",
        groep=6,
    ),
    _o("controle.beoordelingen", "Aanvaarde bevindingen…", Menu.VERGADERING, icoon="history", groep=6),
    _o("nota.nieuw", "Nieuwe &nota…", Menu.STUK, "Ctrl+M", icoon="file-plus"),
    _o("nota.overnemen", "Eerdere nota overnemen…", Menu.STUK, icoon="copy"),
    _o("stuk.toevoegen", "&Bestand toevoegen…", Menu.STUK, "Ctrl+Shift+B", icoon="paperclip"),
    _o("stuk.openen", "&Openen", Menu.STUK, "Return", plek=_S, icoon="book-open", groep=1),
    _o("stuk.hernoemen", "&Titel wijzigen", Menu.STUK, "F2", plek=_S, icoon="pencil", groep=1),
    _o("stuk.vervangen", "&Vervangen…", Menu.STUK, "Ctrl+H", plek=_S, icoon="refresh-cw", groep=1),
    _o("stuk.omhoog", "Om&hoog", Menu.STUK, "Alt+Shift+Up", plek=_S, icoon="arrow-up", groep=1),
    _o("stuk.omlaag", "Om&laag", Menu.STUK, "Alt+Shift+Down", plek=_S, icoon="arrow-down", groep=1),
    _o("stuk.weg", "Naar de &prullenbak", Menu.STUK, "Del", plek=_S, icoon="trash-2", groep=1),
    _o("stuk.plakken", "Bestand of beeld plakken", Menu.STUK, "Ctrl+V", plek=_W, icoon="clipboard-paste", groep=1),
    _o(
        "stuk.plak-vervangt",
        "Vervangen door wat op het klembord staat",
        Menu.STUK,
        "Ctrl+Shift+H",
        plek=_S,
        icoon="clipboard-paste",
        groep=1,
    ),
    _o("stuk.omzetten", "Omzetten naar p&df", Menu.STUK, icoon="file-text", groep=2),
    _o("stuk.versies", "Ve&rsies…", Menu.STUK, icoon="history", groep=2),
    _o("stuk.tabellen", "Tabellen met bedra&gen…", Menu.STUK, icoon="table", groep=2),
    _o("stuk.lakken", "&Weglakken…", Menu.STUK, icoon="square", groep=2),
    _o("stuk.toegankelijk", "Toegan&kelijkheid…", Menu.STUK, icoon="user-check", groep=2),
    _o("stuk.herkennen", "Tekst in een &scan lezen", Menu.STUK, icoon="search", groep=2),
    _o("stuk.uitkomst", "Wat er met de bestanden geb&eurde", Menu.STUK, "Ctrl+Shift+R", icoon="info", groep=2),
    _o("stuk.prullenbak", "Prullenb&ak…", Menu.STUK, icoon="trash-2", groep=2),
    _o("nota.openen", "Naar de nota", Menu.STUK, "Ctrl+Shift+D", icoon="file-text"),
    _o("stuk.naar", "Naar de stukken van het punt", Menu.STUK, "Ctrl+Shift+S", icoon="files"),
    _o("stuk.bekijken", "Naar het voorbeeld", Menu.STUK, "Ctrl+Shift+E", plek=_W, icoon="eye"),
    _o("brief.openen", "Naar de uitnodiging", Menu.VERGADERING, "Ctrl+Shift+U", icoon="send", groep=4),
    _o("nota.versies", "Versies van de nota…", Menu.STUK, icoon="history", groep=3),
    _o("nota.sjabloon", "Nota bewaren als eigen sjabloon…", Menu.STUK, icoon="star", groep=3),
    _o("nota.adviezen", "Adviezen op de nota…", Menu.STUK, icoon="stamp", groep=3),
    _o("nota.vorige", "Vorige sectie of punt", Menu.STUK, "Ctrl+PgUp", plek=_W, groep=3),
    _o("nota.volgende", "Volgende sectie of punt", Menu.STUK, "Ctrl+PgDown", plek=_W, groep=3),
    _o("nota.nvt", "‘Niet van toepassing’ invullen", Menu.STUK, "Alt+N", plek=_N, groep=3),
    _o("lezen.openen", "&Lezen", Menu.LEZEN, "Ctrl+L", icoon="book-open"),
    _o("lezen.voorbereiding", "Voorbe&reiding", Menu.LEZEN, "Ctrl+Shift+P", icoon="notebook-pen"),
    _o("lezen.vorig-stuk", "&Vorig stuk", Menu.LEZEN, "Ctrl+PgUp", plek=_L, icoon="arrow-up", groep=1),
    _o("lezen.volgend-stuk", "V&olgend stuk", Menu.LEZEN, "Ctrl+PgDown", plek=_L, icoon="arrow-down", groep=1),
    _o("lezen.bladwijzer", "&Bladwijzer", Menu.LEZEN, "B", plek=_B, icoon="bookmark", groep=1),
    _o("lezen.bladwijzer-naam", "Bladwijzer met naam…", Menu.LEZEN, "Ctrl+D", plek=_L, icoon="bookmark", groep=1),
    _o("lezen.bladwijzers", "Naar de bladwijzers", Menu.LEZEN, "Ctrl+B", plek=_L, icoon="bookmark", groep=1),
    _o("lezen.zoek", "&Zoeken in dit stuk", Menu.LEZEN, "Ctrl+F", plek=_L, icoon="search", groep=1),
    _o("lezen.zoek-set", "Zoeken in alle stukken", Menu.LEZEN, "Ctrl+Shift+F", plek=_L, icoon="text-search", groep=1),
    _o("lezen.vorige-tab", "Vorig open stuk", Menu.LEZEN, "Ctrl+Tab", plek=_L, groep=2),
    _o("lezen.sluit-tab", "Stuk &sluiten", Menu.LEZEN, "Ctrl+W", plek=_L, icoon="x", groep=2),
    _o("lezen.heropen-tab", "Gesloten stuk &heropenen", Menu.LEZEN, "Ctrl+Shift+T", plek=_L, groep=2),
    _o("lezen.naast", "Twee stukken &naast elkaar", Menu.LEZEN, "Ctrl+Shift+L", plek=_L, icoon="columns-2", groep=2),
    _o("lezen.inhoud", "&Inhoud tonen", Menu.LEZEN, "F9", plek=_L, icoon="panel-left", groep=3),
    _o("lezen.koppen", "Naar de &koppen van dit stuk", Menu.LEZEN, "Ctrl+F9", plek=_L, icoon="list-tree", groep=3),
    _o("lezen.bladzijden", "Naar de bladzi&jden in het klein", Menu.LEZEN, "Ctrl+Shift+F9", plek=_L, groep=3),
    _o("lezen.lijst", "&Aantekeningen tonen", Menu.LEZEN, "Shift+F9", plek=_L, icoon="panel-right", groep=3),
    _o("lezen.zoom", "Breedte, hele bladzijde of &ware grootte", Menu.LEZEN, "Z", plek=_B, icoon="zoom-in", groep=3),
    _o("lezen.twee", "&Twee bladzijden naast elkaar", Menu.LEZEN, "T", plek=_B, icoon="book-open", groep=3),
    _o("lezen.donker", "&Donkere bladzijden", Menu.LEZEN, plek=_B, icoon="moon", groep=3),
    _o("lezen.volledig", "Volledi&g scherm", Menu.LEZEN, "F11", plek=_L, icoon="maximize", groep=3),
    _o("notitie.markeer", "&Markeren", Menu.AANTEKENING, "H", plek=_B, icoon="highlighter"),
    _o("notitie.onderstreep", "&Onderstrepen", Menu.AANTEKENING, "U", plek=_B, icoon="underline"),
    _o("notitie.doorhaal", "&Doorhalen", Menu.AANTEKENING, "D", plek=_B, icoon="strikethrough"),
    _o("notitie.notitie", "&Notitie", Menu.AANTEKENING, "N", plek=_B, icoon="sticky-note", groep=1),
    _o(
        "notitie.vraag",
        "&Vraag aan het secretariaat",
        Menu.AANTEKENING,
        "Q",
        plek=_B,
        icoon="circle-question-mark",
        groep=1,
    ),
    _o("notitie.stellen", "Vraag stellen", Menu.AANTEKENING, "Shift+Q", plek=_B, icoon="message-square-reply", groep=1),
    _o("notitie.blad", "Notitie bij de &bladzijde", Menu.AANTEKENING, "Shift+N", plek=_B, icoon="sticky-note", groep=1),
    _o("notitie.punt", "Notitie bij het &agendapunt", Menu.AANTEKENING, "A", plek=_B, icoon="list-tree", groep=1),
    _o("notitie.pen", "&Pen", Menu.AANTEKENING, "P", plek=_B, icoon="pencil", groep=1),
    _o("notitie.kleur-1", "Kleur: &geel", Menu.AANTEKENING, "1", "Alt+1", plek=_B, icoon="palette", groep=2),
    _o("notitie.kleur-2", "Kleur: groen", Menu.AANTEKENING, "2", "Alt+2", plek=_B, icoon="palette", groep=2),
    _o("notitie.kleur-3", "Kleur: blauw", Menu.AANTEKENING, "3", "Alt+3", plek=_B, icoon="palette", groep=2),
    _o("notitie.kleur-4", "Kleur: roze", Menu.AANTEKENING, "4", "Alt+4", plek=_B, icoon="palette", groep=2),
    _o("notitie.volgende", "Volg&ende aantekening", Menu.AANTEKENING, "F8", plek=_L, icoon="arrow-down", groep=3),
    _o("notitie.vorige", "Vo&rige aantekening", Menu.AANTEKENING, "Shift+F8", plek=_L, icoon="arrow-up", groep=3),
    _o("notitie.alles", "Alle aantekeningen &tonen", Menu.AANTEKENING, plek=_L, icoon="list", groep=3),
    _o("notitie.bewerken", "Aantekening be&werken", Menu.AANTEKENING, "F2", plek=_L, icoon="pencil", groep=4),
    _o("notitie.verwijderen", "Aantekening verwi&jderen", Menu.AANTEKENING, "Del", plek=_B, icoon="trash-2", groep=4),
    _o("notitie.vragen", "Vragen aan het secretariaat…", Menu.AANTEKENING, icoon="message-square-reply", groep=5),
    _o("notitie.bewaren", "Bewaren of vernietigen…", Menu.AANTEKENING, icoon="shredder", groep=5),
    _o("notitie.exporteren", "Aantekeningen exporteren al&s…", Menu.AANTEKENING, plek=_L, icoon="download", groep=5),
    _o("notitie.innemen", "Aantekeningen &innemen…", Menu.AANTEKENING, plek=_L, icoon="upload", groep=5),
    _o("versie.nakijken", "Aantekeningen nakijken", Menu.AANTEKENING, plek=_L, icoon="list-checks", groep=6),
    _o("versie.klopt", "Plaats klopt", Menu.AANTEKENING, "K", plek=_B, icoon="check", groep=6),
    _o("versie.plaats-hier", "Aantekening hier plaatsen", Menu.AANTEKENING, "Shift+K", plek=_B, groep=6),
    _o("versie.wijzigingen", "Wat is er veranderd", Menu.LEZEN, plek=_L, icoon="triangle-alert", groep=4),
    _o("versie.verschil", "Verschil met de vorige versie", Menu.LEZEN, "V", plek=_B, icoon="columns-2", groep=4),
    _o("versie.vorige", "Vorige versie bekijken", Menu.LEZEN, plek=_L, icoon="history", groep=4),
    _o("tafel.openen", "&Vergaderen", Menu.VERSLAG, "F5", icoon="gavel"),
    _o("tafel.begin", "Vergadering &openen", Menu.VERSLAG, plek=_T, icoon="play"),
    _o("tafel.schorsen", "&Schorsen of hervatten", Menu.VERSLAG, plek=_T, icoon="pause"),
    _o("tafel.sluiten", "Vergadering sl&uiten", Menu.VERSLAG, plek=_T, icoon="square"),
    _o("tafel.heropenen", "Toch niet gesloten", Menu.VERSLAG, plek=_T, icoon="undo-2"),
    _o("tafel.tijden", "Tijden verbeteren…", Menu.VERSLAG, plek=_T, icoon="clock"),
    _o("tafel.vorige", "Vori&g punt", Menu.VERSLAG, "Ctrl+PgUp", plek=_T, icoon="arrow-left", groep=1),
    _o("tafel.volgende", "Volgend &punt", Menu.VERSLAG, "Ctrl+PgDown", plek=_T, icoon="arrow-right", groep=1),
    _o("tafel.hierheen", "Nu dit punt be&handelen", Menu.VERSLAG, plek=_T, icoon="arrow-right", groep=1),
    _o("tafel.stuk", "Stu&k openen", Menu.VERSLAG, "Ctrl+Return", plek=_T, icoon="book-open", groep=1),
    _o("tafel.besluit-1", "Besluit: &conform advies", Menu.VERSLAG, "Alt+1", plek=_T, icoon="check", groep=2),
    _o("tafel.besluit-2", "Besluit: gewijzigd", Menu.VERSLAG, "Alt+2", plek=_T, icoon="pencil", groep=2),
    _o("tafel.besluit-3", "Besluit: aangehouden", Menu.VERSLAG, "Alt+3", plek=_T, icoon="clock", groep=2),
    _o("tafel.besluit-4", "Besluit: verworpen", Menu.VERSLAG, "Alt+4", plek=_T, icoon="x", groep=2),
    _o("tafel.besluit-5", "Besluit: kennisgenomen", Menu.VERSLAG, "Alt+5", plek=_T, icoon="eye", groep=2),
    _o("tafel.besluit-6", "Besluit: ingetrokken", Menu.VERSLAG, "Alt+6", plek=_T, icoon="undo-2", groep=2),
    _o("tafel.besluit-7", "Besluit: vastgesteld", Menu.VERSLAG, "Alt+7", plek=_T, icoon="stamp", groep=2),
    _o("tafel.nog-een", "Nog een besluit bij dit punt", Menu.VERSLAG, plek=_T, icoon="plus", groep=2),
    _o("tafel.hamerstukken", "Hamerstukken a&fdoen", Menu.VERSLAG, plek=_T, icoon="gavel", groep=2),
    _o("tafel.besproken", "Naar het &besprokene", Menu.VERSLAG, "Alt+N", plek=_T, icoon="notebook-pen", groep=3),
    _o("tafel.besloten-deel", "Besloten &deel van dit punt", Menu.VERSLAG, plek=_T, icoon="lock", groep=3),
    _o("tafel.actie", "Nieuwe &actie", Menu.VERSLAG, "Ctrl+Shift+Y", plek=_T, icoon="list-checks", groep=3),
    _o("tafel.toezegging", "Nieuwe &toezegging", Menu.VERSLAG, plek=_T, icoon="megaphone", groep=3),
    _o("tafel.stemming", "Ste&mming…", Menu.VERSLAG, "Alt+T", plek=_T, icoon="vote", groep=3),
    _o("tafel.ronde", "Schriftelijke ronde…", Menu.VERSLAG, icoon="mail", groep=3),
    _o("tafel.presentie", "Naar wie e&r zijn", Menu.VERSLAG, "Alt+P", plek=_T, icoon="users", groep=4),
    _o("tafel.erbij", "&Iemand erbij…", Menu.VERSLAG, plek=_T, icoon="user-plus", groep=4),
    _o("tafel.deuren", "Wie blijft bij het besloten deel…", Menu.VERSLAG, plek=_T, icoon="lock", groep=4),
    _o("tafel.spreker", "Spreker op de lijst…", Menu.VERSLAG, "Ctrl+Shift+O", plek=_T, icoon="list-plus", groep=4),
    _o(
        "tafel.woord",
        "Volgende spreker aan bod",
        Menu.VERSLAG,
        "Ctrl+Shift+W",
        plek=_T,
        icoon="megaphone",
        groep=4,
    ),
    _o("tafel.zaal", "Zaalscherm openen of sluiten", Menu.VERSLAG, plek=_T, icoon="presentation", groep=4),
    _o("tafel.verslag", "Verslag en &lijsten…", Menu.VERSLAG, icoon="file-text", groep=5),
    _o("dossier.openen", "Dossier sluiten of heropenen…", Menu.VERSLAG, icoon="lock", groep=5),
    _o("tafel.vaststellen", "Vorig verslag vaststelle&n…", Menu.VERSLAG, icoon="stamp", groep=5),
    _o("geheim.opleggen", "Geheimhouding opleggen…", Menu.VERSLAG, icoon="lock", groep=5),
    _o("geheim.volgens-besluit", "Geheimhouding uit besluit", Menu.VERSLAG, "Alt+8", plek=_T, icoon="lock", groep=5),
    _o("geheim.register", "Register van geheimhouding…", Menu.VERSLAG, icoon="lock", groep=5),
    _o("actie.nieuw", "Nieuwe actie in de lijst", Menu.VERSLAG, "Ctrl+Shift+Y", plek=_C, icoon="list-plus", groep=6),
    _o("actie.naar", "Naar het punt van de actie", Menu.VERSLAG, "Ctrl+Return", plek=_C, icoon="arrow-right", groep=6),
    _o("actie.als-1", "Acties als lijst", Menu.VERSLAG, "Alt+1", plek=_C, icoon="list", groep=6),
    _o("actie.als-2", "Acties als bord", Menu.VERSLAG, "Alt+2", plek=_C, icoon="columns-2", groep=6),
    _o("actie.als-3", "Acties geteld per persoon", Menu.VERSLAG, "Alt+3", plek=_C, icoon="chart-column", groep=6),
    _o("actie.als-4", "Acties geteld per gremium", Menu.VERSLAG, "Alt+4", plek=_C, icoon="chart-column", groep=6),
    _o("actie.als-5", "Toezeggingenregister", Menu.VERSLAG, "Alt+5", plek=_C, icoon="megaphone", groep=6),
    _o("actie.verslag", "Actie in het verslag", Menu.VERSLAG, "Ctrl+Shift+L", plek=_C, icoon="file-text", groep=6),
    _o("actie.terug", "Actie terug op de agenda", Menu.VERSLAG, "Alt+6", plek=_C, icoon="list-plus", groep=6),
    _o("actie.verwijderen", "Actie verwijderen", Menu.VERSLAG, "Del", plek=_C, icoon="trash-2", groep=6),
    _o("actie.excel", "Actielijst naar E&xcel…", Menu.VERSLAG, "Ctrl+Shift+E", plek=_C, icoon="table", groep=7),
    _o("actie.pdf", "Actielijst als pdf…", Menu.VERSLAG, plek=_C, icoon="file-text", groep=7),
    _o("actie.word", "Actielijst naar Word…", Menu.VERSLAG, plek=_C, icoon="file-text", groep=7),
    _o("actie.agenda", "Actielijst naar een agenda (.ics)…", Menu.VERSLAG, plek=_C, icoon="calendar-plus", groep=7),
    _o("besluit.naar", "Naar het punt van het besluit", Menu.VERSLAG, "Ctrl+Return", plek=_D, icoon="gavel", groep=8),
    _o("besluit.uittreksel", "Uittreksel als pdf…", Menu.VERSLAG, "Ctrl+Shift+E", plek=_D, icoon="file-text", groep=8),
    _o("besluit.uittreksel-word", "Uittreksel naar Word…", Menu.VERSLAG, plek=_D, icoon="file-text", groep=8),
    _o("besluit.herstellen", "Besluit herstellen…", Menu.VERSLAG, plek=_D, icoon="pencil", groep=8),
    _o("besluit.nummer", "Besluit een ander nummer geven", Menu.VERSLAG, plek=_D, icoon="list-ordered", groep=8),
    _o("programma.project-open", "Project openen…", Menu.VERSLAG, plek=_P, icoon="pencil", groep=9),
    _o("programma.erbij", "Nieuw project of nieuwe begrotingsregel…", Menu.VERSLAG, "Ins", plek=_P, groep=9),
    _o("programma.sub", "Nieuw subproject…", Menu.VERSLAG, "Shift+Ins", plek=_P, groep=9),
    _o("programma.lijn", "Nieuwe themalijn…", Menu.VERSLAG, "Ctrl+Shift+H", plek=_P, groep=9),
    _o("programma.nieuw", "Nieuw programma…", Menu.VERSLAG, plek=_P, groep=9),
    _o("programma.gegevens", "Gegevens van het programma…", Menu.VERSLAG, plek=_P, icoon="settings", groep=9),
    _o("programma.bewerken", "Naam of cel wijzigen", Menu.VERSLAG, "F2", plek=_P, icoon="pencil", groep=9),
    _o("programma.omhoog", "Project, themalijn of regel omhoog", Menu.VERSLAG, "Alt+Shift+Up", plek=_P, groep=9),
    _o("programma.omlaag", "Project, themalijn of regel omlaag", Menu.VERSLAG, "Alt+Shift+Down", plek=_P, groep=9),
    _o("programma.onder", "Subproject maken", Menu.VERSLAG, "Alt+Shift+Right", plek=_P, groep=9),
    _o("programma.los", "Geen subproject meer", Menu.VERSLAG, "Alt+Shift+Left", plek=_P, groep=9),
    _o("programma.verwijderen", "Project of regel verwijderen", Menu.VERSLAG, "Del", plek=_P, icoon="trash-2", groep=9),
    _o("programma.besluit", "Koppelen aan een besluit…", Menu.VERSLAG, plek=_P, icoon="gavel", groep=9),
    _o("programma.rapport", "Rapportage als pdf…", Menu.VERSLAG, plek=_P, icoon="file-text", groep=10),
    _o("programma.rapport-word", "Rapportage naar Word…", Menu.VERSLAG, plek=_P, icoon="file-text", groep=10),
    _o(
        "programma.overzicht", "Overzicht voor het bestuur als pdf…", Menu.VERSLAG, plek=_P, icoon="file-text", groep=10
    ),
    _o("programma.overzicht-word", "Overzicht naar Word…", Menu.VERSLAG, plek=_P, icoon="file-text", groep=10),
    _o("programma.kaart", "Projectkaart als pdf…", Menu.VERSLAG, plek=_P, icoon="file-text", groep=10),
    _o("programma.rekenblad", "Begroting als rekenblad…", Menu.VERSLAG, plek=_P, icoon="table", groep=10),
    _o("kerntaak.onderdeel", "Onderdeel met kerntaken toevoegen…", Menu.VERSLAG, plek=_P, icoon="list-plus", groep=11),
    _o("kerntaak.bouwsteen", "Bouwsteen toevoegen…", Menu.VERSLAG, plek=_P, icoon="list-plus", groep=11),
    _o("kerntaak.weg", "Bouwsteen verwijderen", Menu.VERSLAG, plek=_P, icoon="trash-2", groep=11),
    _o("kerntaak.scenarios", "Scenario’s maken", Menu.VERSLAG, plek=_P, icoon="list-ordered", groep=11),
    _o("kerntaak.pdf", "Scenario’s naast elkaar als pdf…", Menu.VERSLAG, plek=_P, icoon="file-text", groep=11),
    _o("kerntaak.word", "Scenario’s naast elkaar naar Word…", Menu.VERSLAG, plek=_P, icoon="file-text", groep=11),
    _o("kerntaak.rekenblad", "Scenario’s als rekenblad…", Menu.VERSLAG, plek=_P, icoon="table", groep=11),
    _o("overleg.route", "Route over tafels toevoegen…", Menu.VERSLAG, plek=_P, icoon="list-plus", groep=12),
    _o("overleg.jaar", "Begrotingsjaar volgen…", Menu.VERSLAG, plek=_P, icoon="calendar-plus", groep=12),
    _o("overleg.ronde", "Zienswijzen volgen…", Menu.VERSLAG, plek=_P, icoon="list-plus", groep=12),
    _o("overleg.pdf", "Planning van het overleg als pdf…", Menu.VERSLAG, plek=_P, icoon="file-text", groep=12),
    _o("overleg.word", "Planning van het overleg naar Word…", Menu.VERSLAG, plek=_P, icoon="file-text", groep=12),
    _o("overleg.ics", "Planning naar een agenda (.ics)…", Menu.VERSLAG, plek=_P, icoon="calendar-plus", groep=12),
    _o("bundel.ruilen", "Ophalen en &versturen", Menu.UITWISSELEN, "Ctrl+F5", icoon="refresh-cw"),
    _o("bundel.postbus", "Pos&tbus instellen…", Menu.UITWISSELEN, icoon="settings"),
    _o("bundel.maken", "Bundel &maken…", Menu.UITWISSELEN, "Ctrl+Shift+M", icoon="package"),
    _o("bundel.openen", "Bundel &openen…", Menu.UITWISSELEN, icoon="mail"),
    _o("bundel.vrijgeven", "Vergadering vrij&geven…", Menu.UITWISSELEN, icoon="send"),
    _o("bundel.deelnemers", "&Deelnemers en laptops…", Menu.UITWISSELEN, icoon="users"),
    _o("bundel.aanmelden", "Deze lapto&p aanmelden…", Menu.UITWISSELEN, icoon="user-plus"),
    _o("bundel.map", "Map met bundels volgen…", Menu.UITWISSELEN, icoon="folder-open"),
    _o("bundel.koppelen", "Bundels met dubbelklik openen", Menu.UITWISSELEN, icoon="link"),
    _o("conflict.kies-1", "Kies de eerste tekst", Menu.UITWISSELEN, "1", plek=_U, groep=1),
    _o("conflict.kies-2", "Kies de tweede tekst", Menu.UITWISSELEN, "2", plek=_U, groep=1),
    _o("conflict.kies-3", "Kies beide, achter elkaar", Menu.UITWISSELEN, "3", plek=_U, groep=1),
    _o("conflict.volgende", "Volgende om te beoordelen", Menu.UITWISSELEN, "F8", plek=_U, icoon="arrow-down", groep=1),
    _o("conflict.vorige", "Vorige om te beoordelen", Menu.UITWISSELEN, "Shift+F8", plek=_U, icoon="arrow-up", groep=1),
    _o("conflict.verschil", "Verschil tussen de teksten", Menu.UITWISSELEN, "D", plek=_U, icoon="columns-2", groep=1),
    _o("site.bijwerken", "&Site bijwerken…", Menu.UITWISSELEN, icoon="book-open", groep=2),
    _o("ics.in", "Agenda’s &innemen uit een kalender (.ics)…", Menu.UITWISSELEN, icoon="upload", groep=2),
    _o("ics.uit", "&Jaarkalender bewaren als .ics…", Menu.UITWISSELEN, icoon="download", groep=2),
    _o("csv.in", "Agenda &aanvullen uit een lijst (.csv)…", Menu.UITWISSELEN, icoon="table", groep=3),
    _o("csv.uit", "Agenda bewaren als &lijst (.csv)…", Menu.UITWISSELEN, icoon="table", groep=3),
    _o("lid.verhinderd", "Ik &ben verhinderd, of toch niet", Menu.UITWISSELEN, icoon="user-x", groep=4),
    _o("lid.ronde", "Antwoorden in een schriftelijke &ronde…", Menu.UITWISSELEN, icoon="mail", groep=4),
    _o("help.opdracht", "Zoek een &opdracht…", Menu.HELP, "Alt+Q", icoon="search"),
    _o("help.handleiding", "&Handleiding", Menu.HELP, "F1", icoon="book-open"),
    _o("help.toetsen", "&Sneltoetsen", Menu.HELP, "Ctrl+/", icoon="keyboard"),
    _o("help.over", "O&ver TK Desktop", Menu.HELP, icoon="info"),
)


def laad(naam: str) -> ModuleType:
    """Load a module of the window (``room.module``) when it is first needed: making papers asks for large libraries."""
    return import_module(f"tk_desktop.desktop.{naam}")


def opdracht(id_: str) -> Opdracht:
    """Return the command of that id; raises ``KeyError``."""
    return _OP_ID[id_]


_OP_ID = {een.id: een for een in OPDRACHTEN}
