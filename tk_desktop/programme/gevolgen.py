"""What besluiten did to a programme: said of a project or a line, and told from the side of the besluit too (N5)."""

from dataclasses import replace

from tk_desktop.base.ids import only_id
from tk_desktop.domain.begroting import Bedragsoort, Begrotingsregel, Besluitgevolg
from tk_desktop.domain.besluit import Besluit
from tk_desktop.domain.getal import euro
from tk_desktop.programme.begroting import link_besluit
from tk_desktop.store.werkmap import Store

_LANGST = 120
"""Letters of a besluit that name it where it has no number."""
_WEG = "Een besluit dat niet meer in deze werkmap staat"


def read_gevolgen(store: Store, programma_id: str) -> tuple[Besluitgevolg, ...]:
    """Return what besluiten did to a programme, each under the name and day that its besluit has now.

    Of a besluit that is not for everybody the programme names the number alone.
    """
    return tuple(_named(store, een) for een in store.programma.gevolgen.van(programma_id))


def changed_by(store: Store, besluit_id: str) -> tuple[str, ...]:
    """Return what a besluit changed, a line each: ``Begrotingsregel ‘Kade’ (2026-1), € 5.000,-``."""
    return tuple(_wat(store, een) for een in store.programma.gevolgen.van_besluit(besluit_id))


def join_besluit(store: Store, programma_id: str, besluit_id: str, *, project_id: str = "", regel_id: str = "") -> None:
    """Say that a besluit of this werkmap changed a project or a line; a line with what its budget was changed by.

    Raises ``NietGevonden``.
    """
    with store.transaction():
        link_besluit(
            store,
            programma_id,
            besluit_id=besluit_id,
            projecten=[project_id] if project_id else [],
            regels=[(regel_id, _wijziging(store.programma.regels.get(regel_id)))] if regel_id else [],
        )


def naam_van(besluit: Besluit) -> str:
    """Return how a besluit is called beside a line: its number, and how its text begins."""
    tekst = " ".join(besluit.tekst.split())
    kort = f"{tekst[:_LANGST].rstrip()}…" if len(tekst) > _LANGST else tekst
    return " ".join(deel for deel in (besluit.nummer, kort) if deel) or besluit.uitkomst.value


def _named(store: Store, een: Besluitgevolg) -> Besluitgevolg:
    if een.besluit_id is None:
        return een if _is_van_elders(een) else replace(een, wat=_WEG)
    besluit = store.besluiten.get(een.besluit_id)
    open_naam = (besluit.nummer or "Een besloten besluit") if _is_besloten(store, besluit) else naam_van(besluit)
    return replace(een, wat=open_naam, datum=besluit.datum)


def _is_van_elders(een: Besluitgevolg) -> bool:
    """Tell whether the words are of a besluit that never was in this werkmap.

    An older program kept the words of one that was, too: those go with their besluit, and are not told any more.
    """
    doel = een.project_id or een.regel_id or een.bouwsteen_id or ""
    return bool(een.wat) and een.id == only_id("besluitgevolg", een.wat, doel)


def _is_besloten(store: Store, besluit: Besluit) -> bool:
    punt = store.agendapunten.get(besluit.agendapunt_id)
    return besluit != besluit.open_variant() or besluit.besloten or store.opname(punt.vergadering_id).is_besloten(punt)


def _wijziging(regel: Begrotingsregel) -> int | None:
    begroot, gewijzigd = regel.bedrag(Bedragsoort.BEGROTING), regel.bedrag(Bedragsoort.GEWIJZIGD)
    return None if begroot is None or gewijzigd is None else gewijzigd - begroot


def _wat(store: Store, een: Besluitgevolg) -> str:
    bedrag = f", {euro(een.bedrag)}" if een.bedrag is not None else ""
    if een.regel_id is not None:
        regel = store.programma.regels.get(een.regel_id)
        return f"Begrotingsregel ‘{regel.naam}’ ({regel.periode}){bedrag}"
    if een.project_id is not None:
        return f"Project ‘{store.programma.projecten.get(een.project_id).naam}’"
    return f"Een bouwsteen{bedrag}"
