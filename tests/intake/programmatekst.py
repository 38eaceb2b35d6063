"""A report on an invented programme, with all that makes real ones hard to read."""

from tk_desktop.domain.programmalezing import Programmalezing
from tk_desktop.intake.cijfertekst import vind_tabellen
from tk_desktop.intake.programma import lees_programma
from tk_desktop.intake.tekst import herstelde_regels

RAPPORT = """ Waterkantse Koers
Dit is de rapportage van januari t/m juni 2025 over de werkagenda van Waterkantse Koers.
We werken vanuit drie themalijnen, met 3 projecten. Voor de themalijn jeugd
vertelt een ander bericht wat er is gedaan.
 Kades en sluizen
Themalijn

Binnen deze themalijn richten we ons op droge voeten
voor iedereen.

* Op die dag loopt ook het geld voor de kade af.
** Doorlopend is zo lang als deze
werkagenda duurt.
*** Dit project is in maart 2025, met het vaststellen van de begrotingswijziging, toegevoegd.

Project Fase EinddatumStartdatum

We werken aan dit thema met 2 projecten en 1 subproject. Zie de tabel.

Kade op recept Realisatiefase 12-2027*01-2024

Bereik vergroten
van sluiswachters Nazorgfase doorlopend**Voor huidige

werkagenda

Scholing- en deskundigheids-
bevordering voor de

bediening
Voorbereidingsfase nog niet bekend02-2025
 Kade op recept
Project

Doelstelling
De kade eerder droog.

Gerealiseerde resultaten

Bereik vergroten van
sluiswachters

Project

Doelstelling
Meer sluiswachters spreken.

Gerealiseerde resultaten
 Scholing en deskundigheids-
bevordering

Subproject kade op recept

Doelstelling
Iedereen kan de sluis bedienen.
 Begroting (dec ‘24) Gewijzigde begroting
(maart ‘25)

Besteed tot 30 juni ‘25 Saldo per 1 juli ‘25 Verwachte uitgave tot
31 dec ‘25

Verwacht eindsaldo 31
dec ‘25

Kade op recept € 1.000 € 2.000 € 500 € 1.500 € 1.000 € 400

Bereik vergroten van sluiswachters € 3.000 € 3.000 € 1.000 € 2.000 € 2.000 € 0

Totaal € 4.000 € 5.000 € 1.500 € 3.500 € 3.000 € 400

Financiën themalijn kades en sluizen
 Ouderen
Themalijn

Varen tot op hoge leeftijd.

Project Fase EinddatumStartdatum

Vaarpas*** Initiatiefase 12-202401-2025

We werken aan dit thema met 1 projecten.
 Baten Begroting Gewijzigde
begroting (maart ‘25)

Lasten Begroting (dec ‘24) Gewijzigde begroting
(maart ‘25)

Verwacht eindsaldo
31 dec ‘25

Rijk € 9.000 € 9.500 Themalijn Kades en Sluizen € 4.000 € 5.100 € 400

Provincie € 1.000 € 1.000 Overig budget € 6.000 € 5.400 € 100

Totaal € 10.000 € 10.500 Totaal € 10.000 € 10.500 € 500

Risicoreserve € 700 Risicoreserve € 700

Totaal inclusief risicoreserve € 11.200 € 11.200

Van het eindsaldo van € 500, willen we € 300 meenemen naar 2026:

• € 200 vanuit themalijn Kades en sluizen
• € 110 vanuit Rijk

 Belangrijke afkortingen

AO
BO
SPUK
WLV

Ambtelijk overleg
Bestuurlijk overleg
Specifieke uitkering
Wet lange vaart
 Definities

Realisatiefase (doen):
In deze fase wordt het gedaan.
"""


def een_lezing(tekst: str = RAPPORT) -> Programmalezing:
    """Return what a report tells."""
    regels = herstelde_regels(tekst)
    lezing = lees_programma(regels, vind_tabellen(regels))
    assert lezing is not None
    return lezing
