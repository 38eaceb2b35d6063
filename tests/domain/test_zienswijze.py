"""Zienswijzen: who said what, who did not yet, and what the bestuur did with it."""

from datetime import date

from tk_desktop.domain.zienswijze import Standpunt, Zienswijze, stand


def test_every_gemeente_is_accounted_for_in_the_order_of_the_regeling() -> None:
    zienswijzen = [
        Zienswijze(gemeente="Sluisdam", standpunt=Standpunt.AFWIJZEND, tekst="Te duur", ontvangen=date(2026, 6, 20)),
        Zienswijze(gemeente="Kadewijk", standpunt=Standpunt.KANTTEKENING, verwerking="Overgenomen in hoofdstuk 3."),
        Zienswijze(gemeente="Elders", standpunt=Standpunt.GEEN),
    ]
    uit = stand(zienswijzen, ["Kadewijk", "Sluisdam", "Waterkant"], uiterlijk=date(2026, 6, 15))
    assert dict(uit.per_standpunt) == {
        Standpunt.INSTEMMEND: (),
        Standpunt.KANTTEKENING: ("Kadewijk",),
        Standpunt.AFWIJZEND: ("Sluisdam",),
        Standpunt.GEEN: ("Elders",),
    }
    assert (uit.ontbreekt, uit.te_laat, uit.te_verwerken) == (("Waterkant",), ("Sluisdam",), ("Sluisdam",))
    assert stand(zienswijzen, [], None).te_laat == ()
