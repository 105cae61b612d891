import type { ParserMatch } from './pattern.js';
import { fieldAt, type EmailBody } from './text/email-body.js';

/** Each part has the maximum length of RFC 5321 and starts at the beginning of a word, so the scan is linear. */
const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+][\p{L}\p{N}._%+'-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,5}\p{L}{2,24}(?![\p{L}\p{N}-])/gu;
const OBFUSCATED =
  /(?<![\p{L}\p{N}._-])([\p{L}\p{N}_][\p{L}\p{N}._-]{0,63}) ?[[(](?:at|ät|a)[\])] ?([\p{L}\p{N}-]{1,62}) ?(?:[[(](?:dot|punkt|point)[\])]|\.) ?(\p{L}{2,24})(?![\p{L}\p{N}-])/giu;

const SECOND_LEVEL = new Set(['co', 'com', 'org', 'net', 'ac', 'gov', 'edu', 'ne', 'or']);
const NO_REPLY = /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounce)/i;

export function emails(body: EmailBody): ParserMatch[] {
  const text = body.identity;
  const found: ParserMatch[] = [];
  for (const match of text.matchAll(EMAIL)) found.push(emailFinding(body, match[0], match.index, match[0]));
  for (const match of text.matchAll(OBFUSCATED)) {
    found.push(emailFinding(body, `${match[1]}@${match[2]}.${match[3]}`, match.index, match[0], 0.25));
  }
  return found;
}

function emailFinding(body: EmailBody, address: string, start: number, words: string, doubt = 0): ParserMatch {
  const role = body.lines.find((line) => line.start <= start && start < line.end + 1)?.role;
  const trusted = role === 'sender' || role === 'signature' || fieldAt(body, start) === 'email';
  const confidence = NO_REPLY.test(address) ? 0.2 : (trusted ? 0.97 : 0.9) - doubt;
  return { value: address.toLowerCase(), start, end: start + words.length, confidence };
}

/** Returns the registered label of a domain: "big-corp" of "mail.big-corp.co.uk". */
export function registeredLabel(domain: string): string {
  const parts = domain.split('.');
  const known = parts.length > 2 && SECOND_LEVEL.has(parts.at(-2) ?? '');
  return parts.at(known ? -3 : -2) ?? domain;
}
