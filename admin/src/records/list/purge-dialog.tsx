import { Alert, Box, LinearProgress, Stack } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useListContext, useNotify, useTranslate } from 'react-admin';
import { errorText } from '../../api/errors';
import { callsOf, type RecordData } from '../../data/calls';
import { useAction } from '../../data/use-action';
import { useFormats } from '../../ui/profile';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { ErrorNote } from '../../ui/feedback';
import { UserText } from '../../ui/text';
import { titleOf, type RecordScreens } from '../record-screens';

const MOST = 100;

interface Properties {
  readonly screens: RecordScreens;
  readonly onClose: () => void;
}
interface Failure {
  readonly record: RecordData;
  readonly detail: string;
}

/** Names the deleted records and what goes with them, then removes them for good. */
export function PurgeDialog({ screens, onClose }: Properties) {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { resource } = screens;
  const { selectedIds, onSelect } = useListContext();
  const [done, setDone] = useState(0);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const { isBusy, run } = useAction([resource]);
  const ids = selectedIds.map(String);
  // The names must not change while the records are removed one by one.
  const { data: records, error } = useQuery({
    queryKey: ['purge', resource, ids],
    staleTime: Infinity,
    gcTime: 0,
    queryFn: () => readDeleted(resource, ids),
  });
  const purge = async () => {
    const refused: Failure[] = [];
    setDone(0);
    setFailures([]);
    await run(async () => {
      for (const record of records ?? []) {
        try {
          await callsOf(resource).purge?.(record.id, { ifMatch: record });
          client.removeQueries({ queryKey: ['record', record.id] });
        } catch (failure) {
          refused.push({ record, detail: errorText(failure) });
        }
        setDone((count) => count + 1);
      }
    });
    setFailures(refused);
    onSelect(refused.map(({ record }) => record.id));
    if (refused.length > 0) return;
    notify('purge.done', { type: 'success', messageArgs: { smart_count: records?.length ?? 0 } });
    onClose();
  };
  return (
    <ConfirmDialog
      title={translate('purge.title')}
      button={translate('purge.button', { smart_count: records?.length ?? ids.length })}
      isDangerous
      isBusy={isBusy}
      isDisabled={!records || records.length === 0}
      onConfirm={() => void purge()}
      onClose={onClose}
    >
      <Stack spacing={1.5}>
        {error && <ErrorNote error={error} />}
        {failures.length > 0 && (
          <Alert severity="error">
            {translate('purge.refused', { smart_count: failures.length })}
            {failures.map(({ record, detail }) => (
              <div key={record.id}>
                <UserText>{titleOf(screens, record)}</UserText>
                {detail}
              </div>
            ))}
          </Alert>
        )}
        <span>{translate('purge.text')}</span>
        <Names screens={screens} records={records ?? []} />
        <LinkedCounts screens={screens} ids={ids} />
        <Alert severity="warning">{translate(`purge.text_${resource}`, { _: translate('purge.text_other') })}</Alert>
        {isBusy && <LinearProgress variant="determinate" value={(100 * done) / Math.max(1, records?.length ?? 1)} />}
      </Stack>
    </ConfirmDialog>
  );
}

async function readDeleted(resource: string, ids: readonly string[]): Promise<RecordData[]> {
  const filter = { field: 'id', op: 'in', value: ids };
  return (await callsOf(resource).search?.({ filter, deleted: true, limit: MOST }))?.data ?? [];
}

function Names({ screens, records }: { readonly screens: RecordScreens; readonly records: readonly RecordData[] }) {
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {records.map((record) => (
        <li key={record.id}>
          <strong>
            <UserText isCut={false}>{titleOf(screens, record)}</UserText>
          </strong>
        </li>
      ))}
    </Box>
  );
}

/** Counts the records that name the deleted records. */
function LinkedCounts({ screens: { related = [] }, ids }: { readonly screens: RecordScreens; readonly ids: string[] }) {
  const translate = useTranslate();
  const { number } = useFormats();
  const { data } = useQuery({
    queryKey: ['purge', 'linked', related, ids],
    gcTime: 0,
    queryFn: () =>
      Promise.all(
        related.map(async ({ resource, field }) => {
          const filter = { field, op: 'in', value: ids };
          const page = await callsOf(resource).search?.({ filter, count: 'exact', limit: 1 });
          return { resource, count: page?.total?.count ?? 0 };
        }),
      ),
  });
  const linked = (data ?? []).filter(({ count }) => count > 0);
  if (linked.length === 0) return null;
  const texts = linked.map(({ resource, count }) => `${translate(`records.${resource}.many`)}: ${number(count)}`);
  return <span>{translate('purge.linked', { records: texts.join(', ') })}</span>;
}
