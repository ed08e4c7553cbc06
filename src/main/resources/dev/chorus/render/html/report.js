(function () {
  'use strict';

  // Where a browser prints no closed details by itself, they are opened for the time of printing.
  var opened = [];
  addEventListener('beforeprint', function () {
    opened = Array.from(document.querySelectorAll('details:not([open])'));
    opened.forEach(function (d) { d.open = true; });
  });
  addEventListener('afterprint', function () {
    opened.forEach(function (d) { d.open = false; });
  });

  // The one text for a value of objects, lists, strings and whole numbers: RFC 8785.
  function canonical(value) {
    if (Array.isArray(value)) return '[' + value.map(canonical).join(',') + ']';
    if (value && typeof value === 'object') {
      return '{' + Object.keys(value).sort().map(function (key) {
        return JSON.stringify(key) + ':' + canonical(value[key]);
      }).join(',') + '}';
    }
    return JSON.stringify(value);
  }

  // Characters that must not work are shown, and kept in marks, as others.
  function harmless(text) {
    return text.replace(/[\0-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
  }

  function words(text) {
    return harmless(text).replace(/\s+/g, ' ').trim();
  }

  function hex(bytes) {
    return Array.from(new Uint8Array(bytes), function (b) {
      return b.toString(16).padStart(2, '0');
    }).join('');
  }

  // What is shown and is not what the data of the file say.
  function different(claims) {
    var wrong = [];
    function compare(attribute, known, expected, what) {
      var seen = new Set();
      known = Object.fromEntries(Object.entries(known).map(function (entry) {
        return [harmless(entry[0]), entry[1]];
      }));
      document.querySelectorAll('[' + attribute + ']').forEach(function (element) {
        var key = harmless(element.getAttribute(attribute));
        seen.add(key);
        if (!Object.hasOwn(known, key)) {
          wrong.push(what + ' ' + key + ' is not in the data.');
        } else if (element.matches('span,q,title') && words(element.textContent) !== words(expected(known[key]))) {
          wrong.push(what + ' ' + key + ' shows “' + words(element.textContent) + '”, the data say “' + words(expected(known[key])) + '”.');
        }
      });
      Object.keys(known).forEach(function (key) {
        if (!seen.has(key)) wrong.push(what + ' ' + key + ' is in the data and not shown.');
      });
    }
    compare('data-figure', claims.figures, function (shown) { return shown; }, 'Figure');
    compare('data-quote', claims.quotes, function (quote) { return quote.shown; }, 'Quote');
    return wrong;
  }

  async function check() {
    var claims;
    try {
      claims = JSON.parse(document.getElementById('chorus-report').textContent);
    } catch (e) {
      return ['The data of this file cannot be read: it is cut or altered.'];
    }
    var rest = Object.assign({}, claims);
    delete rest.digest;
    var bytes = new TextEncoder().encode(canonical(rest));
    var digest = 'sha256:' + hex(await crypto.subtle.digest('SHA-256', bytes));
    var wrong = different(claims);
    if (digest !== claims.digest) wrong.unshift('The data of this file do not match their digest: they were altered.');
    return wrong;
  }

  function say(line, place, bad) {
    var p = document.createElement('p');
    p.textContent = line;
    if (bad) p.className = 'bad';
    place.appendChild(p);
  }

  var place = document.getElementById('check-place');
  var button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Check this file';
  var result = document.createElement('div');
  result.setAttribute('role', 'status');
  result.id = 'check-result';
  button.addEventListener('click', async function () {
    result.textContent = '';
    if (!(window.crypto && crypto.subtle)) {
      say('This browser cannot compute digests of a file that it opened from here. Use chorus verify.', result, true);
      return;
    }
    var wrong = await check();
    wrong.slice(0, 20).forEach(function (line) { say(line, result, true); });
    if (wrong.length > 20) say('And ' + (wrong.length - 20) + ' more.', result, true);
    if (!wrong.length) {
      say('Unaltered: the data match their digest, and each figure and quote shown is the one in the data.', result, false);
    }
    say('This tells that nobody changed a figure or a quote after the report was made. It does not tell that they are true: for that, compare the report with its index by chorus verify.', result, false);
  });
  place.parentNode.insertBefore(button, place);
  place.parentNode.appendChild(result);
})();
