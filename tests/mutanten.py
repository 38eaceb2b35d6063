"""Faults planted on purpose in keys, reader, making and merging: a test that catches none proves nothing (R2).

``python -m tests.mutanten`` plants each in a copy of the program and runs the tests of the exchange until one fails;
``python -m tests.mutanten 3 7`` only those numbers. At least 24 of each 26 must be caught; the rest is explained here.
"""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

WORTEL = Path(__file__).parents[1]
_MEE = ("tk_desktop", "tests", "db", "resources", "docs", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Fout:
    """One planted fault: what it breaks, where, and which tests should see it first."""

    wat: str
    bestand: str
    goed: str
    fout: str
    tests: str
    overleeft: str = ""
    """Why no test can see it; empty: it must be caught."""


EX, ST = "tk_desktop/exchange/", "tk_desktop/store/"
FOUTEN = (
    Fout(
        "who made an object is not checked",
        EX + "lezen.py",
        "if maker is None or not ondertekend(gegevens, maker.verify):",
        "if maker is None:",
        "exchange/test_lezen.py",
    ),
    Fout(
        "who made the bundle is not checked",
        EX + "lezen.py",
        "self._bundel.ondertekend_door(afzender.verify)",
        "pass",
        "exchange/test_lezen.py",
    ),
    Fout(
        "members may write anything in their circles",
        EX + "lezen.py",
        "if oordeel.schrijft(maker.persoon_id, kop.bereik, tabel, veld):",
        "if True:",
        "exchange/test_lezen.py",
    ),
    Fout(
        "who cannot read a circle may write in it",
        EX + "lezen.py",
        "if maker.ingetrokken or not oordeel.leest(maker.persoon_id, kop.bereik):",
        "if maker.ingetrokken:",
        "exchange/test_lezen.py",
        "schrijft() asks leest() again for each operation, and a piece of a file is known by its contents",
    ),
    Fout(
        "objects for others are taken in",
        EX + "lezen.py",
        "if not self._huidig.leest(self._ik, kop.bereik):",
        "if False:",
        "exchange/test_lezen.py",
    ),
    Fout(
        "besloten objects may go to everybody",
        EX + "lezen.py",
        "if not self._bundel.manifest.naar and not is_open(kop.bereik):",
        "if False:",
        "exchange/test_lezen.py",
    ),
    Fout(
        "a bundle for another laptop is taken in",
        EX + "lezen.py",
        'if bundel.manifest.naar not in ("", bos.id):',
        "if False:",
        "exchange/test_lezen.py",
    ),
    Fout(
        "a withdrawn laptop still sends",
        EX + "lezen.py",
        "if afzender is None or afzender.ingetrokken:",
        "if afzender is None:",
        "exchange/test_lezen.py",
    ),
    Fout(
        "what was written after a withdrawal counts",
        EX + "lezen.py",
        "        if tot is None:\n            return True",
        "        return True",
        "exchange/test_rooster.py",
    ),
    Fout(
        "members may hand out keys",
        EX + "lezen.py",
        "if not (bekend and self._huidig.geeft_sleutel(van, self._ik, post.bereik)):",
        "if not (bekend and self._huidig.leest(self._ik, post.bereik)):",
        "exchange/test_lezen.py",
    ),
    Fout(
        "a first roster is trusted unseen",
        EX + "lezen.py",
        "        keur_eerste(keten, anker)\n",
        "        pass\n",
        "exchange/test_rooster.py",
    ),
    Fout(
        "a roster needs no signatures",
        EX + "roosterdocument.py",
        "if len(nieuw.tekenaars(voor.sleutels)) < voor.drempel:",
        "if False:",
        "exchange/test_roosterdocument.py",
    ),
    Fout(
        "a roster needs not follow on the last",
        EX + "roosterdocument.py",
        "or na.vorige != oud.sha",
        "",
        "exchange/test_roosterdocument.py",
    ),
    Fout(
        "a withdrawn laptop can come back",
        EX + "roosterdocument.py",
        "if eerder.ingetrokken and (not nu.ingetrokken or nu.gesloten != eerder.gesloten):",
        "if False:",
        "exchange/test_roosterdocument.py",
    ),
    Fout(
        "the frame of the zip is not looked at",
        EX + "bundel.py",
        "if self._stuk(plek.begin, plek.inhoud - plek.begin) != plek.lokaal(crc):",
        "if False:",
        "exchange/test_bundel.py",
    ),
    Fout(
        "the list at the end of the zip is not looked at",
        EX + "bundel.py",
        "if self._stuk(self._plekken[-1].einde, len(staart)) != staart:",
        "if False:",
        "exchange/test_bundel.py",
    ),
    Fout(
        "something may follow the bundle",
        EX + "bundel.py",
        "if self.lengte != self._plekken[-1].einde + _staartlengte(self._plekken):",
        "if self.lengte < self._plekken[-1].einde + _staartlengte(self._plekken):",
        "exchange/test_bundel.py",
    ),
    Fout(
        "objects are not compared with the manifest",
        EX + "bundel.py",
        "if verwacht and som.hexdigest() != verwacht:",
        "if False:",
        "exchange/test_lezen.py",
        "reading an object (Bundel.object) compares again, for a file on a share may change meanwhile",
    ),
    Fout(
        "an object that changed while it was read is used",
        EX + "bundel.py",
        "if hashlib.sha256(gegevens).hexdigest() != som:",
        "if False:",
        "exchange/test_bundel.py",
    ),
    Fout(
        "newer formats are read",
        EX + "manifest.py",
        'if velden.getal("min_reader") > FMT:',
        "if False:",
        "exchange/test_manifest.py",
    ),
    Fout(
        "JSON may have any form",
        EX + "canoniek.py",
        "zelfde = canoniek(waarde) == gegevens",
        "zelfde = bool(canoniek(waarde))",
        "exchange/test_canoniek.py",
    ),
    Fout(
        "a segment may stand in the chain of another",
        EX + "segment.py",
        'if segment and velden.hex("feed", 16) != feed(kop.apparaat, bereik):',
        'if segment and not velden.hex("feed", 16):',
        "exchange/test_segment.py",
    ),
    Fout(
        "what is inflated has no bound",
        EX + "segment.py",
        "tekst = uitpakker.decompress(inhoud, hoogstens)",
        "tekst = uitpakker.decompress(inhoud)",
        "exchange/test_segment.py",
    ),
    Fout(
        "the number of operations is not looked at",
        EX + "segment.py",
        "if len(regels) != kop.aantal:",
        "if False:",
        "exchange/test_segment.py",
    ),
    Fout(
        "what is besloten travels open",
        EX + "segment.py",
        "    return versleutel(sleutel, inhoud)",
        "    return inhoud",
        "exchange/test_segment.py",
    ),
    Fout(
        "every box has the same nonce",
        EX + "sleutels.py",
        "nonce = blake2b(gegevens, key=sleutel, digest_size=SecretBox.NONCE_SIZE).digest()",
        "nonce = bytes(SecretBox.NONCE_SIZE)",
        "exchange/test_sleutels.py",
    ),
    Fout(
        "any passphrase opens the keys",
        EX + "sleutels.py",
        'tekst = unicodedata.normalize("NFC", wachtwoord).encode()',
        'tekst = unicodedata.normalize("NFC", "")[:0].encode()',
        "exchange/test_sleutels.py",
    ),
    Fout(
        "a later key takes the place of the first",
        EX + "sleutelkast.py",
        "if (bereik, kid) not in self._dicht:",
        "if True:",
        "exchange/test_sleutelkast.py",
    ),
    Fout(
        "keys go to who may not read",
        EX + "sleutelkast.py",
        "sleutel = self.sleutel(bereik, kid) if (bereik, kid) not in zonder and leest(bereik) else None",
        "sleutel = self.sleutel(bereik, kid) if (bereik, kid) not in zonder else None",
        "exchange/test_sleutelkast.py",
    ),
    Fout(
        "a withdrawn laptop can read on",
        EX + "rooster.py",
        "                kids[bereik] = oud.kids[bereik] + 1",
        "                kids[bereik] = oud.kids[bereik]",
        "exchange/test_rooster.py",
    ),
    Fout(
        "who may no longer read keeps the key",
        EX + "rooster.py",
        "if naam not in kids or oud.lezers.get(naam, frozenset()) - wie:",
        "if naam not in kids:",
        "exchange/test_rooster.py",
    ),
    Fout(
        "private rows go to everybody",
        "tk_desktop/domain/rooster.py",
        'return soort == "prive" and van == persoon_id',
        'return soort == "prive"',
        "domain/test_rooster.py",
    ),
    Fout(
        "drafts go to everybody",
        EX + "maken.py",
        "return self._rooster.leest(self._wie, bereik) if self._naar else is_open(bereik)",
        "return True",
        "exchange/test_maken.py",
    ),
    Fout(
        "what was sent counts as received",
        EX + "maken.py",
        "        remember_teller(store, eigen)\n",
        "        remember_teller(store, eigen)\n        _gelooft(store, zending)\n",
        "exchange/test_maken.py",
    ),
    Fout(
        "chains with a gap count as had",
        ST + "segmenten.py",
        "               WHERE compleet = 1 AND bereik IN (SELECT value FROM json_each(:bereiken))\n"
        "                   AND NOT EXISTS",
        "               WHERE bereik IN (SELECT value FROM json_each(:bereiken))\n                   AND NOT EXISTS",
        "store/test_segmenten.py",
    ),
    Fout(
        "a backup that was put back goes unnoticed",
        EX + "ontvangen.py",
        "if vergat or (mist and manifest.volume is None):",
        "if False:",
        "exchange/test_ontvangen.py",
    ),
    Fout(
        "what a laptop told and forgot goes unnoticed",
        EX + "koppen.py",
        "        return None\n",
        "        return lijst.heeft\n",
        "exchange/test_koppen.py",
    ),
    Fout(
        "heads that went still count as had",
        EX + "koppen.py",
        "for plaats, kop in enumerate(toen) if plaats not in weg}",
        "for plaats, kop in enumerate(toen)}",
        "exchange/test_koppen.py",
    ),
    Fout(
        "an older count of an earlier life is believed",
        "tk_desktop/domain/uitwisseling.py",
        "return nieuw.incarnatie not in self.eerdere",
        "return True",
        "domain/test_uitwisseling.py",
    ),
    Fout(
        "files need not be what was announced",
        ST + "bestanden.py",
        "if gelezen.hexdigest() != som:",
        "if False:",
        "exchange/test_ontvangen.py",
    ),
    Fout(
        "a member sees what is withdrawn",
        ST + "intrekken.py",
        "    bewerkingen.neem_weg(bereik, tabel, rij)",
        "    pass",
        "exchange/test_publiceren.py",
    ),
    Fout(
        "what hangs under something besloten is open",
        ST + "publicatie.py",
        'besloten = any(een["besloten"] for een in keten)',
        'besloten = bool(punt["besloten"])',
        "exchange/test_publiceren.py",
    ),
    Fout(
        "what was replaced comes back when it arrives late",
        ST + "bewerkingen.py",
        "WHERE NOT EXISTS (SELECT 1 FROM vervangen WHERE {_genummerd(_VELD)} AND id = ?5)",
        "WHERE 1",
        "store/test_toepassen.py",
    ),
    Fout(
        "a deletion wins over what it did not see",
        ST + "rijstand.py",
        "return any(nu <= gezien(kop.waarde) for kop",
        "return any(True for kop",
        "store/test_toepassen.py",
    ),
    Fout(
        "the oldest of two values is shown",
        ST + "rijstand.py",
        "nieuwste_eerst = sorted(koppen, key=lambda kop: kop.rang, reverse=True)",
        "nieuwste_eerst = sorted(koppen, key=lambda kop: kop.rang)",
        "store/test_toepassen.py",
    ),
    Fout(
        "of two values the open one is shown",
        ST + "rijstand.py",
        "if kolom.naam in vorm.reizend.streng:",
        "if False:",
        "store/test_toepassen.py",
    ),
    Fout(
        "the clock is not drawn along by others",
        ST + "bewerkingen.py",
        "klok = bij(klok, een.hlc)",
        "klok = max(klok, 0)",
        "store/test_toepassen.py store/test_opnemen.py",
    ),
    Fout(
        "own words that were replaced before they were told are told to nobody",
        ST + "bewerkingen.py",
        'if self._db.execute("SELECT 1 FROM kop WHERE vervangt IS NOT NULL LIMIT 1").fetchone():',
        "if False:",
        "store/test_toepassen.py store/test_opnemen.py",
        "others can only have replaced what stands in no segment after a backup was put back, and then they have it",
    ),
    Fout(
        "a member displaces a row of the secretariat",
        ST + "rijstand.py",
        "stand.bereik == str(SEC), *gemaakt)",
        "False, *gemaakt)",
        "exchange/test_lezen.py",
    ),
    Fout(
        "what came past a cut stays where it came",
        EX + "ontvangen.py",
        "    afgesneden = drop_cut_off(store, bos, kast, gelezen.roosters.huidig)\n",
        "    afgesneden = 0\n",
        "exchange/test_afsnijden.py",
    ),
    Fout(
        "what who destroyed a dossier forgot is not told again",
        "tk_desktop/store/samenloop.py",
        "rijen |= self.herhaal(list(te_herhalen(self._db.conn, self._vormen)))",
        "pass",
        "store/test_herhalen.py",
    ),
    Fout(
        "what who destroyed a dossier had not seen is forgotten too",
        "tk_desktop/store/vernietigen.py",
        "AND w.bereik = kop.bereik AND w.waarde IS NOT NULL AND j.value = kop.id)",
        "AND w.bereik = kop.bereik AND w.waarde IS NOT NULL)",
        "store/test_herhalen.py",
    ),
    Fout(
        "what is closed is refused on the laptop of who did not know",
        "tk_desktop/store/toepassen.py",
        'self._db.execute("UPDATE bewerkstand SET opnemen = 0")',
        "pass",
        "store/test_toepassen.py",
    ),
    Fout(
        "a note comes to who may not read what it stands on",
        EX + "notendeling.py",
        "return all(self._rooster.leest(wie.persoon_id, bereik) for bereik in bereiken)",
        "return True",
        "exchange/test_notendeling.py",
    ),
    Fout(
        "what is shared may bear the name of another",
        EX + "lezen.py",
        "if maker is not None and not (van_zelf and als_zelf):",
        "if False:",
        "exchange/test_notendeling.py",
    ),
    Fout(
        "the secretariat reads what two members share",
        "tk_desktop/domain/rooster.py",
        "return persoon_id in van.split(TUSSEN)",
        "return persoon_id in van.split(TUSSEN) or wie.rol is Rol.SECRETARIS",
        "exchange/test_notendeling.py",
    ),
    Fout(
        "what is shared no longer stays with its readers",
        EX + "notendeling.py",
        "if self._gaat_weg(oud):",
        "if False:",
        "exchange/test_notendeling.py",
    ),
    Fout(
        "a laptop that is withdrawn reads on in what its owner writes alone",
        EX + "sleutelkast.py",
        "max(self.kids(naam), default=-1) < sinds * stap",
        "not self.kids(naam)",
        "exchange/test_sleutelkast.py",
    ),
    Fout(
        "a private note goes to who it was shared with before",
        ST + "briefwisseling.py",
        "WHERE a.zicht <> 'privé' AND k.bereik",
        "WHERE k.bereik",
        "exchange/test_niets_verloren.py",
    ),
)

_BELOFTE = """

def _gelooft(store, zending):
    from tk_desktop.domain.uitwisseling import Peer
    from tk_desktop.exchange.manifest import kort
    peer = store.uitwisseling.peer(zending.manifest.naar)
    if peer is not None:
        koppen = tuple(kort(sha) for sha in store.segmenten.koppen(store.segmenten.bereiken()))
        with store.transaction():
            store.uitwisseling.bewaar_peer(
                Peer(apparaat=peer.apparaat, incarnatie=peer.incarnatie, teller=peer.teller, heeft=koppen)
            )
"""


def plant(map_: Path, fout: Fout) -> None:
    """Put a fault in the copy of the program; raises ``ValueError`` when its place is not found once."""
    pad = map_ / fout.bestand
    tekst = pad.read_text(encoding="utf-8")
    if tekst.count(fout.goed) != 1:
        raise ValueError(f"{fout.wat}: {tekst.count(fout.goed)} plekken in {fout.bestand}")
    extra = _BELOFTE if "_gelooft" in fout.fout else ""
    pad.write_text(tekst.replace(fout.goed, fout.fout) + extra, encoding="utf-8")


def gevangen(map_: Path, fout: Fout) -> str:
    """Return which tests saw the fault, empty when none did."""
    for tests in (fout.tests.split(), ["exchange", "domain/test_rooster.py"]):
        paden = [f"tests/{test}" for test in tests if (map_ / "tests" / test).exists()]
        opdracht = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider", *paden]
        klaar = subprocess.run(opdracht, cwd=map_, capture_output=True, encoding="utf-8", check=False)
        if klaar.returncode:
            regels = [regel for regel in klaar.stdout.splitlines() if regel.startswith("FAILED")]
            return regels[0].split(" - ")[0].removeprefix("FAILED ") if regels else "the run itself"
    return ""


def main(nummers: list[int]) -> int:
    """Plant each fault in turn, print what caught it, and answer 1 when too many got away."""
    gemist = []
    for nummer in nummers or range(1, len(FOUTEN) + 1):
        fout = FOUTEN[nummer - 1]
        with TemporaryDirectory() as tijdelijk:
            map_ = Path(tijdelijk)
            for naam in _MEE:
                bron = WORTEL / naam
                negeer = shutil.ignore_patterns("__pycache__")
                shutil.copytree(bron, map_ / naam, ignore=negeer) if bron.is_dir() else shutil.copy(bron, map_ / naam)
            plant(map_, fout)
            door = gevangen(map_, fout)
        if not door and not fout.overleeft:
            gemist.append(fout.wat)
        uitleg = f"  survives: {fout.overleeft}" if not door else f"  {door}"
        sys.stdout.write(f"{nummer:3} {'caught  ' if door else 'SURVIVED'} {fout.wat}\n{uitleg}\n")
        sys.stdout.flush()
    return int(bool(gemist))


if __name__ == "__main__":
    sys.exit(main([int(nummer) for nummer in sys.argv[1:]]))
