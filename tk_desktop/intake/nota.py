"""Finds the nota's in a text and reads their lines: header, sections, numbered reasons and bijlagen."""

import re
from collections.abc import Sequence
from textwrap import shorten

from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.datum import lees_datum
from tk_desktop.domain.nota import FORMULIEREN, Sectiesoort, Vorm
from tk_desktop.domain.nummer import Nummer
from tk_desktop.domain.stuk import Soort
from tk_desktop.intake.alineas import past_nog
from tk_desktop.intake.indeling import ALGEMEEN, Indeling
from tk_desktop.intake.lezing import GelezenNota
from tk_desktop.intake.namen import behandelaars
from tk_desktop.intake.notasecties import Kop, Sectielezer, lees_kop
from tk_desktop.intake.regels import Regel, breedte, plek, samen, schade, sleutel, spannen, zin_af
from tk_desktop.intake.woordvormen import opent_met

_KENMERK = re.compile(r"\d{4}-\d{4,}")
_MINSTE_VELDEN = 3
"""So many labels at the head of a page are those of a nota."""
_BLIK = 60
"""How many lines ahead a nota that turned the page is looked for: about one page."""


def vind_notas(regels: Sequence[Regel], indeling: Indeling) -> tuple[tuple[int, int], ...]:
    """Return from where to where each nota stands."""
    beginnen: list[int] = []
    kop_tot = -1
    for plaats, regel in enumerate(regels):
        if plaats > kop_tot and not regel.leeg and _opent_nota(regels, plaats, indeling):
            beginnen.append(plaats)
            kop_tot = _kop_tot(regels, plaats, indeling)
    return tuple((begin, _einde(regels, begin, grens, indeling)) for begin, grens in spannen(beginnen, len(regels)))


def lees_nota(regels: Sequence[Regel], indeling: Indeling) -> tuple[GelezenNota, tuple[Twijfel, ...]]:
    """Return the nota on these lines and what is doubtful in it."""
    koppen = _koppen(regels, 0, indeling)
    kopregels = regels[: koppen[0].plaats] if koppen else regels
    velden, veldregels = _velden(kopregels, indeling)
    secties = _per_sectie(regels, koppen)
    vorm, zeker = _vorm(kopregels, [kop.soort for kop in koppen], indeling)
    onderwerp = velden.get("onderwerp", "")
    agendapunt = _agendapunt(velden.get("agendapunt", ""))
    waar = (
        f"nota {agendapunt}"
        if agendapunt
        else f"nota ‘{shorten(onderwerp or 'zonder onderwerp', 48, placeholder=' …')}’"
    )
    lezer = Sectielezer(waar, breedte(regels), indeling)
    for kop, deel in secties:
        lezer.lees(kop, deel)
    domein, personen, alles = behandelaars(veldregels.get("behandelaar", []))
    nota = GelezenNota(
        vorm=vorm,
        openbaar=_ja_nee(velden.get("openbaar", "")),
        registratienummer=(treffer[0] if (treffer := _KENMERK.search(velden.get("registratienummer", ""))) else ""),
        gremium=velden.get("gremium") or velden.get("informatie_voor", ""),
        datum=lees_datum(velden.get("datum", "")),
        agendapunt=agendapunt,
        domein=domein,
        behandelaars=personen,
        onderwerp=onderwerp,
        voorstel=lezer.voorstel,
        argumenten=tuple(lezer.argumenten),
        secties=tuple(lezer.secties),
        bijlagen=lezer.bijlagen,
        regel=regels[0].nr,
        regel_tot=next(regel.nr for regel in reversed(regels) if not regel.leeg),
    )
    vragen = _vragen(nota, vorm_zeker=zeker, personen_zeker=alles, eindigt_met_besluit=indeling.naam != ALGEMEEN)
    twijfels = [Twijfel(waar=f"{plek(regels[:1])}, {waar}", wat=vraag) for vraag in vragen]
    return nota, (*twijfels, *schade(kopregels, f"{waar}, kop"), *lezer.twijfels)


