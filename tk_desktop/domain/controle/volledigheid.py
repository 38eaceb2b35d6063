"""Is everything there: announced papers and bijlagen, filled forms, the facts of the meeting, the invitation."""

from collections.abc import Iterator

from tk_desktop.domain.agenda import Agendapunt, Behandeling
from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.controle.woorden import woorden
from tk_desktop.domain.controle.zicht import (
    BRIEF,
    VERGADERING,
    Plek,
    Vondst,
    Zicht,
    citaat,
    vondst,
)
from tk_desktop.domain.datum import lang
from tk_desktop.domain.nota import Aard, Nota, Sectiesoort
from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.domain.opsomming import meervoud, opsomming
from tk_desktop.domain.stuk import Stuk
from tk_desktop.domain.vergadering import Status

CODES = {
    "VL01": "De agenda kondigt een ander aantal bijlagen aan dan de nota noemt of dan er ontvangen zijn.",
    "VL02": "Een stuk staat op de agenda, maar is er niet.",
    "VL03": "Een nota noemt een bijlage die ontbreekt.",
    "VL04": "Er zijn nog geen bestanden ontvangen; daarom zijn bijlagen niet één voor één gecontroleerd.",
    "VL05": "Een ontvangen bijlage wordt in de nota niet genoemd.",
    "VL06": "De nota zegt dat er geen bijlagen zijn, maar er horen bijlagen bij, of andersom.",
    "VL07": "Een verplicht onderdeel van een nota is leeg.",
    "VL08": "Het vak Besluit is al voor de vergadering ingevuld.",
    "VL09": "Een nota heeft geen registratienummer, behandelaar of onderwerp.",
    "VL10": "Een agendapunt ter besluitvorming heeft geen nota en geen voorstel.",
    "VL11": "De plaats, de tijd, de voorzitter of de secretaris van de vergadering ontbreekt.",
    "VL12": "De uitnodigingsbrief ontbreekt of heeft geen datum.",
    "VL13": "De uitnodigingsbrief is gedateerd na de vergadering.",
    "VL14": "De uitnodigingsbrief is kort voor de vergadering gedateerd.",
}

UITNODIGING_DAGEN = 7
"""How many days before the meeting an invitation goes out at the latest."""


def controleer_volledigheid(zicht: Zicht) -> Iterator[Vondst]:
    """Find what is missing."""
    for stuk in zicht.stukken():
        yield from _aantal_bijlagen(zicht, stuk)
        yield from _afwezig(zicht, stuk)
    yield from _nog_geen_bestanden(zicht)
    for plek, stuk, nota in zicht.notas():
        yield from _bijlagen_van_nota(zicht, plek, stuk, nota)
        yield from _onderdelen(zicht, plek, nota)
        yield from _gegevens(plek, nota)
    for punt in zicht.opname.agendapunten:
        yield from _besluit_zonder_voorstel(zicht, punt)
    yield from _vergadergegevens(zicht)
    yield from _uitnodiging(zicht)


def _aantal_bijlagen(zicht: Zicht, stuk: Stuk) -> Iterator[Vondst]:
    """Compare what the agenda announces with what the nota lists, or else with what was received.

    An agenda that announces no number says nothing about bijlagen: then there is nothing to compare.
    """
    beloofd = stuk.bijlagen_beloofd
    if not beloofd:
        return
    plek = zicht.plek_van[stuk.id]
    ontvangen = sum(zicht.opname.is_aanwezig(bijlage) for bijlage in zicht.opname.bijlagen_bij(stuk))
    agenda = f"De agenda noemt bij {plek.kort} {_aangekondigd(beloofd)}"
    genoemd = _genoemd(zicht, stuk)
    if genoemd is not None:
        if genoemd != beloofd:
            slot = f" Ontvangen zijn er {ontvangen or 'nog geen'}." if zicht.opname.versies else ""
            yield vondst(
                "VL01",
                Ernst.FOUT,
                plek,
                f"{agenda}; de nota noemt er {genoemd or 'geen'}.{slot}",
                waarom="Een lezer die op de agenda afgaat, mist een bijlage of krijgt er een te veel.",
                herstel="Vraag de opsteller hoeveel bijlagen erbij horen. Pas daarna de agenda of de nota aan.",
            )
    elif stuk.id in zicht.opname.versies and ontvangen != beloofd:
        yield vondst(
            "VL01",
            Ernst.WAARSCHUWING if 0 < ontvangen < beloofd else Ernst.INFO,
            plek,
            f"{agenda}; los ontvangen zijn er {ontvangen or 'geen'}.",
            waarom="De vergaderset is pas compleet als alle aangekondigde bijlagen erin zitten.",
            herstel="Kijk of de bijlage in het bestand van het stuk zelf zit. Zo niet, vraag haar dan op.",
        )


