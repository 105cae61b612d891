import { BOUNDARY_AFTER, BOUNDARY_BEFORE, following, type ParserMatch } from '../pattern.js';
import { labelled, type EmailBody } from '../text/email-body.js';
import {
  isEastAsian,
  CHATTED_NAME_HERE,
  isNameLine,
  lastNameStart,
  LOOSE_NAME_HERE,
  NAME,
  NAME_HERE,
  nameCase,
  nameWithin,
  withoutHonorific,
} from './name-shape.js';

/** `start` and `end` are the bounds of the words. The value begins with the first name. */
export interface NameFinding extends ParserMatch {
  /** Whether the text has the last name first: "Doe, Jane". */
  readonly reversed: boolean;
}

const INTRODUCES =
  "(?:my name is|my name's|the name is|name's|i am called|ich heiße|ich heisse|mein name ist|je m'appelle|mon " +
  'nom est|me llamo|mi nombre es|nazywam się|mam na imię|mi chiamo|ik heet|mijn naam is|meu nome é|jag ' +
  'heter|jmenuji se)\\s';
const CLAIMS =
  "(?:i'm|i am|im|this is|it's|here is|hier ist|hier spricht|ich bin|je suis|ici|soy|aquí|jestem|z tej " +
  'strony|tu|ik ben|sono|my colleague|mein kollege|meine kollegin|our contact is|ansprechpartner(?:in)? ' +
  'ist|please contact|contact person is|on behalf of|im auftrag von)\\s';
const MET =
  '(?:spoke (?:with|to)|spoken (?:with|to)|talked (?:with|to)|chatted with|met(?: with)?|meeting with|call ' +
  '(?:with|from|to)|called by|phoned by|phone call (?:with|from)|conversation with|message from|mail from|e-mail ' +
  'from|email from|voicemail from|lead from|contacted by|introduced (?:me )?to|gesprochen mit|telefonat ' +
  'mit|telefoniert mit|gespräch mit|anruf von|anfrage von|mail von|getroffen|parlé (?:avec|à)|appel de|discuté ' +
  'avec|rencontré|hablé con|llamada de|hablado con|reunión con|rozmawia(?:łem|łam) z|rozmowa ' +
  'z|dzwonił[ao]?|telefon od|spotkanie ' +
  'z|(?:lady|man|guy|woman|gentleman|person|someone|caller|client|customer|prospect) (?:named|called)|new ' +
  'lead:|lead:|call:|contact:)\\s';
