import { hasTrigram, likeEscaped } from '../../platform/query/index.js';

/** What was typed, and what it may be besides words. */
export interface SearchTerms {
  readonly text: string;
  /** Each word, as a pattern for what has it somewhere. */
  readonly patterns: readonly string[];
  /** All words but the last, which may go on; empty where there is one. */
  readonly others: string;
  /** A pattern for what begins with all of it. */
  readonly beginning: string;
  /** Whether the last word may go on: not for one or two letters behind others, with which thousands of words begin. */
  readonly isOpenEnded: boolean;
  /** Whether the trigram indexes can help. */
  readonly hasTrigrams: boolean;
  readonly email: string | undefined;
  /** What stands before the @ of an address, with it, as a pattern: what is behind it is common to thousands. */
  readonly mailbox: string | undefined;
  readonly phoneDigits: string | undefined;
  readonly domain: string | undefined;
  /** What may have been meant, as `tsquery`, and until when the words are known for that. */
  readonly meant?: string | undefined;
  readonly knownUntil?: string | undefined;
}

const EMAIL = /^[^@\s]+@([^@\s]+)$/;
const PHONE = /^\+?[\d\s()./-]{5,50}$/;
const FEWEST_DIGITS = 5;
/** Numbers are compared by their last digits: the same number is written with and without its country. */
const PHONE_DIGITS = 9;
const DOMAIN = /^(?:https?:\/\/)?(?:www\.)?((?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]{2,})(?:[/?#].*)?$/u;
const OPEN_ENDED = 3;

export function readTerms(q: string): SearchTerms {
  const text = q.trim();
  const lower = text.toLowerCase();
  const words = [...new Set(text.split(/\s+/))];
  const last = words.at(-1) ?? '';
  const email = EMAIL.exec(lower);
  const digits = PHONE.test(text) ? text.replace(/\D/g, '') : '';
  return {
    text,
    patterns: words.map((word) => `%${likeEscaped(word)}%`),
    others: words.slice(0, -1).join(' '),
    beginning: `${likeEscaped(text)}%`,
    isOpenEnded: words.length === 1 || [...last].length >= OPEN_ENDED,
    hasTrigrams: words.some(hasTrigram),
    email: email?.[0],
    mailbox:
      email && hasTrigram(email[0].slice(0, email[0].indexOf('@')))
        ? `%${likeEscaped(email[0].slice(0, email[0].indexOf('@') + 1))}%`
        : undefined,
    phoneDigits: digits.length >= FEWEST_DIGITS ? digits.slice(-PHONE_DIGITS) : undefined,
    domain: email?.[1] ?? DOMAIN.exec(lower)?.[1],
  };
}
