"""A programme for a program: what was read of it with every doubt, and as it stands now, as open data."""

import json

from tk_desktop.domain.begroting import Bedragsoort, Begrotingsregel
from tk_desktop.domain.programma import Programmaperiode, Project
from tk_desktop.domain.programmalezing import Gelezenproject, Gelezenregel, Programmalezing
from tk_desktop.domain.programmastand import Programmastand


def programmagegevens(lezing: Programmalezing) -> dict[str, object]:
    """Return a reading as plain values: dates of projects as they were written, amounts as whole euros or null."""
    periode = lezing.periode
    return {
        "naam": lezing.naam,
        "periode": periode and {
            "naam": periode.naam,
            "van": periode.van.isoformat(),
            "tot": periode.tot.isoformat(),
            "begroot": periode.begroot,
            "gewijzigd": periode.gewijzigd,
        },
        "gesteld": {"themalijnen": lezing.gesteld[0], "projecten": lezing.gesteld[1]},
        "themalijnen": [
            {
                "naam": lijn.naam,
                "ambitie": lijn.ambitie,
                "gesteld": lijn.gesteld,
                "gesteld_subprojecten": lijn.gesteld_sub,
                "projecten": [_project(een) for een in lijn.projecten],
            }
            for lijn in lezing.themalijnen
        ],
        "fasen": [{"naam": een.naam, "kern": een.kern, "omschrijving": een.omschrijving} for een in lezing.fasen],
        "afkortingen": dict(lezing.afkortingen),
        "regels": [_regel(een) for een in lezing.regels],
        "totalen": [
            {"naam": een.naam, "zijde": een.zijde.value, "soort": een.soort.value, "bedrag": een.bedrag,
             "waar": een.waar}
            for een in lezing.totalen
        ],
        "kerntaken": [
            {
                "onderdeel": deel.naam,
                "kolommen": list(deel.kolommen),
                "bouwstenen": [
                    {"nummer": een.nummer, "naam": een.naam, "groep": een.groep, "categorie": een.categorie or None,
                     "bedrag": een.bedrag, "velden": dict(een.velden), "twijfels": list(een.twijfels)}
                    for een in deel.bouwstenen
                ],
            }
            for deel in lezing.kerndelen
        ],
        "scenarios": [
            {"code": een.code, "naam": een.naam, "omschrijving": een.omschrijving} for een in lezing.scenarios
        ],
        "meenemen": [{"bedrag": een.bedrag, "waarvan": een.waarvan, "naar": een.naar} for een in lezing.meenemen],
        "twijfels": list(lezing.vragen()),
    }  # fmt: skip


def _project(een: Gelezenproject) -> dict[str, object]:
    return {
        "naam": een.naam,
        "subproject": een.is_sub,
        "van": een.ouder or None,
        "fase": een.fase,
        "start": een.start,
        "eind": een.eind,
        "noten": [noot for noot in (een.naamnoot, een.startnoot, een.eindnoot) if noot],
        "opdrachtgever": een.opdrachtgever,
        "trekker": een.trekker,
        "doorlooptijd": een.doorlooptijd,
        "doel": een.doel,
        "resultaat": een.resultaat,
        "stappen": [
            {"wat": stap.wat, "gereed": stap.gereed, "status": stap.status, "opmerking": stap.opmerking}
            for stap in een.stappen
        ],
        "besluit": een.besluit or None,
        "regel": een.regel or None,
    }


def _regel(een: Gelezenregel) -> dict[str, object]:
    return {
        "naam": een.naam,
        "zijde": een.zijde.value,
        "themalijn": een.themalijn or None,
        "project": een.project or None,
        "groep": een.groep or None,
        "buiten_totaal": een.buiten_totaal,
        "bedragen": {bedrag.soort.value: bedrag.bedrag for bedrag in een.bedragen},
        "plek": een.plek,
    }


def stand_json(stand: Programmastand, periode: Programmaperiode) -> bytes:
    """Return a programme over a period as open data: its projects, phases and budget; amounts are whole euros."""
    stand = stand.zoals_in(periode.naam)
    lijnen = {lijn.id: lijn.naam for lijn in stand.themalijnen}
    gegevens = {
        "naam": stand.programma.naam,
        "periode": {"naam": periode.naam, "van": periode.van.isoformat(), "tot": periode.tot.isoformat()},
        "themalijnen": [
            {"naam": lijn.naam, "projecten": [_van_stand(stand, periode, tak.project) for tak in stand.takken(lijn.id)]}
            for lijn in stand.themalijnen
        ],
        "fasen": [{"naam": een.naam, "kern": een.kern, "omschrijving": een.omschrijving} for een in stand.fasen],
        "afkortingen": {een.kort: een.lang for een in stand.afkortingen},
        "regels": [_lijn(een, lijnen) for een in stand.regels if een.periode == periode.naam],
    }
    return json.dumps(gegevens, ensure_ascii=False, indent=1).encode() + b"\n"


def _van_stand(stand: Programmastand, periode: Programmaperiode, project: Project) -> dict[str, object]:
    bericht = stand.bericht(project.id, periode.naam)
    ouder = next((een.naam for een in stand.projecten if een.id == project.ouder_id), None)
    return {
        "naam": project.naam,
        "subproject": project.is_sub,
        "van": ouder,
        "fase": project.fase,
        "status": project.status.value,
        "start": project.start,
        "eind": project.eind,
        "opdrachtgever": project.opdrachtgever,
        "trekker": project.trekker,
        "doel": project.doel,
        "resultaat": project.resultaat,
        "gedaan": bericht.gedaan if bericht else "",
        "te_doen": bericht.te_doen if bericht else "",
    }


def _lijn(regel: Begrotingsregel, lijnen: dict[str, str]) -> dict[str, object]:
    return {
        "naam": regel.naam,
        "zijde": regel.zijde.value,
        "themalijn": lijnen.get(regel.themalijn_id or ""),
        "groep": regel.groep or None,
        "buiten_totaal": regel.buiten_totaal,
        "bedragen": {soort.value: regel.bedrag(soort) for soort in Bedragsoort},
    }
