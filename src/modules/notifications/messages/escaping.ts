import { fit, type Message, type Piece } from './message.js';

/** Maximum lengths in characters after escaping. Slack allows more, but displays longer texts badly. */
const LIMITS = { discord: 2_000, telegram: 4_096, slack: 4_000, email: 50_000 } as const;

const inHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const BREAK = '\u200b';
const SCHEME = /:\/\//g;
/** Domain names such as `evil.example`, except in e-mail addresses. Slack and Telegram turn these names into links. */
const DOMAIN = /(?<![\p{L}\p{N}@._-])(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,}(?![\p{L}\p{N}._-]*@)/gu;
/** Inserts zero-width spaces into addresses in user text, so that the service shows no links. */
const unlinked = (text: string): string =>
  text.replace(DOMAIN, (domain) => domain.replaceAll('.', `${BREAK}.`)).replace(SCHEME, `:${BREAK}//`);

/**
 * Replacements for the markup characters of Slack, because Slack cannot escape markup. Needed only at word boundaries,
 * where Slack reads markup.
 */
const SLACK_SPECIAL: Readonly<Record<string, string>> = { '*': '\u2217', _: '\u02cd', '~': '\u223c', '`': '\u02cb' };
const unmarked = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])/gu, (mark) => SLACK_SPECIAL[mark] ?? mark);
const inSlack = (text: string): string =>
  unmarked(unlinked(text)).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
// Escapes every character that can start Discord markup. Discord knows no escapes in URLs, so URLs use
// percent-encoding.
const ADDRESS = /(https?:\/\/[^\s<>]+)/;
const SPECIAL_IN_ADDRESS = /[\\*~`|[\]()]/g;
const inDiscord = (text: string): string =>
  text
    .split(ADDRESS)
    .map((part, at) =>
      at % 2 === 1
        ? part.replace(SPECIAL_IN_ADDRESS, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
        : part.replace(/[\\*_~`|>#\-[\]()<]/g, '\\$&'),
    )
    .join('');

const discordPiece = ({ kind, text }: Piece): string =>
  kind === 'raw' || kind === 'link' ? text : kind === 'bold' ? `**${inDiscord(text)}**` : inDiscord(text);
const slackPiece = ({ kind, text }: Piece): string =>
  kind === 'raw' || kind === 'link' ? text : kind === 'bold' ? `*${inSlack(text)}*` : inSlack(text);
const telegramPiece = ({ kind, text }: Piece): string =>
  kind === 'raw'
    ? text
    : kind === 'link'
      ? inHtml(text)
      : kind === 'bold'
        ? `<b>${inHtml(unlinked(text))}</b>`
        : inHtml(unlinked(text));
const htmlPiece = ({ kind, text }: Piece): string => {
  const shown = inHtml(text).replaceAll('\n', '<br>\n');
  return kind === 'bold' ? `<b>${shown}</b>` : kind === 'link' ? `<a href="${shown}">${shown}</a>` : shown;
};
const plainPiece = ({ text }: Piece): string => text;
const telegramPlainPiece = ({ kind, text }: Piece): string =>
  kind === 'raw' || kind === 'link' ? text : unlinked(text);

export const forDiscord = ({ pieces }: Message): string => fit(pieces, LIMITS.discord, discordPiece);
export const forSlack = ({ pieces }: Message): string => fit(pieces, LIMITS.slack, slackPiece);
export const forTelegram = ({ pieces }: Message): string => fit(pieces, LIMITS.telegram, telegramPiece);
/** Returns plain text for Telegram, after Telegram rejected the markup of a template. */
export const forTelegramPlain = ({ pieces }: Message): string => fit(pieces, LIMITS.telegram, telegramPlainPiece);

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
