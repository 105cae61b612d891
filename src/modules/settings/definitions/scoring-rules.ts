/** Rule of the lead score. `when` is a filter on leads, as in `POST /leads/search`. */
export interface ScoringRule {
  readonly name: string;
  readonly points: number;
  readonly when: Readonly<Record<string, unknown>>;
}

const MAX_RULES = 50;
const MAX_DEPTH = 12;
const MAX_BYTES = 50_000;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isShallow(value: unknown, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, item]) => isShallow(key) && isShallow(item, depth + 1));
}

function isRule(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).sort().join() !== 'name,points,when') return false;
  const { name, points, when } = value;
  if (typeof name !== 'string' || name.trim() === '' || name.length > 100) return false;
  return Number.isInteger(points) && Math.abs(points as number) <= 100 && isObject(when);
}

/**
 * Accepts at most 50 rules with different names, each with -100 to 100 points. The leads module checks the fields in
 * `when`.
 */
export function areScoringRules(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > MAX_RULES || !value.every(isRule) || !isShallow(value)) return false;
  const names = new Set((value as ScoringRule[]).map(({ name }) => name));
  return names.size === value.length && Buffer.byteLength(JSON.stringify(value)) <= MAX_BYTES;
}

const isSet = (field: string) => ({ field, op: 'isNull', value: false });

export const DEFAULT_SCORING_RULES: readonly ScoringRule[] = [
  { name: 'Has an e-mail address', points: 10, when: isSet('email') },
  { name: 'Has a phone number', points: 10, when: isSet('phone') },
  { name: 'Names a company', points: 15, when: isSet('company') },
  { name: 'Names a job title', points: 5, when: isSet('jobTitle') },
  {
    name: 'Decides',
    points: 10,
    when: {
      or: ['founder', 'owner', 'director', 'head of', 'chief', 'ceo', 'cto', 'vp '].map((value) => ({
        field: 'jobTitle',
        op: 'contains',
        value,
      })),
    },
  },
  { name: 'Names a budget', points: 15, when: { or: [isSet('budget'), isSet('estimatedValue')] } },
  { name: 'Large deal', points: 20, when: { field: 'estimatedValue', op: 'gte', value: '10000.00' } },
  { name: 'Knows when', points: 10, when: isSet('expectedCloseDate') },
  { name: 'Was referred', points: 15, when: { field: 'source', op: 'contains', value: 'referral' } },
];
