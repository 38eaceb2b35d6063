"""A verslag that was read, for another program."""

from tk_desktop.domain.opmaak import platte_tekst
from tk_desktop.intake.lezing import GelezenAanwezige, GelezenActielijst, GelezenVerslag, GelezenVerslagrij

Gegevens = dict[str, object]


def verslag_gegevens(verslag: GelezenVerslag) -> Gegevens:
    """Return a verslag as plain data, as ``tk intake --json`` prints it (docs/agenda-json.md)."""
    return {
        "datum": verslag.datum.isoformat() if verslag.datum else None,
        "begin": f"{verslag.begin:%H:%M}" if verslag.begin else None,
        "einde": f"{verslag.einde:%H:%M}" if verslag.einde else None,
        "plaats": verslag.plaats,
        "voorzitter": verslag.voorzitter,
        "secretaris": verslag.secretaris,
        "aanwezig": [_aanwezige(wie) for wie in verslag.aanwezig],
        "afwezig": [_aanwezige(wie) for wie in verslag.afwezig],
        "rijen": [_rij(rij) for rij in verslag.rijen],
        "geheimhouding": [
            {
                "stap": stap.stap.value,
                "datum": stap.datum.isoformat(),
                "punt": str(stap.nummer),
                "onderwerp": stap.onderwerp,
            }
            for stap in verslag.geheimhouding
        ],
    }


def actielijst_gegevens(lijst: GelezenActielijst) -> Gegevens:
    """Return a list of acties as plain data, as ``tk intake --json`` prints it (docs/agenda-json.md)."""
    return {
        "titel": lijst.titel,
        "datum": lijst.datum.isoformat() if lijst.datum else None,
        "acties": [
            {
                "tekst": een.actie.tekst,
                "door": een.actie.door,
                "voor": een.actie.voor.isoformat() if een.actie.voor else None,
                "soort": "toezegging" if een.actie.toezegging else "actie",
                "staat": een.staat.value,
                "stand": een.stand,
                "ontstaan": een.ontstaan.isoformat() if een.ontstaan else None,
            }
            for een in lijst.acties
        ],
    }


def _aanwezige(wie: GelezenAanwezige) -> Gegevens:
    return {
        "naam": wie.naam,
        "hoedanigheid": wie.hoedanigheid.value,
        "bestuurder": wie.hoedanigheid.is_bestuurder,
        "namens": wie.namens,
        "functie": wie.functie,
        "van_punt": str(wie.van_punt) if wie.van_punt else None,
        "tot_punt": str(wie.tot_punt) if wie.tot_punt else None,
    }


def _rij(rij: GelezenVerslagrij) -> Gegevens:
    eigenaars = dict.fromkeys(actie.door for actie in rij.acties if actie.door)
    return {
        "nr": str(rij.nummer),
        "onderwerp": rij.onderwerp,
        "toelichting": rij.toelichting,
        "voorstel": platte_tekst(rij.voorsteltekst),
        "beslissing": platte_tekst(rij.beslissing),
        "besluit": " ".join(een.tekst for een in rij.besluiten) or " ".join(rij.instemming),
        "actie_door": ", ".join(eigenaars),
        "acties": [
            {
                "tekst": actie.tekst,
                "door": actie.door,
                "voor": actie.voor.isoformat() if actie.voor else None,
                "soort": "toezegging" if actie.toezegging else "actie",
            }
            for actie in rij.acties
        ],
    }
