"""Do personal data, or names that were redacted, show in what everybody may read (L6)."""

import re
from collections import defaultdict
from collections.abc import Iterator

from tk_desktop.domain.bevinding import Ernst
from tk_desktop.domain.bladbereik import from_bereik
from tk_desktop.domain.controle.geheim import NIET_OPENBAAR, openbare_teksten
from tk_desktop.domain.controle.zicht import Plek, Vondst, Zicht, vondst
from tk_desktop.domain.opsomming import opsomming
from tk_desktop.domain.persoonsgegevens import Gegevenssoort, find_persoonsgegevens

CODES = {
    "PG01": "In een openbare tekst staat een burgerservicenummer.",
    "PG02": "In een openbare tekst staat een rekeningnummer.",
    "PG03": "In een openbare tekst staat een mobiel telefoonnummer.",
    "PG04": "In een openbare tekst staat het mailadres van een persoon.",
    "PG05": "In een openbare tekst staat een woonadres.",
    "PG06": "Een openbare titel of tekst noemt wat in een stuk is weggelakt.",
    "PG07": "Op een openbare bladzijde staat een handtekening.",
    "PG08": "Een bestand waarin elders is weggelakt, staat hier openbaar zonder dat er iets weg is.",
}

_PER_SOORT = dict(zip(Gegevenssoort, list(CODES)[: len(Gegevenssoort)], strict=True))
_WAAROM = "Wat openbaar is, leest iedereen en blijft te vinden; een persoon kan daar last van hebben."
_MEESTE = 3
"""Places named in a sentence; the others are counted."""
_BLADZIJDE = re.compile(r"pagina \d+|woorden buiten de bladzijden")


def controleer_persoonsgegevens(zicht: Zicht) -> Iterator[Vondst]:
    """Find personal data in what everybody may read: a finding for each paper and kind, that quotes none whole."""
    gevonden: dict[tuple[Plek, Gegevenssoort], dict[str, None]] = defaultdict(dict)
    for tekst in openbare_teksten(zicht):
        if tekst.deel not in NIET_OPENBAAR:
            for gegeven in find_persoonsgegevens(tekst.tekst):
                gevonden[tekst.plek, gegeven.soort][f"{gegeven.verkort(tekst.tekst)} ({tekst.deel})"] = None
    for (plek, soort), plaatsen in gevonden.items():
        lijst = list(plaatsen)
        rest = f" en nog {len(lijst) - _MEESTE}" if len(lijst) > _MEESTE else ""
        yield vondst(
            _PER_SOORT[soort],
            Ernst.FOUT if soort is Gegevenssoort.BSN else Ernst.WAARSCHUWING,
            plek,
            f"In {plek.kort} staat een {soort.value}: {opsomming(lijst[:_MEESTE])}{rest}.",
            waarom=_WAAROM,
            herstel="Haal het weg, lak het weg in een ontvangen stuk, maak het stuk besloten of vraag de afzender om "
            "een versie zonder. Mag het er staan, aanvaard dan deze bevinding met de reden.",
        )


def controleer_handtekeningen(zicht: Zicht) -> Iterator[Vondst]:
    """Find public papers on which somebody signed; of one that was redacted somebody saw every page."""
    opname = zicht.opname
    for stuk in zicht.stukken():
        versie = opname.versies.get(stuk.id)
        if versie is None or not versie.getekend or opname.stuk_is_besloten(stuk) or opname.gelakt.get(stuk.id):
            continue
        plek = zicht.plek_van[stuk.id]
        paginas = sorted(from_bereik(versie.getekend))
        waar = opsomming([f"pagina {pagina}" for pagina in paginas[:_MEESTE]])
        rest = f" en nog {len(paginas) - _MEESTE}" if len(paginas) > _MEESTE else ""
        yield vondst(
            "PG07",
            Ernst.WAARSCHUWING,
            plek,
            f"In {plek.kort} staat een handtekening: {waar}{rest}.",
            waarom=_WAAROM,
            herstel="Lak haar weg (‘Lak persoonsgegevens’ vindt haar), maak het stuk besloten of vraag de afzender om "
            "een versie zonder. Mag zij er staan, aanvaard dan deze bevinding met de reden.",
        )


def controleer_weglakken(zicht: Zicht) -> Iterator[Vondst]:
    """Find open titles and texts that say a name that was redacted in a paper; pages of other papers are left aside."""
    for stuk_id, namen in zicht.context.gelakt.items():
        gezocht = {naam.casefold(): naam for naam in namen}
        gevonden: dict[tuple[Plek, str], dict[str, None]] = defaultdict(dict)
        for tekst in openbare_teksten(zicht) if gezocht and stuk_id in zicht.plek_van else ():
            if tekst.deel in NIET_OPENBAAR or _BLADZIJDE.fullmatch(tekst.deel):
                continue
            for woord in re.findall(r"\w+", tekst.tekst.casefold()):
                if woord in gezocht:
                    gevonden[tekst.plek, tekst.deel][gezocht[woord]] = None
        for (plek, deel), woorden in gevonden.items():
            yield vondst(
                "PG06",
                Ernst.WAARSCHUWING,
                plek,
                f"{plek.kort} ({deel}) noemt {opsomming(f'‘{woord}’' for woord in list(woorden)[:_MEESTE])}, en dat is "
                f"weggelakt in {zicht.plek_van[stuk_id].kort}.",
                waarom="Titels en teksten staan voor iedereen op de agenda, in bestandsnamen en op de site.",
                herstel="Noem het daar ook niet. Mag het er staan, aanvaard dan deze bevinding met de reden.",
                waar=f"{plek.waar}, {deel}",
            )


def controleer_zelfde_bestand(zicht: Zicht) -> Iterator[Vondst]:
    """Find public papers that are whole while passages were marked in the same file at another place."""
    opname = zicht.opname
    for stuk in zicht.stukken():
        versie = opname.versies.get(stuk.id)
        if versie is None or opname.stuk_is_besloten(stuk) or stuk.id in opname.gelakt:
            continue
        elders = zicht.context.gelakt_elders.get(versie.sha256, ())
        if elders:
            plek = zicht.plek_van[stuk.id]
            yield vondst(
                "PG08",
                Ernst.FOUT,
                plek,
                f"{plek.kort} is hetzelfde bestand als {opsomming(elders)}. Daar is iets weggelakt, hier niet.",
                waarom="Wat op de ene plaats is weggelakt, leest iedereen op de andere.",
                herstel="Lak het hier ook, of haal het stuk op een van beide plaatsen weg. Mag het hier heel blijven, "
                "aanvaard dan deze bevinding met de reden.",
            )
