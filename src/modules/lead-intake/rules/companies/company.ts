import { BOUNDARY_AFTER, BOUNDARY_BEFORE, following, sentenceBefore, type ParserMatch } from '../pattern.js';
import { isFreeMail } from '../../../../platform/mail/index.js';
import { registeredLabel } from '../email.js';
import { hasJobTitle } from '../names/job-words.js';
import { hasLegalSuffix, LEGAL_FORM } from './legal-form.js';
import { labelled, type EmailBody } from '../text/email-body.js';
import type { Line } from '../text/lines.js';
import { isNameLine, NAME } from '../names/name-shape.js';

const WORD =
  "(?:\\p{Lu}[\\p{L}\\p{N}&'+-]{0,30}(?:\\.(?:com|io|ai|de|net|co|pl|fr|es|eu))?|\\d[\\p{L}\\p{N}&-]{1,20}|\\p{Ll}\\p{Lu}\\p{L}{1,20})";
const JOIN = '(?: (?:&|\\+|and|und|et|y|e|i|of|de|des|du|der|für) | )';
const BRAND = `${WORD}(?:${JOIN}${WORD}){0,4}`;
const WITH_FORM = new RegExp(`${BOUNDARY_BEFORE}${BRAND},? ${LEGAL_FORM}`, 'gu');
const LOWER_WITH_FORM = new RegExp(
  `${BOUNDARY_BEFORE}\\p{L}[\\p{L}\\p{N}-]{1,30} (?:gmbh|ltd|llc|inc|sarl|sp\\. ?z ?o\\. ` +
    `?o\\.|s\\.r\\.o\\.|kft|oy)${BOUNDARY_AFTER}`,
  'giu',
);
const EAST_ASIAN = /(?<!\p{Script=Han})\p{Script=Han}{2,20}有限公司|株式会社\p{L}{1,20}/gu;

const EMPLOYED =
  '(?:(?:i |we )?work(?:ing)? (?:for|at|with)|(?:calling|writing|reaching out|here|employed|phoning) ' +
  "(?:from|at|for|on behalf of)|on behalf of|representing|i represent|i run|i own|we at|we are|we're|i'm from|i " +
  'am from|(?:my|our|the|a) (?:company|firm|startup|start-up|agency|business)(?: is)?(?: called| ' +
  'named|,)?|company called|company named|ich arbeite (?:bei|für)|wir bei|wir sind(?: die)?|(?:von )?der ' +
  'firma|die firma|unsere firma|unser unternehmen|aus dem hause|im namen (?:der|von)|im auftrag der|je travaille ' +
  "(?:chez|pour)|nous sommes|de la société|l'entreprise|notre (?:société|entreprise)|la société|trabajo " +
  '(?:en|para)|somos|de la empresa|la empresa|nuestra empresa|pracuję w|(?:z |w ' +
  ')?firm(?:y|ie|a)|reprezentuję|jesteśmy|spółk[ai])\\s["„»“]?';
const AT =
  '(?: from| of| at| with|,? founder of| @| von| vom| von der| bei| bei der| chez| de chez| de| z| w| della| ' +
  'van) ?["„»“]?';
const AFTER_JOB_OR_NAME = new RegExp(
  `(?:${BOUNDARY_BEFORE}${NAME}|(?<!\\p{L})(?:CEO|CTO|CFO|COO|CMO|owner|founder|co-founder|manager|director|lead|head of \\p{L}{2,15}|Geschäftsführer(?:in)?|Inhaber(?:in)?|leiter(?:in)?|gérante?|directeur|directrice|gerente|directora?|prezes|właściciel|engineer|marketing|sales|einkauf|vertrieb))${AT}`,
  'gu',
);
const BRACKETED = new RegExp(`${BOUNDARY_BEFORE}${NAME} \\(`, 'gu');
const CALLS = new RegExp(`${BOUNDARY_BEFORE}${EMPLOYED}`, 'giu');
const FROM_SOME = new RegExp(
  `(?:^|[\\n\\0.!?] ?|[Cc]all |[Ii]nquiry |[Ll]ead |[Rr]equest |called |[Aa]nfrage |[Aa]nruf ` +
    `)(?:[Ff]rom|[Aa]t|[Vv]on)\\s`,
  'gu',
);
const BRAND_HERE = new RegExp(BRAND, 'uy');
const HEAD =
  /^(?:The|We|Wir|I|From|At|Die|Der|Das|Firma|Company|My|Our|Von|Bei|Hi|Hello|Hallo|And|With|For|Now|Hey|Dear|Nous|La société|Société|Client|Customer|Kunde|Lead|Call|Herr|Frau|Mr|Ms|Mrs|Dr) /u;
