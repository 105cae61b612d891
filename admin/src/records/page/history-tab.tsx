import { Box, Stack, Typography } from '@mui/material';
import type { HistoryEntryView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { callsOf, type RecordData } from '../../data/calls';
import { FieldValue } from '../../fields/field-value';
import { useLabels, useRecordType } from '../../metadata/record-type';
import { useFormats } from '../../ui/profile';
import { UserText } from '../../ui/text';
import type { RecordComponentProperties } from '../record-screens';
import { Pages } from './pages';

/** Every change of the record: who, when, and each value before and after. */
export function Tab({ screens, record }: RecordComponentProperties) {
  const translate = useTranslate();
  const { getHistory } = callsOf(screens.resource);
  return (
    <Pages<HistoryEntryView>
      queryKey={['record', record.id, 'history']}
      read={(options) => getHistory?.(record.id, options) ?? Promise.reject(new TypeError('No history.'))}
      keyOf={({ id }) => id}
      empty={{ title: translate('record.no_history') }}
    >
      {(entry) => <Entry entry={entry} resource={screens.resource} record={record} />}
    </Pages>
  );
}

interface Properties {
  readonly entry: HistoryEntryView;
  readonly resource: string;
  readonly record: RecordData;
}

function Entry({ entry, resource, record }: Properties) {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const changes = Object.entries(entry.changes as Record<string, { from?: unknown; to?: unknown }>);
  const isCreation = entry.action === 'create';
  return (
    <Box sx={{ pb: 2 }}>
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
      {changes
        .filter(([, { from, to }]) => !isCreation || (to !== null && JSON.stringify(to) !== '{}' && from === null))
        .map(([name, change]) => (
          <Change key={name} name={name} change={change} resource={resource} record={record} isCreation={isCreation} />
        ))}
    </Box>
  );
}

interface ChangeProperties extends Omit<Properties, 'entry'> {
  readonly name: string;
  readonly change: { readonly from?: unknown; readonly to?: unknown };
  readonly isCreation: boolean;
}

function Change({ name, change, resource, record, isCreation }: ChangeProperties) {
  const { field } = useRecordType(resource);
  const { fieldLabel } = useLabels(resource);
  const found = field(name);
  const show = (value: unknown) => {
    // Only the id of a linked record is stored, so the included record must not name it.
    const only = { id: record.id, currency: record['currency'], [name]: value } as RecordData;
    return found ? (
      <FieldValue resource={resource} field={found} record={only} isLong />
    ) : (
      <UserText>{JSON.stringify(value)}</UserText>
    );
  };
  return (
    <Stack direction="row" spacing={1} sx={{ fontSize: '0.8125rem', py: 0.25, alignItems: 'center' }}>
      <Box sx={{ width: 128, flexShrink: 0, color: 'text.secondary', overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {fieldLabel(name)}
      </Box>
      {!isCreation && (
        <>
          <Box sx={{ minWidth: 0, color: 'text.secondary' }}>{show(change.from)}</Box>
          <span aria-label="→">→</span>
        </>
      )}
      <Box sx={{ minWidth: 0 }}>{show(change.to)}</Box>
    </Stack>
  );
}
