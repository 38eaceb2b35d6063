"""Zienswijzen: who said what, who did not yet, and what the bestuur did with it."""

from datetime import date

from tk_desktop.domain.zienswijze import Standpunt, Zienswijze, stand


def _van(gemeente: str, standpunt: Standpunt | None = None, **meer: object) -> Zienswijze:
    return Zienswijze(id=gemeente, ronde_id="r", gemeente=gemeente, standpunt=standpunt, **meer)  # type: ignore[arg-type]


def test_every_gemeente_is_accounted_for() -> None:
    zienswijzen = [
        _van("Elders", Standpunt.GEEN),
        _van("Kadewijk", Standpunt.KANTTEKENING, verwerking="Overgenomen in hoofdstuk 3."),
        _van("Sluisdam", Standpunt.AFWIJZEND, tekst="Te duur", ontvangen=date(2026, 6, 20)),
        _van("Waterkant"),
    ]
    uit = stand(zienswijzen, uiterlijk=date(2026, 6, 15))
    assert dict(uit.per_standpunt) == {
        Standpunt.INSTEMMEND: (),
        Standpunt.KANTTEKENING: ("Kadewijk",),
        Standpunt.AFWIJZEND: ("Sluisdam",),
        Standpunt.GEEN: ("Elders",),
    }
    assert (uit.ontbreekt, uit.te_laat, uit.te_verwerken) == (("Waterkant",), ("Sluisdam",), ("Sluisdam",))
    assert stand(zienswijzen).te_laat == ()
