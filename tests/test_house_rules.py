"""What no linter knows: codes and documents in step, one place for errors, every module proved."""

import ast
import importlib
import pkgutil
import re
import shutil
import subprocess
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest

import tk_desktop
from tk_desktop.base.errors import TkError
from tk_desktop.cli import tk
from tk_desktop.domain.controle import CODES

ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / "tk_desktop"
PROVED_ROOMS = (
    "domain",
    "store",
    "meeting",
    "intake",
    "pack",
    "reading",
    "minutes",
    "programme",
    "export",
    "exchange",
    "extranet",
)

# Modules without a test file of their own: parts of one idea, proved through the tests of the module that uses them.
PROVED_THROUGH = {
    "intake/pakrubrieken": "intake/test_pakverbetering.py",
    "domain/zoekvraag": "pack/test_zoekvragen.py",
    "store/zoekvragen": "pack/test_zoekvragen.py",
    "intake/cijfercellen": "intake/test_wordcijfers.py",
    "intake/bericht_eml": "intake/test_bericht.py",
    "intake/bericht_msg": "intake/test_bericht.py",
    "intake/berichttekst": "intake/test_verhindering.py",
    "intake/berichtdelen": "intake/test_bericht.py",
    "intake/berichtlezing": "intake/test_berichtopname.py",
    "intake/gelezen": "intake/test_bestanden.py",
    "intake/leesstappen": "intake/test_bestanden.py",
    "extranet/bestanden": "extranet/test_publiceren.py",
    "extranet/bladen": "extranet/test_publiceren.py",
    "extranet/gebonden": "extranet/test_publiceren.py",
    "extranet/ori_a": "extranet/test_standaarden.py",
    "extranet/popolo": "extranet/test_standaarden.py",
    "extranet/stof": "extranet/test_publiceren.py",
    "extranet/voeding": "extranet/test_publiceren.py",
    "extranet/inname": "extranet/test_uitgang.py",
    "extranet/uitgangblad": "extranet/test_uitgang.py",
    "extranet/uitganglopend": "extranet/test_uitgang.py",
    "extranet/uitgangplan": "extranet/test_uitgang.py",
    "extranet/uitgangwoorden": "extranet/test_uitgang.py",
    "store/uitgang": "extranet/test_uitgang.py",
    "domain/fixiteit": "minutes/test_fixiteit.py",
    "store/fixiteit": "minutes/test_fixiteit.py",
    "minutes/bestandsnamen": "minutes/test_fixiteit.py",
    "domain/vernietiging": "minutes/test_vernietigen.py",
    "store/vernietigingen": "minutes/test_vernietigen.py",
    "export/vernietiging": "minutes/test_vernietigen.py",
    "store/selectielijst": "domain/test_selectielijst.py",
    "intake/bestandssoorten": "intake/test_bestanden.py",
    "domain/controle/geld": "cli/test_check_rapport.py",
    "domain/geldoorzaak": "domain/test_geldcontrole.py",
    "domain/geldtekst": "domain/test_geldcontrole.py",
    "domain/geldvondst": "domain/test_geldcontrole.py",
    "domain/kolomsoort": "domain/test_geldcontrole.py",
    "domain/scenarios": "domain/test_kerntaken.py",
    "store/kerntaken": "programme/test_kerntaken.py",
    "domain/programmalezing": "intake/test_programma.py",
    "intake/bouwsteencellen": "intake/test_kerntaken.py",
    "intake/bouwstenen": "intake/test_kerntaken.py",
    "export/scenariorekenblad": "export/test_scenarioblad.py",
    "domain/overleg": "programme/test_overleg.py",
    "store/overleg": "programme/test_overleg.py",
    "export/overlegics": "export/test_overlegblad.py",
    "intake/periodenaam": "intake/test_projectblad.py",
    "export/programmagegevens": "intake/test_programma.py",
    "intake/programmablad": "intake/test_programma.py",
    "intake/programmageld": "intake/test_programma.py",
    "intake/projectlijst": "intake/test_programma.py",
    "intake/projectpagina": "intake/test_programma.py",
    "programme/projectkaart": "programme/test_overnemen.py",
    "domain/programmastand": "programme/test_projecten.py",
    "export/lijstrekenblad": "export/test_notitielijst.py",
    "programme/publicatie": "extranet/test_programmas.py",
    "programme/stand": "programme/test_programmas.py",
    "programme/velden": "programme/test_projecten.py",
    "store/programmas": "programme/test_begroting.py",
    "intake/tabelopname": "store/test_cijfertabellen.py",
    "domain/weglakking": "pack/test_lakken.py",
    "store/weglakkingen": "pack/test_lakken.py",
    "intake/cijferkoppen": "intake/test_cijfertekst.py",
    "intake/cijferregel": "intake/test_cijfertekst.py",
    "intake/cijferrijen": "intake/test_cijfertekst.py",
    "intake/cijfervoeten": "intake/test_cijfertekst.py",
    "export/cijfers": "cli/test_intake.py",
    "intake/programmarapport": "desktop/test_programmainname.py",
    "intake/bronregels": "intake/test_pak.py",
    "intake/pakbestand": "intake/test_pdfbladen.py",
    "intake/pakdelen": "intake/test_pak.py",
    "intake/pakopname": "intake/test_pak.py",
    "intake/indelingvorm": "intake/test_indeling.py",
    "intake/woordvormen": "intake/test_indeling.py",
    "store/briefwisseling": "exchange/test_rollen.py",
    "store/intrekken": "exchange/test_publiceren.py",
    "store/openen": "store/test_werkmap.py",
    "store/vertaling": "store/test_werkmap.py",
    "store/openkeuzes": "minutes/test_samen_notuleren.py",
    "store/vervangingen": "store/test_opnemen.py",
    "store/terugnemen": "exchange/test_ongedaan.py",
    "store/terughalen": "exchange/test_rollen.py",
    "domain/volmacht": "minutes/test_volmacht.py",
    "domain/aantekening": "reading/test_aantekeningen.py",
    "domain/notenstijl": "export/test_afdruknoten.py",
    "domain/afspraak": "intake/test_ics.py",
    "domain/bladplek": "reading/test_bladplekken.py",
    "domain/bundelstand": "export/test_bundelstand.py",
    "reading/versiezoeker": "reading/test_plaatsen.py",
    "store/bladplekken": "reading/test_bladplekken.py",
    "store/bundelstanden": "export/test_bundelstand.py",
    "domain/controle/woorden": "domain/test_controle_samenhang.py",
    "domain/controle/zicht": "domain/test_controle.py",
    "domain/leesstand": "reading/test_leesstanden.py",
    "domain/gewone_woorden": "domain/test_taaltips.py",
    "domain/puntregel": "intake/test_agendacsv.py",
    "domain/webnoot": "intake/test_w3c.py",
    "domain/regie": "meeting/test_regie.py",
    "domain/gewijzigd": "minutes/test_terugzetten.py",
    "domain/vastgesteld": "minutes/test_terugzetten.py",
    "domain/dossier": "minutes/test_dossiers.py",
    "store/dossiers": "minutes/test_dossiers.py",
    "store/inzagehoofden": "exchange/test_inzagelog.py",
    "store/vastgesteld": "minutes/test_terugzetten.py",
    "store/waardetekst": "minutes/test_terugzetten.py",
    "meeting/gehouden": "minutes/test_concept.py",
    "meeting/presentielijst": "minutes/test_presentie.py",
    "store/uitsluitingen": "pack/test_samenstellen.py",
    "store/gezondheid": "store/test_werkmap.py",
    "domain/standaardpunt": "meeting/test_standaardpunten.py",
    "exchange/fouten": "exchange/test_bundel.py",
    "store/herstel": "exchange/test_nazien.py",
    "exchange/inzien": "cli/test_bundel.py",
    "exchange/openzicht": "exchange/test_leesmij.py",
    "export/openbladen": "exchange/test_leesmij.py",
    "export/papiersleutel": "desktop/test_uitwisselbediening.py",
    "exchange/postbus/adres": "exchange/test_postbus_openen.py",
    "exchange/postbus/bus": "exchange/test_postbus_ophalen.py",
    "exchange/postbus/indeling": "exchange/test_postbus_sturen.py",
    "exchange/postbus/melding": "exchange/test_postbus_ophalen.py",
    "exchange/postbus/meldingnoten": "exchange/test_postbus_ophalen.py",
    "exchange/postbus/nieuws": "exchange/test_postbus_ophalen.py",
    "exchange/postbus/stukpost": "exchange/test_postbus_ophalen.py",
    "exchange/postbus/zending": "exchange/test_postbus_ophalen.py",
    "exchange/postbus/fouten": "exchange/test_postbus_opslag.py",
    "exchange/postbus/mapopslag": "exchange/test_postbus_opslag.py",
    "exchange/postbus/sftp": "exchange/test_postbus_opslag.py",
    "exchange/postbus/webdav": "exchange/test_postbus_opslag.py",
    "exchange/teller": "exchange/test_ontvangen.py",
    "store/postbussen": "exchange/test_postbus_ophalen.py",
    "store/publicatie": "exchange/test_publiceren.py",
    "store/uitwisseling": "exchange/test_ontvangen.py",
    "domain/verankering/oordelen": "domain/test_verankering_plaatsen.py",
    "domain/verankering/venster": "domain/test_verankering_plaatsen.py",
    "domain/verankering/versies": "domain/test_verankering_plaatsen.py",
    "domain/verankering/zoeken": "domain/test_verankering_plaatsen.py",
    "domain/voorbereidingsregel": "reading/test_voorbereidingen.py",
    "intake/verslaggegevens": "intake/test_verslag.py",
    "intake/wordbeslissing": "intake/test_wordverslag.py",
    "intake/agendaregels": "intake/test_agenda.py",
    "intake/besloten": "intake/test_opnemen.py",
    "intake/bestandstuk": "intake/test_opnemen.py",
    "intake/calibri": "intake/test_herstel.py",
    "intake/citaatplek": "intake/test_w3c.py",
    "intake/jsonwaarde": "intake/test_w3c.py",
    "intake/kop": "intake/test_opnemen.py",
    "intake/lettertabellen": "intake/test_herstel.py",
    "intake/lezing": "intake/test_tekst.py",
    "intake/plakbouw": "intake/test_plakken.py",
    "intake/notitiebestand": "cli/test_notes.py",
    "intake/notitieinname": "intake/test_annotaties.py",
    "intake/notastuk": "intake/test_opnemen.py",
    "intake/werk": "intake/test_opnemen.py",
    "intake/notasecties": "intake/test_nota.py",
    "intake/wordagenda": "intake/test_word_heen_en_terug.py",
    "intake/wordblokken": "intake/test_word.py",
    "intake/wordbrief": "intake/test_word_heen_en_terug.py",
    "intake/wordnota": "intake/test_word.py",
    "domain/conflict": "store/test_toepassen.py",
    "store/bewerkingen": "store/test_toepassen.py",
    "store/reizend": "store/test_opnemen.py",
    "store/rijstand": "store/test_toepassen.py",
    "store/samenloop": "store/test_toepassen.py",
    "store/tafels": "store/test_werkmap.py",
    "store/tekstversies": "store/test_toepassen.py",
    "store/vindbaar": "store/test_toepassen.py",
    "store/vormen": "store/test_opnemen.py",
    "store/bewaring": "reading/test_bewaring.py",
    "store/vernietigen": "reading/test_bewaring.py",
    "store/agendapunten": "store/test_werkmap.py",
    "store/agendaversies": "meeting/test_agendaversies.py",
    "store/bestanden": "store/test_werkmap.py",
    "store/fouten": "store/test_werkmap.py",
    "store/migraties": "store/test_werkmap.py",
    "store/notas": "store/test_werkmap.py",
    "store/sjablonen": "meeting/test_sjablonen.py",
    "store/tabel": "store/test_werkmap.py",
    "store/tabellen": "store/test_werkmap.py",
    "store/uitgaven": "store/test_werkmap.py",
    "store/zoeken": "store/test_werkmap.py",
}


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _rows(name: str, code: str) -> list[str]:
    """The rows of tables in a document whose first cell is a code of that form."""
    return re.findall(rf"^\| {code} \|.*\|$", _read(name), re.M)


