"""Does nothing that is besloten show in what everybody may read (J10)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Self

from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.controle.woorden import kernwoorden, woorden
from tk_desktop.domain.controle.zicht import (
    BRIEF,
    VERGADERING,
    Plek,
    Tekst,
    Vondst,
    Zicht,
    citaat,
    vondst,
)
from tk_desktop.domain.opsomming import meervoud, opsomming
from tk_desktop.domain.stuk import Soort, Stuk

CODES = {
    "GH01": "De titel of het registratienummer van een besloten punt of stuk staat in een openbare tekst.",
    "GH02": "Een besloten stuk staat onder een openbaar agendapunt.",
    "GH03": "Een besloten nota heeft bijlagen die niet alle als besloten zijn aangemerkt.",
    "GH04": "Hetzelfde bestand is op de ene plaats besloten en op de andere openbaar.",
    "GH05": "Op een punt of stuk rust geheimhouding, maar het is openbaar.",
}

_ALGEMEEN = {woord for soort in Soort for woord in woorden(soort.value)} | {
    "aangelegenheden", "agenda", "agendapunt", "algemene", "bespreking", "besloten", "besluit", "bestuur", "commissie",
    "deel", "financiele", "financien", "gedeelte", "ingekomen", "jaarrekening", "jaarstukken", "mededelingen",
    "openbaar", "opening", "personeel", "personele", "personeelszaken", "planning", "punt", "rondvraag", "sluiting",
    "stand", "stukken", "toelichting", "vaststelling", "vergadering", "verslagen", "vervolg", "voorstel", "voortgang",
    "zaken",
}  # fmt: skip


_ELDERS = 10**6
"""The rank of a secret of another meeting: after every place of this one."""

_KORTSTE_NUMMER = 6
_BRIEFVELDEN = (
    "aan", "uw_kenmerk", "ons_kenmerk", "behandeld_door", "aanhef", "afsluiting", "ondertekenaar", "functie",
    "email", "doorkiesnummer", "verhindering_telefoon", "verhindering_email",
)  # fmt: skip
"""The fields of the letter, besides its subject and text, that a set for everybody or for the officials prints."""

_OVERIGE, _BEHANDELAARS = "overige velden", "behandelaars"
NIET_OPENBAAR = frozenset({_OVERIGE, _BEHANDELAARS})
"""The parts of which the officials see the telephone numbers and mail addresses, and everybody else does not (A16)."""
_VERBORGEN = "woorden buiten de bladzijden"
_VASTE_DELEN = {"titel", "toelichting", "voorstel", "inleiders", "koppen", "domein", _BEHANDELAARS, _VERBORGEN}
_PAGINA = re.compile(r"pagina \d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Geheim:
    """Words that may not show, with the place they belong to; ``zeker`` when they can mean nothing else.

    ``deel`` tells what of that place they are, when they are not its title.
    """

    plek: Plek
    titel: str
    woorden: str
    zeker: bool
    deel: str = ""

    @property
    def waar(self) -> str:
        """The name of this secret in a list of findings."""
        return ", ".join(naam for naam in (self.plek.waar, self.deel) if naam)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Openbaar:
    """A public text and its words, apart and joined."""

    tekst: Tekst
    woorden: str
    aaneen: str

    @classmethod
    def van(cls, tekst: Tekst) -> Self:
        """Return a text to search in."""
        gelezen = woorden(tekst.tekst)
        return cls(tekst=tekst, woorden=f" {' '.join(gelezen)} ", aaneen="".join(gelezen))

    def noemt(self, geheim: _Geheim) -> bool:
        """Tell whether the words stand here whole, also where a line breaks one (``lever-ancier``)."""
        aaneen = geheim.woorden.replace(" ", "")
        if aaneen not in self.aaneen:
            return False
        return re.search(f" {' ?'.join(aaneen)} ", self.woorden) is not None

    @property
    def plaats(self) -> str:
        """Where this stands, without a word that may itself be secret: titles and headings are left out."""
        plek, deel = self.tekst.plek, self.tekst.deel
        soort = "agendapunt" if self.tekst.stuk is None else "stuk"
        plaats = f"een {soort} zonder nummer" if plek.kort.startswith("‘") else f"{soort} {plek.kort}"
        if plek in (BRIEF, VERGADERING):
            plaats = plek.kort
        return f"{plaats} ({deel})" if deel in _VASTE_DELEN or _PAGINA.fullmatch(deel) else plaats


def controleer_geheim(zicht: Zicht) -> Iterator[Vondst]:
    """Find what would tell everybody about something that is besloten."""
    yield from controleer_titels(zicht)
    for stuk in zicht.stukken():
        yield from _onder_openbaar_punt(zicht, stuk)
        yield from _half_besloten(zicht, stuk)
    yield from controleer_bestanden(zicht)
    yield from controleer_register(zicht)


def controleer_register(zicht: Zicht) -> Iterator[Vondst]:
    """Find what is open while a duty of secrecy holds for it (``GH05``; J7)."""
    opname = zicht.opname
    for geheim in zicht.context.geheimhoudingen:
        punten = [
            (punt.id, punt.titel)
            for punt in opname.agendapunten
            if geheim.geldt_voor(agendapunt_id=punt.id) and not opname.is_besloten(punt)
        ]
        stukken = [
            (stuk.id, stuk.titel)
            for stuk in zicht.stukken()
            if geheim.geldt_voor(stuk_id=stuk.id) and not opname.stuk_is_besloten(stuk)
        ]
        for id_, titel in (*punten, *stukken):
            plek = zicht.plek_van[id_]
            gemeld = vondst(
                "GH05",
                Ernst.FOUT,
                plek,
                f"Op {citaat(titel)} rust geheimhouding, maar het is openbaar.",
                waarom="Wat geheim is mag niemand anders weten tot de geheimhouding is opgeheven.",
                herstel="Maak het besloten, of hef eerst de geheimhouding op.",
            )
            nummer = "zonder nummer" if plek.kort.startswith("‘") else plek.kort
            yield replace(gemeld, plaats=f"een punt of stuk waarop geheimhouding rust ({nummer})")


def controleer_titels(zicht: Zicht) -> Iterator[Vondst]:
    """Find titles and numbers of what is besloten in what everybody may read (``GH01``)."""
    geheimen = list(_geheimen(zicht))
    if not geheimen:
        return
    openbaar = [_Openbaar.van(tekst) for tekst in openbare_teksten(zicht)]
    for geheim in geheimen:
        gevonden = [tekst for tekst in openbaar if tekst.noemt(geheim)]
        titels = [o for o in gevonden if o.tekst.deel == "titel" and o.woorden.strip() == geheim.woorden]
        for plaats in titels or gevonden:
            tekst = plaats.tekst
            gemeld = vondst(
                "GH01",
                Ernst.FOUT if geheim.zeker and not titels else Ernst.WAARSCHUWING,
                tekst.plek,
                f"{citaat(geheim.titel)} is besloten ({geheim.plek.kort}), maar staat in de openbare tekst van "
                f"{tekst.plek.kort} ({tekst.deel}).",
                waarom="Wie de openbare set leest, weet zo wat er besloten wordt behandeld.",
                herstel=_HERSTEL_VERBORGEN if tekst.deel == _VERBORGEN else _HERSTEL,
                waar=f"{tekst.waar} (besloten: {geheim.waar})",
            )
            yield replace(gemeld, plaats=plaats.plaats)


_HERSTEL = "Haal de vermelding uit de openbare tekst, of geef het besloten stuk een andere titel."
_HERSTEL_VERBORGEN = (
    "De woorden staan niet op een bladzijde maar in een bladwijzer, opmerking of eigenschap van het bestand: vraag de "
    "afzender om een pdf zonder die woorden, of druk het bestand opnieuw af naar pdf."
)


def openbare_teksten(zicht: Zicht) -> Iterator[Tekst]:
    """Go through all that papers for everybody or for the officials print or carry."""
    opname = zicht.opname
    yield Tekst(plek=VERGADERING, deel="gelegenheid", tekst=opname.vergadering.gelegenheid)
    yield Tekst(plek=VERGADERING, deel="plaats", tekst=opname.vergadering.plaats)
    if opname.brief is not None:
        velden = "\n".join(str(getattr(opname.brief, veld)) for veld in _BRIEFVELDEN)
        yield Tekst(plek=BRIEF, deel=_OVERIGE, tekst=velden)
    yield from (tekst for tekst in zicht.teksten if not tekst.besloten)
    for punt in opname.agendapunten:
        if not opname.is_besloten(punt):
            namen = "\n".join(f"{inleider.naam} {inleider.rol}" for inleider in punt.inleiders)
            yield Tekst(plek=zicht.plek_van[punt.id], deel="inleiders", tekst=namen)
    for stuk in zicht.stukken():
        if not opname.stuk_is_besloten(stuk):
            for deel, tekst in _van_stuk(zicht, stuk):
                yield Tekst(plek=zicht.plek_van[stuk.id], deel=deel, tekst=tekst, stuk=stuk)


def _van_stuk(zicht: Zicht, stuk: Stuk) -> Iterator[tuple[str, str]]:
    """Go through what a public paper prints or carries besides its title and the texts of its form."""
    nota = zicht.opname.notas.get(stuk.id)
    if nota is not None:
        yield "domein", nota.domein
        yield _BEHANDELAARS, "\n".join(f"{b.naam} {b.functie} {b.telefoon}" for b in nota.behandelaars)
        yield "koppen", "\n".join(sectie.kop for sectie in nota.secties)
    for nummer, tekst in enumerate(zicht.context.paginateksten.get(stuk.id, ()), 1):
        yield f"pagina {nummer}", tekst
    for tekst in zicht.context.verborgen.get(stuk.id, ()):
        yield _VERBORGEN, tekst


def _geheimen(zicht: Zicht) -> Iterator[_Geheim]:
    """Go through the titles and numbers that may not show.

    A title that the open item or the open nota above it bears in public is no secret; words that every agenda holds
    (``personeel``, ``stand van zaken``) tell nothing.
    """
    opname = zicht.opname
    titels = [(zicht.plek_van[p.id], p.titel, "", "") for p in opname.agendapunten if opname.is_besloten(p)]
    for stuk in zicht.stukken():
        if opname.stuk_is_besloten(stuk):
            hierboven = _openbaar_hierboven(zicht, stuk)
            titels.append((zicht.plek_van[stuk.id], stuk.titel, "", hierboven))
            if stuk.id in opname.notas:
                titels.append((zicht.plek_van[stuk.id], opname.notas[stuk.id].onderwerp, "onderwerp", hierboven))
    hier_openbaar = " ".join(
        f" {' '.join(woorden(titel))} "
        for titel in (
            *(punt.titel for punt in opname.agendapunten if not opname.is_besloten(punt)),
            *(stuk.titel for stuk in zicht.stukken() if not opname.stuk_is_besloten(stuk)),
        )
    )
    for titel, waar in zicht.context.geheimen_elders:
        titels.append((Plek(rang=_ELDERS, waar=waar, kort=waar), titel, "", hier_openbaar))
    gehad: set[str] = set()
    for plek, titel, deel, hierboven in titels:
        geheim = _als_geheim(plek, titel, deel)
        if geheim is not None and geheim.woorden not in gehad and f" {geheim.woorden} " not in hierboven:
            gehad.add(geheim.woorden)
            yield geheim
    yield from _nummers(zicht)


def _als_geheim(plek: Plek, titel: str, deel: str = "") -> _Geheim | None:
    """Return a title as what may not show, or nothing where its words tell nothing."""
    zin = _zonder_soort(titel)
    eigen = [woord for woord in kernwoorden(titel) if woord not in _ALGEMEEN and not woord.isdigit()]
    meer_woorden = " " in zin and len(zin) >= 10
    if not eigen or not (meer_woorden or len(zin) >= 8):
        return None
    return _Geheim(plek=plek, titel=titel, woorden=zin, zeker=meer_woorden, deel=deel)


def genoemd(tekst: str, titels: Iterable[tuple[str, str]], *, ook_kort: bool = False) -> tuple[str, ...]:
    """Return where that is besloten of which a text names the title for sure; ``titels`` come with their places.

    With ``ook_kort`` a title of one word or of common words counts too, which may mean something else.
    """
    openbaar = _Openbaar.van(Tekst(plek=VERGADERING, deel="", tekst=tekst))
    uit = []
    for titel, waar in titels:
        plek = Plek(rang=_ELDERS, waar=waar, kort=waar)
        geheim = _als_geheim(plek, titel)
        if ook_kort:
            geheim = _Geheim(plek=plek, titel=titel, woorden=" ".join(woorden(titel)), zeker=True)
        if geheim is not None and geheim.zeker and geheim.woorden and openbaar.noemt(geheim):
            uit.append(waar)
    return tuple(dict.fromkeys(uit))


def _nummers(zicht: Zicht) -> Iterator[_Geheim]:
    """Go through the registratienummers of besloten nota's, save those that an open nota bears too."""
    opname = zicht.opname
    notas = list(zicht.notas())
    openbaar = {woorden(nota.registratienummer) for _, stuk, nota in notas if not opname.stuk_is_besloten(stuk)}
    nummers = [(plek, nota.registratienummer) for plek, stuk, nota in notas if opname.stuk_is_besloten(stuk)]
    for registratienummer, waar in zicht.context.nummers_elders:
        nummers.append((Plek(rang=_ELDERS, waar=waar, kort=waar), registratienummer))
    for plek, registratienummer in nummers:
        nummer = woorden(registratienummer)
        if nummer not in openbaar and len("".join(nummer)) >= _KORTSTE_NUMMER:
            yield _Geheim(
                plek=plek,
                titel=registratienummer,
                woorden=" ".join(nummer),
                zeker=True,
                deel="registratienummer",
            )


