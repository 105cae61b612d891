import { hasJobTitle } from '../names/job-words.js';
import { hasLegalSuffix } from '../companies/legal-form.js';
import { isNameLine } from '../names/name-shape.js';

/**
 * The role of a line. `outside` is text of other people: a note above a forwarded mail, or a quoted mail below a reply.
 */
export type LineRole =
  'sender' | 'recipient' | 'header' | 'subject' | 'greeting' | 'body' | 'signoff' | 'signature' | 'outside';

export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  role: LineRole;
}

const HEADERS: readonly (readonly [LineRole, RegExp])[] = [
  ['sender', /^\*?(?:from|von|de|od|da|van|expéditeur|absender|nadawca|remitente|reply-to)\s?:/iu],
  ['recipient', /^\*?(?:to|an|à|a|para|do|cc|bcc|kopie|dw|aan|empfänger|destinataire)\s?:/iu],
  ['subject', /^\*?(?:subject|betreff|objet|asunto|temat|onderwerp)\s?:/iu],
  [
    'header',
    /^\*?(?:date|datum|sent|gesendet|envoyé|enviado|fecha|data|wysłano|received|message-id|importance|attachments|anlagen)\s?:/iu,
  ],
];
const FORWARDED =
  /^[-–—\s_*>]{0,20}(?:begin forwarded message|forwarded message|weitergeleitete nachricht|anfang der weitergeleiteten|message transféré|mensaje reenviado|wiadomość przekazana|message réexpédié)/iu;
const ANSWERED =
  /^[-–—\s_*>]{0,20}(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|oryginalna wiadomość)/iu;
