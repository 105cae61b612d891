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
import { LeadCreate } from '../leads/index.js';
import { DRAFT_FIELDS, PARSERS, type DraftField, type ParserKind } from './draft-fields.js';

export class LeadText {
  /**
   * A mail, a chat line, a phone note or a signature, as it came.
   * @example "Hi, my name is Ada Lovelace from Analytical Engines. We need a website by spring, 10-15k EUR. ada@example.com"
   */
  @Text(1, 20000) text: string;
  /**
   * The language of the text, and the country if it tells how phone numbers are meant.
   * @example en-GB
   */
  @Optional() @Matching(/^[a-z]{2}(-[A-Z]{2})?$/) language?: string;
}

export class LeadFromText extends LeadText {
  /** Fields that you know better than the text. */
  @Optional() @Nested(() => LeadCreate) overrides?: LeadCreate;
}

/** What a text says about a lead; what it does not speak of is absent. */
export class LeadDraftView extends PickType(LeadCreate, DRAFT_FIELDS) {}

/** Where a field of the draft comes from. */
export class DraftEvidence {
  /**
   * The field of the draft.
   * @example email
   */
  @Choice('LeadDraftField', DRAFT_FIELDS) field: DraftField;
  /**
   * The words of the text that say so; null where none do.
   * @example ada@example.com
   */
  @Nullable() @Text(0, 20000) words: string | null;
  /**
   * Where these words begin, in UTF-16 code units.
   * @example 96
   */
  @Nullable() @Integer(0, 20000) start: number | null;
  /**
   * Where they end.
   * @example 111
   */
  @Nullable() @Integer(0, 20000) end: number | null;
  /**
   * How sure it is, 0 to 1.
   * @example 0.98
   */
  @NumberBetween(0, 1) confidence: number;
}

/** A draft of a lead. Nothing is stored. */
export class LeadParseView {
  /** What the text says. */
  @Nested(() => LeadDraftView) draft: LeadDraftView;
  /** Where each field comes from. */
  @NestedList(() => DraftEvidence, 0, 20) evidence: DraftEvidence[];
  /**
   * Who read the text: the built-in rules, or the language model of the settings.
   * @example rules
   */
  @Choice('LeadParser', PARSERS) parser: ParserKind;
  /**
   * The name of the language model, where one read it.
   * @example gpt-4o-mini
   */
  @Optional() @Text(1, 100) model?: string;
  /**
   * Why the rules read it though a language model is set up.
   * @example "The language model took too long; the built-in rules read the text."
   */
  @Optional() @Text(1, 500) notice?: string;
  /**
   * What a lead still needs: a name, and an e-mail address or a phone number (both are listed until one is there).
   * @example []
   */
  @Texts(1, 50) missing: string[];
}