def _opent_nota(regels: Sequence[Regel], plaats: int, indeling: Indeling) -> bool:
    """Tell whether a nota opens here: its title, the first row of its header, or what is left of a lost header."""
    kaal = regels[plaats].kaal
    if any(sleutel(kaal) == sleutel(titel) for titel, _ in indeling.nota.titels):
        return _volgt(regels, plaats, indeling, "openbaar", "gremium", "datum")
    if regels[plaats].opent_blad and _opent_met_kop([regels[plaats], *_volgende(regels, plaats)], indeling):
        return _heeft_secties(regels, plaats, indeling)
    veld = _kopveld(kaal, indeling)
    if veld in {"openbaar", "gremium"}:
        return _volgt(regels, plaats, indeling, "datum", "onderwerp")
    if veld == "behandelaar":
        return _volgt(regels, plaats, indeling, "onderwerp") and _heeft_secties(regels, plaats, indeling)
    alleen = indeling.nota.velden.rol(kaal) == "onderwerp" and not kaal.isupper()
    return alleen and _heeft_secties(regels, plaats, indeling)


def _opent_met_kop(regels: Sequence[Regel], indeling: Indeling) -> bool:
    """Tell whether a head of labels opens here, at once or under a title with the body behind it: subject and item."""
    titels = [titel for titel, _ in indeling.nota.titels]
    velden = [_kopveld(regel.kaal, indeling) for regel in regels]
    kop = velden[0] or opent_met(regels[0].kaal, titels)
    return bool(kop) and {"onderwerp", "agendapunt"} <= set(velden) and len(set(velden) - {""}) >= _MINSTE_VELDEN


def _volgt(regels: Sequence[Regel], plaats: int, indeling: Indeling, *rollen: str) -> bool:
    """Tell whether one of the lines that come next opens with a label of one of these roles."""
    return any(_kopveld(regel.kaal, indeling) in rollen for regel in _volgende(regels, plaats))


def _volgende(regels: Sequence[Regel], plaats: int) -> list[Regel]:
    """Return the lines with words that come next."""
    return [regel for regel in regels[plaats + 1 : plaats + 30] if not regel.leeg][:12]


def _kopveld(regel: str, indeling: Indeling) -> str:
    """Return the role of the first label on a line."""
    return next(iter(indeling.nota.velden.op_regel(regel)), "") if not regel.isupper() else ""


def _heeft_secties(regels: Sequence[Regel], begin: int, indeling: Indeling) -> bool:
    """Tell whether two headings of a form follow: a line with the label of a subject alone does not make a nota."""
    return len(_koppen(regels[: begin + 2 * _BLIK], begin, indeling)) >= 2


def _kop_tot(regels: Sequence[Regel], begin: int, indeling: Indeling) -> int:
    """Return the place of the subject, the last field of the header that opens at ``begin``."""
    for plaats in range(begin, min(begin + _BLIK, len(regels))):
        if _kopveld(regels[plaats].kaal, indeling) == "onderwerp":
            return plaats
    return begin


def _koppen(regels: Sequence[Regel], begin: int, indeling: Indeling) -> list[Kop]:
    """Return the headings of one nota: none comes twice, and nothing comes after the besluit."""
    uit: list[Kop] = []
    vol = breedte(regels[begin : begin + 2 * _BLIK])
    for plaats in range(_kop_tot(regels, begin, indeling), len(regels)):
        gelezen = lees_kop(regels[plaats].kaal, indeling)
        if gelezen is None or not _staat_vrij(regels, plaats, vol, indeling):
            continue
        if any(kop.soort is gelezen[0] for kop in uit):
            if gelezen[0] is Sectiesoort.VRIJ and all(kop.kop != gelezen[1] for kop in uit):
                uit.append(Kop(plaats, *gelezen))
                continue
            break
        uit.append(Kop(plaats, *gelezen))
        if gelezen[0] is Sectiesoort.BESLUIT:
            break
    return uit


