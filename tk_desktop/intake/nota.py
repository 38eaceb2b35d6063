"""Finds the nota's in a text and reads their lines: header, sections, numbered reasons and bijlagen."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tk_desktop.domain.bevinding import Twijfel
from tk_desktop.domain.datum import lees_datum
from tk_desktop.domain.nota import FORMULIEREN, Aard, Sectiesoort, Vorm
from tk_desktop.domain.nummer import Nummer
from tk_desktop.intake import alineas
from tk_desktop.intake.lezing import GelezenArgument, GelezenNota, GelezenSectie, GelezenVoorstelpunt
from tk_desktop.intake.namen import behandelaars
from tk_desktop.intake.regels import Regel, breedte, etiketten, plek, samen, schade, sleutel, tekst_van, zin_af

TITELS: tuple[tuple[str, Vorm], ...] = (
    ("Adviesnota", Vorm.ADVIESNOTA),
    ("Opiniërende nota", Vorm.OPINIERENDE_NOTA),
    ("Informatienota", Vorm.INFORMATIENOTA_KERN),
)
KOPVELDEN = (
    "Openbaar", "Registratienummer", "Voorstel voor", "Informatienota", "Datum vergadering", "Agendapunt",
    "Domein, behandelend ambtenaar, tel.", "Behandelend ambtenaar", "Onderwerp",
)  # fmt: skip
GREMIUMVELDEN = ("Voorstel voor", "Informatienota")
BEHANDELAARVELDEN = ("Domein, behandelend ambtenaar, tel.", "Behandelend ambtenaar")
ANDERE_KOPPEN: tuple[tuple[str, Sectiesoort], ...] = (
    ("Kanttekeningen", Sectiesoort.KANTTEKENING),
    ("Discussiepunt", Sectiesoort.DISCUSSIEPUNTEN),
    ("Aandachtspunten", Sectiesoort.AANDACHTPUNTEN),
    ("Kosten, baten en dekking", Sectiesoort.KOSTEN),
    ("Bijlage", Sectiesoort.BIJLAGEN),
)
"""Headings met beside those of the forms."""
GEEN_BIJLAGEN = ("geen", "nvt", "niet van toepassing", "geen bijlagen", "er zijn geen bijlagen")

_KOPPEN: dict[str, tuple[Sectiesoort, str]] = {
    sleutel(kop): (soort, kop)
    for soort, kop in (
        *((soort, kop) for kop, soort in ANDERE_KOPPEN),
        *((sectie.soort, sectie.kop) for formulier in FORMULIEREN.values() for sectie in formulier.secties),
    )
}
_KENMERK = re.compile(r"\d{4}-\d{4,}")
_REDEN = re.compile(r"(\d{1,2}\.\d{1,2})\.?\s+(?=\S)")
_REDENEN = {Sectiesoort.ARGUMENTEN: Aard.ARGUMENT, Sectiesoort.KANTTEKENING: Aard.KANTTEKENING}
_BLIK = 60
"""How many lines ahead a nota that turned the page is looked for: about one page."""


@dataclass(frozen=True, slots=True)
class _Kop:
    """A heading of a form, on its place among the lines."""

    plaats: int
    soort: Sectiesoort
    kop: str


def lees_kop(regel: str) -> tuple[Sectiesoort, str] | None:
    """Return the section that a line is the heading of, as the form prints it; ``None`` when it is no heading."""
    return _KOPPEN.get(sleutel(regel)) if len(regel) < 60 else None


def vind_notas(regels: Sequence[Regel]) -> tuple[tuple[int, int], ...]:
    """Return from where to where each nota stands."""
    beginnen: list[int] = []
    for plaats in range(len(regels)):
        vrij = not beginnen or plaats > _kop_tot(regels, beginnen[-1])
        if vrij and not regels[plaats].leeg and _opent_nota(regels, plaats):
            beginnen.append(plaats)
    grenzen = [*beginnen[1:], len(regels)]
    return tuple((begin, _einde(regels, begin, grens)) for begin, grens in zip(beginnen, grenzen, strict=True))


def lees_nota(regels: Sequence[Regel]) -> tuple[GelezenNota, tuple[Twijfel, ...]]:
    """Return the nota on these lines and what is doubtful in it."""
    koppen = _koppen(regels, 0)
    kopregels = regels[: koppen[0].plaats] if koppen else regels
    velden, veldregels = _velden(kopregels)
    secties = _per_sectie(regels, koppen)
    vorm, zeker = _vorm(kopregels, [kop.soort for kop in koppen])
    onderwerp = velden.get("Onderwerp", "")
    agendapunt = _agendapunt(velden.get("Agendapunt", ""))
    waar = f"nota {agendapunt}" if agendapunt else f"nota ‘{onderwerp or 'zonder onderwerp'}’"
    lezer = _Secties(waar, breedte(regels))
    for kop, deel in secties:
        lezer.lees(kop, deel)
    behandelvelden = [naam for naam in BEHANDELAARVELDEN if naam in velden]
    domein, personen, alles = behandelaars([regel for naam in behandelvelden for regel in veldregels[naam]])
    nota = GelezenNota(
        vorm=vorm,
        openbaar=_ja_nee(velden.get("Openbaar", "")),
        registratienummer=(treffer[0] if (treffer := _KENMERK.search(velden.get("Registratienummer", ""))) else ""),
        gremium=next((velden[naam] for naam in GREMIUMVELDEN if velden.get(naam)), ""),
        datum=lees_datum(velden.get("Datum vergadering", "")),
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
    vragen = _vragen(nota, vorm_zeker=zeker, personen_zeker=alles)
    twijfels = [Twijfel(waar=f"{plek(regels[:1])}, {waar}", wat=vraag) for vraag in vragen]
    return nota, (*twijfels, *schade(kopregels, f"{waar}, kop"), *lezer.twijfels)


def _opent_nota(regels: Sequence[Regel], plaats: int) -> bool:
    """Tell whether a nota opens here: its title, the first row of its header, or what is left of a lost header."""
    kaal = regels[plaats].kaal
    volgende = [regel for regel in regels[plaats + 1 : plaats + 30] if not regel.leeg][:12]
    if any(sleutel(kaal) == sleutel(titel) for titel, _ in TITELS):
        return any(_kopveld(regel.kaal) in {"Openbaar", "Voorstel voor", "Datum vergadering"} for regel in volgende)
    veld = _kopveld(kaal)
    if veld in {"Openbaar", "Voorstel voor"}:
        return any(_kopveld(regel.kaal) in {"Datum vergadering", "Onderwerp"} for regel in volgende)
    if veld in BEHANDELAARVELDEN:
        return any(_kopveld(regel.kaal) == "Onderwerp" for regel in volgende) and _heeft_secties(regels, plaats)
    return sleutel(kaal) == "onderwerp" and not kaal.isupper() and _heeft_secties(regels, plaats)


def _kopveld(regel: str) -> str:
    velden = etiketten(regel, KOPVELDEN)
    return next(iter(velden), "") if not regel.isupper() else ""


def _heeft_secties(regels: Sequence[Regel], begin: int) -> bool:
    """Tell whether two headings of a form follow: a line ‘Onderwerp’ alone does not make a nota."""
    return len(_koppen(regels[: begin + 2 * _BLIK], begin)) >= 2


def _kop_tot(regels: Sequence[Regel], begin: int) -> int:
    """Return the place of the subject, the last field of the header that opens at ``begin``."""
    for plaats in range(begin, min(begin + _BLIK, len(regels))):
        if _kopveld(regels[plaats].kaal) == "Onderwerp":
            return plaats
    return begin


def _koppen(regels: Sequence[Regel], begin: int) -> list[_Kop]:
    """Return the headings of one nota: none comes twice, and nothing comes after the besluit."""
    uit: list[_Kop] = []
    for plaats in range(_kop_tot(regels, begin), len(regels)):
        gelezen = lees_kop(regels[plaats].kaal)
        if gelezen is None or not _staat_vrij(regels, plaats):
            continue
        if any(kop.soort is gelezen[0] for kop in uit):
            if gelezen[0] is Sectiesoort.VRIJ and all(kop.kop != gelezen[1] for kop in uit):
                uit.append(_Kop(plaats, *gelezen))
                continue
            break
        uit.append(_Kop(plaats, *gelezen))
        if gelezen[0] is Sectiesoort.BESLUIT:
            break
    return uit


def _staat_vrij(regels: Sequence[Regel], plaats: int) -> bool:
    """Tell whether a line does not run on from the one above it."""
    vorige = regels[plaats - 1] if plaats else None
    if vorige is None or vorige.leeg or regels[plaats].opent_blad or lees_kop(vorige.kaal):
        return True
    return zin_af(vorige.kaal) and regels[plaats].kaal[0].isupper()


def _einde(regels: Sequence[Regel], begin: int, grens: int) -> int:
    """Return where a nota ends: after its besluit, else where a page opens on which no heading of it follows."""
    koppen = _koppen(regels[:grens], begin)
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


def _velden(regels: Sequence[Regel]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Return the fields of the header, on one line and line by line; a value runs on until the next label."""
    delen: dict[str, list[str]] = {}
    huidig = ""
    na_onderwerp = False
    for regel in regels:
        waarden = etiketten(regel.tekst, KOPVELDEN) if huidig != "Onderwerp" else {}
        if waarden and not _is_titel(regel, waarden):
            for naam, waarde in waarden.items():
                delen.setdefault(naam, []).extend([waarde] if waarde else [])
                huidig = naam
        elif huidig == "Onderwerp" and regel.leeg and delen["Onderwerp"]:
            na_onderwerp = True
        elif huidig and not regel.leeg and not na_onderwerp:
            delen[huidig].append(regel.kaal)
    return {naam: samen(stukken) for naam, stukken in delen.items()}, delen


