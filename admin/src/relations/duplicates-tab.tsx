import { Alert, Box, Button, Checkbox, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { ReferenceInput } from '../fields/reference-input';
import { titleOf, type RecordComponentProperties } from '../records/record-screens';
import { EmptyState, ErrorNote, Loading } from '../ui/feedback';
import { Muted, UserText } from '../ui/text';
import { Likelihood } from './likelihood';
import { MergeList } from './merge-list';
import { findDuplicates, mergeCallsOf } from './relations';

const MergeDialog = lazy(async () => ({ default: (await import('./merge-dialog')).MergeDialog }));
/** Maximum number of duplicates in one merge. */
const MOST = 5;

/** Possible duplicates with their likelihood, and for mergeable types the merge and the list of merges. */
export function Tab({ screens, record }: RecordComponentProperties) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { resource, singular } = screens;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isMerging, setMerging] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: [resource, 'duplicates', record.id, record.version],
    queryFn: () => findDuplicates(resource, singular, record),
    // The former list stays, so that an open merge is not closed when the record changes.
    placeholderData: (former) => former,
  });
  const calls = mergeCallsOf(resource);
  const canMerge = calls !== undefined && can(resource, 'update') && can(resource, 'delete');
  const known = data ?? [];
  const others = chosen.filter((id) => !known.some((one) => one.record.id === id));
  const toggle = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <Stack spacing={3}>
      <Box component="section" aria-label={translate('duplicates.title')}>
        {known.length === 0 && (
          <EmptyState title={translate('duplicates.none')} text={translate('duplicates.none_text')} />
        )}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {known.map(({ record: one, likelihood, reasons }) => (
            <Stack
              component="li"
              key={one.id}
              direction="row"
              spacing={1}
              sx={{ alignItems: 'center', borderBottom: 1, borderColor: 'divider', py: 0.75 }}
            >
              {canMerge && (
                <Checkbox
                  checked={chosen.includes(one.id)}
                  disabled={!chosen.includes(one.id) && chosen.length >= MOST}
                  onChange={() => toggle(one.id)}
                  slotProps={{ input: { 'aria-label': translate('list.select_row', { name: titleOf(screens, one) }) } }}
                />
              )}
              <Box sx={{ minWidth: 0, flex: 1 }}>
                <UserText to={`/${resource}/${one.id}`}>{titleOf(screens, one)}</UserText>
                <Muted>
                  <UserText>{screens.subtitle?.(one) ?? '—'}</UserText>
                </Muted>
              </Box>
              <Likelihood likelihood={likelihood} reasons={reasons} />
            </Stack>
          ))}
        </Box>
      </Box>
      {canMerge && (
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1} sx={{ alignItems: { sm: 'center' } }}>
          <Box sx={{ flex: 1 }}>
            <ReferenceInput
              id="other-duplicate"
              name={resource}
              label={translate('duplicates.other')}
              value={others[0] ?? null}
              onChange={(id) =>
                setChosen((before) => [
                  ...before.filter((one) => !others.includes(one)),
                  ...(id !== null && id !== record.id && !before.includes(id) ? [id] : []),
                ])
              }
              error={false}
            />
          </Box>
          <Button
            variant="contained"
            disabled={chosen.length === 0 || chosen.length > MOST}
            onClick={() => setMerging(true)}
          >
            {translate('duplicates.merge', { smart_count: Math.max(1, chosen.length) })}
          </Button>
        </Stack>
      )}
      {!calls && known.length > 0 && <Alert severity="info">{translate('duplicates.no_merge')}</Alert>}
      {calls && (
        <Box component="section" aria-label={translate('merges.title')}>
          <Typography variant="subtitle2" component="h2" sx={{ mb: 1 }}>
            {translate('merges.title')}
          </Typography>
          <MergeList screens={screens} record={record} calls={calls} canUndo={canMerge} />
        </Box>
      )}
      <Suspense>
        {isMerging && calls && (
          <MergeDialog
            screens={screens}
            calls={calls}
            record={record}
            otherIds={chosen}
            onClose={() => setMerging(false)}
            onMerged={() => setChosen([])}
          />
        )}
      </Suspense>
    </Stack>
  );
}
