"""How the window speaks of notes: on a line of the list, in a tip on the page, above the field one types in."""

from collections.abc import Sequence

from tk_desktop.desktop.pages.bladmerken import Merk
from tk_desktop.domain.aantekening import SECRETARIAAT, Aantekening, Oordeel, Soort, Zicht
from tk_desktop.domain.datum import klok, lang
from tk_desktop.domain.leeslijst import is_na_te_kijken, is_ongeplaatst, is_voor_secretariaat

ICONEN = {
    Soort.MARKERING: "highlighter",
    Soort.ONDERSTREPING: "underline",
    Soort.DOORHALING: "strikethrough",
    Soort.NOTITIE: "sticky-note",
    Soort.VRAAG: "circle-question-mark",
    Soort.BLADNOTITIE: "sticky-note",
    Soort.PUNTNOTITIE: "list-tree",
    Soort.INKT: "pencil",
}
_LANGST = 90


def citaat_van(een: Aantekening) -> str:
    """Return the passage of a note on one line."""
    return " ".join(een.plaats.anker.citaat.split()) if een.plaats else ""


def kop_van_notitie(een: Aantekening) -> str:
    """Return what a list calls a note: ``geel “tekorten op de…”``, ``vraag  Wie betaalt dit na 2022?``."""
    if een.soort.op_tekst:
        woord = een.kleur.value if een.soort is Soort.MARKERING else een.soort.naam
        tekst = f"“{citaat_van(een)}”"
        return _kort(f"{woord}  {een.tekst} – {tekst}" if een.tekst else f"{woord}  {tekst}")
    if een.soort is Soort.INKT:
        return _kort(f"inkt  {een.tekst}".strip())
    return _kort(f"{een.soort.naam}  {' '.join(een.tekst.split()) or _aangehaald(een)}".rstrip())


def regel_van_notitie(een: Aantekening, lezer: str) -> str:
    """Return the line of a note in a list: who wrote it stands before it when that is not the reader.

    Its kind is told by its icon then, for beside a name there is room for its words alone.
    """
    if een.eigenaar == lezer:
        return kop_van_notitie(een)
    woorden = "" if een.soort.op_tekst else _kort(" ".join(een.tekst.split()))
    return f"{een.eigenaar}: {woorden or kop_van_notitie(een)}"


def zicht_woord(een: Aantekening) -> str:
    """Return who may read a note, in words: ``privé``, ``gedeeld met Roos van Dalen``, ``voor allen``."""
    match een.zicht:
        case Zicht.GEDEELD:
            return f"gedeeld met {_opsomming(een.gedeeld_met)}" if een.gedeeld_met else "gedeeld met niemand"
        case Zicht.ALLEN:
            return "voor allen"
        case Zicht.PRIVE:
            return "nog niet gesteld" if een.soort is Soort.VRAAG else "privé"


def bereik_van(een: Aantekening, *, secretaris: bool) -> str:
    """Return how a note that its writer shares gets to its readers; nothing of one that is private.

    A bundle or a postbus brings it to the secretariat, and to others what they may read (docs/bundle-format.md).
    """
    if een.zicht is Zicht.PRIVE:
        return ""
    naar_hen = is_voor_secretariaat(een) and not secretaris
    anderen = een.zicht is Zicht.ALLEN or any(naam != SECRETARIAAT for naam in een.gedeeld_met)
    zinnen = (
        "Het secretariaat leest dit na uw volgende bundel." if naar_hen else "",
        "Andere lezers die het stuk mogen lezen: met uw bundel voor hen, via de postbus of met een export."
        if anderen
        else "",
    )
    return " ".join(filter(None, zinnen))


def kop_van_veld(een: Aantekening) -> str:
    """Return what stands above the field in which a note is typed: ``Vraag · nog niet gesteld``."""
    return f"{een.soort.naam[:1].upper()}{een.soort.naam[1:]} · {zicht_woord(een)}"


def over_notitie(een: Aantekening, lezer: str) -> str:
    """Return the line under a note: of whom, since when, who may read it."""
    dag = een.gewijzigd.astimezone()
    van = "" if een.eigenaar == lezer else f"{een.eigenaar} · "
    return f"{van}{een.soort.naam} · {een.kleur.value} · {zicht_woord(een)} · {lang(dag.date())} {klok(dag.time())}"