@cache
def _faults() -> tuple[type[TkError], ...]:
    for module in pkgutil.walk_packages(tk_desktop.__path__, "tk_desktop."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)

    def below(kind: type[TkError]) -> Iterator[type[TkError]]:
        for sub in kind.__subclasses__():
            yield sub
            yield from below(sub)

    return tuple(fault for fault in below(TkError) if fault.__module__.startswith("tk_desktop."))


@cache
def _trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PROGRAM.rglob("*.py"))}


def _places(matches: Iterator[tuple[Path, int]]) -> list[str]:
    return [f"{path.relative_to(ROOT)}:{line}" for path, line in matches]


def test_every_fault_has_a_code_of_its_own_and_tells_what_to_do() -> None:
    codes = Counter(fault.code for fault in _faults())
    assert [code for code, times in codes.items() if times > 1] == []
    for fault in _faults():
        assert re.fullmatch(r"TK-[A-Z]\d\d", fault.code), fault
        assert fault.melding != TkError.melding, fault
        assert fault.advies != TkError.advies, fault


def test_every_fault_says_in_a_part_of_its_own_whether_the_work_is_safe() -> None:
    elsewhere = re.compile(r"(?:^|\. )(?:Er is niets|Uw [^.]* niet) \w+\.")
    for fault in _faults():
        assert re.fullmatch(r"[A-Z].*\w.*\.", fault.veilig), (fault, fault.veilig)
        assert not elsewhere.search(f"{fault.melding} {fault.advies}"), fault