def _genoemd(zicht: Zicht, stuk: Stuk) -> int | None:
    """Return how many bijlagen the nota lists, or ``None`` when that cannot be told from it."""
    nota = zicht.opname.notas.get(stuk.id)
    if nota is None:
        return None
    genoemd = sum(bijlage.genoemd for bijlage in zicht.opname.bijlagen_bij(stuk))
    if genoemd:
        return genoemd
    in_formulier = any(sectie.soort is Sectiesoort.BIJLAGEN for sectie in nota.formulier.secties)
    heeft_lijst = in_formulier or nota.sectie(Sectiesoort.BIJLAGEN) is not None
    return None if not heeft_lijst or _zegt_iets(_bijlagentekst(nota)) else 0


def _afwezig(zicht: Zicht, stuk: Stuk) -> Iterator[Vondst]:
    opname, plek = zicht.opname, zicht.plek_van[stuk.id]
    if opname.is_aanwezig(stuk):
        return
    if stuk.hoort_bij is None and (opname.versies or stuk.soort.is_nota):
        yield vondst(
            "VL02",
            Ernst.FOUT,
            plek,
            f"Op de agenda staat bij {plek.kort} {citaat(stuk.titel)} ({stuk.soort.value}), maar dat stuk is er niet.",
            waarom="De leden kunnen dit agendapunt niet voorbereiden zonder het stuk.",
            herstel="Voeg het stuk toe of haal het van de agenda.",
        )
    elif stuk.hoort_bij is not None and stuk.genoemd and opname.versies:
        yield vondst(
            "VL03",
            Ernst.FOUT,
            plek,
            f"De nota noemt bijlage {citaat(stuk.titel)} ({plek.kort}), maar die is niet toegevoegd.",
            waarom="De lezer zoekt straks naar een bijlage die niet in de set zit.",
            herstel="Voeg het bestand toe, of maak de set met een blad ‘Nagezonden’ op deze plaats.",
        )


def _nog_geen_bestanden(zicht: Zicht) -> Iterator[Vondst]:
    opname = zicht.opname
    if opname.versies:
        return
    weg = [stuk for stuk in opname.stukken if not opname.is_aanwezig(stuk)]
    bijlagen = sum(stuk.hoort_bij is not None for stuk in weg)
    stukken = sum(stuk.hoort_bij is None and not stuk.soort.is_nota for stuk in weg)
    delen = [meervoud(bijlagen, "bijlage", "bijlagen")] * bool(bijlagen)
    delen += [meervoud(stukken, "ander stuk", "andere stukken")] * bool(stukken)
    if delen:
        yield vondst(
            "VL04",
            Ernst.INFO,
            VERGADERING,
            f"Er zijn nog geen bestanden ontvangen; van {opsomming(delen)} is alleen de titel bekend.",
            waarom="Zolang er geen bestanden zijn, worden ontbrekende stukken niet één voor één gemeld.",
            herstel="Voeg de bestanden toe; daarna ziet u per stuk wat nog ontbreekt.",
        )