const PLACES = new Set(
  `berlin hamburg münchen munich köln cologne frankfurt stuttgart düsseldorf leipzig wien vienna zürich zurich bern basel genf geneva london manchester paris lyon madrid barcelona
 valencia sevilla warsaw warszawa warszawy kraków krakow krakowa wrocław gdańsk poznań rome roma milan milano amsterdam rotterdam brussels lisbon dublin new chicago boston austin toronto sydney tokyo beijing shanghai
 germany deutschland france england uk usa us america spain españa poland polska italy austria österreich switzerland schweiz europe canada australia india china japan netherlands belgium
 google linkedin facebook instagram xing twitter bing youtube monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
 november december christmas easter i you your we it this that there here my our the a interested looking home university english german french excel wordpress shopify salesforce hubspot sap
 montag dienstag mittwoch donnerstag freitag märz mai juni juli oktober dezember weihnachten ihnen ihrer herr herrn frau mr mrs ms dr lunes martes web crm erp seo google's budget happy glad sorry`.split(
    /\s+/,
  ),
);
const USED =
  /(?:use|using|used|with|from|to|nutzen|verwenden|utilisons|competitor|like|such as|switch(?:ing)?|migrat\p{L}{1,3}|integrat\p{L}{1,4})(?:\s\p{L}{1,10}){0,2}\s$/iu;
const MOST_COMPANIES = 60;

/** Finds the company of the lead, without the domain of the e-mail address. */
export function companies(body: EmailBody): ParserMatch[] {
  const found: ParserMatch[] = [];
  for (const { start, end } of labelled(body, 'company')) {
    if (end - start <= 100) found.push({ value: body.text.slice(start, end), start, end, confidence: 0.97 });
  }
  found.push(...formed(body), ...cued(body), ...signed(body));
  return found;
}

function formed(body: EmailBody): ParserMatch[] {
  const found: ParserMatch[] = [];
  for (const [pattern, confidence] of [
    [WITH_FORM, 0.88],
    [EAST_ASIAN, 0.85],
    [LOWER_WITH_FORM, 0.7],
  ] as const) {
    for (const match of body.identity.matchAll(pattern)) {
      if (found.length >= MOST_COMPANIES) return found;
      const trimmed = trimHead(match[0]);
      if (!trimmed || /^(?:a|an|the|our|my|der|die|eine|and|und|of|de) /i.test(trimmed)) continue;
      const start = match.index + match[0].length - trimmed.length;
      const doubt = USED.test(sentenceBefore(body.identity, start, 40).replace(/\bfrom\s$/, '')) ? 0.4 : 0;
      found.push({ value: trimmed, start, end: start + trimmed.length, confidence: confidence - doubt });
    }
  }
  return found;
}

function trimHead(words: string): string {
  let rest = words;
  for (let i = 0; i < 3 && HEAD.test(rest); i += 1) rest = rest.replace(HEAD, '');
  const of = /^.{2,40}? (?:of|de|der) /u.exec(rest)?.[0];
  if (of && hasJobTitle(of)) rest = rest.slice(of.length);
  return rest.length < words.length && new RegExp(`^${LEGAL_FORM}$`, 'u').test(rest) ? '' : rest;
}

function cued(body: EmailBody): ParserMatch[] {
  const found: ParserMatch[] = [];
  for (const [pattern, confidence] of [
    [CALLS, 0.72],
    [AFTER_JOB_OR_NAME, 0.78],
    [BRACKETED, 0.6],
    [FROM_SOME, 0.55],
  ] as const) {
    for (const match of following(body.said, pattern, BRAND_HERE)) {
      if (found.length >= MOST_COMPANIES) return found;
      const value = brandOf(match[0]);
      if (value) found.push({ value, start: match.index, end: match.index + value.length, confidence });
    }
  }
  return found;
}

