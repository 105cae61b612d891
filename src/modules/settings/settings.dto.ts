import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { IsDefined, ValidateIf } from 'class-validator';
import { Choice } from '../../kernel/fields.js';
import { SETTING_KINDS, type SettingKind } from './setting.registry.js';

/** One rule of the lead score. */
export class ScoringRuleView {
  /**
   * What the rule is called in a lead's score reasons.
   * @example "Names a company"
   */
  @ApiProperty({ type: 'string', minLength: 1, maxLength: 100 })
  name: string;

  /**
   * What a lead gains, or loses, where the rule holds.
   * @example 15
   */
  @ApiProperty({ type: 'integer', minimum: -100, maximum: 100 })
  points: number;

  /**
   * The filter that a lead must meet, in the language of `POST /leads/search`.
   * @example {"field": "company", "op": "isNull", "value": false}
   */
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { field: 'company', op: 'isNull', value: false },
  })
  when: Record<string, unknown>;
}

const anyValue = (example: unknown) => ({
  nullable: true,
  example,
  oneOf: [
    { type: 'string', maxLength: 500 },
    { type: 'integer' },
    { type: 'boolean' },
    { type: 'array', maxItems: 50, items: { $ref: getSchemaPath(ScoringRuleView) } },
  ],
});

/** A setting, what it may be and what it is. */
@ApiExtraModels(ScoringRuleView)
export class SettingView {
  /**
   * Its name.
   * @example default_currency
   */
  key: string;

  /**
   * What its values are.
   * @example currency
   */
  @Choice('SettingKind', SETTING_KINDS)
  kind: SettingKind;

  /**
   * What it is for.
   * @example "The currency of amounts that name none (ISO 4217)."
   */
  description: string;

  /**
   * A secret can be written and never read.
   * @example false
   */
  isSecret: boolean;

  /** The value that holds now: the one that was set, or else the default. Always null for a secret. */
  @ApiProperty(anyValue('EUR'))
  value: unknown;

  /** The value that holds where none was set. */
  @ApiProperty(anyValue('USD'))
  default: unknown;

  /**
   * Whether a value was set.
   * @example true
   */
  isSet: boolean;

  /**
   * The last four characters of a secret that is long enough to show them; otherwise null.
   * @example null
   */
  @ApiProperty({ type: 'string', nullable: true, minLength: 4, maxLength: 4 })
  last4: string | null;

  /**
   * When it was set; null while the default holds.
   * @example 2026-11-21T09:30:00.000Z
   */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  updatedAt: string | null;
}

export class SettingPut {
  /** The new value; null goes back to the default. */
  @ApiProperty(anyValue('EUR'))
  @ValidateIf((_, value) => value !== null)
  @IsDefined({ message: 'value must be given; null goes back to the default' })
  value: unknown;
}

/** What an event tells of a setting that was changed. */
@ApiExtraModels(ScoringRuleView)
export class SettingChange {
  /**
   * Its name.
   * @example default_currency
   */
  key: string;

  /**
   * Whether it is a secret, whose values are told nowhere.
   * @example false
   */
  isSecret: boolean;

  /** What it is now; absent for a secret. */
  @ApiProperty({ ...anyValue('EUR'), required: false })
  value?: unknown;

  /** What it was before; absent for a secret. */
  @ApiProperty({ ...anyValue('USD'), required: false })
  previous?: unknown;
}