const SALUTATION =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|day|evening)|greetings|hallo|guten (?:tag|morgen|abend)|sehr geehrte[rn]?|liebe[rs]?|moin|servus|grüß gott|bonjour|bonsoir|salut|madame|monsieur|cher|chère|hola|buenos días|buenas tardes|buenas|estimad[oa]s?|dzień dobry|witam|cześć|szanown[iay]|szanowni państwo|ciao|buongiorno|beste|geachte|你好|您好)(?![\p{L}]{1,30})[^.!?,;:]{0,50}[,!.:;，]?\s?(?:\p{Lu}[\p{L}. ]{0,30},)?$/iu;
const SIGNOFF =
  /^(?:(?:with )?(?:best|kind|warm|kindest|warmest) (?:regards|wishes)|regards|best|cheers|all the best|thanks(?: a lot| so much| in advance| again| and regards| and best regards)?|many thanks(?: in advance)?|thank you(?: very much| so much| in advance)?|(?:yours )?sincerely(?: yours)?|yours (?:truly|faithfully)|yours|br|rgds|mit (?:freundlichen|besten|herzlichen|lieben|vielen) gr(?:ü|ue)(?:ß|ss)en|(?:mit )?freundliche[nm]? gr(?:u|ü|ue)(?:ß|ss)e?|(?:viele|beste|liebe|herzliche|schöne|freundliche|sonnige) gr(?:ü|ue)(?:ß|ss)e|gr(?:u|ü)(?:ß|ss)e?|mfg|lg|vg|vielen dank(?: im voraus)?|danke(?: und gruß)?|(?:bien )?cordialement|bien à vous|salutations(?: distinguées)?|sincères salutations|merci(?: d'avance| beaucoup)?|(?:un )?(?:cordial )?saludos?(?: cordiales)?|atentamente|(?:muchas )?gracias|(?:serdecznie )?pozdrawiam(?: serdecznie)?|z poważaniem|pozdrowienia|dziękuję|cordiali saluti|met vriendelijke groet(?:en)?|atenciosamente|此致|谢谢)(?!\p{L})/iu;
const CONTACT_LINE = /@|www\.|https?:|\+\d|(?:^|\s)(?:tel|phone|mobile|mobil|telefon|fon|t|m)[.:\s]/iu;
const SENT_FROM =
  /^(?:sent from my|get outlook|von meinem .{2,20} gesendet|gesendet von|envoyé de(?:puis)? mon|enviado desde mi|wysłano z)/iu;
const LONGEST_SIGNATURE = 12;

/** Sets the role of each line. Each line is read a fixed number of times, so the time is linear. */
export function lineRolesOf(lines: readonly Line[]): void {
  markHeaders(lines);
  markOutside(lines);
  const own = lines.filter((line) => line.role === 'body' && line.text !== '');
  markSalutation(own);
  if (!markSignature(own)) markBareSignature(own);
}

function markHeaders(lines: readonly Line[]): void {
  const hits = lines.map((line) => HEADERS.find(([, pattern]) => pattern.test(unquoted(line.text)))?.[0]);
  const isMail = hits.some((role) => role === 'sender');
  lines.forEach((line, index) => {
    const role = hits[index];
    if (role && (isMail || role === 'subject')) line.role = role;
  });
}

function unquoted(text: string): string {
  return text.replace(/^[> ]{1,6}/, '');
}

function markOutside(lines: readonly Line[]): void {
  const forward = lines.findIndex((line) => FORWARDED.test(line.text));
  const answer = lines.findIndex((line) => ANSWERED.test(line.text));
  const header = lines.findIndex((line, i) => line.role === 'sender' && i > 0);
  if (forward >= 0) setOutside(lines, 0, forward + 1);
  else if (answer > 0 && ownLength(lines, answer) > 120) return setOutside(lines, answer, lines.length);
  else if (answer >= 0) setOutside(lines, 0, answer + 1);
  else if (header > 0 && startsMailBlock(lines, header)) setOutside(lines, 0, header);
  markQuoted(lines);
}

function startsMailBlock(lines: readonly Line[], at: number): boolean {
  const before = lines.slice(0, at).some((line) => line.role !== 'body');
  return !before && lines.slice(at + 1, at + 5).some((line) => line.role === 'subject' || line.role === 'recipient');
}

function ownLength(lines: readonly Line[], until: number): number {
  return lines.slice(0, until).reduce((sum, line) => sum + line.text.length, 0);
}

function setOutside(lines: readonly Line[], from: number, to: number): void {
  for (const line of lines.slice(from, to)) line.role = 'outside';
}

/** Quoted lines below a reply are text of other people. Over 90 % quoted lines are text of the lead. */
function markQuoted(lines: readonly Line[]): void {
  const own = lines.filter((line) => line.role === 'body' && line.text !== '');
  const quoted = own.filter((line) => line.text.startsWith('>'));
  if (quoted.length === 0 || quoted.length * 10 > own.length * 9) return;
  for (const line of quoted) line.role = 'outside';
  const first = quoted[0];
  const above = own[own.findIndex((line) => line === first) - 1];
  if (above && /(?:wrote|schrieb|écrit|escribió|napisał|napisała)\b.{0,80}:$/iu.test(above.text))
    above.role = 'outside';
}

function markSalutation(own: readonly Line[]): void {
  const first = own[0];
  if (first && own.length > 1 && first.text.length < 100 && SALUTATION.test(unquoted(first.text)))
    first.role = 'greeting';
}

function markSignature(own: readonly Line[]): boolean {
  const from = Math.max(0, own.length - LONGEST_SIGNATURE - 1);
  for (let i = own.length - 1; i >= from; i -= 1) {
    const line = own[i];
    if (
      !line ||
      line.role !== 'body' ||
      !(isSignoff(unquoted(line.text)) || /^(?:--|__|—|––)\s?[-_]{0,60}$/.test(line.text))
    )
      continue;
    // The last sign-off begins the signature: "Thanks" directly above "Best regards" stays in the body.
    line.role = 'signoff';
    for (const below of own.slice(i + 1))
      if (below.role === 'body') below.role = SENT_FROM.test(below.text) ? 'outside' : 'signature';
    return true;
  }
  return false;
}

function isSignoff(text: string): boolean {
  const match = text.length < 80 ? SIGNOFF.exec(text) : null;
  if (!match) return false;
  const rest = text
    .slice(match[0].length)
    .replace(/^[\s,.!:–-]{1,4}/, '')
    .replace(/[.!,]$/, '');
  const first = rest.split(/,| [|·–—-] /, 1)[0] ?? '';
  return (
    rest === '' ||
    isNameLine(first, 1) ||
    (/^\p{L}{2,15}(?: \p{L}{2,15})?$/u.test(rest) && /^[,.!–-]/.test(text.slice(match[0].length).trim()))
  );
}

/** Finds a signature without a sign-off: a name on its own line, with contact lines below. */
function markBareSignature(own: readonly Line[]): void {
  const from = Math.max(0, own.length - 8);
  for (let i = from; i < own.length; i += 1) {
    const below = own.slice(i + 1);
    const isContactCard =
      isNameLine(own[i]?.text ?? '', 2) &&
      below.length > 0 &&
      below.every((line) => line.text.length < 90) &&
      below.some((line) => CONTACT_LINE.test(line.text) || hasJobTitle(line.text) || hasLegalSuffix(line.text));
    if (!isContactCard) continue;
    for (const line of own.slice(i)) line.role = 'signature';
    return;
  }
  const last = own.at(-1);
  if (own.length > 1 && last && /^[-–—]\s?/.test(last.text) && isNameLine(last.text.replace(/^[-–—]\s?/, ''), 1))
    last.role = 'signature';
}
