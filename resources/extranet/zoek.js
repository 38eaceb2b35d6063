// Zoeken zonder server: woorden staan verdeeld over bestanden naar hun eerste twee tekens, en die worden geladen als ze nodig zijn.
(function () {
  "use strict";
  var delen = {}, wacht = {}, stukken = window.tkStukken || [];
  var veld = document.getElementById("zoekwoorden");
  var uit = document.getElementById("treffers");
  var hoeveel = document.getElementById("hoeveel");

  window.tkWoorden = function (begin, woorden) {
    delen[begin] = woorden;
    (wacht[begin] || []).forEach(function (verder) { verder(); });
    wacht[begin] = [];
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

  function zoek() {
    var woorden = kaal(veld.value).match(/[a-z0-9]{2,}/g) || [];
    var nog = woorden.length;
    if (!nog) { toon([], ""); return; }
    var gevraagd = veld.value;
    woorden.forEach(function (woord) {
      laad(beginVan(woord), function () {
        nog -= 1;
        if (!nog && veld.value === gevraagd) { toon(samen(woorden), gevraagd); }
      });
    });
  }

  function samen(woorden) {
    var punten = {};
    woorden.forEach(function (woord, rang) {
      var hier = {}, deel = delen[beginVan(woord)];
      Object.keys(deel).forEach(function (ander) {
        if (ander.lastIndexOf(woord, 0) !== 0) { return; }
        deel[ander].forEach(function (plek) { hier[plek] = (hier[plek] || 0) + (ander === woord ? 2 : 1); });
      });
      if (rang === 0) { punten = hier; return; }
      Object.keys(punten).forEach(function (plek) {
        if (hier[plek]) { punten[plek] += hier[plek]; } else { delete punten[plek]; }
      });
    });
    Object.keys(punten).forEach(function (plek) {
      var titel = kaal(stukken[plek][0]);
      woorden.forEach(function (woord) { if (titel.indexOf(woord) >= 0) { punten[plek] += 5; } });
    });
    return Object.keys(punten).map(Number).sort(function (a, b) { return punten[b] - punten[a] || a - b; });
  }

  function toon(plekken, gevraagd) {
    while (uit.firstChild) { uit.removeChild(uit.firstChild); }
    plekken.slice(0, 100).forEach(function (plek) {
      var stuk = stukken[plek], regel = document.createElement("li"), a = document.createElement("a");
      a.href = stuk[1];
      a.textContent = stuk[0];
      regel.appendChild(a);
      var waar = document.createElement("span");
      waar.className = "klein";
      waar.textContent = " " + stuk[2];
      regel.appendChild(waar);
      uit.appendChild(regel);
    });
    hoeveel.textContent = !gevraagd ? "" : plekken.length === 0 ? "Niets gevonden. Probeer een ander woord, of het begin ervan."
      : plekken.length === 1 ? "1 plaats gevonden." : plekken.length + " plaatsen gevonden" + (plekken.length > 100 ? "; hier staan de eerste 100." : ".");
  }

  document.getElementById("zonder").hidden = true;
  veld.form.addEventListener("submit", function (wat) { wat.preventDefault(); zoek(); });
  veld.addEventListener("input", zoek);
  var uitAdres = /[?&]q=([^&]*)/.exec(window.location.search);
  if (uitAdres) { veld.value = decodeURIComponent(uitAdres[1].replace(/\+/g, " ")); zoek(); }
}());
