"""What the builder says of a set in words: how large, what changed, what does not go along."""

from collections.abc import Iterable, Sequence

from tk_desktop.desktop.sets.set_keuze import Gemaakt
from tk_desktop.domain.datum import duur
from tk_desktop.domain.getal import duizendtal, omvang, procent
from tk_desktop.domain.opsomming import meervoud, opsomming
from tk_desktop.domain.vergaderset import Doelgroep
from tk_desktop.pack.overzicht import Overzicht, Overzichtdeel, Reden

_VOORZITTER = "de set voor de voorzitter"
_GENOEMD = 3
"""Papers that are all named in one sentence."""


def samenvatting(overzicht: Overzicht) -> str:
    """Return what the set will be, in one line."""
    delen = [f"{'± ' if overzicht.geschat else ''}{overzicht.paginas} blz"]
    if overzicht.nazending:
        if not overzicht.veranderd + overzicht.vervallen and overzicht.sinds is not None:
            return f"Nazending: niets gewijzigd sinds versie {overzicht.sinds.versie}"
        delen[0] = f"Nazending: {delen[0]}"
    delen.append(f"± {omvang(overzicht.omvang)}")
    if overzicht.woorden:
        delen.append(f"± {duizendtal(overzicht.woorden)} woorden, {leestijd(overzicht.leesminuten)}")
    if overzicht.bijlagebladen:
        delen.append(f"{procent(overzicht.aandeel_bijlagen / 100)} bijlagen")
    if overzicht.sinds is not None:
        aantal = overzicht.veranderd + overzicht.vervallen
        wat = f"{aantal} gewijzigd" if aantal else "niets gewijzigd"
        staart = " (alleen die worden opnieuw gemaakt)" if aantal and not overzicht.nazending else ""
        delen.append(f"{wat} sinds versie {overzicht.sinds.versie}{staart}")
    return " · ".join(delen)


def leestijd(minuten: int) -> str:
    """Return a time to read, to five minutes, as people say it: ``25 minuten lezen``, ``binnen 5 minuten te lezen``."""
    if minuten <= 5:
        return "binnen 5 minuten te lezen"
    return f"{duur(minuten)} lezen"


def waarschuwing(overzicht: Overzicht, *, anders: bool) -> str:
    """Return what the secretaris should know of the set before making it; empty when there is nothing."""
    uit = []
    if anders:
        uit.append(f"Het voorbeeld is dat voor ‘{overzicht.variant}’; gemaakt wordt wat bij ‘Maken voor’ staat.")
    set_ = f"de {overzicht.variant.doelgroep.setnaam}"
    besloten = besloten_namen(overzicht)
    anders_weg = _namen(deel for deel in overzicht.achtergehouden if deel.reden is not Reden.BESLOTEN)
    mist = _namen(overzicht.ontbreekt)
    if besloten:
        werk = "is besloten en gaat" if len(besloten) == 1 else "zijn besloten en gaan"
        uit.append(f"{kort_genoemd(besloten)} {werk} niet mee in {set_}.")
    if anders_weg:
        uit.append(f"{opsomming(anders_weg)} {'gaat' if len(anders_weg) == 1 else 'gaan'} niet mee in {set_}.")
    if overzicht.eerst:
        sets = opsomming([_VOORZITTER if wie is Doelgroep.LID else f"de {wie.setnaam}" for wie in overzicht.eerst])
        gaan, zijn = ("gaat", "is") if len(overzicht.eerst) == 1 else ("gaan", "zijn")
        uit.append(f"Eerst {gaan} {sets} uit; die {zijn} nog niet als verzonden vastgelegd.")
    if mist:
        werk = "mist" if len(mist) == 1 else "missen"
        uit.append(f"{opsomming(mist)} {werk}; er komt een blad ‘wordt nagezonden’.")
    return " ".join(uit)


def fouten_zin(aantal: int) -> str:
    """Return what the check still finds: ``De controle vindt nog 3 fouten``."""
    return f"De controle vindt nog {fouten_kort(aantal)}"


def fouten_kort(aantal: int) -> str:
    """Return how many faults there are: ``3 fouten``."""
    return meervoud(aantal, "fout", "fouten")


def zonder_zin(gemaakt: Gemaakt) -> str:
    """Return what a set was made without because it is besloten."""
    werk = "is besloten en zit" if len(gemaakt.zonder) == 1 else "zijn besloten en zitten"
    return f"{kort_genoemd(gemaakt.zonder)} {werk} niet in de {gemaakt.keuze.lezer.doelgroep.setnaam}."


def kort_genoemd(namen: Sequence[str]) -> str:
    """Return papers by name, or when there are many the first and how many more: each row of the set tells it too."""
    if len(namen) <= _GENOEMD:
        return opsomming(namen)
    return f"{namen[0]} en nog {len(namen) - 1} stukken"


def gemaakt_zin(gemaakt: Gemaakt) -> str:
    """Return what was made and where it stands, in one sentence."""
    naam = gemaakt.doel.name
    if not gemaakt.keuze.uitvoer.is_map:
        return f"Gemaakt: {naam}, in {gemaakt.doel.parent.name or gemaakt.doel.parent}"
    return f"1 bestand in {naam}" if gemaakt.bestanden == 1 else f"{gemaakt.bestanden} bestanden in {naam}"


def besloten_namen(overzicht: Overzicht) -> list[str]:
    """Return what these readers do not get because it is besloten, by number."""
    return _namen(deel for deel in overzicht.achtergehouden if deel.reden is Reden.BESLOTEN)


def _namen(delen: Iterable[Overzichtdeel]) -> list[str]:
    return list(dict.fromkeys(deel.label or deel.titel for deel in delen))
