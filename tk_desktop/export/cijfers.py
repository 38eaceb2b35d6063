"""Tables of figures for a program: as open data, with every doubt and what does not add up."""

from tk_desktop.domain.cijfertabel import Cijferrij, Cijfertabel


def tabelgegevens(tabel: Cijfertabel) -> dict[str, object]:
    """Return a table as plain values.

    ``regels`` are its first and last line in a text; in a file with pages ``paginas`` are the first and last of those.
    Amounts are whole numbers in the ``eenheid`` of the table; what is no amount, or not a certain one, is null there
    and stands in ``teksten`` as it was written.
    """
    totaal = tabel.totaal
    plek = [tabel.van, tabel.tot]
    return {
        "titel": tabel.titel,
        "regels": None if tabel.op_bladzijde else plek,
        "paginas": plek if tabel.op_bladzijde else None,
        "eenheid": tabel.eenheid.value,
        "kop": tabel.kop,
        "kolommen": [kolom.naam for kolom in tabel.kolommen],
        "soorten": [kolom.soort.value for kolom in tabel.kolommen],
        "rijen": [_rij(rij) for rij in tabel.posten],
        "totaal": _rij(totaal) if totaal else None,
        "na_totaal": [_rij(rij) for rij in tabel.verder],
        "sommen": [
            {"kolom": som.kolom, "som": som.som, "totaal": som.totaal, "verschil": som.verschil,
             "afronding": bool(som.verschil) and som.is_afronding}
            for som in tabel.sommen()
        ],
        "twijfels": list(tabel.vragen()),
    }  # fmt: skip


def _rij(rij: Cijferrij) -> dict[str, object]:
    return {
        "naam": rij.naam,
        "regel": rij.regel or None,
        "bedragen": [cel.bedrag for cel in rij.cellen],
        "teksten": [cel.tekst for cel in rij.cellen],
        "twijfel": rij.twijfel,
    }
