"""What was read of a programme, for a program: open data, with every doubt."""

from tk_desktop.domain.programmalezing import Gelezenproject, Gelezenregel, Programmalezing


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
