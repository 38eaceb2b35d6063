"""Do personal data show in what everybody may read (L6)."""

from collections import defaultdict
from collections.abc import Iterator

from tk_desktop.domain.bevinding import Ernst
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
}

_PER_SOORT = dict(zip(Gegevenssoort, CODES, strict=True))
_MEESTE = 3
"""Places named in a sentence; the others are counted."""


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
            waarom="Wat openbaar is, leest iedereen en blijft te vinden; een persoon kan daar last van hebben.",
            herstel="Haal het weg, maak het stuk besloten of vraag de afzender om een versie zonder. Mag het er staan, "
            "aanvaard dan deze bevinding met de reden.",
        )
