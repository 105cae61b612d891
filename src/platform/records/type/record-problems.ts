import { sql } from 'kysely';
import { ConflictError, GoneError } from '../../../kernel/errors.js';
import type { RecordResource } from './record-names.js';
import type { Merging, UniqueValue } from '../writing/uniqueness.js';

/** The problem if another active record has the value. */
export interface TakenProblem {
  readonly status: 409;
  readonly code: string;
  readonly detail: string;
}

/** The problem if a record was merged into another record. */
export interface MergedProblem {
  readonly status: 410;
  readonly code: string;
  readonly detail: string;
}

const columnOf = (property: string): string => property.replace(/[A-Z]/g, (character) => `_${character.toLowerCase()}`);

/** Returns the unique values by the name of their index. */
export const uniqueValuesOf = (
  resource: RecordResource,
  alias: string,
  unique: Readonly<Record<string, TakenProblem>>,
): Record<string, UniqueValue> =>
  Object.fromEntries(
    Object.entries(unique).map(([property, { code, detail }]) => [
      `${resource}_${columnOf(property)}_key`,
      {
        property,
        column: sql.ref(`${alias}.${columnOf(property)}`),
        taken: (members) =>
          new ConflictError(code, detail, {
            errors: [{ pointer: `#/${property}`, code: 'taken', detail: sentencePart(detail) }],
            members,
          }),
      },
    ]),
  );

export const mergingOf = ({ code, detail }: MergedProblem): Merging => ({
  column: 'merged_into_id',
  gone: (mergedInto) => new GoneError(code, detail, { members: { mergedInto } }),
});

/** "Another company already has this domain." becomes "another company has this domain". */
const sentencePart = (detail: string): string =>
  detail.charAt(0).toLowerCase() + detail.slice(1).replace(' already', '').replace(/\.$/, '');
