import { TOKEN_HOURS } from '../../accounts/user-tokens.js';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function invitationMail({
  email,
  inviter,
  link,
}: {
  readonly email: string;
  readonly inviter: string;
  readonly link: string;
}) {
  const by = oneLine(inviter);
  const [what, how, ends] = [
    `${by} has invited you to Kontor.`,
    'Choose a password to accept the invitation:',
    `The link works once, for ${TOKEN_HOURS.invitation} hours. If you did not expect this mail, ignore it.`,
  ];
  return {
    to: [email],
    subject: `${by} has invited you to Kontor`,
    text: `${what}\n\n${how}\n${link}\n\n${ends}\n`,
    html: `<p>${escaped(what)}</p><p>${how}</p><p><a href="${escaped(link)}">${escaped(link)}</a></p><p>${ends}</p>`,
  };
}