def _bijlagen_van_nota(zicht: Zicht, plek: Plek, stuk: Stuk, nota: Nota) -> Iterator[Vondst]:
    """Compare the list in the nota with the bijlagen that lie beside it."""
    bijlagen = zicht.opname.bijlagen_bij(stuk)
    ongenoemd = [b for b in bijlagen if zicht.opname.is_aanwezig(b) and not b.genoemd]
    tekst = _bijlagentekst(nota)
    zegt_iets = _zegt_iets(tekst)
    kop = next((s.kop for s in nota.secties if s.soort is Sectiesoort.BIJLAGEN), "Bijlage(n)")
    if not bijlagen and zegt_iets:
        yield vondst(
            "VL06",
            Ernst.INFO,
            plek,
            f"Onder {citaat(kop)} van {plek.kort} staat tekst, maar bij de nota horen geen bijlagen.",
            waarom="Zo is niet te zien of er bijlagen ontbreken.",
            herstel="Zet elke bijlage als eigen regel bij de nota, of schrijf ‘Niet van toepassing.’",
        )
    elif ongenoemd and len(ongenoemd) == len(bijlagen) and not zegt_iets:
        zegt = "staat ‘Niet van toepassing’" if tekst.strip() else "staat niets"
        werkwoord = "is" if len(ongenoemd) == 1 else "zijn"
        yield vondst(
            "VL06",
            Ernst.WAARSCHUWING,
            plek,
            f"Onder {citaat(kop)} van {plek.kort} {zegt}, maar er {werkwoord} wel "
            f"{meervoud(len(ongenoemd), 'bijlage', 'bijlagen')} ontvangen.",
            waarom="De nota en de bijlagen spreken elkaar tegen.",
            herstel="Noem de bijlagen in de nota, of haal weg wat er niet bij hoort.",
        )
    else:
        for bijlage in ongenoemd:
            if not _in_tekst(bijlage.titel, tekst):
                bij = zicht.plek_van[bijlage.id]
                yield vondst(
                    "VL05",
                    Ernst.WAARSCHUWING,
                    bij,
                    f"Bijlage {citaat(bijlage.titel)} ({bij.kort}) is ontvangen, maar de nota noemt haar niet.",
                    waarom="Misschien hoort zij bij een ander stuk, of is de lijst in de nota niet bijgewerkt.",
                    herstel="Noem de bijlage in de nota of zet haar bij het goede stuk.",
                )


def _onderdelen(zicht: Zicht, plek: Plek, nota: Nota) -> Iterator[Vondst]:
    for deel in nota.formulier.secties:
        if deel.verplicht and not _is_gevuld(nota, deel.soort):
            yield vondst(
                "VL07",
                Ernst.FOUT,
                plek,
                f"In {plek.kort} is het onderdeel {citaat(deel.kop)} leeg.",
                waarom=f"Een {nota.formulier.soort.value} is pas compleet als dit onderdeel is ingevuld.",
                herstel="Vul het onderdeel in; schrijf ‘Niet van toepassing.’ als er niets te melden is.",
                waar=f"{plek.waar}, {deel.kop}",
            )
    besluit = nota.sectie(Sectiesoort.BESLUIT)
    gepland = zicht.opname.vergadering.status is Status.GEPLAND
    if gepland and besluit is not None and _zegt_iets(platte_tekst(besluit.tekst)):
        yield vondst(
            "VL08",
            Ernst.WAARSCHUWING,
            plek,
            f"In {plek.kort} is het vak {citaat(besluit.kop)} al ingevuld, terwijl de vergadering nog moet komen.",
            waarom="Het vak blijft leeg tot het bestuur heeft besloten.",
            herstel="Maak het vak leeg; leg het besluit vast na de vergadering.",
        )


def _gegevens(plek: Plek, nota: Nota) -> Iterator[Vondst]:
    gegevens = (
        (
            "registratienummer",
            bool(nota.registratienummer.strip()),
            f"De nota {plek.kort} heeft geen registratienummer.",
            "Zonder nummer is de nota in het archief niet terug te vinden.",
        ),
        (
            "behandelend ambtenaar",
            bool(nota.behandelaars),
            f"De nota {plek.kort} noemt geen behandelend ambtenaar.",
            "De lezer weet nu niet aan wie hij een vraag kan stellen.",
        ),
        (
            "onderwerp",
            bool(nota.onderwerp.strip()),
            f"De nota {plek.kort} heeft geen onderwerp.",
            "Zonder onderwerp is de nota in een lijst niet te herkennen.",
        ),
    )
    for naam, bekend, wat, waarom in gegevens:
        if not bekend:
            yield vondst(
                "VL09",
                Ernst.WAARSCHUWING,
                plek,
                wat,
                waarom=waarom,
                herstel=f"Vul bovenaan de nota het vak {citaat(naam)} in.",
                waar=f"{plek.waar}, {naam}",
            )


def _besluit_zonder_voorstel(zicht: Zicht, punt: Agendapunt) -> Iterator[Vondst]:
    opname = zicht.opname
    if Behandeling.BESLUITVORMING not in opname.behandeling(punt) or punt.mondeling or punt.standaard:
        return
    papier = any(stuk.soort.is_nota or stuk.id in opname.notas for stuk in opname.stukken_bij(punt))
    if papier or punt.voorstel or zicht.subpunten(punt):
        return
    plek = zicht.plek_van[punt.id]
    yield vondst(
        "VL10",
        Ernst.WAARSCHUWING,
        plek,
        f"Agendapunt {plek.kort} staat ter besluitvorming, maar heeft geen nota en geen voorstel.",
        waarom="Het bestuur weet zo niet waarover het een besluit neemt.",
        herstel="Voeg een adviesnota of een voorstel toe, of wijzig de behandelwijze.",
    )


