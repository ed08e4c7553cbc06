/*
Draws the map of posts and lets a reader walk on it. Runs once, changes nothing without these elements:
  <div id="map" class="map">             gets the class "live": show .tools and .stage then, and .picture otherwise and in print
    <div class="tools">
      <select id="map-camp">             options: value "" for all, the number of a camp, 255 for the unaligned
      <button id="map-in">, "map-out", "map-whole", "map-open">
    <div class="stage">                  position: relative; overflow: hidden
      <canvas id="map-canvas" tabindex="0" role="application" aria-label="…">   width: 100%; aspect-ratio: 1
      <a class="region" href="#…" data-x="…" data-y="…">   position: absolute; left: 0; top: 0; the densest region first
    <p id="map-status" role="status">
    <img class="picture" …>
  <script type="application/octet-stream" id="map-points">   base64; a post is x and y, two bytes each, lower one first, and a camp
  <… id="…" data-map-point="17">         anywhere: the quote of a post by its number; gets a ring, Enter leads there
Colours are the style sheet's --c0 to --c7, --cx, --page, --text and --line.
*/
(function () {
  'use strict';
  var at = function (id) { return document.getElementById(id); };
  var canvas = at('map-canvas'), data = at('map-points'), map = at('map'), camps = at('map-camp');
  if (!canvas || !data || !map || !camps) return;
  var SIZE = 65536, UNALIGNED = 255, CLOSEST = 64;
  var packed = atob(data.textContent.trim()), n = Math.floor(packed.length / 5);
  var xs = new Uint16Array(n), ys = new Uint16Array(n), of = new Uint8Array(n), order = new Uint32Array(n);
  for (var i = 0, b = 0; i < n; i++, b += 5) {
    xs[i] = packed.charCodeAt(b) | packed.charCodeAt(b + 1) << 8;
    ys[i] = packed.charCodeAt(b + 2) | packed.charCodeAt(b + 3) << 8;
    of[i] = packed.charCodeAt(b + 4);
  }
  // The unaligned are drawn first, beneath the others.
  for (var k = 0, pass = 0; pass < 2; pass++) for (i = 0; i < n; i++) if ((of[i] !== UNALIGNED) == pass) order[k++] = i;
  var quotes = new Map();
  document.querySelectorAll('[data-map-point][id]').forEach(function (q) { quotes.set(+q.dataset.mapPoint, q.id); });
  var labels = Array.from(map.querySelectorAll('.region')).map(function (a) { return {a: a, x: +a.dataset.x, y: +a.dataset.y}; });
  var context = canvas.getContext('2d'), image = null, chosen = -1, here = -1, due = false;
  var zoom = 1, midX = SIZE / 2, midY = SIZE / 2;

  function colour(name) {
    context.fillStyle = '#808080';
    context.fillStyle = getComputedStyle(map).getPropertyValue(name).trim();
    return context.fillStyle;
  }
  // As four bytes of a pixel.
  function pixel(name) {
    var c = parseInt(colour(name).slice(1), 16);
    return (255 << 24 | (c & 255) << 16 | (c & 0xff00) | c >> 16) >>> 0;
  }
  function across(x) { return ((x - midX) * zoom / SIZE + 0.5) * canvas.width; }
  function down(y) { return ((y - midY) * zoom / SIZE + 0.5) * canvas.height; }
  function soon() { if (!due) { due = true; requestAnimationFrame(draw); } }

  function draw() {
    due = false;
    var ratio = devicePixelRatio || 1, side = Math.round(canvas.clientWidth * ratio);
    if (!side) return;
    if (canvas.width !== side || canvas.height !== side || !image) {
      canvas.width = canvas.height = side;
      image = context.createImageData(side, side);
    }
    var pixels = new Uint32Array(image.data.buffer), dot = Math.max(2, Math.round(2 * ratio)), rest = pixel('--line'), inks = [];
    for (var c = 0; c < 256; c++) inks[c] = c < 8 ? pixel('--c' + c) : c === 8 ? pixel('--cx') : inks[8];
    pixels.fill(pixel('--page'));
    for (var pass = chosen < 0 ? 1 : 0; pass < 2; pass++) {
      for (var k = 0; k < n; k++) {
        var i = order[k];
        if (chosen >= 0 && (of[i] === chosen) != pass) continue;
        var px = across(xs[i]) | 0, py = down(ys[i]) | 0;
        if (px < 0 || py < 0 || px + dot > side || py + dot > side) continue;
        var ink = pass ? inks[of[i]] : rest;
        for (var y = 0; y < dot; y++) for (var x = 0; x < dot; x++) pixels[(py + y) * side + px + x] = ink;
      }
    }
    context.putImageData(image, 0, 0);
    context.strokeStyle = colour('--text');
    context.lineWidth = ratio;
    quotes.forEach(function (_, q) { if (q < n) ring(q, 4 * ratio); });
    context.lineWidth = 2 * ratio;
    if (here >= 0) ring(here, 8 * ratio);
    label(ratio);
  }
  function ring(i, radius) {
    context.beginPath();
    context.arc(across(xs[i]), down(ys[i]), radius, 0, 7);
    context.stroke();
  }
  // A label that has no room hides, the denser region keeps its own.
  function label(ratio) {
    var taken = [], side = canvas.clientWidth;
    labels.forEach(function (l) { l.a.hidden = false; });
    labels.forEach(function (l) { l.wide = l.a.offsetWidth; l.high = l.a.offsetHeight; });
    labels.forEach(function (l) {
      var x = across(l.x) / ratio, y = down(l.y) / ratio, left = Math.min(Math.max(0, x - l.wide / 2), side - l.wide), top = Math.min(Math.max(0, y - l.high / 2), side - l.high);
      l.a.hidden = x < 0 || y < 0 || x > side || y > side || taken.some(function (t) {
        return left < t[0] + t[2] && t[0] < left + l.wide && top < t[1] + t[3] && t[1] < top + l.high;
      });
      if (l.a.hidden) return;
      taken.push([left, top, l.wide, l.high]);
      l.a.style.transform = 'translate(' + Math.round(left) + 'px,' + Math.round(top) + 'px)';
    });
  }

  // Zooms so that what is at a place of the canvas, from 0 to 1, stays there.
  function scale(by, x, y) {
    var was = zoom;
    zoom = Math.min(CLOSEST, Math.max(1, zoom * by));
    move((x - 0.5) * SIZE * (1 / was - 1 / zoom), (y - 0.5) * SIZE * (1 / was - 1 / zoom));
    canvas.style.touchAction = zoom > 1 ? 'none' : 'auto';
  }
  function move(x, y) {
    var half = SIZE / 2 / zoom;
    midX = Math.min(SIZE - half, Math.max(half, midX + x));
    midY = Math.min(SIZE - half, Math.max(half, midY + y));
    soon();
  }
  // The post for which a cost is least; a cost of Infinity leaves it out.
  function least(cost) {
    var best = -1, low = Infinity;
    for (var i = 0; i < n; i++) {
      if (chosen >= 0 && of[i] !== chosen) continue;
      var c = cost(xs[i], ys[i]);
      if (c < low) { low = c; best = i; }
    }
    return best;
  }
  function near(x, y) { return function (a, b) { return (a - x) * (a - x) + (b - y) * (b - y); }; }
  function nearest(x, y) {
    var from = near(x, y);
    return labels.reduce(function (best, l) { return !best || from(l.x, l.y) < from(best.x, best.y) ? l : best; }, null);
  }
  function go(i) {
    if (i < 0) return;
    here = i;
    var half = SIZE / 2 / zoom, region = nearest(xs[i], ys[i]), name = Array.from(camps.options).find(function (o) { return o.value === String(of[i]); });
    if (Math.abs(xs[i] - midX) > half || Math.abs(ys[i] - midY) > half) move(xs[i] - midX, ys[i] - midY);
    at('map-status').textContent = (name ? name.textContent.trim() : 'Post') + (region ? ' · nearest region: ' + region.a.textContent.trim() : '') + (quotes.has(i) ? ' · quoted in this report' : '');
    soon();
  }
  function step(x, y) {
    if (here < 0) return go(least(near(midX, midY)));
    var x0 = xs[here], y0 = ys[here];
    go(least(function (a, b) {
      var ahead = (a - x0) * x + (b - y0) * y, aside = (a - x0) * y + (b - y0) * x;
      return ahead > 0 && Math.abs(aside) <= ahead ? ahead * ahead + aside * aside : Infinity;
    }));
  }
  function open() {
    var region = here < 0 ? nearest(midX, midY) : nearest(xs[here], ys[here]);
    if (quotes.has(here)) location.hash = quotes.get(here);
    else if (region) location.hash = region.a.getAttribute('href').slice(1);
  }

  var KEYS = {
    ArrowLeft: function () { step(-1, 0); }, ArrowRight: function () { step(1, 0); }, ArrowUp: function () { step(0, -1); }, ArrowDown: function () { step(0, 1); },
    Enter: open, '+': function () { scale(1.5, 0.5, 0.5); }, '-': function () { scale(1 / 1.5, 0.5, 0.5); }, '0': whole
  };
  function whole() { scale(0, 0.5, 0.5); }
  canvas.addEventListener('keydown', function (e) {
    if (e.ctrlKey || e.altKey || e.metaKey || !KEYS.hasOwnProperty(e.key)) return;
    e.preventDefault();
    KEYS[e.key]();
  });
  function place(e) {
    var box = canvas.getBoundingClientRect();
    return [(e.clientX - box.left) / box.width, (e.clientY - box.top) / box.height];
  }
  // The wheel alone scrolls the page.
  canvas.parentElement.addEventListener('wheel', function (e) {
    if (!e.ctrlKey) return;
    e.preventDefault();
    var p = place(e);
    scale(Math.exp(-Math.max(-100, Math.min(100, e.deltaY)) / 200), p[0], p[1]);
  }, {passive: false});
  var drag = null;
  canvas.addEventListener('pointerdown', function (e) {
    if (e.button === 0) drag = {x: e.clientX, y: e.clientY, far: false};
  });
  canvas.addEventListener('pointermove', function (e) {
    if (!drag || (e.pointerType === 'touch' && zoom === 1)) return;
    var x = e.clientX - drag.x, y = e.clientY - drag.y, unit = SIZE / zoom / canvas.clientWidth;
    if (!drag.far && x * x + y * y < 16) return;
    if (!drag.far) canvas.setPointerCapture(e.pointerId);
    drag = {x: e.clientX, y: e.clientY, far: true};
    move(-x * unit, -y * unit);
  });
  canvas.addEventListener('pointerup', function (e) {
    var p = place(e);
    if (drag && !drag.far) go(least(near(midX + (p[0] - 0.5) * SIZE / zoom, midY + (p[1] - 0.5) * SIZE / zoom)));
    drag = null;
  });
  canvas.addEventListener('pointercancel', function () { drag = null; });
  canvas.addEventListener('dblclick', open);
  camps.addEventListener('change', function () { chosen = camps.value === '' ? -1 : +camps.value; soon(); });
  [['map-in', KEYS['+']], ['map-out', KEYS['-']], ['map-whole', whole], ['map-open', open]].forEach(function (b) {
    if (at(b[0])) at(b[0]).addEventListener('click', b[1]);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon);
  map.classList.add('live');
  new ResizeObserver(soon).observe(canvas);
  soon();
})();
