import { useStore } from 'react-admin';
import { useRecordType, type Field } from '../../metadata/record-type';
import type { RecordScreens } from '../record-screens';

const HIDDEN = new Set([
  'id',
  'externalIds',
  'version',
  'mergedIntoId',
  'deletedAt',
  'scoreReasons',
  'metadata',
  'rawInput',
]);

/** Fields that can be columns: no internal fields, no included records, no `customFields` object. */
export const isColumn = ({ name, type }: Field): boolean => !HIDDEN.has(name) && !['object', 'json'].includes(type);

/** The columns of this person, without those that the metadata does not have. */
export function useColumns({ resource, columns: initial }: RecordScreens) {
  const { field, fields } = useRecordType(resource);
  const [names, setNames] = useStore<readonly string[]>(`columns.${resource}`, initial);
  const columns = names.flatMap((name) => {
    const found = field(name);
    return found ? [found] : [];
  });
  return { columns, names, setNames, available: fields.filter(isColumn), reset: () => setNames(initial) };
}