def test_no_module_writes_a_number_a_size_or_a_time_by_hand() -> None:
    owners = {"domain/datum.py", "domain/getal.py"}
    owners |= {"desktop/parts/statusregel.py"}  # the first paint loads nothing of the domain
    by_hand = {
        (path, node.lineno)
        for path, tree in _trees().items()
        if path.relative_to(PROGRAM).as_posix() not in owners
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr) and _makes_a_form(node.values)
    }
    assert _places(iter(sorted(by_hand))) == []


def _makes_a_form(parts: list[ast.expr]) -> bool:
    """Tell whether an f-string puts a sign of money, percent, size or hour to a value, or gives a value such a form."""

    def text(place: int) -> str:
        part = parts[place] if 0 <= place < len(parts) else None
        return str(part.value) if isinstance(part, ast.Constant) else ""

    for place, part in enumerate(parts):
        if isinstance(part, ast.FormattedValue):
            form = ast.unparse(part.format_spec) if part.format_spec else ""
            words_list = text(place + 1) == "%" and place + 2 < len(parts)  # ‘%1’ is the number of a level in Word
            signs = re.match(r" ?%| (?:uur|kB|MB)\b", text(place + 1)) and not words_list
            if signs or re.search(r"€ ?$", text(place - 1)) or re.search(r"%H\.%M|%-?d-%|^f'[,_]|%'$", form):
                return True
    return False