def _vergadergegevens(zicht: Zicht) -> Iterator[Vondst]:
    vergadering = zicht.opname.vergadering
    gegevens = (
        ("plaats", "De plaats van de vergadering is niet ingevuld.", bool(vergadering.plaats.strip())),
        ("begintijd", "De begintijd van de vergadering is niet ingevuld.", vergadering.begin is not None),
        ("eindtijd", "De eindtijd van de vergadering is niet ingevuld.", vergadering.einde is not None),
        ("voorzitter", "Er is geen voorzitter ingevuld.", bool(zicht.opname.naam(vergadering.voorzitter_id))),
        ("secretaris", "Er is geen secretaris ingevuld.", bool(zicht.opname.naam(vergadering.secretaris_id))),
    )
    for naam, wat, bekend in gegevens:
        if not bekend:
            yield vondst(
                "VL11",
                Ernst.WAARSCHUWING,
                VERGADERING,
                wat,
                waarom="Dit gegeven staat bovenaan de agenda en in de uitnodiging.",
                herstel=f"Vul bij de vergadering de {naam} in.",
                waar=f"{VERGADERING.waar}, {naam}",
            )


def _uitnodiging(zicht: Zicht) -> Iterator[Vondst]:
    brief, dag = zicht.opname.brief, zicht.opname.vergadering.datum
    if brief is None or brief.datum is None:
        yield vondst(
            "VL12",
            Ernst.INFO,
            BRIEF,
            "Er is nog geen uitnodigingsbrief." if brief is None else "De uitnodigingsbrief heeft nog geen datum.",
            waarom="De vergaderset opent met de uitnodiging.",
            herstel="Maak de brief of vul de datum in. Nodigt u anders uit? Dan kunt u dit overslaan.",
        )
        return
    dagen = (dag - brief.datum).days
    if dagen < 0:
        yield vondst(
            "VL13",
            Ernst.FOUT,
            BRIEF,
            f"De uitnodigingsbrief is van {lang(brief.datum)}, na de vergadering van {lang(dag)}.",
            waarom="Een uitnodiging gaat aan de vergadering vooraf.",
            herstel="Controleer de datum van de brief en die van de vergadering.",
        )
    elif dagen < UITNODIGING_DAGEN:
        tijd = meervoud(dagen, "dag", "dagen") + " voor" if dagen else "op de dag van"
        yield vondst(
            "VL14",
            Ernst.INFO,
            BRIEF,
            f"De uitnodigingsbrief is van {lang(brief.datum)}: {tijd} de vergadering.",
            waarom=f"De leden hebben dan minder dan {UITNODIGING_DAGEN} dagen om zich voor te bereiden.",
            herstel="Verstuur de uitnodiging eerder, of controleer de datum van de brief.",
        )


def _is_gevuld(nota: Nota, soort: Sectiesoort) -> bool:
    if any(not nota.is_leeg(sectie) for sectie in nota.secties if sectie.soort is soort):
        return True
    match soort:
        case Sectiesoort.VOORSTEL:
            return bool(nota.voorstel)
        case Sectiesoort.ARGUMENTEN | Sectiesoort.KANTTEKENING:
            aard = Aard.ARGUMENT if soort is Sectiesoort.ARGUMENTEN else Aard.KANTTEKENING
            return any(reden.aard is aard for reden in nota.argumenten)
        case _:
            return False


def _bijlagentekst(nota: Nota) -> str:
    return "\n".join(platte_tekst(s.tekst) for s in nota.secties if s.soort is Sectiesoort.BIJLAGEN)


def _zegt_iets(tekst: str) -> bool:
    """Tell whether a section holds more than that there is nothing."""
    zin = " ".join(woorden(tekst))
    return zin not in {"", "niet van toepassing", "nvt", "n v t", "geen", "geen bijlagen", "geen bijlage"}


def _in_tekst(titel: str, tekst: str) -> bool:
    return f" {' '.join(woorden(titel))} " in f" {' '.join(woorden(tekst))} "


def _aangekondigd(getal: int) -> str:
    return f"bijlagen 1 t/m {getal}" if getal > 2 else meervoud(getal, "bijlage", "bijlagen")
