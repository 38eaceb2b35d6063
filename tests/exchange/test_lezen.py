"""Hostile and damaged bundles: refused whole, in Dutch and with a code; the werkmap is byte for byte as it was."""

import random
import resource
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from tests.bouwers import een_gremium, een_persoon, een_vergadering
from tests.bundelbouwers import een_bewerking
from tests.bundelsmederij import Delen, Smid, bom, rezip
from tests.uitwisselwereld import VANDAAG, Laptop, Wereld
from tk_desktop.base.errors import TkError
from tk_desktop.domain.bewerking import Bewerking
from tk_desktop.domain.opmerking import Opmerking
from tk_desktop.domain.rooster import Rol
from tk_desktop.exchange.fouten import (
    AfzenderOnbekend,
    BuitenBevoegdheid,
    BundelBeschadigd,
    BundelOnleesbaar,
    BundelTeNieuw,
    BundelVervalst,
    BundelVoorAnder,
)
from tk_desktop.exchange.manifest import FMT, Sleutelpost
from tk_desktop.exchange.ontvangen import look_at_bundel, receive_bundel
from tk_desktop.exchange.rooster import withdraw_device
from tk_desktop.exchange.roosterdocument import Roosterdocument, RoosterVervalst, lees_document
from tk_desktop.exchange.segment import Soort, Stukdeel, schrijf_rooster
from tk_desktop.exchange.sleutels import Sleutelbos, nieuwe_bereiksleutel, verzegel

GETROFFEN = "v1"
"""The meeting that hostile bundles are after."""


@pytest.fixture(scope="module")
def wereld(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wereld]:
    """One world for all: what is refused changes nothing in it."""
    wereld = Wereld(tmp_path_factory.mktemp("wereld"))
    s = wereld["s1"]
    with s.store.transaction():
        s.store.gremia.save(een_gremium(id="g1"))
        s.store.vergaderingen.save(een_vergadering(id=GETROFFEN, gremium_id="g1", plaats="Kade 1"))
    wereld.laat_toe("s2", "sanne", Rol.SECRETARIS)
    wereld.laat_toe("b1", "wies")
    wereld.laat_toe("c1", "joop")
    wereld.laat_toe("d1", "aart")
    for naam in ("s2", "b1", "c1", "d1"):
        s.stuur(wereld[naam])
        wereld[naam].stuur(s)
    yield wereld
    wereld.sluit()


def _stand(laptop: Laptop) -> dict[str, str]:
    """The digest of every file of a werkmap, but for bundles."""
    return {
        pad.relative_to(laptop.store.map).as_posix(): sha256(pad.read_bytes()).hexdigest()
        for pad in laptop.store.map.rglob("*")
        if pad.is_file() and pad.suffix != ".tkb"
    }


def _neem_in(laptop: Laptop, pad: Path, stap: str) -> None:
    if stap == "kijken":
        look_at_bundel(laptop.store, laptop.bos, pad)
    else:
        receive_bundel(laptop.store, laptop.bos, pad, vandaag=VANDAAG)


def _weiger(laptop: Laptop, pad: Path, soort: type[TkError]) -> None:
    voor = _stand(laptop)
    for stap in ("kijken", "ontvangen"):
        with pytest.raises(soort) as gevangen:
            _neem_in(laptop, pad, stap)
        assert "niets overgenomen" in str(gevangen.value)
        assert gevangen.value.raad
    assert _stand(laptop) == voor


def _met_kop(delen: Delen, naam: str, inhoud: bytes = b"x") -> Delen:
    return [*delen, (naam, inhoud)]


