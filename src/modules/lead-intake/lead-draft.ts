/** One recognised value, with the words of the text that it came from. */
export interface Evidence<T> {
  readonly value: T;
  /** The exact words, text.slice(start, end). */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What a free text says about a lead. A field that the text does not speak of is absent. */
export interface LeadDraft {
  name?: Evidence<string>;
  firstName?: Evidence<string>;
  lastName?: Evidence<string>;
  email?: Evidence<string>;
  /** E.164 where a country is known, else digits as written. */
  phone?: Evidence<string>;
  company?: Evidence<string>;
  jobTitle?: Evidence<string>;
  /** As said, such as "10-15k EUR". */
  budget?: Evidence<string>;
  /** Decimal string with 2 places. Of a range it is the upper bound: the most the lead said they may spend. */
  estimatedValue?: Evidence<string>;
  /** ISO 4217. The default currency, with low confidence, where the amount names none. */
  currency?: Evidence<string>;
  /** A kind from a fixed list ("website", "mobile app", "online shop", …), else what a "Project:" label says. */
  projectType?: Evidence<string>;
  /** "google", "linkedin", "referral", "trade fair", …, else what a "Source:" label says. */
  source?: Evidence<string>;
  /** YYYY-MM-DD, never before `today`. A month or quarter counts with its last day. */
  expectedCloseDate?: Evidence<string>;
  /** An https or http URL. */
  website?: Evidence<string>;
  /** The text that was not a signature or greeting, else the whole. */
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
