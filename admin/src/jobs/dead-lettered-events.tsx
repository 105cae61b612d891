import { Button } from '@mui/material';
import type { DeadLetteredEventView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { useEventTypes } from '../events/use-event-types';
import { pathOf } from '../metadata/references';
import type { Column } from '../settings/data-table';
import { FilterBar, useAsked } from '../settings/filter-bar';
import { PagedTable } from '../settings/paged-table';
import { useAction } from '../settings/use-action';
import { useFormats } from '../ui/profile';
import { Muted, UserText } from '../ui/text';

function useColumns(): readonly Column<DeadLetteredEventView>[] {
  const translate = useTranslate();
  const { can } = useAccess();
  const { dateTime } = useFormats();
  const { run, busy } = useAction([['dead-lettered-events'], ['jobs']]);
  const label = (name: string) => translate(`jobs.${name}`);
  const retry = (id: string) => run(id, () => kontor.deadLetteredEvents.retry(id), 'jobs.done_retry');
  return [
    {
      name: 'type',
      label: label('event'),
      show: ({ type, resourceType, resourceId }) => (
        <>
          <UserText>{type}</UserText>
          <Muted>
            <UserText {...pathTo(resourceType, resourceId)}>{resourceId ?? resourceType ?? ''}</UserText>
          </Muted>
        </>
      ),
    },
    {
      name: 'error',
      label: label('last_error'),
      show: ({ lastError }) => (lastError ? <UserText isCut={false}>{lastError}</UserText> : <Muted>—</Muted>),
    },
    { name: 'attempts', label: label('attempts'), align: 'right', from: 'md', show: ({ attempts }) => attempts },
    { name: 'occurred', label: label('occurred'), from: 'md', show: ({ occurredAt }) => dateTime(occurredAt) },
    { name: 'dead', label: label('given_up'), from: 'sm', show: ({ deadLetteredAt }) => dateTime(deadLetteredAt) },
    {
      name: 'retry',
      label: '',
      align: 'right',
      show: ({ id }) =>
        can('jobs', 'manage') && (
          <Button loading={busy === id} onClick={() => void retry(id)}>
            {label('retry')}
          </Button>
        ),
    },
  ];
}

function pathTo(resource: string | null, id: string | null): { to?: string } {
  const path = resource && id ? pathOf(resource, id) : undefined;
  return path ? { to: path } : {};
}

/** Events that reached no subscriber after many attempts. */
export function DeadLetteredEvents() {
  const translate = useTranslate();
  const types = useEventTypes() ?? [];
  return (
    <>
      <FilterBar
        filters={[
          {
            name: 'type',
            label: translate('jobs.event'),
            kind: types.length > 0 ? 'choice' : 'text',
            options: types.map(({ type }) => ({ value: type, label: type })),
          },
        ]}
      />
      <PagedTable<DeadLetteredEventView>
        label={translate('jobs.dead_letters')}
        queryKey={['dead-lettered-events']}
        asked={useAsked(['type'])}
        read={(parameters) => kontor.deadLetteredEvents.list(parameters)}
        columns={useColumns()}
        keyOf={({ id }) => id}
        empty={{ title: translate('jobs.no_dead_letters'), text: translate('jobs.no_dead_letters_text') }}
      />
    </>
  );
}
