"""Keeping a question that one puts more often (K7): for oneself alone, and put again in one step."""

from tk_desktop.base.errors import TkError
from tk_desktop.base.ids import only_id
from tk_desktop.domain.zoekvraag import Zoekvraag
from tk_desktop.pack.zoeken import Keuze
from tk_desktop.store.werkmap import Store


class NietsTeZoeken(TkError):
    """A question without words was to be kept."""

    code = "TK-V32"
    melding = "Er staat geen zoekvraag om te bewaren."
    veilig = "Er is niets bewaard."
    advies = "Typ eerst waarnaar u zoekt."


def keep_zoekvraag(store: Store, vraag: str, keuze: Keuze, *, eigenaar: str) -> Zoekvraag:
    """Keep a question with what it is narrowed by; the same one is kept once. Raises ``NietsTeZoeken``."""
    if not vraag.strip():
        raise NietsTeZoeken
    zicht = "" if keuze.besloten is None else "besloten" if keuze.besloten else "openbaar"
    jaar = str(keuze.jaar)
    delen = (eigenaar, vraag.strip(), keuze.gremium, jaar, keuze.soort, keuze.besluit, keuze.persoon, zicht)
    een = Zoekvraag(
        id=only_id("zoekvraag", *delen),
        eigenaar=eigenaar,
        vraag=vraag.strip(),
        gremium=keuze.gremium,
        jaar=keuze.jaar,
        soort=keuze.soort,
        besluit=keuze.besluit,
        persoon=keuze.persoon,
        zicht=zicht,
    )
    with store.transaction():
        store.zoekvragen.save(een)
    return een


def drop_zoekvraag(store: Store, id_: str) -> None:
    """Keep a question no longer."""
    with store.transaction():
        store.zoekvragen.delete(id_)


def choice_of(een: Zoekvraag) -> Keuze:
    """Return by what a kept question is narrowed."""
    return Keuze(
        gremium=een.gremium,
        jaar=een.jaar,
        soort=een.soort,
        besluit=een.besluit,
        persoon=een.persoon,
        besloten=None if not een.zicht else een.zicht == "besloten",
    )
