import { overlaps, sentenceBefore, type ParserMatch } from './pattern.js';
import { fieldAt, type EmailBody } from './text/email-body.js';

const ADDRESS =
  /(?<![\p{L}\p{N}@._/-])(https?:\/\/|www\.)?((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,4}\p{L}{2,18})(?![\p{L}\p{N}@-])((?:\/[\p{L}\p{N}._~%/-]{0,120})?)/giu;
const KNOWN_ENDINGS = new Set(
  `com net org io dev app ai co de at ch fr es pl it nl be lu uk us eu ie pt se no dk fi cz sk hu ro bg hr si lt lv ee gr
 info biz shop online store tech agency design studio cloud digital berlin hamburg wien paris cat swiss ca au nz jp cn kr in br mx ar`.split(
    /\s+/,
  ),
);
const SHARED_HOSTS =
  /(?:^|\.)(?:linkedin|facebook|instagram|twitter|x|xing|youtube|tiktok|google|goo|zoom|calendly|github|medium|wa|t|teams|microsoft|dropbox|wetransfer|apple|bit)\.\p{L}{2,4}$/iu;
const REFERENCE =
  /(?:like|such as|similar to|inspired by|ähnlich wie|wie|comme|como|jak|e\.g\.|for example|competitor)\s[^.]{0,20}$/iu;

/** Finds addresses of the lead's own website. Social networks and meeting links are ignored. */
export function websites(body: EmailBody, emails: readonly ParserMatch[]): ParserMatch[] {
  const found: ParserMatch[] = [];
  for (const match of body.said.matchAll(ADDRESS)) {
    const host = (match[2] ?? '').toLowerCase();
    const start = match.index;
    const path = (match[3] ?? '').replace(/[./]$/, '');
    const end = start + (match[1] ?? '').length + host.length + path.length;
    const confidence = trust(body, match, host);
    if (confidence === 0 || emails.some((email) => overlaps(email, { start, end }))) continue;
    found.push({ value: urlOf(match[1], host, path), start, end, confidence });
  }
  return found;
}

function trust(body: EmailBody, match: RegExpExecArray, host: string): number {
  const ending = host.slice(host.lastIndexOf('.') + 1);
  if (SHARED_HOSTS.test(host)) return 0;
  if (fieldAt(body, match.index) === 'website') return 0.95;
  if (REFERENCE.test(sentenceBefore(body.said, match.index, 40))) return 0.3;
  if (match[1]) return 0.85;
  // "Thanks.We" and "node.js" look like hosts. Without a scheme, a host needs a known ending in lower case.
  return KNOWN_ENDINGS.has(ending) && match[2] === host ? 0.6 : 0;
}

function urlOf(opening: string | undefined, host: string, path: string): string {
  const scheme = opening?.toLowerCase() === 'http://' ? 'http://' : 'https://';
  return `${scheme}${opening?.toLowerCase() === 'www.' ? 'www.' : ''}${host}${path}`;
}
