"""The people of the sample meeting, all made up, and the seats they hold; also what ``leden.csv`` says."""

from datetime import date

from tk_desktop.domain.gremium import Gremium, Lidmaatschap, Persoon, Rol

VERGADERING_ID = "vergadering-2026-06-04"
GREMIUM = Gremium(
    id="gremium-bc-go", naam="Bestuurscommissie Gezond Opgroeien", afkorting="BC GO", huisstijl="vechtstreek"
)

_START = date(2024, 7, 1)
_EINDE = date(2028, 3, 31)
_LATER = date(2025, 2, 1)

_REGELS: tuple[tuple[str, str, Rol, str, str, date, str, int], ...] = (
    ("terweel", "Marjolein Terweel", Rol.VOORZITTER, "Lindervoort", "wethouder", _START, "", 4),
    ("okkerse", "Hidde Okkerse", Rol.PLAATSVERVANGEND_VOORZITTER, "Oudwold", "wethouder", _START, "", 2),
    ("elmessaoudi", "Farida el Messaoudi", Rol.LID, "Aldermeer", "wethouder", _START, "", 3),
    ("nollen", "Gijsbert Nollen", Rol.LID, "Bronkhaar", "wethouder", _START, "", 2),
    ("palthe", "Renske Palthe-Vos", Rol.LID, "Dalvoorde", "burgemeester", _START, "", 2),
    ("wiersinga", "Taco Wiersinga", Rol.LID, "Eskerveen", "wethouder", _START, "", 1),
    ("steenhuizen", "Ingeborg Steenhuizen", Rol.LID, "Grootlaar", "wethouder", _START, "", 3),
    ("aydemir", "Murat Aydemir", Rol.LID, "Heemswolde", "wethouder", _LATER, "", 3),
    ("lagerwey", "Corine Lagerwey", Rol.LID, "Kolkwijk", "wethouder", _START, "", 1),
    ("eeckhout", "Joost van den Eeckhout", Rol.LID, "Marsmade", "wethouder", _START, "", 2),
    ("bonnema", "Thirza Bonnema", Rol.LID, "Rietholt", "wethouder", _LATER, "", 1),
    ("hartkoorn", "Willemijn Hartkoorn", Rol.SECRETARIS, "Regio Vechtstreek", "directeur Jeugd", _START, "", 0),
    ("drijfhout", "Pelle Drijfhout", Rol.PLAATSVERVANGER, "Eskerveen", "wethouder", _START, "wiersinga", 1),
    ("oostindien", "Saskia Oostindiën", Rol.PLAATSVERVANGER, "Kolkwijk", "wethouder", _LATER, "lagerwey", 1),
)

PERSONEN: tuple[Persoon, ...] = tuple(
    Persoon(id=f"persoon-{sleutel}", naam=naam, functie=functie) for sleutel, naam, _, _, functie, *_ in _REGELS
)

LEDEN: tuple[Lidmaatschap, ...] = tuple(
    Lidmaatschap(
        id=f"lid-{sleutel}",
        gremium_id=GREMIUM.id,
        persoon_id=f"persoon-{sleutel}",
        rol=rol,
        namens=namens,
        mandaat_van=van,
        mandaat_tot=_EINDE,
        vervangt=f"lid-{vervangt}" if vervangt else None,
        stemrecht=gewicht > 0,
        stemgewicht=gewicht,
    )
    for sleutel, _, rol, namens, _, van, vervangt, gewicht in _REGELS
)


def leden_csv() -> str:
    """Return the roster as the table the secretaris delivers: semicolons, ISO dates."""
    namen = {sleutel: naam for sleutel, naam, *_ in _REGELS}
    regels = ["naam;rol;namens;functie;mandaat_van;mandaat_tot;vervangt;stemgewicht"]
    for _, naam, rol, namens, functie, van, vervangt, gewicht in _REGELS:
        velden = (naam, rol, namens, functie, van.isoformat(), _EINDE.isoformat(), namen.get(vervangt, ""), gewicht)
        regels.append(";".join(str(veld) for veld in velden))
    return "\n".join(regels) + "\n"
