"""What a closed dossier freezes (K8): every row that stands under its meeting, by what the schema says it refers to.

The statements stand in the triggers that record (``store.opnemen``), so that they hold for whoever changes a row on
this laptop, and not for what others did before they knew of it: then nothing is recorded. What may still change is
named here.
"""

from collections.abc import Mapping

from tk_desktop.store.reizend import Vanwie
from tk_desktop.store.vormen import Verwijzing, Vorm

VERGADERING = "vergadering"

BLIJFT_OPEN = {
    "dossier": "gaat over het dossier: hoe lang het wordt bewaard",
    "dossier_stap": "gaat over het dossier: sluiten en heropenen",
    "geheimhouding_stuk": "geheimhouding loopt door na het sluiten",
    "geheimhouding_punt": "geheimhouding loopt door na het sluiten",
    "weglakking": "wie iets later openbaar maakt, lakt wat dan weg moet",
    "gelakt": "wie iets later openbaar maakt, lakt wat dan weg moet",
    "uitgave": "wat later nog wordt verzonden, wordt bijgehouden",
    "uitgave_deel": "wat later nog wordt verzonden, wordt bijgehouden",
    "uitgave_ontvanger": "wat later nog wordt verzonden, wordt bijgehouden",
    "uitgave_bestand": "wat later nog wordt verzonden, wordt bijgehouden",
    "aanvaarding": "ook bij een set die later wordt gemaakt, wordt een bevinding aanvaard",
    "opmerking": "wie later nog iets vraagt, krijgt antwoord; het staat op geen stuk",
}
"""Tables under a meeting that may change when its dossier is closed, each with the reason."""

VRIJ = {
    ("vergadering", "uid"): "het nummer waaronder agenda's van anderen haar kennen",
    ("stuk", "afdrukken"): "hoe het wordt geprint",
    ("stukversie", "paginas"): "volgt uit het bestand",
    ("stukversie", "tekstlaag"): "volgt uit het bestand",
    ("stukversie", "pdf_sha256"): "de bladzijden van een Office-bestand, later gemaakt",
    ("stukversie", "omgezet_met"): "de bladzijden van een Office-bestand, later gemaakt",
    ("stukversie", "getekend"): "volgt uit het bestand",
    ("nota", "bewerkt"): "wanneer er het laatst aan is gewerkt",
}
"""Columns that may change, each with the reason; secrecy (``Reizend.streng``, the duty) goes on by itself."""

_GEHEIM = ("geheimhouding_id",)


def pad(vormen: Mapping[str, Vorm], tabel: str, rij: str) -> str:
    """Return the SQL of the meeting that a row stands under; empty where the table has none.

    ``rij`` is how the row is called: ``new`` or ``old``. A row goes under what it cannot be without.
    """
    if tabel == VERGADERING:
        return f"{rij}.id"
    return _weg(vormen, vormen[tabel], f"{rij}.")


def _weg(vormen: Mapping[str, Vorm], vorm: Vorm, rij: str) -> str:
    """Return the first way over what a row always refers to; of what it may refer to, whichever it does."""
    altijd: list[str] = []
    soms: list[str] = []
    for een in vorm.verwijzingen.values():
        if not een.houdt or een.naar == vorm.tabel:
            continue
        waarde = f"{rij}{een.kolom}"
        weg = waarde if een.naar == VERGADERING else ""
        if not weg and (verder := _weg(vormen, vormen[een.naar], "")):
            weg = f"(SELECT {verder} FROM {een.naar} WHERE id={waarde})"
        if weg:
            (altijd if vorm.kolommen[een.kolom].verplicht else soms).append(weg)
    if altijd:
        return min(altijd, key=len)
    return f"coalesce({','.join(soms)})" if len(soms) > 1 else "".join(soms)


def bevroren(vormen: Mapping[str, Vorm], tabel: str) -> bool:
    """Tell whether rows of a table are frozen with the dossier of their meeting."""
    eigen = vormen[tabel].reizend.vanwie is Vanwie.EIGEN
    return not eigen and tabel not in BLIJFT_OPEN and bool(pad(vormen, tabel, "new"))


def vergadering(vormen: Mapping[str, Vorm], tabel: str, rij: str) -> str:
    """Return the SQL of the meeting whose closed dossier keeps a row as it is (``pad``); NULL where none does."""
    return pad(vormen, tabel, rij) if bevroren(vormen, tabel) else "NULL"


def vaste_kolommen(vormen: Mapping[str, Vorm], tabel: str) -> frozenset[str]:
    """Return the columns that stay as they are in a closed dossier, whatever happens elsewhere."""
    vorm = vormen[tabel]
    niet = {*(een.kolom for een in _losse(vorm)), *vorm.reizend.streng, *_GEHEIM}
    return frozenset(naam for naam in vorm.kolommen if naam not in niet and (tabel, naam) not in VRIJ)


def losgemaakt(vormen: Mapping[str, Vorm], tabel: str) -> str:
    """Return the SQL that tells whether a row refers to something else by itself, not because that went elsewhere."""
    if not bevroren(vormen, tabel):
        return "0"
    uit = []
    for een in _losse(vormen[tabel]):
        er_nog = f"EXISTS(SELECT 1 FROM {een.naar} WHERE id=old.{een.kolom})"
        uit.append(f"old.{een.kolom} IS NOT new.{een.kolom} AND(new.{een.kolom} IS NOT NULL OR {er_nog})")
    return " OR ".join(uit) or "0"


def _losse(vorm: Vorm) -> list[Verwijzing]:
    """Return what a row may refer to and shows nothing of when that is gone."""
    return [een for een in vorm.verwijzingen.values() if not een.houdt and een.kolom not in _GEHEIM]
