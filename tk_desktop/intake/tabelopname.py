"""Taking over the tables of amounts of a paper: read from its file, looked at, and only then stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tk_desktop.base.errors import TkError
from tk_desktop.base.kluispad import Pad
from tk_desktop.base.leesproces import Lezer
from tk_desktop.base.progress import Progress
from tk_desktop.domain.cijfertabel import Cijfertabel, Stuktabel
from tk_desktop.domain.stuk import Stukversie
from tk_desktop.intake.bestanden import NietsGevonden, lees_bestanden
from tk_desktop.intake.bestandssoorten import TEKST, WORD
from tk_desktop.intake.bronregels import Vindplaats
from tk_desktop.intake.cijferblad import vind_bladtabellen
from tk_desktop.intake.cijferplek import find_plekken
from tk_desktop.intake.cijfertekst import vind_tabellen
from tk_desktop.intake.gelezen import GelezenBestand
from tk_desktop.intake.ledenlijst import LedenlijstOnleesbaar
from tk_desktop.intake.tekst import herstelde_regels
from tk_desktop.intake.tekstvorm import GeenTekst, tekst_van
from tk_desktop.intake.wordblokken import regels_van
from tk_desktop.intake.wordcijfers import vind_wordtabellen
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.paper.word_reading import lees_word
from tk_desktop.store.werkmap import Store


class GeenTabellen(TkError):
    """A paper was asked for its tables of amounts and has none."""

    code = "TK-I65"
    melding = "In ‘{titel}’ staan geen tabellen met bedragen die TK Desktop herkent."
    veilig = "Er is niets gewijzigd."
    advies = "Tabellen als plaatje kan het programma niet lezen."


class IntussenNieuweVersie(TkError):
    """Tables were read from a file that is no longer the newest version of its paper."""

    code = "TK-I66"
    melding = "Van ‘{titel}’ kwam intussen een nieuwe versie; de tabellen van de oude zijn niet overgenomen."
    veilig = "Er is niets gewijzigd."
    advies = "Lees de tabellen opnieuw."


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabelbron:
    """The tables of a file with what to look at beside them: where each row stands on a page, or the lines of a text.

    ``Cijferrij.regel`` counts those lines from 1.
    """

    tabellen: tuple[Cijfertabel, ...]
    plekken: tuple[tuple[Vindplaats, ...], ...] = ()
    regels: tuple[str, ...] = ()


def read_rapport_met_geld(bron: Path, lezer: Lezer, progress: Progress) -> GelezenBestand:
    """Return a received file that is looked at for its amounts alone; raises ``GeenTabellen`` or its own fault.

    That it is no agenda and no list of members, is not what was asked.
    """
    try:
        (gelezen,) = lees_bestanden([bron], progress, lezer=lezer)
    except (NietsGevonden, LedenlijstOnleesbaar) as fout:
        raise GeenTabellen(titel=bron.name) from fout
    if not gelezen.tabellen:
        raise GeenTabellen(titel=bron.name)
    return gelezen


def read_tabellen(bron: Pad, media: str, titel: str, bekend: Sequence[Cijfertabel] = ()) -> Tabelbron:
    """Return the tables of amounts in a kept file: with pages, a text, or Word.

    Of the tables that are ``bekend`` it gives what stands beside them.

    Raises ``GeenTabellen``, or the fault of the file.
    """
    if media == TEKST:
        regels = herstelde_regels(_tekst(bron, titel))
        gevonden = tuple(bekend) or vind_tabellen(regels)
        beeld = Tabelbron(tabellen=gevonden, regels=tuple(regel.tekst for regel in regels))
    elif media == WORD and isinstance(bron, Path):
        blokken = lees_word(bron).blokken
        gevonden = tuple(bekend) or vind_wordtabellen(blokken)
        beeld = Tabelbron(tabellen=gevonden, regels=tuple(regels_van(blokken)))
    else:
        gevonden = tuple(bekend) or vind_bladtabellen(bron, lees_pdf(bron).paginas)
        beeld = Tabelbron(tabellen=gevonden, plekken=find_plekken(bron, gevonden))
    if not gevonden:
        raise GeenTabellen(titel=titel)
    return beeld


def _tekst(bron: Pad, titel: str) -> str:
    """Return the words of a text; one that was put with an item is kept whatever its bytes are."""
    try:
        with bron.open("rb") as stroom:
            return tekst_van(stroom.read())
    except GeenTekst as fout:
        raise GeenTabellen(titel=titel) from fout


def keep_tabellen(store: Store, versie: Stukversie, tabellen: Sequence[Cijfertabel]) -> tuple[Stuktabel, ...]:
    """Make these the tables of a paper, as read from this version of it.

    Raises ``IntussenNieuweVersie`` when it is not the newest any more.
    """
    with store.transaction():
        if store.versies.van_stuk(versie.stuk_id)[-1].sha256 != versie.sha256:
            raise IntussenNieuweVersie(titel=store.stukken.get(versie.stuk_id).titel)
        store.cijfertabellen.bewaar(versie.stuk_id, versie.sha256, tabellen)
        return store.cijfertabellen.van_stuk(versie.stuk_id)


def correct_tabel(store: Store, tabel: Stuktabel) -> None:
    """Write what was corrected in a table that was taken over: the rows and cells that are others, and the doubts."""
    with store.transaction():
        store.cijfertabellen.verander(tabel)


def drop_tabellen(store: Store, stuk_id: str) -> None:
    """Remove the tables of a paper; its file stays."""
    with store.transaction():
        store.cijfertabellen.verwijder(stuk_id)
