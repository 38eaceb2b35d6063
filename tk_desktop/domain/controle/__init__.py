"""The checks on a meeting: pure functions from how it stands to what is wrong with it."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from tk_desktop.domain.bevinding import Aanvaarding, Bevinding, Ernst
from tk_desktop.domain.controle import (
    adviezen,
    bestanden,
    boekingen,
    brief,
    dagen,
    geheim,
    geld,
    namen,
    persoonlijk,
    samenhang,
    tijdplan,
    volledigheid,
    zitting,
)
from tk_desktop.domain.controle.geheim import genoemd
from tk_desktop.domain.controle.zicht import Controlecontext, Vondst, Zicht
from tk_desktop.domain.momentopname import Momentopname

__all__ = ["CODES", "Controlecontext", "controleer", "genoemd", "lekken", "persoonsgegevens_open"]

_PERSOONLIJK: tuple[Callable[[Zicht], Iterator[Vondst]], ...] = (
    persoonlijk.controleer_persoonsgegevens,
    persoonlijk.controleer_weglakken,
    persoonlijk.controleer_handtekeningen,
    persoonlijk.controleer_zelfde_bestand,
)
_CONTROLES: tuple[Callable[[Zicht], Iterator[Vondst]], ...] = (
    volledigheid.controleer_volledigheid,
    samenhang.controleer_samenhang,
    dagen.controleer_dagen,
    brief.controleer_brief,
    namen.controleer_namen,
    tijdplan.controleer_tijdplan,
    boekingen.controleer_boekingen,
    geheim.controleer_geheim,
    *_PERSOONLIJK,
    bestanden.controleer_bestanden,
    geld.controleer_geld,
    adviezen.controleer_adviezen,
    zitting.controleer_zitting,
)

CODES: dict[str, str] = {
    code: regel
    for module in (
        volledigheid,
        samenhang,
        dagen,
        brief,
        namen,
        tijdplan,
        boekingen,
        geheim,
        persoonlijk,
        bestanden,
        geld,
        adviezen,
        zitting,
    )
    for code, regel in module.CODES.items()
}
"""Every check by its code, with what it finds in one sentence."""

_ERNST = {Ernst.FOUT: 0, Ernst.WAARSCHUWING: 1, Ernst.INFO: 2}
_LABEL = re.compile(r"(?:^|(?<=besloten: ))\d+[A-Z]?[a-z]{0,2}(?: bijl\. \d+)* ")


def controleer(opname: Momentopname, context: Controlecontext) -> tuple[Bevinding, ...]:
    """Return what the checks find in a meeting: the worst first, then in the order of the agenda.

    A finding that the secretaris accepted comes back as ``INFO`` with the reason.
    """
    zicht = Zicht.op(opname, context)
    vondsten = dict.fromkeys(vondst for controle in _CONTROLES for vondst in controle(zicht))
    gewogen = _met_aanvaarding(vondsten, opname)
    op_orde = sorted(gewogen, key=lambda v: (_ERNST[v.bevinding.ernst], v.rang, v.bevinding.code))
    return tuple(vondst.bevinding for vondst in op_orde)


def lekken(opname: Momentopname, context: Controlecontext, alleen: Collection[str] | None = None) -> tuple[str, ...]:
    """Return where public papers tell what is besloten: the places alone, in words that everybody may read.

    ``alleen`` are the ids of the items and papers that go out; without it all do. This is what ``GH01`` and ``GH04``
    call a fault; what the secretaris accepted is left out. What is open while geheimhouding rests on it (``GH05``) can
    not be accepted.
    """
    zicht = Zicht.op(opname, context)
    vondsten = dict.fromkeys((*geheim.controleer_titels(zicht), *geheim.controleer_bestanden(zicht)))
    gewogen = (*_met_aanvaarding(vondsten, opname), *geheim.controleer_register(zicht))
    erin = [v for v in gewogen if alleen is None or v.bevinding.bij in alleen]
    fouten = sorted((v for v in erin if v.bevinding.ernst is Ernst.FOUT), key=lambda v: v.rang)
    return tuple(dict.fromkeys(vondst.plaats for vondst in fouten))


def persoonsgegevens_open(opname: Momentopname, context: Controlecontext) -> tuple[str, ...]:
    """Return where everybody would read personal data of which nobody decided yet that they may stand there (L6)."""
    zicht = Zicht.op(opname, context)
    vondsten = dict.fromkeys(vondst for controle in _PERSOONLIJK for vondst in controle(zicht))
    open_ = [v for v in _met_aanvaarding(vondsten, opname) if v.bevinding.ernst is not Ernst.INFO]
    return tuple(dict.fromkeys(v.bevinding.waar for v in sorted(open_, key=lambda v: v.rang)))


def _met_aanvaarding(vondsten: Iterable[Vondst], opname: Momentopname) -> Iterator[Vondst]:
    """Lower what was accepted; what a later version says of persons is looked at anew (L6).

    A renumbered agenda keeps what was accepted, unless the names without their numbers fit two findings: then only the
    exact place counts.
    """
    rij = list(vondsten)
    precies = {(a.code, a.waar): a for a in opname.aanvaard if a.geldt}
    zonder_nummer = {(code, _zonder_nummer(waar)): a for (code, waar), a in precies.items()}
    keren = Counter((v.bevinding.code, _zonder_nummer(v.bevinding.waar)) for v in rij)
    for vondst in rij:
        gevonden = vondst.bevinding
        los = (gevonden.code, _zonder_nummer(gevonden.waar))
        reden = precies.get((gevonden.code, gevonden.waar)) or (zonder_nummer.get(los) if keren[los] == 1 else None)
        if reden is None or _came_later(gevonden, reden, opname):
            yield vondst
        else:
            yield replace(vondst, bevinding=replace(gevonden, ernst=Ernst.INFO, wat=f"{gevonden.wat} {reden}"))


def _came_later(gevonden: Bevinding, aanvaard: Aanvaarding, opname: Momentopname) -> bool:
    """Tell whether a finding on personal data is of a version that came in after it was accepted."""
    versie = opname.versies.get(gevonden.bij)
    if gevonden.code not in persoonlijk.CODES or versie is None or versie.ontvangen is None or aanvaard.moment is None:
        return False
    return versie.ontvangen.replace(tzinfo=None) > aanvaard.moment.replace(tzinfo=None)


def _zonder_nummer(waar: str) -> str:
    return _LABEL.sub("", waar)
