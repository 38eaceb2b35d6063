"""A set on paper: what is printed, on how many sheets, and the copies with the names of who gets them (D10)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.progress import Progress
from tk_desktop.domain.gemaakt import GemaakteSet
from tk_desktop.domain.notenstijl import Notenwijze
from tk_desktop.domain.uitgave import Uitgave
from tk_desktop.domain.vergaderset import Onderdeel, Onderdeelsoort, Vergaderset
from tk_desktop.export.afdruknoten import Druknoten, Notenlijst, print_notes
from tk_desktop.export.annotaties import known_versions
from tk_desktop.export.delen import Delenmaker
from tk_desktop.export.pdf import Bestand, make_nazending, write_pdf
from tk_desktop.paper.huisstijl import Huisstijl
from tk_desktop.paper.imposition import Vellen, Zijde, leg_uit, tel_vellen, write_print
from tk_desktop.paper.rendering import Maat, open_pages

_A4 = Maat(595.0, 842.0)


class NietsAfTeDrukken(TkError):
    """What was to be printed has no pages."""

    code = "TK-A01"
    melding = "Er is niets om af te drukken: bij deze keuze horen geen bladzijden."
    veilig = "Er is niets afgedrukt."
    advies = "Kies de hele set of een agendapunt met stukken."


@dataclass(frozen=True, slots=True, kw_only=True)
class Drukdeel:
    """A paper in the file that is printed from: its pages ``van`` up to ``tot`` (from 0), and its item.

    ``punt`` is the item it lies under, ``hoofd`` the main item above that; empty for letter, contents and agenda.
    ``afdrukken`` is off for a paper of which the secretaris said that it need not be printed (D11). ``noten`` is the
    list of notes that is printed behind it.
    """

    titel: str
    van: int
    tot: int
    punt: str = ""
    hoofd: str = ""
    afdrukken: bool = True
    noten: Notenlijst | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drukbron:
    """A set that is ready to be laid out on sheets; ``schutbladen`` holds a divider for each main item with papers."""

    pdf: Pad
    maten: tuple[Maat, ...]
    delen: tuple[Drukdeel, ...]
    letter: Path
    schutbladen: Mapping[str, Pad] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drukkeuze:
    """How it is printed.

    ``punt`` prints one item with what stands under it, empty all. Dividers bear no page number: the numbers on paper
    are those of the set on screen. ``alleen_gemerkt`` leaves out papers that need not be printed (D11). With
    ``a3_op_a4`` a larger page is made to fit. ``namen`` has a line for each copy; an empty one gives a copy without a
    name.
    """

    punt: str = ""
    dubbelzijdig: bool = True
    rechts: bool = True
    schutbladen: bool = False
    alleen_gemerkt: bool = False
    a3_op_a4: bool = False
    namen: tuple[str, ...] = ("",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drukplan:
    """What the printer will do: the sides of one copy, the sheets of one copy, and how many copies."""

    zijden: tuple[Zijde, ...]
    vellen: Vellen
    exemplaren: int

    @property
    def in_totaal(self) -> Vellen:
        """The sheets of all copies."""
        return self.vellen.maal(self.exemplaren)


def prepare_print(
    vergaderset: Vergaderset,
    map_: Pad,
    *,
    bestand: Bestand,
    cache: Pad,
    noten: Druknoten | None = None,
    progress: Progress | None = None,
) -> Drukbron:
    """Make the set and its dividers ready to print from, in a folder; raises the ``TkError`` of a part.

    With ``noten`` the own notes of a reader are on the pages, and behind the papers where they find no room (F10).
    """
    pdf = map_ / "set.pdf"
    gemaakt = write_pdf(vergaderset, pdf, bestand=bestand, cache=cache, progress=progress)
    huisstijl = Huisstijl.load(vergaderset.opname.gremium.huisstijl)
    maker = Delenmaker(vergaderset, huisstijl, cache, bestand)
    lijsten: dict[str, Notenlijst] = {}
    if noten is not None and noten.wijze is not Notenwijze.GEEN:
        kaal, pdf = pdf, map_ / f"set-{noten.wijze.name.lower()}.pdf"
        versies = known_versions(vergaderset, bestand=bestand, cache=cache)
        lijsten = print_notes(vergaderset, gemaakt.delen, kaal, pdf, noten=noten, versies=versies)
    delen = tuple(_delen(vergaderset, gemaakt, lijsten))
    bladen = {hoofd: maker.los(_schutblad(vergaderset, hoofd)).pdf for hoofd in {d.hoofd for d in delen} if hoofd}
    with open_pages(pdf) as open_:
        maten = open_.maten
    return Drukbron(pdf=pdf, maten=maten, delen=delen, letter=huisstijl.letter_gewoon, schutbladen=bladen)


def prepare_changes(vergaderset: Vergaderset, uitgave: Uitgave, map_: Pad, *, bestand: Bestand, cache: Pad) -> Drukbron:
    """Make the sheets that changed since a set was sent ready to print from; raises ``NietsVeranderd``."""
    pdf = map_ / "nazending.pdf"
    nazending = make_nazending(vergaderset, uitgave, pdf, bestand=bestand, cache=cache)
    with open_pages(pdf) as open_:
        maten = open_.maten
    letter = Huisstijl.load(vergaderset.opname.gremium.huisstijl).letter_gewoon
    delen = tuple(Drukdeel(titel="Nazending", van=van - 1, tot=tot) for van, tot in nazending.bereik)
    return Drukbron(pdf=pdf, maten=maten, delen=delen, letter=letter)


def plan_print(bron: Drukbron, keuze: Drukkeuze) -> Drukplan:
    """Return what the printer will do, before anything is written; raises ``NietsAfTeDrukken``."""
    zijden: list[Zijde] = []
    hoofd = ""
    for deel in bron.delen:
        if keuze.punt and keuze.punt not in (deel.punt, deel.hoofd):
            continue
        if keuze.alleen_gemerkt and not deel.afdrukken:
            continue
        if keuze.schutbladen and deel.hoofd and deel.hoofd != hoofd and deel.hoofd in bron.schutbladen:
            zijden.append(Zijde(bron.schutbladen[deel.hoofd], 0, _A4, begint=True))
        hoofd = deel.hoofd
        for nr in range(deel.van, deel.tot):
            maat = _A4 if keuze.a3_op_a4 and bron.maten[nr].is_a3 else bron.maten[nr]
            zijden.append(Zijde(bron.pdf, nr, maat, begint=nr == deel.van))
        if deel.noten is not None:
            zijden += [Zijde(deel.noten.pdf, nr, _A4) for nr in range(deel.noten.paginas)]
    if not zijden:
        raise NietsAfTeDrukken
    uitgelegd = leg_uit(zijden, dubbelzijdig=keuze.dubbelzijdig, rechts=keuze.rechts)
    vellen = tel_vellen(uitgelegd, dubbelzijdig=keuze.dubbelzijdig)
    return Drukplan(zijden=uitgelegd, vellen=vellen, exemplaren=len(keuze.namen))


def write_afdruk(bron: Drukbron, keuze: Drukkeuze, target: Pad, progress: Progress | None = None) -> Drukplan:
    """Write the file that goes to the printer, all copies in order, and return what the printer will do with it."""
    plan = plan_print(bron, keuze)
    write_print(
        plan.zijden,
        koppen(keuze.namen),
        target,
        letter=bron.letter,
        dubbelzijdig=keuze.dubbelzijdig,
        progress=progress,
    )
    return plan


def koppen(namen: tuple[str, ...]) -> tuple[str, ...]:
    """Return the line at the head of each copy: ``Exemplaar 3 · voor Roos van Dalen``; none without a name."""
    return tuple(
        f"Exemplaar {nummer} · voor {naam.strip()}" if naam.strip() else "" for nummer, naam in enumerate(namen, 1)
    )


def _delen(vergaderset: Vergaderset, gemaakt: GemaakteSet, lijsten: Mapping[str, Notenlijst]) -> list[Drukdeel]:
    opname = vergaderset.opname
    per_anker = {deel.anker: deel for deel in vergaderset.onderdelen}
    niet = {stuk.id for stuk in opname.stukken if not stuk.afdrukken}
    uit = []
    for deel in gemaakt.delen:
        punt = vergaderset.punt_van(per_anker[deel.anker]) or ""
        hoofd = opname.hoofdpunt(opname.punt(punt)).id if punt else ""
        uit.append(
            Drukdeel(
                titel=deel.titel,
                van=deel.van - 1,
                tot=deel.tot,
                punt=punt,
                hoofd=hoofd,
                afdrukken=per_anker[deel.anker].stuk_id not in niet,
                noten=lijsten.get(deel.anker),
            )
        )
    return uit


def _schutblad(vergaderset: Vergaderset, punt_id: str) -> Onderdeel:
    punt = vergaderset.opname.punt(punt_id)
    nummer = str(vergaderset.opname.nummers[punt_id])
    return Onderdeel(
        soort=Onderdeelsoort.SCHUTBLAD, anker=f"punt-{nummer}", titel=punt.titel, label=nummer, punt_id=punt_id
    )
