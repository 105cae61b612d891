import type { FieldError } from '../../../kernel/errors.js';

export const SETTING_KINDS = [
  'text',
  'email',
  'url',
  'currency',
  'country',
  'timezone',
  'rules',
  'integer',
  'flag',
] as const;
export type SettingKind = (typeof SETTING_KINDS)[number];

/** Types of the settings. A module of a higher layer extends this interface and calls `defineSetting`. */
export interface SettingTypes {}
export type SettingKey = keyof SettingTypes & string;

/** Error inside a value. `pointer` is relative to `#/value`. */
export type SettingMistake = Pick<FieldError, 'code' | 'detail'> & { readonly pointer?: string };

export interface SettingDefinition<T = unknown> {
  readonly key: SettingKey;
  readonly kind: SettingKind;
  readonly description: string;
  readonly default: T;
  /** Stored encrypted and never returned. */
  readonly isSecret?: boolean;
  /** Decides where this server sends data. A change needs recent authentication. */
  readonly isDestination?: boolean;
  /** URL that this server calls. Rejected if outbound calls to the URL are not allowed. */
  readonly isCalled?: boolean;
  /** Secret setting that is sent to this URL. A new origin clears the secret. */
  readonly sends?: string;
  /** Returns the form in which an accepted value is stored. */
  readonly normalize?: (value: unknown) => unknown;
  /** Description of valid values, also used in the error message. */
  readonly expects: string;
  readonly accepts: (value: unknown) => boolean;
}

const definitions = new Map<string, SettingDefinition>();
const checks = new Map<string, ((value: unknown) => void)[]>();

export function defineSetting<K extends SettingKey>(
  key: K,
  definition: Omit<SettingDefinition<SettingTypes[K]>, 'key'>,
): void {
  if (definitions.has(key)) throw new Error(`The setting ${key} is defined twice`);
  definitions.set(key, { ...definition, key } as SettingDefinition);
}

/** Adds a check of a higher layer, for example whether the fields of a rule exist. `check` throws the error. */
export function checkSetting<K extends SettingKey>(key: K, check: (value: SettingTypes[K]) => void): void {
  checks.set(key, [...(checks.get(key) ?? []), check as (value: unknown) => void]);
}

export const settingDefinition = (key: string): SettingDefinition | undefined => definitions.get(key);
export const settingDefinitions = (): SettingDefinition[] =>
  [...definitions.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
export const runChecks = (key: string, value: unknown): void => checks.get(key)?.forEach((check) => check(value));
