import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { IsDefined, ValidateIf } from 'class-validator';
import { Integer, Choice, ExactText, Optional } from '../../kernel/fields.js';
import './definitions/setting-definitions.js';
import {
  SETTING_KINDS,
  settingDefinitions,
  type SettingKey,
  type SettingKind,
} from './definitions/setting.registry.js';

export const SETTING_KEYS = settingDefinitions().map(({ key }) => key);

export class ScoringRuleView {
  /**
   * Name of the rule in the score reasons of a lead
   * @example "Names a company"
   */
  @ApiProperty({ type: 'string', minLength: 1, maxLength: 100 })
  name: string;

  /**
   * Points to add or subtract if a lead matches
   * @example 15
   */
  @Integer(-100, 100)
  points: number;

  /**
   * Filter that a lead must match, in the syntax of `POST /leads/search`
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

@ApiExtraModels(ScoringRuleView)
export class SettingView {
  /**
   * Name
   * @example default_currency
   */
  @ApiProperty({ enum: SETTING_KEYS, enumName: 'SettingKey' })
  key: SettingKey;

  /**
   * Data type of the setting
   * @example currency
   */
  @Choice('SettingKind', SETTING_KINDS)
  kind: SettingKind;

  /**
   * Description
   * @example "Currency of amounts without a currency, ISO 4217"
   */
  description: string;

  /**
   * Whether the setting is a secret, which can be written but not read
   * @example false
   */
  isSecret: boolean;

  /** Current value: the stored value or the default. Always null for a secret. */
  @ApiProperty(anyValue('EUR'))
  value: unknown;

  /** Default value */
  @ApiProperty(anyValue('USD'))
  default: unknown;

  /**
   * Whether a value is stored
   * @example true
   */
  isSet: boolean;

  /**
   * Last four characters of a secret that is long enough; otherwise null
   * @example null
   */
  @ApiProperty({ type: 'string', nullable: true, minLength: 4, maxLength: 4 })
  last4: string | null;

  /**
   * Time when the value was set; null if the default applies
   * @example 2026-11-21T09:30:00.000Z
   */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  updatedAt: string | null;
}

export class SettingPut {
  /** New value; null resets the setting to its default */
  @ApiProperty(anyValue('EUR'))
  @ValidateIf((_, value) => value !== null)
  @IsDefined({ message: 'value is required; null resets the setting to its default' })
  value: unknown;

  /**
   * Secret for the new URL, if the setting is a URL with a secret. Without it, a URL with another origin deletes the
   * stored secret.
   * @example sk-0123456789abcdef
   */
  @Optional()
  @ExactText(8, 500)
  secret?: string;
}

@ApiExtraModels(ScoringRuleView)
export class SettingChange {
  /**
   * Name
   * @example default_currency
   */
  @ApiProperty({ enum: SETTING_KEYS, enumName: 'SettingKey' })
  key: SettingKey;

  /**
   * Whether the setting is a secret, whose value is never returned
   * @example false
   */
  isSecret: boolean;

  /** New value; absent for a secret */
  @ApiProperty({ ...anyValue('EUR'), required: false })
  value?: unknown;

  /** Old value; absent for a secret */
  @ApiProperty({ ...anyValue('USD'), required: false })
  previous?: unknown;
}