const cue = (words: string): RegExp => new RegExp(`${BOUNDARY_BEFORE}${words}`, 'giu');
const CUES = [
  [cue(INTRODUCES), 0.95],
  [cue(CLAIMS), 0.82],
  [cue(MET), 0.85],
] as const;
const HAN_CUE = /(?:我叫|我是|我的名字是|名前は|私は)\s?/gu;
const ACTS = `(?:called|rang|phoned|emailed|wrote|writes|wants|is\\slooking|is\\sinterested|needs|asked|would\\slike|came\\sby|left\\sa|requested|hat\\sangerufen|rief\\san|möchte|sucht|hat\\sangefragt|a\\sappelé|souhaite|cherche|llamó|ha\\sllamado|quiere|busca|dzwonił[ai]?|zadzwonił[ai]?|chce|szuka)${BOUNDARY_AFTER}`;
const ACTS_LATER = new RegExp(
  `^\\s(?:\\([^()\\n]{1,60}\\)\\s)?(?:(?:from|of|at|von|bei|de|z|chez)\\s[^.!?\\n,;]{2,50}?\\s)?${ACTS}`,
  'iu',
);
const INTRODUCED_BY_FIRM =
  /^ (?:from|of|at|von|vom|bei|chez|@|z firmy|de la empresa|de la société|de l'entreprise) ?\p{Lu}|^ ?\((?:[^()\n]{2,60})\)|^ ?<[^<>\s]{3,80}@|^, (?:\p{Lu}[\p{L}&-]{1,25} ){1,3}(?:GmbH|Ltd|LLC|Inc|AG|SAS|BV|KG)|^, ?(?:CEO|CTO|CFO|COO|Head|Director|Founder|Managing|Geschäftsführer)/u;
const START_OF_CLAUSE = /(?:^|[\n\0.!?:;] ?|[-–*•] ?|" ?)$/;
/** A person who referred the lead is not the lead. */
const REFERRER =
  /(?:(?:your|ihren|euren) (?:name|number|contact|details|namen|kontakt)|referred(?: to (?:you|us|me))?|recommended(?: to (?:us|me))?|empfehlung|recommandée?s?|recomendad[oa]s?) (?:from|by|von|durch|par|por)(?: (?:my friend|my colleague|our partner|herrn?|frau|mr\.?|ms\.?|mrs\.?))? $/iu;
/** A sign-off without its own line: "… by March. Thanks, Priya Patel". */
const CLOSING = new RegExp(
  `(?:(?<=^|[.!?)] ?)[–—-] ?|(?<=^|[.!?)]\\s)(?:[Bb]est|[Cc]heers|[Tt]hanks|[Rr]egards|[Kk]ind regards|[Bb]est ` +
    `regards|LG|VG|MfG|Gruß|Grüße|Viele Grüße|Merci|Cordialement|Saludos|Pozdrawiam)[,!]? ` +
    `)(?<name>${NAME.replaceAll('\\s', ' ')})(?=$|[,.]$|, \\p{Lu})`,
  'u',
);
const LONGEST_NAME = 80;
const MOST_NAMES = 60;

export function names(body: EmailBody): NameFinding[] {
  const found = [
    ...labelledNames(body),
    ...senderNames(body),
    ...cuedNames(body),
    ...signedNames(body),
    ...closingNames(body),
    ...actingNames(body),
  ];
  return found.filter((name) => !REFERRER.test(body.text.slice(Math.max(0, name.start - 50), name.start)));
}

function finding(
  value: string,
  start: number,
  confidence: number,
  reversed = false,
  length = value.length,
): NameFinding {
  return { value: nameCase(value), start, end: start + length, confidence, reversed };
}

function labelledNames(body: EmailBody): NameFinding[] {
  return labelled(body, 'name').flatMap(({ start, end }) => personIn(body.text.slice(start, end), start, 0.95, true));
}

/** Reads one person from a labelled value or header, such as "Doe, Jane" or a name with an address after it. */
function personIn(words: string, start: number, confidence: number, trusted: boolean): NameFinding[] {
  const bare = words.split(/[<(,|"@\d[]/, 1)[0]?.trimEnd() ?? '';
  const name = withoutHonorific(bare);
  const at = start + bare.length - name.length;
  const firstName = /^, (\p{L}[\p{L}'.-]{1,30}(?: \p{L}[\p{L}'.-]{0,30})?)(?=$|\s?[<("])/u.exec(
    words.slice(bare.length),
  )?.[1];
  const plausible = trusted ? /^\p{L}[\p{L}\p{M}' .-]{1,79}$/u.test(name) : isNameLine(name, 1);
  if (name.length > LONGEST_NAME || !plausible) return [];
  if (!firstName) return [finding(name, at, confidence)];
  return nameWithin(firstName) === firstName
    ? [finding(`${firstName} ${name}`, at, confidence, true, name.length + 2 + firstName.length)]
    : [];
}

function senderNames(body: EmailBody): NameFinding[] {
  return body.lines
    .filter((line) => line.role === 'sender')
    .flatMap((line) => {
      const skipped = /^[> *]{0,6}[^:]{1,20}:[\s*"']{0,4}/.exec(line.text)?.[0].length ?? 0;
      return personIn(line.text.slice(skipped).replace('"', ' '), line.start + skipped, 0.92, false);
    });
}

function cuedNames(body: EmailBody): NameFinding[] {
  const text = body.said;
  const found: NameFinding[] = [];
  for (const [pattern, confidence] of CUES) {
    for (const match of following(text, pattern, NAME_HERE)) found.push(...nameAfterCue(match, confidence));
  }
  if (found.length === 0)
    for (const match of following(text, CUES[0][0], LOOSE_NAME_HERE)) found.push(...nameAfterCue(match, 0.8));
  if (found.length === 0)
    for (const match of following(text, CUES[1][0], CHATTED_NAME_HERE)) found.push(...nameAfterCue(match, 0.65));
  for (const match of following(text, HAN_CUE, NAME_HERE)) found.push(...nameAfterCue(match, 0.85));
  return found.slice(0, MOST_NAMES);
}

function nameAfterCue(match: RegExpExecArray, confidence: number): NameFinding[] {
  const words = match.groups?.name ?? '';
  const name = nameWithin(words);
  if (!name) return [];
  return [
    finding(name, match.index + match[0].length - words.length, name.includes(' ') ? confidence : confidence - 0.05),
  ];
}

function signedNames(body: EmailBody): NameFinding[] {
  const block = body.lines.filter((line) => line.role === 'signoff' || line.role === 'signature');
  const found: NameFinding[] = [];
  for (const line of block.slice(0, 5)) {
    const words = line.role === 'signoff' ? afterSignoff(line.text) : { at: prefixLength(line.text) };
    if (words === undefined) continue;
    const rest = line.text.slice(words.at);
    const part =
      rest
        .split(/[,|·•(<–—\t]| - /, 1)[0]
        ?.trimEnd()
        .replace(/[.!]$/, '') ?? '';
    const name = withoutHonorific(part);
    if (isNameLine(name, 1) && found.length === 0) {
      found.push(
        finding(
          name,
          line.start + words.at + part.length - name.length,
          name.includes(' ') || isEastAsian(name) ? 0.9 : 0.72,
        ),
      );
    } else if (line.role === 'signoff' && /^\p{Ll}{3,15}$/u.test(part))
      found.push(finding(part, line.start + words.at, 0.55));
  }
  return found;
}

function prefixLength(text: string): number {
  return /^(?:[>\-–—* ]{1,4}|i\. ?[AV]\. ?|ppa\. ?|p\.p\. ?|your ){0,2}/i.exec(text)?.[0].length ?? 0;
}

function afterSignoff(text: string): { at: number } | undefined {
  const at = Math.max(
    text.lastIndexOf(', '),
    text.lastIndexOf('! '),
    text.lastIndexOf('. '),
    text.lastIndexOf('- '),
    text.lastIndexOf('– '),
  );
  if (at >= 0) return { at: at + 2 };
  const capitals = /(?<= )\p{Lu}[\p{L}'-]{1,30}(?: \p{Lu}[\p{L}'-]{1,30})?$/u.exec(text);
  return capitals && !/gr(?:ü|ue|u)(?:ß|ss)/iu.test(capitals[0]) ? { at: capitals.index } : undefined;
}

function closingNames(body: EmailBody): NameFinding[] {
  const last = body.lines.findLast((line) => line.role === 'body' && line.text !== '');
  const from = last ? Math.max(last.start, last.end - 120) : 0;
  const match = last && CLOSING.exec(body.text.slice(from, last.end));
  const name = match?.groups?.name;
  if (!match || !name || nameWithin(name) !== name) return [];
  return [finding(name, from + match.index + match[0].length - name.length, name.includes(' ') ? 0.78 : 0.65)];
}

/** Finds "Jane Doe from Acme called", "Jane Doe (Acme) needs" and "Jane Doe <jane@acme.com>". */
function actingNames(body: EmailBody): NameFinding[] {
  const text = body.said;
  const pattern = new RegExp(`${BOUNDARY_BEFORE}${NAME_HERE.source}`, 'gu');
  const found: NameFinding[] = [];
  for (const match of text.matchAll(pattern)) {
    if (found.length >= MOST_NAMES) break;
    const written = match.groups?.name ?? '';
    const words = nameWithin(written);
    if (!words) continue;
    const end = match.index + match[0].length - written.length + words.length;
    const after = text.slice(end, end + 120);
    const opens = START_OF_CLAUSE.test(text.slice(Math.max(0, match.index - 3), match.index));
    const acts = ACTS_LATER.test(after);
    const belongs = INTRODUCED_BY_FIRM.test(after) && words.includes(' ');
    if ((acts && opens) || belongs) found.push(...nameAfterCue(match, acts && opens ? 0.8 : 0.75));
  }
  return found;
}

const ROLE_BOX =
  /^(?:info|sales|contact|kontakt|office|hello|hallo|mail|admin|support|team|service|post|biuro|contacto|ventas|vertrieb|einkauf|buchhaltung|marketing|hr|jobs|anfrage|webmaster|newsletter|no|reply|noreply|test|user|my|the)$/i;

/** Reads a name from "jane.doe@", without accents. A single word such as "jane@" may be a brand and is ignored. */
export function nameFromAddress(email: ParserMatch): NameFinding | undefined {
  const local = email.value.slice(0, email.value.indexOf('@')).split('+', 1)[0] ?? '';
  const parts = local.split(/[._]/);
  if (parts.length < 2 || parts.length > 3 || !parts.every((part) => /^\p{L}[\p{L}-]{1,20}$/u.test(part)))
    return undefined;
  if (parts.some((part) => ROLE_BOX.test(part))) return undefined;
  return finding(parts.join(' '), email.start, 0.5, false, local.length);
}

/** Returns the positions of first and last name. A single word is a first name. */
export function parsedNameParts(name: NameFinding): { first?: ParserMatch; last?: ParserMatch } {
  const part = (from: number, to: number, at = from): ParserMatch => ({
    value: name.value.slice(from, to),
    start: name.start + at,
    end: name.start + at + to - from,
    confidence: name.confidence - 0.02,
  });
  if (isEastAsian(name.value)) return { last: part(0, 1), first: part(1, name.value.length) };
  const cut = lastNameStart(name.value);
  if (cut === undefined) return { first: part(0, name.value.length) };
  const length = name.value.length;
  if (!name.reversed) return { first: part(0, cut - 1), last: part(cut, length) };
  const lastLength = length - cut;
  return { first: part(0, cut - 1, lastLength + 2), last: part(cut, length, 0) };
}
