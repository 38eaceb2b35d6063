"""A paper that is read has a version: what came in its own digest, what we make the same for the same words."""

from pathlib import Path

from tests.verpakt import Verpakt
from tk_desktop.base.files import sha256
from tk_desktop.domain.papiertekst import Papiertekst
from tk_desktop.domain.vergaderset import Doelgroep, Onderdeel, Vergaderset
from tk_desktop.export.leesbestand import Leesbestand, make_leesbestand, make_leesbestanden, read_papiertekst
from tk_desktop.pack.samenstellen import assemble, assemble_for_reader
from tk_desktop.paper.reading import lees_pdf
from tk_desktop.store.werkmap import Store


def _maak(store: Store, plan: Vergaderset, deel: Onderdeel, cache: Path) -> Leesbestand:
    return make_leesbestand(plan, deel, bestand=store.bestanden.open, cache=cache)


def test_what_was_received_is_read_as_it_came_in(verpakt: Verpakt, tmp_path: Path) -> None:
    with Store.open(verpakt.werkmap) as store:
        plan = assemble_for_reader(store, verpakt.opname.vergadering.id, "")
        bijlage = next(deel for deel in plan.onderdelen if deel.label == "2a bijl. 1")
        bestand = _maak(store, plan, bijlage, tmp_path)
        assert bestand.pad is not None
        assert bestand.versie == sha256(bestand.pad) == plan.opname.versies[bijlage.sleutel].sha256
        assert bestand.paginas == plan.opname.versies[bijlage.sleutel].paginas


def test_our_own_papers_have_the_same_version_whenever_they_are_made(verpakt: Verpakt, tmp_path: Path) -> None:
    with Store.open(verpakt.werkmap) as store:
        plan = assemble_for_reader(store, verpakt.opname.vergadering.id, "")
        eigen = [deel for deel in plan.onderdelen if deel.label in ("agenda", "2a")]
        eerst = [_maak(store, plan, deel, tmp_path / "een") for deel in eigen]
        later = [_maak(store, plan, deel, tmp_path / "twee") for deel in eigen]
        assert [bestand.versie for bestand in eerst] == [bestand.versie for bestand in later]
        assert all(bestand.paginas for bestand in eerst)


def test_a_member_reads_their_own_set_and_the_secretaris_what_the_members_see(verpakt: Verpakt) -> None:
    with Store.open(verpakt.werkmap) as store:
        id_ = verpakt.opname.vergadering.id
        punt, lid = verpakt.opname.agendapunten[0], verpakt.opname.leden[0]
        naam = verpakt.opname.naam(lid.persoon_id)
        assert assemble_for_reader(store, id_, naam).variant.naam == naam
        assert assemble_for_reader(store, id_, "Niemand").variant.naam == ""
        assert punt in assemble_for_reader(store, id_, naam).opname.agendapunten


def test_all_papers_to_read_begin_with_the_one_that_is_asked_and_end_with_earlier_versions(
    verpakt: Verpakt, tmp_path: Path
) -> None:
    with Store.open(verpakt.werkmap) as store:
        plan = assemble_for_reader(store, verpakt.opname.vergadering.id, "")
        eerst, ander = (deel for deel in plan.onderdelen if deel.label in ("2a bijl. 1", "2a bijl. 2"))
        oud, nieuw = (plan.opname.versies[deel.sleutel] for deel in (ander, eerst))
        alles = make_leesbestanden(
            plan,
            lambda stuk_id: (oud, nieuw) if stuk_id == eerst.sleutel else (),
            bestand=store.bestanden.open,
            cache=tmp_path,
            eerst=eerst.sleutel,
        )
    assert [(bestand.sleutel, bestand.versie) for bestand, _ in (alles[0], alles[-1])] == [
        (eerst.sleutel, nieuw.paginabestand),
        (eerst.sleutel, oud.paginabestand),
    ]
    assert alles[-1][1] == plan.punt_van(eerst)
    assert all(bestand.pad is not None for bestand, _ in alles)


def test_the_words_of_a_paper_are_those_of_the_version_that_these_readers_have(
    verpakt: Verpakt, tmp_path: Path
) -> None:
    with Store.open(verpakt.werkmap) as store:
        for soort in (Doelgroep.LEDEN, Doelgroep.OPENBAAR):
            plan = assemble(store, verpakt.opname.vergadering.id, soort)
            for label in ("agenda", "2a", "2a bijl. 1"):
                deel = next(deel for deel in plan.onderdelen if deel.label == label)
                papier = read_papiertekst(plan, deel, bestand=store.bestanden.open, cache=tmp_path)
                bestand = _maak(store, plan, deel, tmp_path)
                assert bestand.pad is not None
                assert papier.versies == {bestand.versie}
                assert papier.paginas == lees_pdf(bestand.pad).paginas
                assert len(papier.paginas) == bestand.paginas
        besloten = {punt.titel for punt in verpakt.opname.agendapunten if punt.besloten}
        assert besloten
        agenda = next(deel for deel in plan.onderdelen if deel.label == "agenda")
        openbaar = " ".join(read_papiertekst(plan, agenda, bestand=store.bestanden.open, cache=tmp_path).paginas)
        assert [titel for titel in besloten if titel in " ".join(openbaar.split())] == []


def test_an_office_file_that_travels_as_it_is_has_no_words_to_stand_on(verpakt: Verpakt, tmp_path: Path) -> None:
    with Store.open(verpakt.werkmap) as store:
        plan = assemble_for_reader(store, verpakt.opname.vergadering.id, "")
        los = [deel for deel in plan.onderdelen if _maak(store, plan, deel, tmp_path).pad is None]
        for deel in los:
            assert read_papiertekst(plan, deel, bestand=store.bestanden.open, cache=tmp_path) == Papiertekst()