def test_the_list_of_messages_for_users_is_that_of_the_program() -> None:
    def printed(text: str) -> str:
        return re.sub(r"\{(\w+)\}", r"‹\1›", text)

    expected = {
        f"| {' | '.join(printed(part) for part in (fault.code, fault.melding, fault.veilig, fault.advies))} |"
        for fault in _faults()
    }
    usage = set(_rows("docs/fouten.md", "TK-C01"))  # what click refuses is no class of ours
    assert len(usage) == 1
    rows = list(_rows("docs/fouten.md", r"TK-\w+"))
    assert sorted(expected ^ (set(rows) - usage)) == []
    assert rows == sorted(rows)
    sections = (ROOT / "docs/fouten.md").read_text(encoding="utf-8").split("\n## ")[1:]
    letters = [set(re.findall(r"^\| TK-([A-Z])", section, re.M)) for section in sections]
    assert all(len(those) == 1 for those in letters)
    assert [min(those) for those in letters] == sorted({row[5] for row in rows})


def test_every_code_in_the_program_stands_in_the_list_of_messages() -> None:
    named = {code for path in _trees() for code in re.findall(r"TK-[A-Z]\d\d", path.read_text(encoding="utf-8"))}
    assert named == {row.split()[1] for row in _rows("docs/fouten.md", r"TK-\w+")}


