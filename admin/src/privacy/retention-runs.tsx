import type { RetentionRunView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { StatusChip } from '../fields/field-value';
import type { Column } from '../settings/data-table';
import { FilterBar, useAsked } from '../settings/filter-bar';
import { PagedTable } from '../settings/paged-table';
import { useFormats } from '../ui/profile';
import { UserText } from '../ui/text';
import { useKindName } from './use-kind-name';

/** Tones of `tones.ts`. */
const TONES = { running: 'pending', succeeded: 'active', failed: 'lost' } as const;
const MODES = ['real', 'dry-run'];

function useColumns(): readonly Column<RetentionRunView>[] {
  const translate = useTranslate();
  const { dateTime, number } = useFormats();
  const kindName = useKindName();
  const label = (name: string) => translate(`retention.${name}`);
  return [
    { name: 'started', label: label('started'), show: ({ startedAt }) => dateTime(startedAt) },
    { name: 'kind', label: label('kind'), show: ({ kind }) => kindName(kind) },
    { name: 'mode', label: label('mode'), from: 'sm', show: ({ mode }) => label(`mode_${mode}`) },
    {
      name: 'status',
      label: label('status'),
      show: ({ status, error }) => (
        <>
          <StatusChip label={label(`status_${status}`)} value={TONES[status]} />
          {error && <UserText>{error}</UserText>}
        </>
      ),
    },
    { name: 'due', label: label('due'), from: 'sm', align: 'right', show: ({ due }) => number(due) },
    { name: 'held', label: label('held'), from: 'md', align: 'right', show: ({ held }) => number(held) },
    { name: 'removed', label: label('removed'), align: 'right', show: ({ removed }) => number(removed) },
  ];
}

/** Nightly runs and dry runs, newest first. */
export function RetentionRuns() {
  const translate = useTranslate();
  const choices = (prefix: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: translate(`retention.${prefix}_${value}`) }));
  return (
    <>
      <FilterBar
        filters={[
          { name: 'mode', label: translate('retention.mode'), kind: 'choice', options: choices('mode', MODES) },
          {
            name: 'status',
            label: translate('retention.status'),
            kind: 'choice',
            options: choices('status', Object.keys(TONES)),
          },
        ]}
      />
      <PagedTable<RetentionRunView>
        label={translate('retention.runs')}
        queryKey={['retention-runs']}
        asked={useAsked(['mode', 'status'])}
        read={(parameters) => kontor.retentionRuns.list(parameters)}
        columns={useColumns()}
        keyOf={({ id }) => id}
        empty={{ title: translate('retention.no_runs'), text: translate('retention.no_runs_text') }}
      />
    </>
  );
}
