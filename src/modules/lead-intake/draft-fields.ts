/** Fields that can be read from a text. Owner, status, score, tags and notes are never read. */
export const DRAFT_FIELDS = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'company',
  'jobTitle',
  'website',
  'budget',
  'projectType',
  'message',
  'source',
  'estimatedValue',
  'currency',
  'expectedCloseDate',
] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];

export const PARSERS = ['rules', 'model'] as const;
export type ParserKind = (typeof PARSERS)[number];

export interface ReadField {
  readonly value: string;
  readonly words: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly confidence: number;
}
export type ReadFields = Partial<Record<DraftField, ReadField>>;
