import { Alert, Box, Button, Checkbox, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import type { RecordData } from '../data/calls';
import { ReferenceInput } from '../fields/reference-input';
import { titleOf, type RecordComponentProperties, type RecordScreens } from '../records/record-screens';
import { EmptyState, ErrorNote, Loading } from '../ui/feedback';
import { Muted, UserText } from '../ui/text';
import { Likelihood } from './likelihood';
import { MergeList } from './merge-list';
import { findDuplicates, mergeCallsOf, type FoundDuplicate } from './relations';

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
    // The previous list stays, so that an open merge is not closed when the record changes.
    placeholderData: (former) => former,
  });
  const calls = mergeCallsOf(resource);
  const canMerge = calls !== undefined && can(resource, 'update') && can(resource, 'delete');
  const known = data ?? [];
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <Stack spacing={3}>
      <Candidates screens={screens} found={known} chosen={chosen} {...(canMerge && { onChange: setChosen })} />
      {canMerge && (
        <MergeBar
          resource={resource}
          record={record}
          chosen={chosen}
          otherId={chosen.find((id) => !known.some((one) => one.record.id === id)) ?? null}
          onChange={setChosen}
          onMerge={() => setMerging(true)}
        />
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

interface CandidatesProperties {
  readonly screens: RecordScreens;
  readonly found: readonly FoundDuplicate[];
  readonly chosen: readonly string[];
  /** Without it, nothing can be chosen. */
  readonly onChange?: (chosen: readonly string[]) => void;
}

function Candidates({ screens, found, chosen, onChange }: CandidatesProperties) {
  const translate = useTranslate();
  if (found.length === 0)
    return <EmptyState title={translate('duplicates.none')} text={translate('duplicates.none_text')} />;
  const toggle = (id: string) => onChange?.(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <Box component="ul" aria-label={translate('duplicates.title')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {found.map(({ record, likelihood, reasons }) => (
        <Stack
          component="li"
          key={record.id}
          direction="row"
          spacing={1}
          sx={{ alignItems: 'center', borderBottom: 1, borderColor: 'divider', py: 0.75 }}
        >
          {onChange && (
            <Checkbox
              checked={chosen.includes(record.id)}
              disabled={!chosen.includes(record.id) && chosen.length >= MOST}
              onChange={() => toggle(record.id)}
              slotProps={{ input: { 'aria-label': translate('list.select_row', { name: titleOf(screens, record) }) } }}
            />
          )}
          <Box sx={{ minWidth: 0, flex: 1 }}>
            <UserText to={`/${screens.resource}/${record.id}`}>{titleOf(screens, record)}</UserText>
            <Muted>
              <UserText>{screens.subtitle?.(record) ?? '—'}</UserText>
            </Muted>
          </Box>
          <Likelihood likelihood={likelihood} reasons={reasons} />
        </Stack>
      ))}
    </Box>
  );
}

interface MergeBarProperties {
  readonly resource: string;
  readonly record: RecordData;
  readonly chosen: readonly string[];
  /** A chosen record that the search for duplicates did not find. */
  readonly otherId: string | null;
  readonly onChange: (chosen: readonly string[]) => void;
  readonly onMerge: () => void;
}

function MergeBar({ resource, record, chosen, otherId, onChange, onMerge }: MergeBarProperties) {
  const translate = useTranslate();
  const setOther = (id: string | null) => {
    const others = chosen.filter((one) => one !== otherId);
    onChange(id === null || id === record.id || others.includes(id) ? others : [...others, id]);
  };
  return (
    <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1} sx={{ alignItems: { sm: 'center' } }}>
      <Box sx={{ flex: 1 }}>
        <ReferenceInput
          id="other-duplicate"
          name={resource}
          label={translate('duplicates.other')}
          value={otherId}
          onChange={setOther}
          error={false}
        />
      </Box>
      <Button variant="contained" disabled={chosen.length === 0 || chosen.length > MOST} onClick={onMerge}>
        {translate('duplicates.merge', { smart_count: Math.max(1, chosen.length) })}
      </Button>
    </Stack>
  );
}
