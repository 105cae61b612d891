import { fit, type Message, type Piece } from './message.js';

/** The services' limits, in characters of what is sent. Slack cuts later, but shows no more than this well. */
const LIMITS = { discord: 2_000, telegram: 4_096, slack: 4_000, email: 50_000 } as const;

const inHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const inSlack = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
// Whatever could begin a mark of Discord, wherever it stands.
const inDiscord = (text: string): string => text.replace(/[\\*_~`|>#\-[\]()<]/g, '\\$&');

const discordPiece = ({ kind, text }: Piece): string =>
  kind === 'raw' || kind === 'link' ? text : kind === 'bold' ? `**${inDiscord(text)}**` : inDiscord(text);
const slackPiece = ({ kind, text }: Piece): string =>
  kind === 'raw' || kind === 'link' ? text : kind === 'bold' ? `*${inSlack(text)}*` : inSlack(text);
const telegramPiece = ({ kind, text }: Piece): string =>
  kind === 'raw' ? text : kind === 'bold' ? `<b>${inHtml(text)}</b>` : inHtml(text);
const htmlPiece = ({ kind, text }: Piece): string => {
  const shown = inHtml(text).replaceAll('\n', '<br>\n');
  return kind === 'bold' ? `<b>${shown}</b>` : kind === 'link' ? `<a href="${shown}">${shown}</a>` : shown;
};
const plainPiece = ({ text }: Piece): string => text;

export const forDiscord = ({ pieces }: Message): string => fit(pieces, LIMITS.discord, discordPiece);
export const forSlack = ({ pieces }: Message): string => fit(pieces, LIMITS.slack, slackPiece);
export const forTelegram = ({ pieces }: Message): string => fit(pieces, LIMITS.telegram, telegramPiece);
/** What Telegram gets when it does not understand the marks of a template. */
export const forTelegramPlain = ({ pieces }: Message): string => fit(pieces, LIMITS.telegram, plainPiece);

export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const LONGEST_SUBJECT = 150;

export const forMail = ({ title, pieces }: Message): MailText => ({
  subject: fit([{ kind: 'value', text: title }], LONGEST_SUBJECT, plainPiece),
  text: fit(pieces, LIMITS.email, plainPiece),
  html: `<!doctype html><html><body><p>${fit(pieces, LIMITS.email, htmlPiece)}</p></body></html>`,
});