def test_the_list_of_checks_for_users_is_that_of_the_program() -> None:
    expected = {f"| {code} | {sentence} |" for code, sentence in CODES.items()}
    assert sorted(expected ^ set(_rows("docs/gebruik.md", r"[A-Z]{2}\d\d"))) == []


def test_every_threat_is_answered_by_a_test_that_exists() -> None:
    answers = [
        re.findall(r"`(tests/[\w/.]+)::(\w+)`", row) for row in _rows("docs/dreigingen.md", r"(?!Wie en hoe)[A-Z].*")
    ]
    assert [row for row in answers if not row] == []
    lost = {(file, name) for row in answers for file, name in row if f"def {name}(" not in _read(file)}
    assert lost == set()


@pytest.mark.parametrize("name", ["resources/sample/LEESMIJ.md", "docs/gebruik.md"])
def test_documents_name_only_checks_that_exist(name: str) -> None:
    assert set(re.findall(r"\b[A-Z]{2}\d\d\b", _read(name))) - set(CODES) == set()


def test_every_room_says_what_it_is_for() -> None:
    assert [str(path.relative_to(ROOT)) for path, tree in _trees().items() if not ast.get_docstring(tree)] == []


def _test_file(module: str) -> Path:
    room, *inner, name = module.split("/")
    return ROOT / "tests" / room / f"test_{'_'.join([*inner, name])}.py"


def _modules() -> list[str]:
    rooms = [PROGRAM / room for room in PROVED_ROOMS if (PROGRAM / room).is_dir()]
    paths = sorted(path for room in rooms for path in room.rglob("*.py") if path.name != "__init__.py")
    return [path.relative_to(PROGRAM).with_suffix("").as_posix() for path in paths]


def test_every_module_is_proved_by_tests_of_its_own_or_of_the_module_that_uses_it() -> None:
    unproved = [module for module in _modules() if not _test_file(module).is_file() and module not in PROVED_THROUGH]
    assert unproved == [], "add tests/<room>/test_<module>.py, or name in PROVED_THROUGH where it is proved"


def test_the_list_of_modules_proved_elsewhere_is_up_to_date() -> None:
    assert set(PROVED_THROUGH) - set(_modules()) == set()
    assert [module for module in PROVED_THROUGH if _test_file(module).is_file()] == []
    assert [test for test in PROVED_THROUGH.values() if not (ROOT / "tests" / test).is_file()] == []


def test_nothing_prints_sleeps_or_runs_the_event_loop_by_hand() -> None:
    def found() -> Iterator[tuple[Path, int]]:
        for path, tree in _trees().items():
            for node in ast.walk(tree):
                if isinstance(node, ast.Call):
                    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                    if name in {"print", "sleep", "processEvents"}:
                        yield path, node.lineno

    assert _places(found()) == []


