import type { RecordData } from '../../data/calls';
import type { Conflict, Outcome } from '../../data/use-save';
import { FieldValue } from '../../fields/field-value';
import { useLabels, useRecordType } from '../../metadata/record-type';
import { ConflictTable } from '../../ui/conflict-table';
import type { RecordScreens } from '../record-screens';

interface Properties {
  readonly screens: RecordScreens;
  readonly conflict: Conflict;
  readonly onOverwrite: () => Promise<Outcome> | undefined;
  readonly onDiscard: () => Promise<void>;
}

/** The conflict of a record whose fields the metadata describes. */
export function ConflictDialog({ screens: { resource }, conflict, onOverwrite, onDiscard }: Properties) {
  const { field } = useRecordType(resource);
  const { fieldLabel } = useLabels(resource);
  const mine = { ...conflict.current, ...conflict.changes } as RecordData;
  const rows = conflict.fields.flatMap((name) => {
    const found = field(name);
    if (!found) return [];
    const show = (record: RecordData) => <FieldValue resource={resource} field={found} record={record} isLong />;
    return [{ name, label: fieldLabel(name), mine: show(mine), theirs: show(conflict.current) }];
  });
  return <ConflictTable rows={rows} onOverwrite={onOverwrite} onDiscard={onDiscard} />;
}