function brandOf(words: string): string | undefined {
  const brand = words
    .replace(
      /(?: (?:and|und|et|y|i|We|I|And|Wir|Nous))(?: (?:We|I|We're|I'm|Our|My|Wir|Ich|Nous|Je)(?: .{0,120})?)?$/u,
      '',
    )
    .replace(/ (?:I|We|I'm|My)$/, '')
    .replace(/'s$/, '');
  const first = brand.split(' ', 1)[0] ?? '';
  if (brand.length < 2 || PLACES.has(first.toLowerCase()) || hasJobTitle(brand)) return undefined;
  return brand;
}

const INSTITUTION =
  /(?:^| )(?:Bank|House|University|College|School|Academy|Institute|Ministry|Department|Society|Museum|Chamber|Board|Union|Federation|Association|Bureau|Office|Port|City|Church|Bay|Isle)$/u;

/** Removes a person in front: "Ada Lovelace of Analytical Engines Ltd.", but not "House of Fraser Ltd.". */
export function withoutPerson(company: ParserMatch, name: ParserMatch | undefined): ParserMatch {
  if (!name?.value.includes(' ') || INSTITUTION.test(name.value)) return company;
  const person = `${name.value} of `;
  const at = company.value.indexOf(person);
  const isInFront = at === 0 || (at > 0 && /^(?:I'm|I am|[Ii]t's|[Tt]his is) $/.test(company.value.slice(0, at)));
  if (!isInFront) return company;
  const start = company.start + at + person.length;
  return { ...company, value: company.value.slice(at + person.length), start };
}

/** Finds the company in a signature: after the job title, or alone on a line below name and title. */
function signed(body: EmailBody): ParserMatch[] {
  const block = body.lines.filter((line) => line.role === 'signature' || line.role === 'signoff');
  const found: ParserMatch[] = [];
  block.slice(0, 6).forEach((line, index) => {
    const finding = afterTitle(line) ?? (block[index - 1]?.role === 'signature' ? aloneOnLine(line) : undefined);
    if (finding) found.push(finding);
  });
  return found;
}

function afterTitle(line: Line): ParserMatch | undefined {
  const match = /(?:, | \| | @ ?| at | bei | bei der | chez | – | — | - | · )(\p{L}[\p{L}\p{N}&'. +-]{1,60})$/u.exec(
    line.text,
  );
  const value = match?.[1];
  if (!match || !value || !hasJobTitle(line.text.slice(0, match.index)) || hasJobTitle(value)) return undefined;
  const start = line.start + match.index + match[0].length - value.length;
  return { value, start, end: start + value.length, confidence: 0.86 };
}

function aloneOnLine(line: Line): ParserMatch | undefined {
  const text = line.text;
  const isBrand = text.length <= 60 && new RegExp(`^${BRAND}$`, 'u').test(text) && !hasJobTitle(text);
  if (!isBrand || hasLegalSuffix(text) || /\d{3}|straße|strasse|street|road|avenue|platz|rue |ul\./iu.test(text))
    return undefined;
  if (PLACES.has((text.split(' ', 1)[0] ?? '').toLowerCase())) return undefined;
  const confidence = isNameLine(text, 2) ? 0.5 : 0.58;
  return { value: text, start: line.start, end: line.end, confidence };
}

/** Derives the company from the domain of the e-mail address. Free e-mail providers are ignored. */
export function companyFromAddress(email: ParserMatch, text: string): ParserMatch | undefined {
  const at = email.value.indexOf('@');
  const domain = email.value.slice(at + 1);
  const label = registeredLabel(domain);
  if (isFreeMail(domain) || label.length < 2) return undefined;
  const words = label.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const inWords = text.slice(email.start, email.end).toLowerCase().lastIndexOf(domain);
  const start = inWords < 0 ? email.start : email.start + inWords;
  return { value: words.join(' '), start, end: email.end, confidence: 0.45 };
}
