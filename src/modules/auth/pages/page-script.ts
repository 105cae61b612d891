import { hashOf } from './page-style.js';

/**
 * Runs in the browser of whoever opened a link from a mail. The token leaves the address bar before anything else
 * happens: neither history nor a screenshot nor a bookmark keeps it.
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
  if (!token) {
    form.hidden = true;
    say('This link is not complete. Open it again from the mail, or copy all of it.', true);
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
    return problem.errors && problem.errors[0] ? problem.errors[0].detail : problem.detail || 'That did not work. Try again in a while.';
  }
  form.hidden = false;
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    var again = form.querySelector('[data-again]');
    if (again && again.value !== form.querySelector('[type=password]').value) return say('The two passwords are not the same.', true);
    var button = form.querySelector('button');
    button.disabled = true;
    fetch(form.getAttribute('data-to'), { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(bodyOf()), credentials: 'omit', referrerPolicy: 'no-referrer' })
      .then(function (answer) {
        if (answer.ok) {
          form.hidden = true;
          return say(form.getAttribute('data-done'), false);
        }
        button.disabled = false;
        return answer.json().then(function (problem) { say(mistakeOf(problem), true); });
      })
      .catch(function () {
        button.disabled = false;
        say('The server cannot be reached. Try again in a while.', true);
      });
  });
})();
`;

export const SCRIPT_HASH = hashOf(SCRIPT);
