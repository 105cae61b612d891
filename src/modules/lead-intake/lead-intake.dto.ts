import { PickType } from '@nestjs/swagger';
import {
  Choice,
  Integer,
  Matching,
  Nested,
  NestedList,
  Nullable,
  NumberBetween,
  Optional,
  Text,
  Texts,
} from '../../kernel/fields.js';
import { LeadCreate, LeadUpsert } from '../leads/index.js';
import { DRAFT_FIELDS, PARSERS, type DraftField, type ParserKind } from './draft-fields.js';

export class LeadText {
  /**
   * Unstructured text, such as an e-mail, a chat message, a phone note or a signature
   * @example "Hi, my name is Ada Lovelace from Analytical Engines. We need a website by spring, 10-15k EUR. ada@example.com"
   */
  @Text(1, 20000) text: string;
  /**
   * Language of the text; the region decides how phone numbers without a country code are read
   * @example en-GB
   */
  @Optional() @Matching(/^[a-z]{2}(-[A-Z]{2})?$/) language?: string;
}

export class LeadFromText extends LeadText {
  /** Field values that replace the values found in the text */
  @Optional() @Nested(() => LeadUpsert) overrides?: LeadUpsert;
}

/** Fields that the text does not contain are absent. */
export class LeadDraftView extends PickType(LeadCreate, DRAFT_FIELDS) {}

/** The part of the text that a field was read from. */
export class DraftEvidence {
  /**
   * Field of the draft
   * @example email
   */
  @Choice('LeadDraftField', DRAFT_FIELDS) field: DraftField;
  /**
   * Words of the text that the value comes from; null if there are none
   * @example ada@example.com
   */
  @Nullable() @Text(0, 20000) words: string | null;
  /**
   * Start of these words in the text, in UTF-16 code units
   * @example 96
   */
  @Nullable() @Integer(0, 20000) start: number | null;
  /**
   * End of these words in the text, in UTF-16 code units
   * @example 111
   */
  @Nullable() @Integer(0, 20000) end: number | null;
  /**
   * Confidence, 0 to 1
   * @example 0.98
   */
  @NumberBetween(0, 1) confidence: number;
}

export class LeadParseView {
  /** Field values found in the text */
  @Nested(() => LeadDraftView) draft: LeadDraftView;
  /** Position in the text for each field */
  @NestedList(() => DraftEvidence, 0, 20) evidence: DraftEvidence[];
  /**
   * Parser of the text: built-in rules, or the language model from the settings
   * @example rules
   */
  @Choice('LeadParser', PARSERS) parser: ParserKind;
  /**
   * Name of the language model; null if the rules parsed the text
   * @example gpt-4o-mini
   */
  @Optional() @Text(1, 100) model?: string;
  /**
   * Reason why the rules parsed the text although a language model is configured
   * @example "The language model took too long; the built-in rules read the text."
   */
  @Optional() @Text(1, 500) notice?: string;
  /**
   * Missing fields: a name, and an e-mail address or a phone number. `email` and `phone` are both listed until one is
   * present.
   * @example []
   */
  @Texts(1, 50) missing: string[];
}
