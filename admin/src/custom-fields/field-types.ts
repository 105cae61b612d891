import type { CustomFieldType } from '@kontor/sdk';

export const RESOURCES = ['leads', 'companies', 'contacts', 'deals', 'activities'] as const;
export type FieldResource = (typeof RESOURCES)[number];

/** What the server allows for each type. */
export interface TypeRules {
  readonly canBeUnique?: boolean;
  readonly hasOptions?: boolean;
  readonly hasBounds?: boolean;
  readonly hasLength?: boolean;
  readonly hasTarget?: boolean;
  readonly hasDefault?: boolean;
}

export const TYPES: Readonly<Record<CustomFieldType, TypeRules>> = {
  text: { canBeUnique: true, hasLength: true, hasDefault: true },
  number: { canBeUnique: true, hasBounds: true, hasDefault: true },
  money: { hasBounds: true, hasDefault: true },
  date: { canBeUnique: true, hasDefault: true },
  boolean: { hasDefault: true },
  choice: { hasOptions: true, hasDefault: true },
  'multi-choice': { hasOptions: true, hasDefault: true },
  url: { canBeUnique: true, hasDefault: true },
  email: { canBeUnique: true, hasDefault: true },
  user: {},
  'record-link': { hasTarget: true },
};
export const TYPE_NAMES = Object.keys(TYPES) as CustomFieldType[];

const plain = (text: string): string =>
  text
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/[^\w\s-]/g, '');

/** Proposes a key for a label: `Contract end` becomes `contractEnd`. */
export function keyFor(label: string): string {
  const words = plain(label.toLowerCase())
    .split(/[\s_-]+/)
    .filter(Boolean);
  const key = words.map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  return key.replace(/^[^a-z]+/, '').slice(0, 63);
}

/** Proposes a stored value for the label of an option. */
export const optionValueFor = (label: string): string =>
  plain(label.toLowerCase().trim())
    .replaceAll(/[\s_-]+/g, '_')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 100);