def _zonder_soort(titel: str) -> str:
    """Return the words of a title from the first that is not the kind of the paper."""
    alle = woorden(titel)
    soorten = {woord for soort in Soort for woord in woorden(soort.value)} | {"besloten"}
    begin = next((i for i, woord in enumerate(alle) if woord not in soorten), 0)
    return " ".join(alle[begin:])


def _openbaar_hierboven(zicht: Zicht, stuk: Stuk) -> str:
    """Return the public words of what a paper lies under: its item and the nota it belongs to."""
    opname = zicht.opname
    titels = [p.titel for p in opname.agendapunten if p.id == stuk.agendapunt_id and not opname.is_besloten(p)]
    for ouder in opname.stukken:
        if ouder.id == stuk.hoort_bij and not opname.stuk_is_besloten(ouder):
            titels.append(ouder.titel)
            titels += [opname.notas[ouder.id].onderwerp] * (ouder.id in opname.notas)
    return " | ".join(f" {' '.join(woorden(titel))} " for titel in titels)


def _onder_openbaar_punt(zicht: Zicht, stuk: Stuk) -> Iterator[Vondst]:
    opname = zicht.opname
    punt = next((punt for punt in opname.agendapunten if punt.id == stuk.agendapunt_id), None)
    if punt is None or stuk.hoort_bij is not None or not stuk.besloten or opname.is_besloten(punt):
        return
    plek = zicht.plek_van[stuk.id]
    yield vondst(
        "GH02",
        Ernst.INFO,
        plek,
        f"{citaat(stuk.titel)} is besloten, maar agendapunt {plek.kort} ‘{punt.titel}’ is openbaar.",
        waarom="In de openbare set staat het agendapunt met zijn titel en voorstel, zonder dit stuk.",
        herstel="Maak ook het agendapunt besloten als de titel en het voorstel niet openbaar zijn.",
    )


