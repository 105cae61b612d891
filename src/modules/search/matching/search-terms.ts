import { asciiDomain, normalEmail } from '../../../kernel/values/email.js';
import { BadRequestError } from '../../../kernel/errors.js';
import { comparedPhone, type ComparedPhone } from '../../../kernel/values/phone.js';
import { normalizeText } from '../../../kernel/values/text.js';
import { hasTrigram, isLongEnough, likeEscaped } from '../../../platform/query/index.js';

/** The search text and its possible meanings. */
export interface SearchTerms {
  readonly text: string;
  /** The text in lower case and without accents, for words and fragments. */
  readonly normalized: string;
  /** Each normalized word as a LIKE pattern. */
  readonly patterns: readonly string[];
  /** All normalized words except the last word, which can be a prefix. Empty for a single word. */
  readonly others: string;
  /** LIKE pattern for titles that begin with the text. */
  readonly beginning: string;
  /**
   * Whether the last word can be a prefix. After other words, a prefix needs three letters, because too many words
   * match a shorter prefix.
   */
  readonly isOpenEnded: boolean;
  /** Whether the trigram indexes can be used. */
  readonly hasTrigrams: boolean;
  readonly email: string | undefined;
  /** LIKE pattern of an e-mail address up to the @, because thousands of addresses have the same domain. */
  readonly mailbox: string | undefined;
  readonly phone: ComparedPhone | undefined;
  readonly domain: string | undefined;
}

const EMAIL = /^[^@\s]+@([^@\s]+)$/;
const PHONE = /^\+?[\d\s()./-]{5,50}$/;
const DOMAIN = /^(?:https?:\/\/)?(?:www\.)?((?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]{2,})(?:[/?#].*)?$/u;
const OPEN_ENDED = 3;

const wrongLength = (): BadRequestError =>
  new BadRequestError('invalid-query', 'The search is invalid.', {
    errors: [
      {
        parameter: 'q',
        code: 'wrong-length',
        detail: 'must have 2 to 100 characters; one is enough in Chinese, Japanese or Korean',
      },
    ],
  });

/** Undefined if the trigram index cannot find the part before the @. */
function mailboxOf(email: string): string | undefined {
  const at = email.indexOf('@');
  return hasTrigram(email.slice(0, at)) ? `%${likeEscaped(normalizeText(email.slice(0, at + 1)))}%` : undefined;
}

export function readTerms(q: string, defaultCountry: string): SearchTerms {
  const text = q.normalize('NFC').trim();
  if (!isLongEnough(text)) throw wrongLength();
  const lower = text.toLowerCase();
  const normalized = normalizeText(text);
  const words = [...new Set(normalized.split(/\s+/))];
  const last = words.at(-1) ?? '';
  const email = EMAIL.exec(lower);
  const ofDomain = email?.[1] ?? DOMAIN.exec(lower)?.[1];
  return {
    text,
    normalized,
    patterns: words.map((word) => `%${likeEscaped(word)}%`),
    others: words.slice(0, -1).join(' '),
    beginning: `${likeEscaped(text)}%`,
    isOpenEnded: words.length === 1 || [...last].length >= OPEN_ENDED,
    hasTrigrams: words.some(hasTrigram),
    email: email ? normalEmail(email[0]) : undefined,
    mailbox: email ? mailboxOf(email[0]) : undefined,
    phone: PHONE.test(text) ? comparedPhone(text, defaultCountry) : undefined,
    domain: ofDomain === undefined ? undefined : asciiDomain(ofDomain),
  };
}