def _is_titel(regel: Regel, waarden: dict[str, str]) -> bool:
    return list(waarden.items()) == [("Informatienota", "")] and sleutel(regel.kaal) == "informatienota"


def _vorm(kop: Sequence[Regel], soorten: Sequence[Sectiesoort]) -> tuple[Vorm, bool]:
    """Return the form of a nota and whether its header says so; else the form that has most of its sections."""
    for regel in kop:
        for titel, vorm in TITELS:
            if sleutel(regel.kaal) != sleutel(titel):
                continue
            if vorm is Vorm.INFORMATIENOTA_KERN and Sectiesoort.DOEL in soorten:
                return Vorm.INFORMATIENOTA_DOEL, True
            return vorm, True
        if etiketten(regel.tekst, KOPVELDEN).get("Informatienota"):
            return Vorm.INFORMATIENOTA_KORT, True
    passend = {
        vorm: sum(sectie.soort in soorten for sectie in formulier.secties) for vorm, formulier in FORMULIEREN.items()
    }
    beste = max(passend, key=lambda vorm: passend[vorm])
    return beste, False


def _agendapunt(tekst: str) -> Nummer | None:
    try:
        return Nummer.lees(tekst.replace(" ", ""))
    except ValueError:
        return None


def _ja_nee(tekst: str) -> bool | None:
    return {"ja": True, "nee": False, "neen": False}.get(sleutel(tekst))