ZIPS: dict[str, Callable[[Delen], Delen]] = {
    "objects swapped": lambda d: [*d[:-2], (d[-2][0], d[-1][1]), (d[-1][0], d[-2][1])],
    "one object twice": lambda d: [*d[:-2], (d[-2][0], d[-1][1]), d[-1]],
    "an extra part": lambda d: _met_kop(d, "erbij.txt"),
    "zip slip": lambda d: _met_kop(d, "../../etc/passwd"),
    "an absolute path": lambda d: _met_kop(d, "/etc/passwd"),
    "a drive": lambda d: _met_kop(d, "C:\\Windows\\x.dll"),
    "a name that reads backwards": lambda d: _met_kop(d, "o/\u202efdp.exe"),
    "a reserved name": lambda d: _met_kop(d, "o/CON"),
    "a folder": lambda d: _met_kop(d, "map/", b""),
    "a part missing": lambda d: d[:-1],
    "no manifest": lambda d: d[1:],
    "no signature": lambda d: [d[0], *d[2:]],
    "nothing at all": lambda d: [],
    "another order": lambda d: [*d[:2], *reversed(d[2:])],
    "the manifest last": lambda d: [*d[1:], d[0]],
    "the last name twice": lambda d: [*d, d[-1]],
    "another signature": lambda d: [d[0], (d[1][0], bytes(64)), *d[2:]],
    "a manifest of another": lambda d: [(d[0][0], d[0][1].replace(b'"ctr":', b'"ctr":9')), *d[1:]],
    "an empty manifest": lambda d: [(d[0][0], b"{}"), *d[1:]],
    "a manifest nested deep": lambda d: [(d[0][0], b"[" * 100_000), *d[1:]],
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("hoe", ZIPS)
def test_a_zip_that_is_not_a_bundle_is_refused(wereld: Wereld, hoe: str, tmp_path: Path) -> None:
    s, b = wereld["s1"], wereld["b1"]
    heel = s.maak(b, volledig=True).paden[0].read_bytes()
    kwaad = tmp_path / "kwaad.tkb"
    kwaad.write_bytes(rezip(heel, ZIPS[hoe]))
    _weiger(b, kwaad, TkError)


def test_a_bundle_may_not_be_compressed_or_hold_links_or_bombs(wereld: Wereld, tmp_path: Path) -> None:
    s, b = wereld["s1"], wereld["b1"]
    heel = s.maak(b, volledig=True).paden[0].read_bytes()
    kwaad = tmp_path / "kwaad.tkb"
    kwaad.write_bytes(rezip(heel, lambda d: d, dichter=True))
    _weiger(b, kwaad, BundelBeschadigd)
    for mode, naam, inhoud in ((0o120777, "link", b"/etc/passwd"), (0, "o/bom", bytes(200 << 20))):
        kwaad.write_bytes(heel)
        with zipfile.ZipFile(kwaad, "a", zipfile.ZIP_DEFLATED) as zip_:
            info = zipfile.ZipInfo(naam)
            info.external_attr = mode << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            zip_.writestr(info, inhoud)
        _weiger(b, kwaad, BundelBeschadigd)
    for inhoud in (b"", b"<html>Inloggen bij het wifinetwerk", heel + b"\n", b"\n" + heel, bytes(1000)):
        kwaad.write_bytes(inhoud)
        _weiger(b, kwaad, BundelBeschadigd)


def test_a_bundle_of_a_newer_program_or_for_another_laptop_is_refused(wereld: Wereld, tmp_path: Path) -> None:
    s, b, c = wereld["s1"], wereld["b1"], wereld["c1"]
    _weiger(b, Smid(s).bundel(b, pad=tmp_path / "n.tkb", min_lezer=FMT + 1), BundelTeNieuw)
    _weiger(b, s.maak(c).paden[0], BundelVoorAnder)


def test_a_bundle_of_a_stranger_or_in_the_name_of_another_is_refused(wereld: Wereld, tmp_path: Path) -> None:
    s, b, c = wereld["s1"], wereld["b1"], wereld["c1"]
    vreemd = Laptop("x", "roos", s.store, Sleutelbos.maak())
    _weiger(b, Smid(vreemd).bundel(b, pad=tmp_path / "v.tkb"), AfzenderOnbekend)
    _weiger(b, Smid(s).bundel(b, pad=tmp_path / "v.tkb", door=c.bos), BundelVervalst)


def test_a_bundle_of_a_withdrawn_laptop_is_refused(wereld: Wereld, tmp_path: Path) -> None:
    s, b, d = wereld["s1"], wereld["b1"], wereld["d1"]
    withdraw_device(s.store, s.bos, d.id)
    for naam in ("s2", "b1", "c1"):
        s.stuur(wereld[naam])
    _weiger(b, Smid(d).bundel(b, pad=tmp_path / "i.tkb"), AfzenderOnbekend)


def _note(**anders: object) -> Bewerking:
    standaard = {"bereik": "pp:joop", "tabel": "opmerking", "rij": "o1", "veld": "tekst", "waarde": "x"}
    return een_bewerking(**{**standaard, **anders})


BUITEN = {
    "writes the agenda among its letters": _note(tabel="vergadering", rij=GETROFFEN, veld="plaats"),
    "answers for the secretariat": _note(veld="antwoord"),
    "publishes": _note(bereik="alg", tabel="vergadering", rij=GETROFFEN, veld="plaats"),
    "publishes a note": _note(bereik="alg"),
    "writes in the working copy": _note(bereik="sec", tabel="vergadering", rij=GETROFFEN, veld="plaats"),
    "writes as another member": _note(bereik="pp:wies"),
    "writes what is besloten": _note(bereik="bes:zaak", tabel="besluit"),
    "takes a row of the board away": _note(tabel="vergadering", rij=GETROFFEN, veld="_weg", waarde="[]"),
    "reads along in private": _note(bereik="prive:roos", tabel="aantekening"),
}


@pytest.mark.parametrize("hoe", BUITEN)
def test_a_member_who_writes_more_than_members_may_is_refused(wereld: Wereld, hoe: str, tmp_path: Path) -> None:
    s, c = wereld["s1"], wereld["c1"]
    smid = Smid(c)
    _weiger(s, smid.bundel(s, [smid.segment([BUITEN[hoe]])], pad=tmp_path / "b.tkb"), BuitenBevoegdheid)


def test_private_rows_of_another_are_refused_whoever_sends_them(wereld: Wereld, tmp_path: Path) -> None:
    s, b = wereld["s1"], wereld["b1"]
    smid = Smid(s)
    vreemd = smid.segment([_note(bereik="pp:joop")])
    _weiger(b, smid.bundel(b, [vreemd], pad=tmp_path / "p.tkb"), BuitenBevoegdheid)
    geheim = smid.segment([_note(bereik="sec", tabel="agendapunt")])
    _weiger(b, smid.bundel(b, [geheim], pad=tmp_path / "p.tkb"), BuitenBevoegdheid)
    _weiger(s, Smid(wereld["s2"]).bundel(None, [geheim], pad=tmp_path / "p.tkb"), BuitenBevoegdheid)


REGEL = b'["' + b"a" * 20 + b'",5,"opmerking","o1","tekst",'
INHOUDEN = {
    "a value that is a list": REGEL + b"[1]]\t[]",
    "a value that is true": REGEL + b"true]\t[]",
    "a value that is no number": REGEL + b"NaN]\t[]",
    "a value without end": REGEL + b"1e999]\t[]",
    "half a letter": REGEL + b'"\\ud800"]\t[]',
    "a number too large": REGEL + b"9223372036854775808]\t[]",
    "a number with 5000 digits": REGEL + b"1" * 5000 + b"]\t[]",
    "a moment before time": b'["' + b"a" * 20 + b'",-5,"opmerking","o1","tekst","x"]\t[]',
    "a moment after time": b'["' + b"a" * 20 + b'",1208925819614629174706176,"opmerking","o1","tekst","x"]\t[]',
    "an id that is a number": b'[1,5,"opmerking","o1","tekst","x"]\t[]',
    "a table that is SQL": b'["' + b"a" * 20 + b'",5,"persoon; DROP TABLE persoon","o1","tekst","x"]\t[]',
    "a deletion that saw nothing readable": b'["' + b"a" * 20 + b'",5,"opmerking","o1","_weg","alles"]\t[]',
    "what it replaces is no list": REGEL + b'"x"]\t{}',
    "no operation": b"\x00\x01",
    "deep JSON": b"[" * 200_000,
}


@pytest.mark.parametrize("hoe", INHOUDEN)
def test_operations_that_are_none_are_refused(wereld: Wereld, hoe: str, tmp_path: Path) -> None:
    s = wereld["s1"]
    smid = Smid(wereld["s2"])
    kwaad = smid.ruw(zlib.compress(INHOUDEN[hoe]), n=1)
    _weiger(s, smid.bundel(s, [kwaad], pad=tmp_path / "i.tkb"), BundelOnleesbaar)


def test_a_gigabyte_inside_a_segment_is_refused_without_taking_the_memory_for_it(
    wereld: Wereld, tmp_path: Path
) -> None:
    s, smid = wereld["s1"], Smid(wereld["s2"])
    pad = smid.bundel(s, [smid.ruw(bom(1 << 30), n=1)], pad=tmp_path / "bom.tkb")
    voor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    _weiger(s, pad, BundelOnleesbaar)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - voor < 200 * 1024  # kibibytes


def test_an_object_of_another_hand_is_refused(wereld: Wereld, tmp_path: Path) -> None:
    s, c = wereld["s1"], wereld["c1"]
    smid = Smid(wereld["s2"])
    goed = smid.segment([_note(bereik="sec", tabel="persoon", rij="p9", veld="naam", waarde="Puk")])
    tekst = zlib.compress(REGEL + b'"x"]\t[]')
    for kwaad, fout in (
        (bytes(64) + goed[64:], BundelVervalst),  # no signature
        (goed[:-1] + b"!", BundelVervalst),  # another body
        (smid.ruw(tekst, n=1, door=c.bos), BundelVervalst),  # signed by another
        (smid.ruw(tekst, n=1, feed="0" * 16), BundelOnleesbaar),  # in the chain of another
        (smid.ruw(tekst, n=1, kind="script"), BundelOnleesbaar),
        (smid.ruw(tekst, n=1, scope="iedereen"), BundelOnleesbaar),
        (smid.ruw(tekst, n=2), BundelOnleesbaar),
        (smid.ruw(tekst, n=1, kid=7), BundelOnleesbaar),
        (bytes(100), BundelOnleesbaar),
    ):
        _weiger(s, smid.bundel(s, [kwaad], pad=tmp_path / "h.tkb"), fout)


def test_a_segment_that_is_shut_with_a_key_of_its_writer_alone_is_refused(wereld: Wereld, tmp_path: Path) -> None:
    s, c = wereld["s1"], wereld["c1"]
    smid = Smid(c)
    smid.sleutel = lambda bereik, kid=1: nieuwe_bereiksleutel()  # type: ignore[method-assign]
    _weiger(s, smid.bundel(s, [smid.segment([_note()])], pad=tmp_path / "k.tkb"), BundelOnleesbaar)


def test_a_roster_that_the_secretariat_did_not_sign_is_refused(wereld: Wereld, tmp_path: Path) -> None:
    s, c = wereld["s1"], wereld["c1"]
    oud = lees_document(s.store.uitwisseling.roosters()[-1])
    rol = tuple(
        type(wie)(persoon_id=wie.persoon_id, naam=wie.naam, rol=Rol.SECRETARIS) for wie in oud.rooster.deelnemers
    )
    velden = {veld: getattr(oud.rooster, veld) for veld in type(oud.rooster).__dataclass_fields__}
    eigen = type(oud.rooster)(
        **{**velden, "versie": oud.rooster.versie + 1, "vorige": oud.sha, "deelnemers": rol, "maker": c.id}
    )
    document = Roosterdocument(rooster=eigen).ondertekend(c.bos)
    smid = Smid(c)
    kop = smid.kop(soort=Soort.ROOSTER, aantal=0, schema=0)
    kwaad = schrijf_rooster(c.bos, kop, document.bytes())
    voor = _stand(s)
    with pytest.raises(TkError) as gevangen:
        receive_bundel(s.store, s.bos, smid.bundel(s, [kwaad], pad=tmp_path / "r.tkb"), vandaag=VANDAAG)
    assert gevangen.value.code in ("TK-U12", "TK-U13")
    assert _stand(s) == voor
    with_sleutel = Roosterdocument(
        rooster=type(oud.rooster)(**{**velden, "versie": oud.rooster.versie + 1, "vorige": "0" * 64})
    ).ondertekend(s.bos)
    kwaad = schrijf_rooster(c.bos, kop, with_sleutel.bytes())
    _weiger(s, smid.bundel(s, [kwaad], pad=tmp_path / "r.tkb"), RoosterVervalst)


def test_a_key_that_a_member_hands_out_changes_nothing(wereld: Wereld, tmp_path: Path) -> None:
    s, c = wereld["s1"], wereld["c1"]
    s.maak(c)  # the own keys are made
    voor = s.store.uitwisseling.sleutels()
    posten = tuple(
        Sleutelpost(bereik=bereik, kid=kid, verzegeld=verzegel(nieuwe_bereiksleutel(), s.bos.openbaar.box))
        for bereik, kid in (("sec", 1), ("sec", 2), ("pp:joop", 9), ("prive:roos", 9))
    )
    receive_bundel(s.store, s.bos, Smid(c).bundel(s, pad=tmp_path / "s.tkb", sleutels=posten), vandaag=VANDAAG)
    assert s.store.uitwisseling.sleutels() == voor


def test_values_of_another_circle_cannot_be_replaced(wereld: Wereld, tmp_path: Path) -> None:
    s, c = wereld["s1"], wereld["c1"]
    voor = s.store.vergaderingen.get(GETROFFEN)
    smid = Smid(c)
    rij = _note(rij=GETROFFEN, vervangt=tuple(f"{nummer:020x}" for nummer in range(50)), hlc=1 << 61)
    receive_bundel(s.store, s.bos, smid.bundel(s, [smid.segment([rij])], pad=tmp_path / "v.tkb"), vandaag=VANDAAG)
    assert s.store.vergaderingen.get(GETROFFEN) == voor


def test_a_row_of_the_secretariat_is_not_displaced_by_one_of_a_member_with_its_number(
    wereld: Wereld, tmp_path: Path
) -> None:
    s, c = wereld["s1"], wereld["c1"]
    s.store.opmerkingen.save(
        Opmerking(id="o9", vergadering_id=GETROFFEN, wie="Roos", moment=datetime(2026, 3, 1, 9), tekst="Van Roos")
    )
    velden = {"_rij": 1, "vergadering_id": GETROFFEN, "agendapunt_id": None, "nota_id": None}
    velden |= {"wie": "Roos", "moment": "2026-03-01T09:00:00", "tekst": "Vals"}
    rijen = [
        _note(id=f"{nummer:020x}", rij="o9", veld=veld, waarde=waarde, hlc=1 << 61)
        for nummer, (veld, waarde) in enumerate(velden.items(), start=1 << 40)
    ]
    smid = Smid(c)
    receive_bundel(s.store, s.bos, smid.bundel(s, [smid.segment(rijen)], pad=tmp_path / "d.tkb"), vandaag=VANDAAG)
    assert s.store.opmerkingen.get("o9").tekst == "Van Roos"


def test_files_that_nobody_named_or_that_lie_are_not_kept(wereld: Wereld, tmp_path: Path) -> None:
    s, c = wereld["s1"], wereld["c1"]
    smid = Smid(c)
    inhoud = b"%PDF-vals"
    eerlijk = Stukdeel(inhoud=sha256(inhoud).hexdigest(), grootte=9, deel=1, delen=1, gegevens=inhoud)
    vals = Stukdeel(inhoud="a" * 64, grootte=9, deel=1, delen=1, gegevens=inhoud)
    gekregen = receive_bundel(
        s.store,
        s.bos,
        smid.bundel(s, [smid.stukdeel(eerlijk), smid.stukdeel(vals)], pad=tmp_path / "f.tkb"),
        vandaag=VANDAAG,
    )
    assert gekregen.stukken == 0
    assert not (s.store.map / "stukken").exists()


def test_a_bundle_cut_off_at_each_byte_is_refused(wereld: Wereld, tmp_path: Path) -> None:
    s, s2 = wereld["s1"], wereld["s2"]
    s.stuur(s2)
    s2.stuur(s)
    s.store.personen.save(een_persoon(id="nieuw", naam="Nieuw"))
    heel = s.maak(s2).paden[0].read_bytes()
    half, voor = tmp_path / "half.tkb", _stand(s2)
    for lengte in range(len(heel)):
        half.write_bytes(heel[:lengte])
        with pytest.raises(BundelBeschadigd):
            receive_bundel(s2.store, s2.bos, half, vandaag=VANDAAG)
    assert _stand(s2) == voor
    half.write_bytes(heel)
    assert receive_bundel(s2.store, s2.bos, half, vandaag=VANDAAG).bewerkingen == 2


@pytest.mark.parametrize("zaad", range(5))
def test_a_bundle_with_turned_bits_is_refused(wereld: Wereld, tmp_path: Path, zaad: int) -> None:
    s, b = wereld["s1"], wereld["b1"]
    heel = s.maak(b, volledig=True).paden[0].read_bytes()
    kapot_pad, voor, kans = tmp_path / "kapot.tkb", _stand(b), random.Random(zaad)
    for _ in range(200):
        kapot = bytearray(heel)
        for _ in range(kans.choice((1, 1, 1, 2, 8))):
            kapot[kans.randrange(len(kapot))] ^= 1 << kans.randrange(8)
        if kapot == heel:
            continue  # the same bit twice
        kapot_pad.write_bytes(kapot)
        with pytest.raises(TkError):
            receive_bundel(b.store, b.bos, kapot_pad, vandaag=VANDAAG)
    assert _stand(b) == voor