def _half_besloten(zicht: Zicht, stuk: Stuk) -> Iterator[Vondst]:
    """Name bijlagen without a mark only beside marked ones: without any, they plainly follow their nota."""
    bijlagen = zicht.opname.bijlagen_bij(stuk)
    open_ = [bijlage for bijlage in bijlagen if not bijlage.besloten]
    if not zicht.opname.stuk_is_besloten(stuk) or not open_ or len(open_) == len(bijlagen):
        return
    plek = zicht.plek_van[stuk.id]
    yield vondst(
        "GH03",
        Ernst.INFO,
        plek,
        f"{plek.kort} is besloten; van de bijlagen {'is' if len(open_) == 1 else 'zijn'} "
        f"{opsomming(citaat(bijlage.titel, 50) for bijlage in open_)} niet als besloten aangemerkt.",
        waarom="Zij volgen de nota en blijven buiten de openbare set; dat is misschien niet de bedoeling.",
        herstel="Merk alle bijlagen als besloten aan, of zet een openbare bijlage bij een openbaar stuk.",
    )


def controleer_bestanden(zicht: Zicht) -> Iterator[Vondst]:
    """Find files that are besloten at one place, in the trash or another meeting too, and public here (``GH04``)."""
    per_bestand: dict[str, list[Stuk]] = {}
    for stuk in zicht.stukken():
        if stuk.id in zicht.opname.versies:
            per_bestand.setdefault(zicht.opname.versies[stuk.id].sha256, []).append(stuk)
    for som, stukken in per_bestand.items():
        elders = zicht.context.besloten_elders.get(som, ())
        besloten = [zicht.plek_van[s.id].kort for s in stukken if zicht.opname.stuk_is_besloten(s)] + list(elders)
        openbaar = [zicht.plek_van[s.id] for s in stukken if not zicht.opname.stuk_is_besloten(s)]
        if besloten and openbaar:
            gemeld = vondst(
                "GH04",
                Ernst.FOUT,
                openbaar[0],
                f"Hetzelfde bestand is besloten bij {opsomming(besloten)} en openbaar bij "
                f"{opsomming(plek.kort for plek in openbaar)}.",
                waarom="Het besloten stuk zou zo in de openbare set staan.",
                herstel=f"Kijk welke van de {meervoud(len(stukken) + len(elders), 'plaats', 'plaatsen')} juist is "
                "en vervang het bestand op de andere.",
            )
            yield replace(gemeld, plaats=openbaar[0].kort)