def test_the_names_of_keys_are_read_in_one_place_whatever_the_language_of_the_window() -> None:
    found = [
        path.name
        for path, tree in _trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "QKeySequence"
    ]
    assert found == ["toets.py"]


def test_no_screen_is_asked_of_a_window_and_no_mouse_is_moved_over_the_screen_of_others() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {call}"
        for room in (PROGRAM, ROOT / "tests")
        for path in room.rglob("*.py")
        for call in re.findall(r"\w\.screen\(\)|QTest\.mouseMove\(", path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_every_moment_comes_from_the_one_clock_which_knows_its_offset() -> None:
    found = [
        path.name
        for path, tree in _trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"now", "utcnow"}
    ]
    assert found == ["klok.py"]


def test_nothing_listens_to_work_that_has_started_already() -> None:
    starts = {"start_job", "op_achtergrond"}

    def started(node: ast.AST | None) -> bool:
        return isinstance(node, ast.Call) and getattr(node.func, "attr", "") in starts

    def found() -> Iterator[tuple[Path, int]]:
        for path, tree in _trees().items():
            for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
                begun: dict[str, int] = {}
                for node in ast.walk(function):
                    if isinstance(node, ast.Assign) and started(node.value):
                        begun.update((ast.unparse(target), node.lineno) for target in node.targets)
                    elif isinstance(node, ast.Return) and started(node.value):
                        yield path, node.lineno  # who gets it, would listen to it
                for node in ast.walk(function):
                    if isinstance(node, ast.Attribute) and node.attr == "connect":
                        sender = node.value.value if isinstance(node.value, ast.Attribute) else node.value
                        late = begun.get(ast.unparse(sender), node.lineno) < node.lineno
                        if late or started(sender):
                            yield path, node.lineno

    assert _places(found()) == [], "connect before the work starts, or give op_achtergrond who listens"


def _caught(handler: ast.ExceptHandler) -> set[str]:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return {getattr(kind, "id", getattr(kind, "attr", "")) if kind else "" for kind in kinds}


def _handlers() -> Iterator[tuple[Path, ast.ExceptHandler]]:
    for path, tree in _trees().items():
        yield from ((path, node) for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler))


def test_no_fault_is_passed_over_in_silence() -> None:
    def found() -> Iterator[tuple[Path, int]]:
        for path, handler in _handlers():
            everything = _caught(handler) & {"", "Exception", "BaseException"}
            if everything and not any(isinstance(node, ast.Raise) for node in ast.walk(handler)):
                if path.relative_to(PROGRAM).as_posix() in ("desktop/session/jobs.py", "base/leeskind.py"):
                    continue  # told to the window, and kept in tk.log; refuses the file in which nobody foresaw it
                yield path, handler.lineno

    assert _places(found()) == []


def test_only_the_command_line_the_window_and_receiving_file_by_file_catch_every_expected_fault() -> None:
    places = {path.relative_to(PROGRAM).as_posix() for path, handler in _handlers() if "TkError" in _caught(handler)}
    assert places == {
        "base/leeskind.py",
        "cli/__init__.py",
        "desktop/parts/foutmelding.py",
        "desktop/session/jobs.py",
        "intake/archief.py",
        "intake/berichtlezing.py",
        "intake/omzetten.py",
        "intake/ontsluiten.py",
        "intake/ontvangst.py",
    }


def test_every_step_of_the_schema_has_a_number_of_its_own() -> None:
    nummers = Counter(stap.name[:4] for stap in (ROOT / "db" / "migrations").glob("*.sql"))
    assert [nummer for nummer, keer in nummers.items() if keer > 1] == []


