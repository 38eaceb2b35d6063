"""Invented papers in two versions, and notes on their words."""

from tk_desktop.domain.aantekening import Anker
from tk_desktop.domain.verankering.tekst import Documenttekst

BEGROTING = """Begroting Waterkant
De bestuurscommissie stelt voor de oevers van de vaart in drie jaar te herstellen. Het werk begint
bij de sluis en eindigt voor de oude haven, waar de schade het grootst is. De kosten voor het eerste
jaar worden geraamd op € 35.000 en komen uit de reserve groot onderhoud.
Met de omwonenden is in het voorjaar gesproken over de overlast. Zij vragen om een afsluiting die per
straat niet langer duurt dan twee weken, en om een vast aanspreekpunt op het werk."""

ORGANISATIE = """Organisatie en personeel
Roos van Dalen leidt het project en rapporteert elk kwartaal aan het bestuur. Een werkgroep van vier
gemeenten toetst de planning, de veiligheid en de communicatie met bewoners en ondernemers.
De inhuur van een toezichthouder kost € 12.500 per jaar en valt buiten de raming. Wanneer een gemeente
uittreedt, verdelen de andere gemeenten haar aandeel naar het aantal inwoners."""

RISICO = """Risico's en vervolg
Het grootste risico is een natte winter, want dan ligt het grondwerk weken stil. De aannemer krijgt in
dat geval uitstel zonder vergoeding. Een tweede risico is de levertijd van damwanden uit het buitenland.
Na de zomer volgt een evaluatie waarin de ervaringen van het eerste jaar worden verwerkt, zodat het
bestuur in november over het vervolg kan besluiten."""

STUK = (BEGROTING, ORGANISATIE, RISICO)


def tekst(*paginas: str) -> Documenttekst:
    return Documenttekst(paginas=paginas)


def een_anker(paginas: tuple[str, ...], citaat: str, keer: int = 1) -> Anker:
    """A note on a passage, on the so manieth time that it occurs."""
    alles = "".join(paginas)
    van = -1
    for _ in range(keer):
        van = alles.index(citaat, van + 1)
    return anker_op(paginas, van, van + len(citaat))


def anker_op(paginas: tuple[str, ...], van: int, tot: int) -> Anker:
    alles = "".join(paginas)
    begin = [len("".join(paginas[:blad])) for blad in range(len(paginas))]
    eerste = max(blad for blad, plek in enumerate(begin) if plek <= van)
    laatste = max(blad for blad, plek in enumerate(begin) if plek < tot)
    return Anker(
        versie="oud",
        pagina=eerste + 1,
        begin=van - begin[eerste],
        eindpagina=laatste + 1,
        eind=tot - begin[laatste],
        citaat=alles[van:tot],
        voor=alles[max(0, van - 200) : van],
        na=alles[tot : tot + 200],
    )
