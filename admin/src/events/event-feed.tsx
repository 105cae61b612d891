import { useQuery } from '@tanstack/react-query';
import type { KontorEvent } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import type { Column } from '../settings/data-table';
import { DetailDialog, OpenLink, useOpened } from '../settings/detail-dialog';
import { CodeBlock, Facts, readableJson } from '../settings/facts';
import { FilterBar, useAsked } from '../settings/filter-bar';
import { PagedTable } from '../settings/paged-table';
import { SettingsPage } from '../settings/settings-page';
import { useFormats } from '../ui/profile';
import { Muted, UserText } from '../ui/text';
import { useEventTypes } from './use-event-types';

interface Asked {
  readonly type?: string[];
  readonly resourceId?: string[];
  readonly limit: number;
  readonly cursor?: string;
  readonly signal?: AbortSignal;
}

/** Reads a page of the feed. The feed continues after a sequence number instead of a cursor. */
async function readFeed({ type, resourceId, limit, cursor, signal }: Asked) {
  const { data, lastSequence, hasMore } = await kontor.events.list({
    after: Number(cursor ?? 0),
    limit,
    ...(type && { type }),
    ...(resourceId && { resourceId }),
    ...(signal && { signal }),
  });
  return { data, pageInfo: { nextCursor: hasMore ? String(lastSequence) : null } };
}

function useColumns(onOpen: (id: string) => void): readonly Column<KontorEvent>[] {
  const translate = useTranslate();
  const { dateTime, number } = useFormats();
  return [
    { name: 'sequence', label: translate('events.sequence'), from: 'sm', show: ({ sequence }) => number(sequence) },
    {
      name: 'type',
      label: translate('events.type'),
      show: ({ id, type }) => <OpenLink onOpen={() => onOpen(id)}>{type}</OpenLink>,
    },
    { name: 'time', label: translate('events.time'), show: ({ timestamp }) => dateTime(timestamp) },
    {
      name: 'actor',
      label: translate('events.actor'),
      from: 'sm',
      show: ({ actor }) => (actor ? <UserText>{actor.name ?? actor.email ?? ''}</UserText> : <Muted>—</Muted>),
    },
  ];
}

/** The events of the last thirty days, oldest first, as programs read them. */
export function Screen() {
  const translate = useTranslate();
  const types = useEventTypes() ?? [];
  const [opened, open] = useOpened();
  return (
    <SettingsPage title={translate('settings.events')} text={translate('events.text')}>
      <FilterBar
        filters={[
          {
            name: 'type',
            label: translate('events.type'),
            kind: 'choice',
            options: types.map(({ type }) => ({ value: type, label: type })),
          },
          { name: 'resourceId', label: translate('events.record_id'), kind: 'text' },
        ]}
      />
      <PagedTable<KontorEvent>
        label={translate('settings.events')}
        queryKey={['events']}
        asked={useAsked(['type', 'resourceId'])}
        read={readFeed}
        columns={useColumns(open)}
        keyOf={({ id }) => id}
        empty={{ title: translate('events.empty') }}
      />
      {opened !== null && <EventDialog id={opened} onClose={() => open(null)} />}
    </SettingsPage>
  );
}

function EventDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const { dateTime, number } = useFormats();
  const { data, error, refetch } = useQuery({
    queryKey: ['events', 'event', id],
    // One shape for all event types: the details show the data as JSON.
    queryFn: async (): Promise<KontorEvent> => kontor.events.get(id),
  });
  const description = useEventTypes()?.find(({ type }) => type === data?.type)?.description;
  return (
    <DetailDialog
      title={data?.type ?? translate('events.type')}
      onClose={onClose}
      error={error}
      onRetry={() => void refetch()}
      isLoading={!data}
    >
      {data && (
        <>
          <Facts
            facts={[
              [translate('events.description'), description],
              [translate('events.time'), dateTime(data.timestamp)],
              [translate('events.sequence'), number(data.sequence)],
              [translate('events.actor'), data.actor?.name ?? data.actor?.email],
              [translate('events.id'), data.id],
            ]}
          />
          <CodeBlock label={translate('events.data')}>{readableJson(data.data)}</CodeBlock>
        </>
      )}
    </DetailDialog>
  );
}
