import type { FieldError } from '../../kernel/errors.js';

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

/** What each setting holds. A module on a higher floor adds its own by declaring them here and calling `defineSetting`. */
export interface SettingTypes {}
export type SettingKey = keyof SettingTypes & string;

/** A mistake inside a value; `pointer` begins behind `#/value`. */
export type SettingMistake = Pick<FieldError, 'code' | 'detail'> & { readonly pointer?: string };

export interface SettingDefinition<T = unknown> {
  readonly key: string;
  readonly kind: SettingKind;
  readonly description: string;
  readonly default: T;
  /** Sealed where it is stored, and never told. */
  readonly isSecret?: boolean;
  /** An address that this server calls: refused where it may not be called. */
  readonly isCalled?: boolean;
  /** What a value has to be: also the sentence of the refusal. */
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

/**
 * What a higher floor knows of a value and this one cannot: whether the fields of a rule exist, say.
 * `check` throws the refusal.
 */
export function checkSetting<K extends SettingKey>(key: K, check: (value: SettingTypes[K]) => void): void {
  checks.set(key, [...(checks.get(key) ?? []), check as (value: unknown) => void]);
}

export const settingDefinition = (key: string): SettingDefinition | undefined => definitions.get(key);
export const settingDefinitions = (): SettingDefinition[] =>
  [...definitions.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
export const runChecks = (key: string, value: unknown): void => checks.get(key)?.forEach((check) => check(value));
