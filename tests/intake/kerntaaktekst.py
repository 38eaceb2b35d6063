"""A paper on the core tasks of an invented organisation, with all that makes real ones hard to read.

A line of one space is an empty paragraph in a cell, an empty line parts cells, a line that begins with a space a page.
"""

PAPIER = """ De kerntaken van Waterkant
We spreken over de kerntaken van Waterkant en de begroting Waterkant 2031. De begroting 2030 gold eerder.

De scenario’s nader toegelicht:
• Scenario A.1. (Smalste kern):
Alleen wat de wet van de regio vraagt.
B. Scenario B (Koers):
Alles blijft
zoals het is.
Nul-scenario:
Geen cent erbij.
Vragen om over na te denken
 Havens
1. De wettelijke basis voor de havens
Daar is een wet voor.
3. Bouwstenen: taken van de havens
#
Bouwsteen

Opmerking

Afwegingskader

Financiering

Uitvoering
door

1 Baggeren van
de binnenhaven
\x20
\x20

De vaargeul wordt elk jaar op diepte gebracht.
Daarbij hoort:
• Peilen

van de diepte
• Slib afvoeren

Verplichte taak voor de gemeente
en verplicht regionaal
beleggen.

Begroting havens

Havendienst en
Waterkant
 #
Bouwsteen

Opmerking

Afwegingskader

Financiering

Uitvoering
door

• Meten achteraf

2 Bruggen De bruggen gaan open wanneer een schipper dat vraagt.

Het gaat hier om een
wens waar vier gemeenten
(collectief) opdracht
voor hebben gegeven

Gemeenten Havendienst en
Waterkant
 Zij gaan ook ’s nachts open,
behalve bij storm.

aan Waterkant om
deze uit te voeren.

3 Sluisfeest Waterkant viert elk jaar dat er sluizen zijn.

Het gaat hier om een wens
waar de gemeenten geen opdracht
voor hebben gegeven.

Begroting havens

Waterkant
4 Oevers

En alles wat daarbij hoort, het hele jaar door en langs ieder water.

Het betreft een wens.

Begroting havens

Waterkant
4. Financiën havens in Waterkant
 Lasten Baten Gemeentelijke bijdrage
Baggeren binnenhaven 1.200 200 1.000
Bruggen 800 0 800
Totaal 2.000 200 1.800
5. Aanvullende taken
Hier staan taken die gemeenten erbij vroegen.
#
GEEN kerntaak
Basispakket (vrijwillig)

Opmerking

Financiering

Regionaal/lokaal

1 Lichtjestocht

Een tocht met lampen over het water, elk jaar in de week voor de kerst.

Maatwerk Noordkade

Lokaal

2 Vlaggen

Op elke kade hangt een vlag. Maatwerk Zuidkade Lokaal
6. Bronnen
 Kantoor
1. Introductie
Wat het kantoor doet.
2. Bouwstenen: het kantoor
# Bouwsteen Inhoudelijke duiding Wijze van financiering
Binnen
1.  Post • Brieven
• Pakjes

Gemeentelijke bijdrage
2.  Koffie

• Zetten

Gemeentelijke bijdrage

Buiten
3.  Stoep

• Vegen

Doorbelasting
2.2 Geld
"""
