"""Which fields and buttons a line of the planning has."""

from collections.abc import Sequence
from datetime import date

from tk_desktop.desktop.programme.invulblad import Invulveld
from tk_desktop.desktop.programme.overlegboom import Overlegplek
from tk_desktop.domain.datum import kort
from tk_desktop.domain.overleg import Overlegstand
from tk_desktop.domain.overlegroute import Tafelrol
from tk_desktop.domain.zienswijze import Standpunt

Inhoud = tuple[str, Sequence[Invulveld], Sequence[tuple[str, str]]]
_WEG = ("weg", "Weghalen")
_DAG = "Bijvoorbeeld 4-3-2027; leeg is nog niet bekend."


def velden_van(stand: Overlegstand, plek: Overlegplek, gremia: Sequence[tuple[str, str]]) -> Inhoud | None:
    """Return what there is to fill in of a line and what can be done with it; nothing when it is gone."""
    maak = {"route": _route, "jaar": _jaar, "term": _term, "ronde": _ronde, "zienswijze": _zienswijze}
    return _stap(stand, plek.id, gremia) if plek.soort == "stap" else maak[plek.soort](stand, plek.id)


def _dag(dag: date | None) -> str:
    return kort(dag) if dag else ""


def _route(stand: Overlegstand, id_: str) -> Inhoud | None:
    route = next((een for een in stand.routes if een.id == id_), None)
    if route is None:
        return None
    return (
        "Een route: over welke tafels een voorstel gaat.",
        [
            Invulveld("naam", "Voorstel", route.naam),
            Invulveld("besluit_op", "Dag van het besluit", _dag(route.besluit_op), f"De rest telt terug. {_DAG}"),
        ],
        [("stap", "Stap toevoegen"), _WEG],
    )


def _stap(stand: Overlegstand, id_: str, gremia: Sequence[tuple[str, str]]) -> Inhoud | None:
    stap = next((een for een in stand.stappen if een.id == id_), None)
    if stap is None:
        return None
    tafel = stand.tafel(stap.tafel_id)
    return (
        f"Stap: {tafel.naam} {stap.rol.value}. Wie er zit en wanneer, geldt voor alle routes over deze tafel.",
        [
            Invulveld("tafel_id", "Tafel", tafel.id, keuzes=tuple((een.id, een.naam) for een in stand.tafels)),
            Invulveld("naam", "Naam van deze tafel", tafel.naam),
            Invulveld("rol", "Wat zij doet", stap.rol.value, keuzes=tuple((een.value, een.value) for een in Tafelrol)),
            Invulveld("daarna", "Dagen tot de volgende stap, minstens", str(stap.daarna)),
            Invulveld(
                "gremium_id", "Gremium in deze werkmap", tafel.gremium_id or "", "Zijn vergaderdagen tellen dan mee.",
                keuzes=(("", "geen"), *gremia),
            ),
            Invulveld("dagen", "Andere dagen waarop zij bijeenkomt", ", ".join(_dag(een.dag) for een in tafel.dagen)),
            Invulveld("leden", "Wie er zit", ", ".join(een.naam for een in tafel.leden), "Met komma’s ertussen."),
        ],
        [("eerder", "Eerder"), ("later", "Later"), ("stap", "Stap hierna"), _WEG],
    )  # fmt: skip


def _jaar(stand: Overlegstand, id_: str) -> Inhoud | None:
    jaar = next((een for een in stand.jaren if een.id == id_), None)
    if jaar is None:
        return None
    uitleg = f"De raden krijgen het ontwerp twaalf weken eerder. {_DAG}"
    veld = Invulveld("ab", "Dag waarop het AB de begroting vaststelt", _dag(jaar.ab), uitleg)
    return f"Begrotingsjaar {jaar.jaar}", [veld], [_WEG]


def _term(stand: Overlegstand, id_: str) -> Inhoud | None:
    jaar_id, _, code = id_.partition("/")
    jaar = next((een for een in stand.jaren if een.id == jaar_id), None)
    dag = next((een for een in stand.kalender(jaar) if een.termijn.code == code), None) if jaar else None
    if jaar is None or dag is None:
        return None
    kop = f"{dag.termijn.wat} ({dag.termijn.bron}), begrotingsjaar {jaar.jaar}"
    return kop, [Invulveld("gedaan", "Gedaan op", _dag(dag.gedaan), _DAG)], []


def _ronde(stand: Overlegstand, id_: str) -> Inhoud | None:
    ronde = next((een for een in stand.rondes if een.id == id_), None)
    if ronde is None:
        return None
    gemeenten = ", ".join(een.gemeente for een in stand.zienswijzen_van(id_))
    return (
        "Zienswijzen van gemeenten op een ontwerp.",
        [
            Invulveld("onderwerp", "Onderwerp", ronde.onderwerp),
            Invulveld("uiterlijk", "Uiterlijk", _dag(ronde.uiterlijk), _DAG),
            Invulveld("gemeenten", "Gemeenten", gemeenten, "Met komma’s ertussen.", lang=True),
        ],
        [_WEG],
    )


def _zienswijze(stand: Overlegstand, id_: str) -> Inhoud | None:
    een = next((een for een in stand.zienswijzen if een.id == id_), None)
    if een is None:
        return None
    keuzes = (("", "nog niet binnen"), *((soort.value, soort.value) for soort in Standpunt))
    return (
        een.gemeente,
        [
            Invulveld("standpunt", "Standpunt", een.standpunt.value if een.standpunt else "", keuzes=keuzes),
            Invulveld("ontvangen", "Ontvangen op", _dag(een.ontvangen), _DAG),
            Invulveld("tekst", "Wat de raad zegt", een.tekst, lang=True),
            Invulveld("verwerking", "Wat het bestuur ermee deed", een.verwerking, lang=True),
        ],
        [] if een.is_leeg else [("wis", "Zienswijze wissen")],
    )