def _vragen(nota: GelezenNota, *, vorm_zeker: bool, personen_zeker: bool) -> list[str]:
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
        vragen.append(f"De soort staat er niet bij; de koppen passen bij: {nota.vorm.value}. Klopt dat?")
    if not personen_zeker:
        namen = "; ".join(", ".join(deel for deel in persoon if deel) for persoon in nota.behandelaars)
        vragen.append(f"De behandelaars zijn niet zeker. Gelezen als: {namen}. Klopt dat?")
    if not any(sectie.soort is Sectiesoort.BESLUIT for sectie in nota.secties):
        vragen.append(f"Er is geen kop Besluit; wij lezen de nota tot en met regel {nota.regel_tot}. Klopt dat?")
    return vragen


def _per_sectie(regels: Sequence[Regel], koppen: Sequence[_Kop]) -> list[tuple[_Kop, Sequence[Regel]]]:
    grenzen = [*(kop.plaats for kop in koppen[1:]), len(regels)]
    return [(kop, regels[kop.plaats + 1 : grens]) for kop, grens in zip(koppen, grenzen, strict=True)]


class _Secties:
    """Reads the sections of one nota, each in its own way."""

    def __init__(self, waar: str, vol: int) -> None:
        self.waar = waar
        self.vol = vol
        self.secties: list[GelezenSectie] = []
        self.voorstel: tuple[GelezenVoorstelpunt, ...] = ()
        self.argumenten: list[GelezenArgument] = []
        self.bijlagen: tuple[str, ...] = ()
        self.twijfels: list[Twijfel] = []

    def lees(self, kop: _Kop, regels: Sequence[Regel]) -> None:
        """Read one section."""
        match kop.soort:
            case Sectiesoort.VOORSTEL:
                tekst = self._voorstel(regels)
            case Sectiesoort.ARGUMENTEN | Sectiesoort.KANTTEKENING:
                tekst = self._redenen(_REDENEN[kop.soort], regels)
            case Sectiesoort.BIJLAGEN:
                tekst = self._bijlagen(regels)
            case _:
                tekst = alineas.rijke_tekst(regels, self.vol)
                self.twijfels.extend(schade(regels, f"{self.waar}, {kop.kop}"))
        self.secties.append(GelezenSectie(soort=kop.soort, kop=kop.kop, tekst=tekst))

    def _voorstel(self, regels: Sequence[Regel]) -> str:
        delen = alineas.brokken(regels, self.vol)
        los = [brok for brok in delen if brok.vorm is not alineas.Brokvorm.PUNT]
        if delen and len(los) == len(delen):
            self.voorstel, twijfels = alineas.los_voorstel(delen, self.waar)
            los = []
        else:
            self.voorstel, twijfels = alineas.voorstel(delen, self.waar)
        self.twijfels.extend(twijfels)
        return alineas.opmaak(los)

    def _redenen(self, aard: Aard, regels: Sequence[Regel]) -> str:
        """Read numbered reasons; return what stands before the first."""
        beginnen = [plaats for plaats in range(len(regels)) if self._opent_reden(regels, plaats)]
        grenzen = [*beginnen[1:], len(regels)]
        for begin, grens in zip(beginnen, grenzen, strict=True):
            self._reden(aard, regels[begin:grens])
        voor = regels[: beginnen[0]] if beginnen else regels
        self.twijfels.extend(schade(voor, f"{self.waar}, {aard.value}en"))
        return alineas.rijke_tekst(voor, self.vol)

    def _opent_reden(self, regels: Sequence[Regel], plaats: int) -> bool:
        if not _REDEN.match(regels[plaats].kaal):
            return False
        eerder = [regel for regel in regels[:plaats] if not regel.leeg]
        return not eerder or plaats == 0 or regels[plaats - 1].leeg or zin_af(eerder[-1].kaal)

    def _reden(self, aard: Aard, regels: Sequence[Regel]) -> None:
        treffer = _REDEN.match(regels[0].kaal)
        if treffer is None:
            return
        waar = f"{self.waar}, {aard.value} {treffer[1]}"
        eerste = Regel(regels[0].nr, regels[0].kaal[treffer.end() :], regels[0].verloren, regels[0].aangenomen)
        tot, zeker = _einde_kop([eerste, *regels[1:]], len(treffer[0]), self.vol)
        kop = tekst_van([eerste, *regels[1:tot]])
        if not zeker:
            wat = f"Gelezen als kop: ‘{kop}’. Loopt de kop hier goed af?"
            self.twijfels.append(Twijfel(waar=f"{plek(regels[:tot])}, {waar}", wat=wat))
        self.twijfels.extend(schade(regels, waar))
        tekst = alineas.rijke_tekst(regels[tot:], self.vol)
        self.argumenten.append(GelezenArgument(aard=aard, nummer=treffer[1], kop=kop, tekst=tekst))

    def _bijlagen(self, regels: Sequence[Regel]) -> str:
        """Read the titles of bijlagen; return the text when it says that there are none."""
        self.twijfels.extend(schade(regels, f"{self.waar}, bijlagen"))
        tekst = tekst_van(regels)
        if not tekst or sleutel(tekst) in {sleutel(woord) for woord in GEEN_BIJLAGEN}:
            return alineas.rijke_tekst(regels, self.vol)
        titels: list[str] = []
        for brok in alineas.brokken(regels, self.vol):
            gemerkt = brok.vorm is alineas.Brokvorm.PUNT
            titels.extend([brok.tekst] if gemerkt else _losse_titels(brok.regels))
        self.bijlagen = tuple(titel.rstrip(" ;") for titel in titels)
        return ""


