"""The notes of a reader in the open form of the W3C: Web Annotations in JSON-LD (F10)."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tk_desktop.base.files import replacing
from tk_desktop.domain.aantekening import SECRETARIAAT, Aantekening, Anker, Oordeel, Plaats, Soort, Zicht
from tk_desktop.domain.datum import lang
from tk_desktop.domain.momentopname import Momentopname
from tk_desktop.domain.notenstijl import Kleur
from tk_desktop.domain.webnoot import ANTWOORD, CONTEXT, EIGEN, FORMAAT, MOTIEF, PDF_FRAGMENT, PUNT, VERSIE, urn
from tk_desktop.export.annotaties import readable
from tk_desktop.export.notitieregels import paper_names

Ding = dict[str, Any]

_TINT = {Kleur.GEEL: "#ffe36e", Kleur.GROEN: "#b7e4a4", Kleur.BLAUW: "#a9d5f5", Kleur.ROZE: "#f6b6cf"}
_STIJL = {
    Soort.ONDERSTREPING: "text-decoration: underline",
    Soort.DOORHALING: "text-decoration: line-through",
}


def write_w3c(opname: Momentopname, aantekeningen: Iterable[Aantekening], target: Path, *, lezer: str) -> Path:
    """Write the notes that somebody may read to ``target`` and return it; the same notes give the same bytes.

    Raises ``NietSchrijfbaar`` or ``SchijfVol``.
    """
    tekst = json.dumps(as_collection(opname, aantekeningen, lezer), ensure_ascii=False, indent=1, allow_nan=False)
    with replacing(target) as half:
        half.write_bytes(f"{tekst}\n".encode())
    return target


def as_collection(opname: Momentopname, aantekeningen: Iterable[Aantekening], lezer: str) -> Ding:
    """Return the notes as an ``AnnotationCollection`` of one page."""
    noten = readable(aantekeningen, lezer)
    namen = paper_names(opname)
    items = [item for een in noten for item in _items(een, namen.get(een.papier, ""))]
    naam = urn(hashlib.sha256(" ".join([opname.vergadering.id, *(een.id for een in noten)]).encode()).hexdigest()[:32])
    return {
        "@context": [CONTEXT, {"tk": EIGEN}],
        "id": naam,
        "type": "AnnotationCollection",
        "label": f"Aantekeningen {opname.gremium.naam}, {lang(opname.vergadering.datum)}",
        "creator": {"type": "Person", "name": lezer},
        "total": len(items),
        "tk:formaat": FORMAAT,
        "tk:vergadering": opname.vergadering.id,
        "first": {
            "id": f"{naam}#1",
            "type": "AnnotationPage",
            "partOf": naam,
            "startIndex": 0,
            "items": items,
        },
    }


def _items(een: Aantekening, papier: str) -> Iterator[Ding]:
    """Yield a note and the answer to it, which is a note of its own."""
    yield _item(een, papier)
    if een.antwoord:
        yield {
            "id": f"{urn(een.id)}#antwoord",
            "type": "Annotation",
            "motivation": ANTWOORD,
            "creator": {"type": "Organization", "name": SECRETARIAAT},
            "modified": een.gewijzigd.isoformat(),
            "body": _woorden(een.antwoord, ANTWOORD),
            "target": urn(een.id),
        }


def _item(een: Aantekening, papier: str) -> Ding:
    doelen = [_doel(plaats, een, papier) for plaats in een.plaatsen]
    punt = f"{PUNT}{een.agendapunt_id}" if een.agendapunt_id else f"{PUNT}onbekend"
    return {
        "id": urn(een.id),
        "type": "Annotation",
        "motivation": MOTIEF[een.soort],
        "creator": {"type": "Person", "name": een.eigenaar},
        "created": een.gemaakt.isoformat(),
        "modified": een.gewijzigd.isoformat(),
        "body": _body(een),
        "target": (doelen[0] if len(doelen) == 1 else doelen) or punt,
        "stylesheet": {"type": "CssStylesheet", "value": f".{een.kleur.value} {{ {_css(een)} }}"},
        "tk:soort": een.soort.value,
        "tk:kleur": een.kleur.value,
        "tk:papier": een.papier,
        **({"tk:agendapunt": een.agendapunt_id} if een.agendapunt_id is not None else {}),
        "tk:zicht": een.zicht.value,
        **({"tk:gedeeldMet": list(een.gedeeld_met)} if een.gedeeld_met and een.zicht is Zicht.GEDEELD else {}),
        **({"tk:lijnen": _lijnen(een)} if een.lijnen else {}),
    }


def _body(een: Aantekening) -> list[Ding]:
    woorden = [_woorden(een.tekst, "questioning" if een.soort is Soort.VRAAG else "commenting")] if een.tekst else []
    return woorden + [{"type": "TextualBody", "value": label, "purpose": "tagging"} for label in een.labels]


def _woorden(tekst: str, waarom: str) -> Ding:
    return {"type": "TextualBody", "value": tekst, "format": "text/plain", "language": "nl", "purpose": waarom}


def _doel(plaats: Plaats, een: Aantekening, papier: str) -> Ding:
    anker = plaats.anker
    return {
        "type": "SpecificResource",
        "source": {
            "id": f"{VERSIE}{anker.versie}",
            "type": "Text",
            "format": "application/pdf",
            **({"label": papier} if papier else {}),
        },
        "styleClass": een.kleur.value,
        "selector": _selectors(anker),
        **({"tk:oordeel": plaats.oordeel.value} if plaats.oordeel is not Oordeel.GEMAAKT else {}),
        **({"tk:reden": plaats.reden} if plaats.reden else {}),
        **({"tk:vlakken": _vlakken(anker)} if anker.vlakken else {}),
    }


def _selectors(anker: Anker) -> list[Ding]:
    """Return the place in two ways: offsets in the text of its page, and its words with what stands around them.

    A passage over more pages is a range from an offset on the first page to one on the last.
    """
    if anker.eindpagina == anker.pagina:
        waar = _op_blad(anker.pagina, anker.begin, anker.eind)
    else:
        waar = {
            "type": "RangeSelector",
            "startSelector": _op_blad(anker.pagina, anker.begin, anker.begin),
            "endSelector": _op_blad(anker.eindpagina, anker.eind, anker.eind),
        }
    if not (anker.citaat or anker.voor or anker.na):
        return [waar]
    citaat = {"type": "TextQuoteSelector", "exact": anker.citaat, "prefix": anker.voor, "suffix": anker.na}
    return [waar, citaat]


def _op_blad(pagina: int, begin: int, eind: int) -> Ding:
    return {
        "type": "FragmentSelector",
        "conformsTo": PDF_FRAGMENT,
        "value": f"page={pagina}",
        "refinedBy": {"type": "TextPositionSelector", "start": begin, "end": eind},
    }


def _vlakken(anker: Anker) -> list[list[float]]:
    """Return rectangles as page, left, bottom, right, top, in points from the lower left corner as seen."""
    return [[vlak.pagina, vlak.x0, vlak.y0, vlak.x1, vlak.y1] for vlak in anker.vlakken]


def _lijnen(een: Aantekening) -> list[Ding]:
    """Return strokes as points: from the left, from the bottom, pressure."""
    return [
        {"tk:pagina": lijn.pagina, "tk:punten": [[punt.x, punt.y, punt.druk] for punt in lijn.punten]}
        for lijn in een.lijnen
    ]


def _css(een: Aantekening) -> str:
    return f"{_STIJL.get(een.soort, 'background-color:')} {_TINT[een.kleur]}"