def _staat_vrij(regels: Sequence[Regel], plaats: int, vol: int, indeling: Indeling) -> bool:
    """Tell whether a line does not run on from the one above: that one is at its end, or had room for this word."""
    vorige = regels[plaats - 1] if plaats else None
    if vorige is None or vorige.leeg or regels[plaats].opent_blad or lees_kop(vorige.kaal, indeling):
        return True
    kaal = regels[plaats].kaal
    ruimte = zin_af(vorige.kaal) or past_nog(vorige.kaal, kaal, vol)
    return kaal[0].isupper() and (ruimte or _is_slotkop(regels[plaats : plaats + 2], indeling))


def _is_slotkop(regels: Sequence[Regel], indeling: Indeling) -> bool:
    """Tell whether a line is the last heading of a nota: the titles of bijlagen above it end without a full stop."""
    gelezen = lees_kop(regels[0].kaal, indeling)
    if gelezen is None or gelezen != (Sectiesoort.BESLUIT, regels[0].kaal):
        return False
    return len(regels) == 1 or regels[1].leeg or regels[1].kaal[0].isupper()


def _einde(regels: Sequence[Regel], begin: int, grens: int, indeling: Indeling) -> int:
    """Return where a nota ends: after its besluit, else where a page opens on which no heading of it follows."""
    koppen = _koppen(regels[:grens], begin, indeling)
    if not koppen:
        return min(grens, begin + _BLIK)
    laatste = koppen[-1]
    if laatste.soort is Sectiesoort.BESLUIT:
        plaats = laatste.plaats + 1
        while plaats < grens and not regels[plaats].leeg and not regels[plaats].opent_blad:
            plaats += 1
        return plaats
    vorige = regels[begin]
    volgende_koppen = [kop.plaats for kop in koppen]
    for plaats in range(koppen[0].plaats, grens):
        regel = regels[plaats]
        if regel.leeg:
            continue
        vervolg = any(plaats <= kop <= plaats + _BLIK for kop in volgende_koppen)
        if regel.opent_blad and zin_af(vorige.kaal) and not vervolg:
            return plaats
        vorige = regel
    return grens


