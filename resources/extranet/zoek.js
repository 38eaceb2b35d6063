// Zoeken zonder server: woorden staan verdeeld over bestanden naar hun eerste twee tekens, en die worden geladen als ze nodig zijn.
(function () {
  "use strict";
  var KORTSTE = 4, MEESTE = 60; // vanaf zoveel letters ook binnen langere woorden, en in hoeveel daarvan
  var delen = {}, wacht = {}, lang = "", stukken = window.tkStukken || [];
  var veld = document.getElementById("zoekwoorden");
  var uit = document.getElementById("treffers");
  var hoeveel = document.getElementById("hoeveel");

  window.tkWoorden = function (begin, woorden) {
    delen[begin] = woorden;
    (wacht[begin] || []).forEach(function (verder) { verder(); });
    wacht[begin] = [];
  };

  window.tkLangeWoorden = function (woorden) {
    lang = woorden;
    window.tkWoorden("woorden", {});
  };

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
    if (!woorden.length) { toon([], ""); return; }
    laad("woorden", function () {
      var vragen = woorden.map(function (woord) { return { woord: woord, binnen: binnen(woord) }; });
      var namen = {};
      vragen.forEach(function (vraag) {
        [vraag.woord].concat(vraag.binnen).forEach(function (woord) { namen[beginVan(woord)] = true; });
      });
      laadAlle(Object.keys(namen), function () {
        if (veld.value === gevraagd) { toon(samen(vragen), gevraagd); }
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

  function toon(gevonden, gevraagd) {
    while (uit.firstChild) { uit.removeChild(uit.firstChild); }
    gevonden.slice(0, 100).forEach(function (een) {
      var stuk = stukken[een.plek], regel = document.createElement("li"), a = document.createElement("a");
      a.href = adresVan(een);
      a.textContent = stuk[0];
      regel.appendChild(a);
      var waar = document.createElement("span");
      waar.className = "klein";
      waar.textContent = " " + stuk[2];
      regel.appendChild(waar);
      uit.appendChild(regel);
    });
    hoeveel.textContent = !gevraagd ? "" : gevonden.length === 0 ? "Niets gevonden. Probeer een ander woord."
      : gevonden.length === 1 ? "1 plaats gevonden." : gevonden.length + " plaatsen gevonden" + (gevonden.length > 100 ? "; hier staan de eerste 100." : ".");
  }

  document.getElementById("zonder").hidden = true;
  veld.form.addEventListener("submit", function (wat) { wat.preventDefault(); zoek(); });
  veld.addEventListener("input", zoek);
  var uitAdres = /[?&]q=([^&]*)/.exec(window.location.search);
  if (uitAdres) { veld.value = decodeURIComponent(uitAdres[1].replace(/\+/g, " ")); zoek(); }
}());
