"""Do the amounts in the tables of papers agree (N3, N4)."""

from collections.abc import Iterator

from tk_desktop.domain.bevinding import Bevinding
from tk_desktop.domain.controle.zicht import Vondst, Zicht, vondst
from tk_desktop.domain.geldcontrole import controleer_tabellen
from tk_desktop.domain.geldvondst import KOLOM, RIJ, RONDING, TABELLEN, TEKST, VERLOREN, Geldvondst

CODES = {
    KOLOM: "Een kolom met bedragen is samen iets anders dan het totaal dat erbij staat.",
    RIJ: "In een rij volgt een bedrag niet uit de andere bedragen.",
    TABELLEN: "Twee tabellen geven voor hetzelfde een ander bedrag.",
    TEKST: "De tekst noemt een ander bedrag dan de tabel of de lijst waar zij over gaat.",
    RONDING: "Een bedrag wijkt één of twee af: een afrondingsverschil.",
    VERLOREN: "In een bedrag zijn cijfers verloren gegaan (▯).",
}

_WAAROM = "Wie narekent, vindt dit ook; een besluit kan dan op een verkeerd bedrag rusten."
_HERSTEL = (
    "Vraag de opsteller welk bedrag juist is en om een verbeterde versie. Klopt het toch, aanvaard dan deze bevinding "
    "met de reden."
)
_WAAROM_VERLOREN = "Zonder dat bedrag zijn zijn rij en kolom niet na te rekenen, en er wordt nooit een cijfer geraden."
_VUL_AAN = "Neem het bedrag over van papier (Tabellen in de stukken), of vraag de opsteller om een beter bestand."
_NIETS = "U hoeft niets te doen."


def controleer_geld(zicht: Zicht) -> Iterator[Vondst]:
    """Find what does not agree in the tables that were taken over from the papers of a meeting."""
    for stuk in zicht.stukken():
        tabellen = zicht.context.tabellen.get(stuk.id, ())
        if not tabellen:
            continue
        plek = zicht.plek_van[stuk.id]
        tekst = "\n".join(zicht.context.paginateksten.get(stuk.id, ()))
        for een in controleer_tabellen(tabellen, tekst):
            kaal = bevinding(een, plek.waar)
            yield vondst(
                kaal.code, kaal.ernst, plek, kaal.wat, waarom=kaal.waarom, herstel=kaal.zo_herstelt_u, waar=kaal.waar
            )


def bevinding(een: Geldvondst, waar: str) -> Bevinding:
    """Return what was found in a table as a finding in a paper of that name."""
    waarom, herstel = {
        RONDING: ("Bedragen zijn op hele euro’s afgerond; dat is geen fout.", _NIETS),
        VERLOREN: (_WAAROM_VERLOREN, _VUL_AAN),
    }.get(een.code, (_WAAROM, _HERSTEL))
    return Bevinding(
        code=een.code,
        ernst=een.ernst,
        waar=f"{waar}, {een.waar}" if waar else een.waar,
        wat=een.wat,
        waarom=waarom,
        zo_herstelt_u=herstel,
    )
