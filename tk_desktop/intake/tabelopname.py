"""Taking over the tables of amounts of a paper: read from its file, looked at, and only then stored."""

from collections.abc import Sequence

from tk_desktop.base.errors import TkError
from tk_desktop.base.kluispad import Pad
from tk_desktop.domain.cijfertabel import Cijfertabel, Stuktabel
from tk_desktop.domain.stuk import Stukversie
from tk_desktop.intake.bestandssoorten import TEKST
from tk_desktop.intake.cijferblad import vind_bladtabellen
from tk_desktop.intake.cijfertekst import vind_tabellen
from tk_desktop.intake.tekst import herstelde_regels
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.store.werkmap import Store


class GeenTabellen(TkError):
    """A paper was asked for its tables of amounts and has none."""

    code = "TK-I65"
    melding = "In ‘{titel}’ staan geen tabellen met bedragen die TK Desktop herkent."
    advies = "Tabellen als plaatje kan het programma niet lezen. Er is niets gewijzigd."


class IntussenNieuweVersie(TkError):
    """Tables were read from a file that is no longer the newest version of its paper."""

    code = "TK-I66"
    melding = "Van ‘{titel}’ kwam intussen een nieuwe versie; de tabellen van de oude zijn niet overgenomen."
    advies = "Lees de tabellen opnieuw. Er is niets gewijzigd."


def read_tabellen(bron: Pad, media: str, titel: str) -> tuple[Cijfertabel, ...]:
    """Return the tables of amounts in a kept file with pages, or in a text.

    Raises ``GeenTabellen``, or the fault of the file.
    """
    if media == TEKST:
        with bron.open("rb") as stroom:
            tekst = stroom.read().decode("utf-8-sig", "replace")
        gevonden = vind_tabellen(herstelde_regels(tekst.replace("\r\n", "\n")))
    else:
        gevonden = vind_bladtabellen(bron, lees_pdf(bron).paginas)
    if not gevonden:
        raise GeenTabellen(titel=titel)
    return gevonden


def keep_tabellen(store: Store, versie: Stukversie, tabellen: Sequence[Cijfertabel]) -> tuple[Stuktabel, ...]:
    """Make these the tables of a paper, as read from this version of it.

    Raises ``IntussenNieuweVersie`` when it is not the newest any more.
    """
    with store.transaction():
        if store.versies.van_stuk(versie.stuk_id)[-1].sha256 != versie.sha256:
            raise IntussenNieuweVersie(titel=store.stukken.get(versie.stuk_id).titel)
        store.cijfertabellen.bewaar(versie.stuk_id, versie.sha256, tabellen)
        return store.cijfertabellen.van_stuk(versie.stuk_id)


def drop_tabellen(store: Store, stuk_id: str) -> None:
    """Remove the tables of a paper; its file stays."""
    with store.transaction():
        store.cijfertabellen.verwijder(stuk_id)
