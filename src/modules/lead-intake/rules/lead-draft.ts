/** A recognised value with the words that it was read from. */
export interface Evidence<T> {
  readonly value: T;
  /** `text.slice(start, end)`. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A lead as read from text. Fields without a value in the text are absent. */
export interface LeadDraft {
  name?: Evidence<string>;
  firstName?: Evidence<string>;
  lastName?: Evidence<string>;
  email?: Evidence<string>;
  /** E.164 if a country is known, else the digits as written. */
  phone?: Evidence<string>;
  company?: Evidence<string>;
  jobTitle?: Evidence<string>;
  /** As written, such as "10-15k EUR". */
  budget?: Evidence<string>;
  /** Decimal string with 2 decimal places. For a range, the upper bound. */
  estimatedValue?: Evidence<string>;
  /** ISO 4217. If the amount has no currency, the default currency with low confidence. */
  currency?: Evidence<string>;
  /** A type from a fixed list ("website", "mobile app", "online shop", …), else the value of a "Project:" label. */
  projectType?: Evidence<string>;
  /** "google", "linkedin", "referral", "trade fair", …, else the value of a "Source:" label. */
  source?: Evidence<string>;
  /** YYYY-MM-DD, never before `today`. For a month or quarter, its last day. */
  expectedCloseDate?: Evidence<string>;
  /** An https or http URL. */
  website?: Evidence<string>;
  /** The text without greeting and signature, or the whole text if nothing else is left. */
  message: string;
}

export interface ParseContext {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** ISO 4217. */
  readonly defaultCurrency: string;
  /** ISO 3166 alpha-2, for national phone numbers. */
  readonly defaultCountry?: string;
}