def test_resources_hold_no_code() -> None:
    code = {".py", ".pyc", ".js", ".sh", ".bat", ".ps1", ".exe", ".dll", ".so", ".docm", ".dotm"}
    found = [path.relative_to(ROOT / "resources") for path in (ROOT / "resources").rglob("*")]
    in_browser = {Path("extranet/zoek.js")}  # runs in the browser of who reads a site, never in the program
    assert [path for path in found if path.suffix.lower() in code and path not in in_browser] == []


def test_every_font_comes_with_its_licence() -> None:
    folders = {path.parent for path in (ROOT / "resources").rglob("*.ttf")}
    assert folders
    assert [folder.name for folder in folders if not (folder / "LICENSE.txt").is_file()] == []


def _tracked() -> list[Path]:
    """The files of the repository: as git lists them, or, where git or its data are not there, as they stand."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listed = subprocess.run(["git", "-C", ROOT, "ls-files", "-z"], capture_output=True, check=True).stdout
        return [path for name in listed.decode().split("\0") if name and (path := ROOT / name).is_file()]
    folders = ("tk_desktop", "tests", "docs", "db", "resources", "benchmarks")
    return [path for name in folders for path in (ROOT / name).rglob("*") if path.is_file()]


def test_no_file_names_a_folder_of_one_machine() -> None:
    homes = re.compile(rb"/(?:home|Users|root)/\w|[A-Z]:\\+Users\\+\w")
    here = f"{ROOT.parent}/".encode() if ROOT.parent != Path("/") else b"\0\0"
    texts = [path for path in _tracked() if path.suffix in {".py", ".md", ".toml", ".sql", ".csv", ".spec", ""}]
    found = [path for path in texts if homes.search(path.read_bytes()) or here in path.read_bytes()]
    assert [str(path.relative_to(ROOT)) for path in found] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_make_command_in_the_documents_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", _read("Makefile"), re.M))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", _read(name), re.M)) - targets == set()


@pytest.mark.parametrize("name", ["README.md", "docs/gebruik.md"])
def test_every_tk_command_in_the_documents_exists_with_its_options(name: str) -> None:
    lines = re.findall(r"(?:^|`|[/\\])tk ([a-z][^`\n|]*)", _read(name), re.M)
    assert lines
    with click.Context(tk) as context:
        for line in lines:
            command = tk.get_command(context, line.split()[0])
            assert command is not None, line
            if isinstance(command, click.Group) and len(line.split()) > 1:
                command = command.get_command(context, line.split()[1])
                assert command is not None, line
            known = {option for param in command.params for option in (*param.opts, *param.secondary_opts)} | {"--help"}
            assert set(re.findall(r"--[a-z-]+", line)) <= known, line


def test_every_room_travels_in_the_package() -> None:
    packed = set(tomllib.loads(_read("pyproject.toml"))["tool"]["setuptools"]["packages"])
    rooms = {".".join(path.parent.relative_to(ROOT).parts) for path in PROGRAM.rglob("__init__.py")}
    assert packed == rooms | {"tk_desktop.db", "tk_desktop.docs", "tk_desktop.resources"}


def test_the_locked_libraries_are_those_the_project_names() -> None:
    project = tomllib.loads(_read("pyproject.toml"))["project"]
    extras = project["optional-dependencies"]

    def pins(names: list[str]) -> set[str]:
        return {re.sub(r"\[.*?\]|;.*", "", name) for name in names}

    locks = {name: set(re.findall(r"^(\S+==\S+)", _read(name), re.M)) for name in _LOCKS}
    assert pins([*project["dependencies"], *extras["build"]]) - locks["requirements.lock"] == set()
    assert pins(extras["dev"]) - locks["requirements-dev.lock"] == set()
    assert locks["requirements.lock"] - locks["requirements-dev.lock"] == set()


_LOCKS = ("requirements.lock", "requirements-dev.lock")


def test_the_change_log_has_room_for_what_is_not_yet_released() -> None:
    assert "\n## Nog niet uitgebracht\n" in _read("CHANGELOG.md")
