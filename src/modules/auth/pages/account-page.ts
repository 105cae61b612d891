import { SCRIPT } from './page-script.js';
import { ACCOUNT_PAGE_STYLE } from './page-style.js';

interface Page {
  readonly title: string;
  readonly text: string;
  readonly fields: string;
  readonly button: string;
  /** Text about the address of the link, which replaces `{email}`. */
  readonly about: string;
  /** Endpoint under /api/v1/auth that checks the link before the user types. */
  readonly check: string;
  /** Endpoint under /api/v1/auth that receives the token. */
  readonly to: string;
  readonly done: string;
}

// Password managers store the user name field that stands before the password field.
const twice = (name: string): string => `<label for="username">E-mail address</label>
<input id="username" type="email" autocomplete="username" readonly>
<label for="password">Password</label>
<input id="password" name="${name}" type="password" autocomplete="new-password" required minlength="8" maxlength="128" aria-describedby="rules">
<label for="again">Password again</label>
<input id="again" type="password" autocomplete="new-password" required maxlength="128" data-again>
`;
const RULES =
  'Use at least 15 characters, such as several unrelated words. Do not use your name, your e-mail address or your ' +
  'company.';

const PAGES: Readonly<Record<string, Page>> = {
  invitation: {
    title: 'Welcome',
    text: RULES,
    fields: twice('password'),
    button: 'Set the password',
    about: 'You will sign in as {email}.',
    check: 'invitations/check',
    to: 'invitations/accept',
    done: 'Your account is ready. You can sign in now.',
  },
  password: {
    title: 'Set a new password',
    text: RULES,
    fields: twice('newPassword'),
    button: 'Set the password',
    about: 'The password is for {email}.',
    check: 'links/check',
    to: 'password/reset',
    done: 'Your password was changed, and all sessions of your account were ended. You can sign in now.',
  },
  email: {
    title: 'Confirm your e-mail address',
    text: 'Press the button to confirm that this address is yours.',
    fields: '',
    button: 'Confirm',
    about: 'The address is {email}.',
    check: 'links/check',
    to: 'email/verify',
    done: 'Your e-mail address is confirmed.',
  },
};

const frame = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${ACCOUNT_PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;

/**
 * Returns the page of a link in an e-mail. The page is the same for all users: only the API receives the token. `next`
 * is the target after success.
 */
export function accountPage(name: string, next?: string): string | undefined {
  const page = Object.hasOwn(PAGES, name) ? PAGES[name] : undefined;
  return (
    page &&
    frame(
      page.title,
      `<p id="about"></p>
<p id="rules">${page.text}</p>
<p id="status" role="status" tabindex="-1"></p>
<p id="next" hidden${next === undefined ? '' : ` data-next="${next}"`}><a>Continue to Kontor</a></p>
<noscript><p>This page needs JavaScript, so that the secret in your link is sent only to this server.</p></noscript>
<form hidden data-about="${page.about}" data-check="/api/v1/auth/${page.check}" data-to="/api/v1/auth/${page.to}" data-done="${page.done}">
${page.fields}<button type="submit">${page.button}</button>
</form>
<script>${SCRIPT}</script>`,
    )
  );
}

export const noPage = (): string =>
  frame('Page not found', '<p>The address may be mistyped. Open the link again from the mail.</p>');