def _losse_titels(regels: Sequence[Regel]) -> list[str]:
    """Return a title for each line; a line in lower case belongs to the one above."""
    uit: list[list[str]] = []
    for regel in regels:
        if uit and (regel.kaal[0].islower() or uit[-1][-1].endswith("-")):
            uit[-1].append(regel.kaal)
        else:
            uit.append([regel.kaal])
    return [samen(deel) for deel in uit]


def _einde_kop(regels: Sequence[Regel], ingesprongen: int, vol: int) -> tuple[int, bool]:
    """Return how many lines the heading of a reason takes, and whether that is sure.

    A heading goes on while the next line is in lower case; before a capital it ends, and that is sure when the first
    word of the next line would have fitted or an empty line stands between. Four lines are no heading any more.
    """
    vorige, plaats = regels[0], 1
    gat = False
    while plaats < len(regels):
        regel = regels[plaats]
        if regel.leeg:
            gat = True
            plaats += 1
            continue
        lengte = len(vorige.kaal) + (ingesprongen if vorige is regels[0] else 0)
        if (gat and zin_af(vorige.kaal)) or alineas.lees_merk(regel.kaal):
            return _zonder_staart(regels, plaats), True
        if not regel.kaal[0].islower():
            ruim = alineas.past_nog("x" * lengte, regel.kaal, vol)
            return _zonder_staart(regels, plaats), gat or ruim
        vorige, gat = regel, False
        plaats += 1
        if plaats > 5:
            return 1, False
    return _zonder_staart(regels, len(regels)), True


def _zonder_staart(regels: Sequence[Regel], tot: int) -> int:
    while tot > 1 and regels[tot - 1].leeg:
        tot -= 1
    return tot
