import { hashOf } from './page-style.js';

/**
 * Script of the account pages. Removes the token from the address bar first, so that history and bookmarks do not
 * contain the token.
 */
export const SCRIPT = `
'use strict';
(function () {
  var form = document.querySelector('form');
  var status = document.getElementById('status');
  var token = new URLSearchParams(location.hash.slice(1)).get('token');
  history.replaceState(null, '', location.pathname);
  function say(text, isBad) {
    status.textContent = text;
    status.className = isBad ? 'bad' : '';
    status.focus();
  }
  function end(text, isBad) {
    form.hidden = true;
    document.getElementById('rules').hidden = true;
    if (isBad) document.getElementById('about').hidden = true;
    say(text, isBad);
  }
  function leadOn() {
    var next = document.getElementById('next');
    if (!next.hasAttribute('data-next')) return;
    next.querySelector('a').href = next.getAttribute('data-next');
    next.hidden = false;
  }
  function send(attribute, body) {
    return fetch(form.getAttribute(attribute), { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), credentials: 'omit', referrerPolicy: 'no-referrer' });
  }
  if (!token) {
    end('This link is incomplete. Open the link in the mail again, or copy the whole link.', true);
    return;
  }
  function bodyOf() {
    var body = { token: token };
    Array.prototype.forEach.call(form.elements, function (field) {
      if (field.name && field.value !== '' && !field.hasAttribute('data-again')) body[field.name] = field.value;
    });
    return body;
  }
  function mistakeOf(problem) {
    var detail = problem.errors && problem.errors[0] ? problem.errors[0].detail : problem.detail || 'The request failed. Try again later.';
    return detail.replace(/^(newPassword|password)(?= )/, 'The password');
  }
  function tell(link) {
    var about = form.getAttribute('data-about').replace('{email}', function () { return link.email; });
    document.getElementById('about').textContent = (link.invitedBy ? link.invitedBy + ' has invited you to Kontor. ' : '') + about;
    var username = form.querySelector('[autocomplete=username]');
    if (username) username.value = link.email;
  }
  // A link that is over is said before anything is typed. What else goes wrong here is said at the end.
  send('data-check', { token: token })
    .then(function (answer) {
      return answer.json().then(function (body) {
        if (answer.status === 410) return end(mistakeOf(body), true);
        if (answer.ok) tell(body);
        form.hidden = false;
      });
    })
    .catch(function () { form.hidden = false; });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    var again = form.querySelector('[data-again]');
    if (again && again.value !== form.querySelector('[type=password]').value) return say('The two passwords are not the same.', true);
    var button = form.querySelector('button');
    button.disabled = true;
    send('data-to', bodyOf())
      .then(function (answer) {
        if (answer.ok) {
          end(form.getAttribute('data-done'), false);
          return leadOn();
        }
        button.disabled = false;
        return answer.json().then(function (problem) { say(mistakeOf(problem), true); });
      })
      .catch(function () {
        button.disabled = false;
        say('The server cannot be reached. Try again later.', true);
      });
  });
})();
`;

export const SCRIPT_HASH = hashOf(SCRIPT);