def _velden(regels: Sequence[Regel], indeling: Indeling) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Return the fields of the header, on one line and line by line; a value runs on until the next label."""
    delen: dict[str, list[str]] = {}
    huidig = ""
    na_onderwerp = False
    for regel in _hele_etiketten(regels, indeling.nota.velden.namen):
        waarden = indeling.nota.velden.op_regel(regel.tekst)
        if huidig == "onderwerp" and (set(waarden) & {*delen, "informatie_voor"} or na_onderwerp):
            waarden = {}  # the subject goes on, in words that happen to open as a label
        if waarden and not _is_titel(regel, waarden, indeling):
            for naam, waarde in waarden.items():
                delen.setdefault(naam, []).extend([waarde] if waarde else [])
                huidig = naam
        elif huidig == "onderwerp" and regel.leeg and delen["onderwerp"]:
            na_onderwerp = True
        elif huidig and not regel.leeg and not na_onderwerp:
            delen[huidig].append(regel.kaal)
    return {naam: samen(stukken) for naam, stukken in delen.items()}, delen


def _hele_etiketten(regels: Sequence[Regel], namen: Sequence[str]) -> list[Regel]:
    """Return lines in which a label that wrapped in its narrow column stands on one line."""
    uit: list[Regel] = []
    for regel in regels:
        boven = next((eerder for eerder in reversed(uit) if not eerder.leeg), None)
        begin = sleutel(boven.kaal) if boven else ""
        samen_een = boven is not None and any(
            len(begin) >= 6
            and sleutel(naam) != begin
            and sleutel(naam).startswith(begin)
            and sleutel(f"{boven.kaal} {regel.kaal}").startswith(sleutel(naam))
            for naam in namen
        )
        if boven and samen_een:
            while uit[-1] is not boven:
                uit.pop()
            uit[-1] = Regel(boven.nr, f"{boven.kaal} {regel.kaal}", boven.verloren, boven.aangenomen)
        else:
            uit.append(regel)
    return uit


def _is_titel(regel: Regel, waarden: dict[str, str], indeling: Indeling) -> bool:
    """Tell whether a line with a label is the title of the nota: a form may have one word for both."""
    titels = {sleutel(titel) for titel, _ in indeling.nota.titels}
    return list(waarden.values()) == [""] and sleutel(regel.kaal) in titels


def _vorm(kop: Sequence[Regel], soorten: Sequence[Sectiesoort], indeling: Indeling) -> tuple[Vorm, bool]:
    """Return the form of a nota and whether its header says so; else the form that has most of its sections."""
    for regel in kop:
        for titel, vorm in indeling.nota.titels:
            if sleutel(regel.kaal) != sleutel(titel):
                continue
            if vorm is Vorm.INFORMATIENOTA_KERN and Sectiesoort.DOEL in soorten:
                return Vorm.INFORMATIENOTA_DOEL, True
            return vorm, True
        if indeling.nota.velden.op_regel(regel.tekst).get("informatie_voor"):
            return Vorm.INFORMATIENOTA_KORT, True
    passend = {
        vorm: sum(sectie.soort in soorten for sectie in formulier.secties) for vorm, formulier in FORMULIEREN.items()
    }
    beste = max(passend, key=lambda vorm: passend[vorm])
    return beste, False


def _naam(vorm: Vorm) -> str:
    """Return what a form is called: the kind of paper, with the layout where one kind has more."""
    soort = FORMULIEREN[vorm].soort
    return vorm.value if soort is Soort.INFORMATIENOTA else soort.value


def _agendapunt(tekst: str) -> Nummer | None:
    try:
        return Nummer.lees(tekst.replace(" ", ""))
    except ValueError:
        return None


def _ja_nee(tekst: str) -> bool | None:
    return {"ja": True, "nee": False, "neen": False}.get(sleutel(tekst))


def _vragen(nota: GelezenNota, *, vorm_zeker: bool, personen_zeker: bool, eindigt_met_besluit: bool) -> list[str]:
    """Return what the header of a nota leaves open, as questions to the reader."""
    vragen = []
    ontbreekt = [
        naam
        for naam, waarde in (
            ("agendapunt", nota.agendapunt),
            ("registratienummer", nota.registratienummer),
            ("datum", nota.datum),
            ("openbaar of niet", nota.openbaar is not None),
            ("onderwerp", nota.onderwerp),
        )
        if not waarde
    ]
    if ontbreekt:
        vragen.append(f"Niet gevonden in de kop: {', '.join(ontbreekt)}. Vul dit zelf aan.")
    if not vorm_zeker:
        vragen.append(f"De soort staat er niet bij; de koppen passen bij een {_naam(nota.vorm)}. Klopt dat?")
    if not personen_zeker:
        namen = "; ".join(", ".join(deel for deel in persoon if deel) for persoon in nota.behandelaars)
        vragen.append(f"De behandelaars zijn niet zeker. Gelezen als: {namen}. Klopt dat?")
    if eindigt_met_besluit and not any(sectie.soort is Sectiesoort.BESLUIT for sectie in nota.secties):
        vragen.append(f"Er is geen kop Besluit; wij lezen de nota tot en met regel {nota.regel_tot}. Klopt dat?")
    return vragen


def _per_sectie(regels: Sequence[Regel], koppen: Sequence[Kop]) -> list[tuple[Kop, Sequence[Regel]]]:
    plaatsen = spannen([kop.plaats for kop in koppen], len(regels))
    return [(kop, regels[begin + 1 : grens]) for kop, (begin, grens) in zip(koppen, plaatsen, strict=True)]
