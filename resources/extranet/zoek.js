// Zoeken zonder server: woorden staan verdeeld over bestanden naar hun eerste twee tekens, en die worden geladen als ze nodig zijn.
(function () {
  "use strict";
  var KORTSTE = 4, MEESTE = 60; // vanaf zoveel letters ook binnen langere woorden, en in hoeveel daarvan
  var delen = {}, wacht = {}, lang = "", stukken = window.tkStukken || [];
  var veld = document.getElementById("zoekwoorden");
  var uit = document.getElementById("treffers");
  var hoeveel = document.getElementById("hoeveel"), keuzes = document.getElementById("keuzes"), meer = document.getElementById("meer");
  var getoond = { gevonden: [], vragen: [] };
  var TEGELIJK = 20, ERVOOR = 60, LANGST = 180; // treffers in eens; tekens tekst voor en na een gevonden woord
  function alfabet(a, b) { return a.localeCompare(b, "nl"); }
  var KEUZES = [ // en in welke kolom van tkStukken dat staat
    { naam: "gremium", kolom: 3, volgorde: alfabet },
    { naam: "jaar", kolom: 4, volgorde: function (a, b) { return b - a; } },
    { naam: "soort", kolom: 5, volgorde: alfabet }
  ];

  window.tkWoorden = function (begin, woorden) {
    delen[begin] = woorden;
    (wacht[begin] || []).forEach(function (verder) { verder(); });
    wacht[begin] = [];
  };

  window.tkLangeWoorden = function (woorden) {
    lang = woorden;
    window.tkWoorden("woorden", {});
  };

  window.tkTeksten = window.tkWoorden;

  function kaal(tekst) {
    return tekst.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  }

  function beginVan(woord) {
    return /^[0-9]/.test(woord) ? woord.slice(0, 1) : woord.slice(0, 2);
  }

  function laad(begin, verder) {
    if (delen[begin]) { verder(); return; }
    if (!wacht[begin]) {
      wacht[begin] = [];
      var script = document.createElement("script");
      script.src = "zoek/" + begin + ".js";
      script.onerror = function () { window.tkWoorden(begin, {}); };
      document.head.appendChild(script);
    }
    wacht[begin].push(verder);
  }

  function laadAlle(namen, verder) {
    var nog = namen.length;
    namen.forEach(function (naam) {
      laad(naam, function () { nog -= 1; if (!nog) { verder(); } });
    });
  }

  // De langere woorden waarin een woord staat zonder ermee te beginnen, de kortste eerst: 'zorg' in 'jeugdzorg'.
  function binnen(woord) {
    if (woord.length < KORTSTE || !/^[a-z]+$/.test(woord)) { return []; }
    var langer = lang.match(new RegExp("[a-z]+" + woord + "[a-z]*", "g")) || [];
    langer = langer.filter(function (ander) { return ander.lastIndexOf(woord, 0) !== 0; });
    return langer.sort(function (a, b) { return a.length - b.length || (a < b ? -1 : 1); }).slice(0, MEESTE);
  }

  function zoek() {
    var gevraagd = veld.value;
    var woorden = kaal(gevraagd).match(/[a-z0-9]{2,}/g) || [];
    if (!woorden.length) { toon([], []); return; }
    laad("woorden", function () {
      var vragen = woorden.map(function (woord) { return { woord: woord, binnen: binnen(woord) }; });
      var namen = {};
      vragen.forEach(function (vraag) {
        [vraag.woord].concat(vraag.binnen).forEach(function (woord) { namen[beginVan(woord)] = true; });
      });
      laadAlle(Object.keys(namen), function () {
        if (veld.value === gevraagd) { toon(samen(vragen), vragen); }
      });
    });
  }

  // Waar een woord staat, met hoe goed het past en als welk woord het daar het best gevonden is.
  function plekkenVan(vraag) {
    var hier = {};
    function erbij(ander, punten) {
      (delen[beginVan(ander)][ander] || []).forEach(function (plek) {
        var was = hier[plek];
        hier[plek] = { punten: (was ? was.punten : 0) + punten, best: was && was.best >= punten ? was.best : punten,
          als: was && was.best >= punten ? was.als : ander };
      });
    }
    Object.keys(delen[beginVan(vraag.woord)]).forEach(function (ander) {
      if (ander.lastIndexOf(vraag.woord, 0) === 0) { erbij(ander, ander === vraag.woord ? 4 : 2); }
    });
    vraag.binnen.forEach(function (ander) { erbij(ander, 1); });
    return hier;
  }

  function samen(vragen) {
    var alle = vragen.map(plekkenVan);
    var gevonden = Object.keys(alle[0]).filter(function (plek) {
      return alle.every(function (hier) { return hier[plek]; });
    });
    return gevonden.map(function (plek) {
      var titel = kaal(stukken[plek][0]), punten = 0;
      vragen.forEach(function (vraag, rang) {
        punten += alle[rang][plek].punten + (titel.indexOf(vraag.woord) >= 0 ? 10 : 0);
      });
      return { plek: Number(plek), punten: punten, als: alle.map(function (hier) { return hier[plek].als; }) };
    }).sort(function (a, b) { return b.punten - a.punten || a.plek - b.plek; });
  }

  // Een bladzijde gaat open bij de woorden, en in een pdf zoekt de lezer het eerste op als hij dat kan.
  function adresVan(gevonden) {
    var adres = stukken[gevonden.plek][1];
    return adres.indexOf("#") < 0 ? adres + "#:~:text=" + gevonden.als.join("&text=") : adres + "&search=" + gevonden.als[0];
  }

  // Waarop het te beperken is: de waarden van wat gevonden is, met hoe vaak; wat gekozen was blijft gekozen.
  function vulKeuzes(gevonden) {
    KEUZES.forEach(function (keuze) {
      var veld = document.getElementById(keuze.naam), was = veld.value, aantallen = {};
      gevonden.forEach(function (een) {
        var waarde = stukken[een.plek][keuze.kolom];
        if (waarde) { aantallen[waarde] = (aantallen[waarde] || 0) + 1; }
      });
      if (was && !aantallen[was]) { aantallen[was] = 0; }
      while (veld.options.length > 1) { veld.remove(1); }
      Object.keys(aantallen).sort(keuze.volgorde).forEach(function (waarde) {
        veld.add(new Option(waarde + " (" + aantallen[waarde] + ")", waarde, false, waarde === was));
      });
    });
    keuzes.hidden = !gevonden.length;
  }

  function beperkt(gevonden) {
    return gevonden.filter(function (een) {
      return KEUZES.every(function (keuze) {
        var gekozen = document.getElementById(keuze.naam).value;
        return !gekozen || String(stukken[een.plek][keuze.kolom]) === gekozen;
      });
    });
  }

  // De tekst zoals gezocht wordt, en bij elk teken daarvan waar het in de tekst zelf staat.
  function gevouwen(tekst) {
    var uit = "", plaats = [];
    for (var nr = 0; nr < tekst.length; nr += 1) {
      var los = kaal(tekst.charAt(nr));
      for (var deel = 0; deel < los.length; deel += 1) { plaats.push(nr); }
      uit += los;
    }
    plaats.push(tekst.length);
    return { tekst: uit, plaats: plaats };
  }

  // Waar in een tekst de gezochte woorden staan: [begin, einde, de hoeveelste van de vraag].
  function vindplaatsen(tekst, vragen) {
    var vouw = gevouwen(tekst), woord = /[a-z0-9]{2,}/g, uit = [], raak;
    while ((raak = woord.exec(vouw.tekst))) {
      for (var rang = 0; rang < vragen.length; rang += 1) {
        if (raak[0].lastIndexOf(vragen[rang].woord, 0) === 0 || vragen[rang].binnen.indexOf(raak[0]) >= 0) {
          uit.push([vouw.plaats[raak.index], vouw.plaats[raak.index + raak[0].length - 1] + 1, rang]);
          break;
        }
      }
    }
    return uit;
  }

  // Het stuk tekst waarin de meeste van de gezochte woorden bij elkaar staan, met die woorden gemerkt.
  function fragment(tekst, vragen) {
    var plaatsen = vindplaatsen(tekst, vragen), p = document.createElement("p"), beste = 0, meeste = 0;
    if (!plaatsen.length) { return null; }
    plaatsen.forEach(function (eerste, nr) {
      var gezien = {};
      plaatsen.slice(nr).forEach(function (een) { if (een[1] <= eerste[0] + LANGST) { gezien[een[2]] = true; } });
      if (Object.keys(gezien).length > meeste) { meeste = Object.keys(gezien).length; beste = nr; }
    });
    var van = Math.max(0, plaatsen[beste][0] - ERVOOR), tot = Math.min(tekst.length, plaatsen[beste][0] + LANGST), hier = van;
    if (van > 0) { van = hier = tekst.indexOf(" ", van) + 1; }
    if (tot < tekst.length) { tot = Math.max(plaatsen[beste][1], tekst.lastIndexOf(" ", tot)); }
    p.className = "fragment";
    p.appendChild(document.createTextNode(van > 0 ? "… " : ""));
    plaatsen.forEach(function (een) {
      if (een[0] < van || een[1] > tot) { return; }
      p.appendChild(document.createTextNode(tekst.slice(hier, een[0])));
      var merk = document.createElement("mark");
      merk.textContent = tekst.slice(een[0], een[1]);
      p.appendChild(merk);
      hier = een[1];
    });
    p.appendChild(document.createTextNode(tekst.slice(hier, tot) + (tot < tekst.length ? " …" : "")));
    return p;
  }

  function regelVan(een, vragen) {
    var stuk = stukken[een.plek], regel = document.createElement("li"), a = document.createElement("a");
    a.href = adresVan(een);
    a.textContent = stuk[0];
    regel.appendChild(a);
    var waar = document.createElement("span");
    waar.className = "klein";
    waar.textContent = " " + stuk[2];
    regel.appendChild(waar);
    laad(stuk[6], function () {
      var tekst = delen[stuk[6]][stuk[7]], p = tekst ? fragment(tekst, vragen) : null;
      if (p) { regel.appendChild(p); }
    });
    return regel;
  }

  function toonMeer() {
    var al = uit.children.length;
    getoond.gevonden.slice(al, al + TEGELIJK).forEach(function (een) { uit.appendChild(regelVan(een, getoond.vragen)); });
    meer.hidden = uit.children.length >= getoond.gevonden.length;
    return al;
  }

  function toon(alle, vragen) {
    vulKeuzes(alle);
    getoond = { gevonden: beperkt(alle), vragen: vragen };
    while (uit.firstChild) { uit.removeChild(uit.firstChild); }
    toonMeer();
    var aantal = getoond.gevonden.length;
    hoeveel.textContent = !vragen.length ? "" : aantal === 1 ? "1 plaats gevonden." : aantal ? aantal + " plaatsen gevonden."
      : alle.length ? "Hierin is niets gevonden. Kies bij een van de lijsten weer alles."
      : "Niets gevonden. Probeer een ander woord.";
    onthoud();
  }

  // Wie teruggaat uit een stuk, ziet weer wat er gezocht was.
  function onthoud() {
    var velden = [["q", veld.value]].concat(KEUZES.map(function (een) { return [een.naam, document.getElementById(een.naam).value]; }));
    var vraag = velden.filter(function (een) { return een[1]; }).map(function (een) { return een[0] + "=" + encodeURIComponent(een[1]); });
    try {
      window.history.replaceState(null, "", window.location.pathname + (vraag.length ? "?" + vraag.join("&") : ""));
    } catch (niet) { /* sommige browsers staan dat bij een bestand niet toe */ }
  }

  function uitAdres(naam) {
    var gelezen = new RegExp("[?&]" + naam + "=([^&]*)").exec(window.location.search);
    return gelezen ? decodeURIComponent(gelezen[1].replace(/\+/g, " ")) : "";
  }

  document.getElementById("zonder").hidden = true;
  veld.form.addEventListener("submit", function (wat) { wat.preventDefault(); zoek(); });
  veld.addEventListener("input", zoek);
  meer.addEventListener("click", function () { uit.children[toonMeer()].querySelector("a").focus(); });
  KEUZES.forEach(function (keuze) {
    var lijst = document.getElementById(keuze.naam), gekozen = uitAdres(keuze.naam);
    if (gekozen) { lijst.add(new Option(gekozen, gekozen, true, true)); }
    lijst.addEventListener("change", zoek);
  });
  if (uitAdres("q")) { veld.value = uitAdres("q"); zoek(); }
}());
