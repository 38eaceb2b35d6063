"""Notes in the open form of the W3C, Web Annotations in JSON-LD, as notes on the papers of a meeting (F10, F13).

What TK Desktop wrote comes back whole; of other programs the words, the passage and its writer are taken. Nothing that
a file names is fetched or followed.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from tk_desktop.base.errors import TkError
from tk_desktop.domain.aantekening import (
    SECRETARIAAT,
    Aantekening,
    Anker,
    Inktpunt,
    Lijn,
    Oordeel,
    Plaats,
    Soort,
    Vlak,
    Zicht,
)
from tk_desktop.domain.notenstijl import Kleur
from tk_desktop.domain.volgorde import tussen
from tk_desktop.domain.webnoot import ANTWOORD, FORMAAT, SOORT_BIJ_MOTIEF, VERSIE, id_of
from tk_desktop.intake.citaatplek import Citaatzoeker, place_lost
from tk_desktop.intake.jsonwaarde import JsonFout, Waarde, read_json
from tk_desktop.intake.notitieinname import (
    GeenAantekeningen,
    GelezenNotities,
    HoortBijAndereVergadering,
    Leespapier,
    derived_id,
    note_id,
    unique,
)

_MEESTE_BYTES = 20_000_000
_MEESTE = 20_000
_LANGSTE_TEKST = 20_000
_LANGSTE_CITAAT = 500_000
_LANGSTE_NAAM = 400
_MEESTE_DELEN = 2_000
_MEESTE_PUNTEN = 20_000
_MEESTE_LABELS = 50
_BLAD = re.compile(r"(?:.*&)?page=(\d{1,6})(?:&.*)?", re.S)
_CODE = re.compile(r"<[^<>]*>")
_SOM = re.compile(r"[0-9a-f]{64}")
K = TypeVar("K", bound=StrEnum)


class W3cOnleesbaar(TkError):
    """A file that is no set of Web Annotations, or in which something is out of order or out of all measure."""

    code = "TK-I34"
    melding = "‘{bestand}’ kan niet worden gelezen als W3C-aantekeningen: {oorzaak}."
    veilig = "Er is niets overgenomen."
    advies = "Laat het andere programma de aantekeningen opnieuw bewaren als W3C Web Annotation (JSON-LD)."


def read_w3c(bron: Path, vergadering_id: str, papieren: Sequence[Leespapier], *, moment: datetime) -> GelezenNotities:
    """Return the notes in a file as notes on these papers; ``moment`` is when one was written that does not say so.

    A note finds its paper by the SHA-256 of what was read, else by its words; one that is found nowhere goes to the
    tray of the first paper. Raises ``W3cOnleesbaar``, ``GeenAantekeningen``, ``HoortBijAndereVergadering`` or
    ``BestandNietGevonden``.
    """
    try:
        geheel = read_json(bron, _MEESTE_BYTES)
        lezer = _Lezer(vergadering_id, papieren, moment, eigen=_is_van(geheel, vergadering_id))
        noten = lezer.place(unique(lezer.read(list(_items(geheel)))))
    except JsonFout as fout:
        raise W3cOnleesbaar(bestand=bron.name, oorzaak=str(fout)) from fout
    if not noten:
        raise GeenAantekeningen(bestand=bron.name)
    if not any(een.plaats is None or een.plaats.oordeel is not Oordeel.NIET_GEVONDEN for een in noten):
        raise HoortBijAndereVergadering(bestand=bron.name)
    return GelezenNotities(aantekeningen=noten, teksten=lezer.teksten, overgeslagen=lezer.overgeslagen)


def _is_van(geheel: Waarde, vergadering_id: str) -> bool:
    """Tell whether the names of papers and items in a file are those of this meeting; refuse a newer form."""
    formaat = geheel.get("tk:formaat")
    if formaat is not None and formaat.geheel() > FORMAAT:
        raise JsonFout("het bestand is van een nieuwere versie van TK Desktop")
    vergadering = geheel.get("tk:vergadering")
    return vergadering is not None and vergadering.tekst(_LANGSTE_NAAM) == vergadering_id


def _items(geheel: Waarde) -> Iterator[Waarde]:
    """Yield the annotations of a collection, of a page, of a list, or the only one there is."""
    eerste = geheel.get("first")
    bron = eerste if eerste is not None and eerste.is_ding else geheel
    rij = bron.get("items")
    for item in (rij or bron).rij(_MEESTE, "aantekening"):
        if not item.is_ding:
            raise JsonFout("er staan geen aantekeningen in zoals het W3C die beschrijft")
        if "Annotation" in _types(item):
            yield item
        elif rij is not None:
            raise JsonFout("er staat iets tussen dat geen aantekening is")


class _Lezer:
    """Makes notes of annotations."""

    def __init__(self, vergadering_id: str, papieren: Sequence[Leespapier], moment: datetime, *, eigen: bool) -> None:
        self._vergadering_id = vergadering_id
        self._papieren = papieren
        self._op_versie = {papier.versie: papier for papier in papieren}
        self._op_sleutel = {papier.sleutel: papier for papier in papieren}
        self._moment = moment
        self._eigen = eigen
        self._zoeker = Citaatzoeker(papieren)
        self.overgeslagen = 0

    @property
    def teksten(self) -> dict[str, tuple[str, ...]]:
        """The words of the papers that were looked in."""
        return self._zoeker.gelezen

    def read(self, items: Sequence[Waarde]) -> list[Aantekening]:
        """Return the notes, each with the answers to it."""
        antwoorden: dict[str, list[str]] = {}
        noten: list[tuple[str, Aantekening]] = []
        for item in items:
            if ANTWOORD in _namen(item, "motivation"):
                doel = _doelnaam(item)
                antwoorden.setdefault(doel, []).append(_als_antwoord(item))
            else:
                noten.append((_tekst(item, "id", _LANGSTE_NAAM), self._noot(item)))
        bekend = {naam for naam, _ in noten}
        self.overgeslagen += sum(len(rij) for naam, rij in antwoorden.items() if naam not in bekend)
        return [replace(een, antwoord="\n".join(filter(None, antwoorden.get(naam, [])))) for naam, een in noten]

    def place(self, noten: Sequence[Aantekening]) -> tuple[Aantekening, ...]:
        """Return the notes, with those whose words are nowhere put where words much like them stand."""
        return place_lost(noten, self._papieren, self._zoeker.pages)

    def _noot(self, item: Waarde) -> Aantekening:
        naam = id_of(_tekst(item, "id", _LANGSTE_NAAM))
        doelen = [doel for doel in _delen(item, "target") if doel.is_ding]
        id_ = note_id(self._vergadering_id, naam or _kenmerk(item, doelen))
        soort = _keuze(item, "tk:soort", Soort) or self._soort(item, doelen)
        op_punt = soort is Soort.PUNTNOTITIE
        papier, plaatsen = ("", ()) if op_punt else self._plaatsen(item, doelen, id_)
        gemaakt = item.get("created") or item.get("modified")
        gewijzigd = item.get("modified") or item.get("created")
        zicht = _keuze(item, "tk:zicht", Zicht) or Zicht.PRIVE
        return Aantekening(
            id=id_,
            vergadering_id=self._vergadering_id,
            papier=papier,
            agendapunt_id=self._punt(item, papier),
            soort=soort,
            kleur=_keuze(item, "tk:kleur", Kleur) or Kleur.GEEL,
            tekst=_woorden(item),
            eigenaar=_maker(item),
            zicht=zicht,
            gemaakt=gemaakt.moment() if gemaakt else self._moment,
            gewijzigd=gewijzigd.moment() if gewijzigd else self._moment,
            lijnen=tuple(_lijnen(item)),
            plaatsen=plaatsen,
            labels=_labels(item),
            gedeeld_met=_gedeeld_met(item) if zicht is Zicht.GEDEELD else (),
        )

    def _soort(self, item: Waarde, doelen: Sequence[Waarde]) -> Soort:
        """Return what a note of another program is; without words under it, it belongs to its page."""
        soorten = (SOORT_BIJ_MOTIEF[naam] for naam in _namen(item, "motivation") if naam in SOORT_BIJ_MOTIEF)
        soort = next(soorten, Soort.NOTITIE)
        op_woorden = any(_citaat(doel)[0] for doel in doelen)
        return soort if op_woorden or soort is Soort.VRAAG else Soort.BLADNOTITIE

    def _punt(self, item: Waarde, papier: str) -> str | None:
        if self._eigen:
            return _tekst(item, "tk:agendapunt", _LANGSTE_NAAM) or None
        bekend = self._op_sleutel.get(papier)
        return bekend.agendapunt_id if bekend else None

    def _plaatsen(self, item: Waarde, doelen: Sequence[Waarde], id_: str) -> tuple[str, tuple[Plaats, ...]]:
        """Return the paper of a note and its places: as they are told, else where its words are found."""
        sleutel = _tekst(item, "tk:papier", _LANGSTE_NAAM) if self._eigen else ""
        verteld = [(doel, _versie(doel)) for doel in doelen]
        bekend = next((self._op_versie[versie] for _, versie in verteld if versie in self._op_versie), None)
        if sleutel or bekend is not None:
            met_som = [(doel, versie) for doel, versie in verteld if _SOM.fullmatch(versie)]
            return sleutel or (bekend.sleutel if bekend else ""), tuple(_alle_plaatsen(met_som, id_))
        for doel in doelen:
            gevonden = self._zoeker.find(*_citaat(doel))
            if gevonden is not None:
                papier, anker = gevonden
                return papier.sleutel, (Plaats(id=derived_id(id_, anker.versie), volgorde=tussen(), anker=anker),)
        return self._nergens(doelen, id_)

    def _nergens(self, doelen: Sequence[Waarde], id_: str) -> tuple[str, tuple[Plaats, ...]]:
        if not self._papieren:
            raise JsonFout("bij deze vergadering is er geen stuk waar een aantekening op kan staan")
        papier = self._papieren[0]
        citaat, voor, na = _citaat(doelen[0]) if doelen else ("", "", "")
        plaats = Plaats(
            id=derived_id(id_, papier.versie),
            volgorde=tussen(),
            anker=Anker(versie=papier.versie, pagina=1, citaat=citaat, voor=voor, na=na),
            oordeel=Oordeel.NIET_GEVONDEN,
            reden="woorden staan in geen stuk",
        )
        return papier.sleutel, (plaats,)


def _alle_plaatsen(doelen: Sequence[tuple[Waarde, str]], id_: str) -> Iterator[Plaats]:
    """Yield the place in each version, the oldest first as they stand in the file."""
    volgorde, gezien = "", set[str]()
    for doel, versie in doelen:
        if versie not in gezien:
            gezien.add(versie)
            volgorde = tussen(volgorde)
            yield _plaats(doel, versie, id_, volgorde)


def _plaats(doel: Waarde, versie: str, id_: str, volgorde: str) -> Plaats:
    pagina, begin, eindpagina, eind = _bereik(doel)
    citaat, voor, na = _citaat(doel)
    rij = doel.get("tk:vlakken")
    anker = Anker(
        versie=versie,
        pagina=pagina,
        begin=begin,
        eindpagina=eindpagina,
        eind=eind,
        citaat=citaat,
        voor=voor,
        na=na,
        vlakken=tuple(_vlak(vlak) for vlak in rij.rij(_MEESTE_DELEN)) if rij else (),
    )
    return Plaats(
        id=derived_id(id_, versie),
        volgorde=volgorde,
        anker=anker,
        oordeel=_keuze(doel, "tk:oordeel", Oordeel) or Oordeel.GEMAAKT,
        reden=_tekst(doel, "tk:reden", _LANGSTE_NAAM),
    )


def _bereik(doel: Waarde) -> tuple[int, int, int, int]:
    """Return the page and offset where a passage begins, and those where it ends."""
    for keuze in _delen(doel, "selector"):
        van, tot = keuze.get("startSelector"), keuze.get("endSelector")
        if van is not None and tot is not None:
            (pagina, begin, _), (eindpagina, _, eind) = _op_blad(van), _op_blad(tot)
            return pagina, begin, max(pagina, eindpagina), eind
        if "FragmentSelector" in _types(keuze):
            pagina, begin, eind = _op_blad(keuze)
            return pagina, begin, pagina, eind
    return 1, 0, 1, 0


def _op_blad(keuze: Waarde) -> tuple[int, int, int]:
    treffer = _BLAD.fullmatch(_tekst(keuze, "value", _LANGSTE_NAAM))
    fijner = keuze.get("refinedBy")
    begin = fijner.get("start") if fijner else None
    eind = fijner.get("end") if fijner else None
    pagina = max(1, int(treffer[1])) if treffer else 1
    return pagina, begin.geheel() if begin else 0, eind.geheel() if eind else 0


def _citaat(doel: Waarde) -> tuple[str, str, str]:
    """Return the words of a passage with what stands before and behind it."""
    for keuze in _delen(doel, "selector"):
        for kandidaat in (keuze, keuze.get("refinedBy")):
            if kandidaat is not None and "TextQuoteSelector" in _types(kandidaat):
                exact, voor, na = (_tekst(kandidaat, naam, _LANGSTE_CITAAT) for naam in ("exact", "prefix", "suffix"))
                return exact, voor, na
    return "", "", ""


def _versie(doel: Waarde) -> str:
    bron = doel.get("source")
    naam = _tekst(bron, "id", _LANGSTE_NAAM) if bron is not None and bron.is_ding else _tekst(doel, "source", 4_000)
    return naam.removeprefix(VERSIE) if naam.startswith(VERSIE) else ""


def _vlak(rij: Waarde) -> Vlak:
    pagina, x0, y0, x1, y1 = rij.getallen(5)
    if not pagina.is_integer() or pagina < 1:
        raise JsonFout("een rechthoek staat op een bladzijde van 1 of meer")
    return Vlak(int(pagina), x0, y0, x1, y1)


def _lijnen(item: Waarde) -> Iterator[Lijn]:
    rij = item.get("tk:lijnen")
    over = _MEESTE_PUNTEN
    for lijn in rij.rij(_MEESTE_DELEN) if rij else []:
        pagina, punten = lijn.get("tk:pagina"), lijn.get("tk:punten")
        if pagina is None or punten is None:
            raise JsonFout("een lijn heeft geen bladzijde of geen punten")
        leden = punten.rij(over)
        over -= len(leden)
        yield Lijn(pagina.geheel(1), tuple(Inktpunt(*punt.getallen(3)) for punt in leden))


def _woorden(item: Waarde) -> str:
    """Return what a note says: its bodies without its labels."""
    delen = [_tekst(item, "bodyValue", _LANGSTE_TEKST)]
    for deel in _delen(item, "body"):
        if deel.is_ding and "tagging" not in _namen(deel, "purpose"):
            tekst = _tekst(deel, "value", _LANGSTE_TEKST)
            opgemaakt = _tekst(deel, "format", _LANGSTE_NAAM) == "text/html"
            delen.append(html.unescape(_CODE.sub("", tekst)) if opgemaakt else tekst)
    return "\n".join(deel for deel in delen if deel).strip()[:_LANGSTE_TEKST]


def _labels(item: Waarde) -> tuple[str, ...]:
    labels = {
        " ".join(_tekst(deel, "value", _LANGSTE_NAAM).split())
        for deel in _delen(item, "body")
        if deel.is_ding and "tagging" in _namen(deel, "purpose")
    }
    if len(labels) > _MEESTE_LABELS:
        raise JsonFout(f"een aantekening heeft meer dan {_MEESTE_LABELS} labels")
    return tuple(sorted(labels - {""}))


def _als_antwoord(item: Waarde) -> str:
    tekst, wie = _woorden(item), _maker(item)
    return tekst if wie in ("", SECRETARIAAT) or not tekst else f"{wie}: {tekst}"


def _gedeeld_met(item: Waarde) -> tuple[str, ...]:
    rij = item.get("tk:gedeeldMet")
    namen = {naam.tekst(_LANGSTE_NAAM).strip() for naam in rij.rij(_MEESTE_LABELS)} if rij else set()
    return tuple(sorted(namen - {""}))


def _maker(item: Waarde) -> str:
    maker = item.get("creator")
    if maker is None:
        return ""
    eerste = maker.rij(_MEESTE_DELEN)[:1]
    naam = _tekst(eerste[0], "name", _LANGSTE_NAAM) if eerste and eerste[0].is_ding else ""
    return " ".join(naam.split())


def _doelnaam(item: Waarde) -> str:
    """Return the name of what an answer is about."""
    for doel in _delen(item, "target"):
        return _tekst(doel, "id", _LANGSTE_NAAM) if doel.is_ding else doel.tekst(_LANGSTE_NAAM)
    return ""


def _delen(ding: Waarde, naam: str) -> list[Waarde]:
    deel = ding.get(naam)
    return deel.rij(_MEESTE_DELEN) if deel is not None else []


def _kenmerk(item: Waarde, doelen: Sequence[Waarde]) -> str:
    """Return what tells a note without a name from all others: what it says, and the words and place it says it of."""
    zegt = (_woorden(item), *_labels(item), *sorted(_namen(item, "motivation")), _maker(item))
    return repr((zegt, [(_versie(doel), _citaat(doel), _bereik(doel)) for doel in doelen]))


def _tekst(ding: Waarde, naam: str, hoogstens: int) -> str:
    deel = ding.get(naam)
    return deel.tekst(hoogstens) if deel is not None else ""


def _namen(ding: Waarde, naam: str) -> set[str]:
    deel = ding.get(naam)
    return {tekst.removeprefix("oa:") for tekst in deel.namen()} if deel is not None else set()


def _types(ding: Waarde) -> set[str]:
    return _namen(ding, "type") | _namen(ding, "@type")


def _keuze(ding: Waarde, naam: str, soort: type[K]) -> K | None:
    gekozen = _tekst(ding, naam, _LANGSTE_NAAM)
    if gekozen and gekozen not in set(soort):
        raise JsonFout(f"‘{gekozen[:40]}’ is geen waarde van {naam}")
    return soort(gekozen) if gekozen else None