def plek_kort(een: Aantekening) -> str:
    """Return where a note stands, as short as a column is narrow; of one that lost its place where it stood."""
    return _plek(een, weg="was {}", misschien="{} ?")


def plek_voluit(een: Aantekening) -> str:
    """Return where a note stands, in words that are heard."""
    return _plek(een, weg="niet teruggevonden, stond op {}", misschien="waarschijnlijk {}")


def te_horen(een: Aantekening, waar: str, lezer: str) -> str:
    """Return what a screen reader tells of a note one goes to: where it is, its words, what it is."""
    return ", ".join(deel for deel in (waar, plek_voluit(een), tip_van(een, lezer).replace("\n", ", ")) if deel)


def tip_van(een: Aantekening, lezer: str) -> str:
    """Return what is told when the mouse rests on a note."""
    regels = [een.tekst or _aangehaald(een), f"Antwoord: {een.antwoord}" if een.antwoord else ""]
    return "\n".join(regel for regel in (*regels, over_notitie(een, lezer)) if regel)


def merken_van(aantekeningen: Sequence[Aantekening], versie: str, gekozen: str, lezer: str) -> tuple[Merk, ...]:
    """Return the notes as marks on one version of a paper; those without a place in it are left out."""
    uit = []
    for een in aantekeningen:
        plaats = een.in_versie(versie)
        if plaats is None or plaats.oordeel is Oordeel.NIET_GEVONDEN:
            continue
        merk = Merk(
            id=een.id,
            soort=een.soort,
            kleur=een.kleur,
            vlakken=plaats.anker.vlakken,
            lijnen=een.lijnen_in(versie),
            uitleg=tip_van(een, lezer),
            gekozen=een.id == gekozen,
            onzeker=plaats.oordeel is Oordeel.WAARSCHIJNLIJK,
        )
        uit += _met_beeldje(merk, een)
    return tuple(uit)


def telling(getoond: int, alle: int, nummer: int = 0) -> str:
    """Return how many notes of how many a list shows, and the number of the one that was gone to.

    ``23 aantekeningen``; one of them chosen: ``7 van 23``; with a filter ``5 van 23``, ``2 van 5 (van 23)``.
    """
    if nummer:
        return f"{nummer} van {getoond}" if getoond == alle else f"{nummer} van {getoond} (van {alle})"
    if getoond != alle:
        return f"{getoond} van {alle}"
    return "1 aantekening" if alle == 1 else f"{alle} aantekeningen"


def _met_beeldje(merk: Merk, een: Aantekening) -> list[Merk]:
    """Words with a note are marked and have its icon: both lie on the same place."""
    if een.soort is Soort.NOTITIE and een.plaats is not None and een.plaats.anker.citaat:
        return [_als(merk, Soort.MARKERING), merk]
    if een.soort is Soort.MARKERING and een.tekst:
        return [merk, _als(merk, Soort.NOTITIE)]
    return [merk]


def _als(merk: Merk, soort: Soort) -> Merk:
    return Merk(id=merk.id, soort=soort, kleur=merk.kleur, vlakken=merk.vlakken, uitleg=merk.uitleg)


def _pagina(een: Aantekening) -> int:
    """Return the page a note stands on, or stood on when it lost its place; 0 for one on an item."""
    anker = een.gemaakt_op if is_ongeplaatst(een) else een.plaats.anker if een.plaats else None
    return anker.pagina if anker is not None and een.papier else 0


def _plek(een: Aantekening, *, weg: str, misschien: str) -> str:
    """Return the page of a note in the words for one that lost its place, or one that is to be looked over."""
    if not (pagina := _pagina(een)):
        return ""
    vorm = weg if is_ongeplaatst(een) else misschien if is_na_te_kijken(een) else "{}"
    return vorm.format(f"blz. {pagina}")


def _aangehaald(een: Aantekening) -> str:
    citaat = citaat_van(een)
    return f"“{citaat}”" if citaat else ""


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _LANGST else f"{tekst[: _LANGST - 1].rstrip()}…"


def _opsomming(namen: Sequence[str]) -> str:
    return namen[0] if len(namen) == 1 else f"{', '.join(namen[:-1])} en {namen[-1]}"
