import { SCRIPT } from './page-script.js';
import { STYLE } from './page-style.js';

interface Page {
  readonly title: string;
  readonly text: string;
  readonly fields: string;
  readonly button: string;
  /** Where the token goes, under /api/v1. */
  readonly to: string;
  readonly done: string;
}

const twice = (name: string): string => `<label for="password">Password</label>
<input id="password" name="${name}" type="password" autocomplete="new-password" required minlength="8" maxlength="128" aria-describedby="rules">
<label for="again">Password again</label>
<input id="again" type="password" autocomplete="new-password" required maxlength="128" data-again>
`;
const RULES =
  'At least 15 characters: a few words that do not belong together are easy to keep. Not your name, your e-mail address or your company.';

const PAGES: Readonly<Record<string, Page>> = {
  invitation: {
    title: 'Welcome',
    text: RULES,
    fields: twice('password'),
    button: 'Set the password',
    to: 'invitations/accept',
    done: 'Your account is ready. You can sign in now.',
  },
  password: {
    title: 'Set a new password',
    text: RULES,
    fields: twice('newPassword'),
    button: 'Set the password',
    to: 'password/reset',
    done: 'Your password was changed, and everybody who was signed in with it is signed out. You can sign in now.',
  },
  email: {
    title: 'Confirm your e-mail address',
    text: 'One press, and this address is yours here.',
    fields: '',
    button: 'Confirm',
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
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;

/** The page that a link in a mail leads to. The same for everybody: whose link it is, only the API is told. */
export function accountPage(name: string): string | undefined {
  const page = Object.hasOwn(PAGES, name) ? PAGES[name] : undefined;
  return (
    page &&
    frame(
      page.title,
      `<p id="rules">${page.text}</p>
<p id="status" role="status" tabindex="-1"></p>
<noscript><p>This page needs JavaScript: it keeps the secret of your link from being sent where it does not belong.</p></noscript>
<form hidden data-to="/api/v1/auth/${page.to}" data-done="${page.done}">
${page.fields}<button type="submit">${page.button}</button>
</form>
<script>${SCRIPT}</script>`,
    )
  );
}

export const noPage = (): string =>
  frame('There is no page here', '<p>The address may be mistyped. Open the link again from the mail.</p>');
