import { Button } from '@mui/material';
import type { ErasureRequestView } from '@kontor/sdk';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import type { Column } from '../settings/data-table';
import { OpenLink, useOpened } from '../settings/detail-dialog';
import { FilterBar, useAsked } from '../settings/filter-bar';
import { PagedTable } from '../settings/paged-table';
import { SettingsPage } from '../settings/settings-page';
import { useFormats } from '../ui/profile';
import { RecordName } from '../ui/record-name';
import { Muted } from '../ui/text';
import { ErasureDialog } from './erasure-dialog';
import { ErasureReport } from './erasure-report';
import { ErasureStatus, ERASURE_TONES } from './erasure-status';

const POLL_MS = 5_000;

function useColumns(onOpen: (id: string) => void): readonly Column<ErasureRequestView>[] {
  const translate = useTranslate();
  const { dateTime, number } = useFormats();
  const label = (name: string) => translate(`erasure.${name}`);
  const erased = ({ report }: ErasureRequestView) =>
    report.reduce((sum, { removed, anonymised }) => sum + removed + anonymised, 0);
  return [
    {
      name: 'created',
      label: label('requested'),
      show: ({ id, createdAt }) => (
        <OpenLink isTime onOpen={() => onOpen(id)}>
          {dateTime(createdAt)}
        </OpenLink>
      ),
    },
    { name: 'status', label: label('status'), show: ({ status }) => <ErasureStatus status={status} /> },
    { name: 'erased', label: label('erased'), align: 'right', from: 'sm', show: (request) => number(erased(request)) },
    {
      name: 'by',
      label: label('requested_by'),
      from: 'md',
      show: ({ requestedById }) =>
        requestedById ? <RecordName resource="users" id={requestedById} /> : <Muted>—</Muted>,
    },
    {
      name: 'completed',
      label: label('completed'),
      from: 'md',
      show: ({ completedAt }) => (completedAt ? dateTime(completedAt) : <Muted>—</Muted>),
    },
  ];
}

/** Requests to remove the data of a person. */
export function Screen() {
  const translate = useTranslate();
  const { can } = useAccess();
  const [isErasing, setErasing] = useState(false);
  const [opened, open] = useOpened();
  const options = Object.keys(ERASURE_TONES).map((value) => ({ value, label: translate(`erasure.status_${value}`) }));
  const erase = can('erasure', 'manage') && (
    <Button variant="contained" onClick={() => setErasing(true)}>
      {translate('erasure.create')}
    </Button>
  );
  return (
    <SettingsPage title={translate('settings.erasure')} text={translate('erasure.text')} actions={erase}>
      <FilterBar filters={[{ name: 'status', label: translate('erasure.status'), kind: 'choice', options }]} />
      <PagedTable<ErasureRequestView>
        label={translate('settings.erasure')}
        queryKey={['erasure-requests']}
        asked={useAsked(['status'])}
        read={(parameters) => kontor.erasureRequests.list(parameters)}
        columns={useColumns(open)}
        keyOf={({ id }) => id}
        empty={{ title: translate('erasure.empty'), text: translate('erasure.empty_text') }}
        refetchMs={POLL_MS}
      />
      {isErasing && <ErasureDialog onCreated={open} onClose={() => setErasing(false)} />}
      {opened !== null && <ErasureReport id={opened} onClose={() => open(null)} />}
    </SettingsPage>
  );
}
