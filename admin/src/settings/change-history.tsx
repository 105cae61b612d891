import { Box, Stack, Typography } from '@mui/material';
import type { HistoryEntryView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { callsOf } from '../data/calls';
import { Pages } from '../records/page/pages';
import { useFormats } from '../ui/profile';
import { UserText } from '../ui/text';

interface Properties {
  readonly resource: string;
  /** Id of the object; the key of a setting. */
  readonly id: string;
  readonly labels: Readonly<Record<string, string>>;
}

const textOf = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '—';
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ') || '—';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** Who changed what, newest first. */
export function ChangeHistory({ resource, id, labels }: Properties) {
  const translate = useTranslate();
  const { getHistory } = callsOf(resource);
  return (
    <Pages<HistoryEntryView>
      queryKey={['record', id, 'history']}
      read={(options) => getHistory?.(id, options) ?? Promise.reject(new TypeError('No history.'))}
      keyOf={(entry) => entry.id}
      empty={{ title: translate('record.no_history') }}
    >
      {(entry) => <Entry entry={entry} labels={labels} />}
    </Pages>
  );
}

function Entry({ entry, labels }: { readonly entry: HistoryEntryView; readonly labels: Properties['labels'] }) {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const changes = Object.entries(entry.changes as Record<string, { from?: unknown; to?: unknown }>);
  return (
    <Box sx={{ pb: 1.5 }}>
      <Stack direction="row" spacing={1} sx={{ justifyContent: 'space-between', alignItems: 'baseline' }}>
        <Typography variant="subtitle2" component="div" sx={{ minWidth: 0 }}>
          <UserText>{`${translate(`record.action_${entry.action}`)} · ${entry.actor.name ?? translate('record.system')}`}</UserText>
        </Typography>
        <Typography
          variant="caption"
          color="textSecondary"
          component="time"
          dateTime={entry.at}
          sx={{ whiteSpace: 'nowrap' }}
        >
          {dateTime(entry.at)}
        </Typography>
      </Stack>
      {entry.action !== 'create' &&
        changes.map(([name, { from, to }]) => (
          <Box key={name} sx={{ fontSize: '0.8125rem', py: 0.25 }}>
            <UserText isCut={false}>{`${labels[name] ?? name}: ${textOf(from)} → ${textOf(to)}`}</UserText>
          </Box>
        ))}
    </Box>
  );
}
