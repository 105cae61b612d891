import { Button } from '@mui/material';
import type { JobGroupView } from '@kontor/sdk';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { StatusChip } from '../fields/field-value';
import type { Column } from '../settings/data-table';
import { FilterBar } from '../settings/filter-bar';
import { PagedTable } from '../settings/paged-table';
import { useAction } from '../settings/use-action';
import { ActionDialog } from '../ui/action-dialog';
import { ChoiceInput } from '../ui/form';
import { useFormats } from '../ui/profile';
import { UserText } from '../ui/text';
import { useValues } from '../ui/use-values';

const POLL_MS = 5_000;
const PAUSES = [15, 60, 480, 1_440, 10_080, 43_200];

function useColumns(onPause: (key: string) => void): readonly Column<JobGroupView>[] {
  const translate = useTranslate();
  const { can } = useAccess();
  const { dateTime, number } = useFormats();
  const { run, busy } = useAction([['job-groups'], ['jobs']]);
  const label = (name: string) => translate(`jobs.${name}`);
  const resume = (key: string) => run(key, () => kontor.jobGroups.resume(key), 'jobs.was_resumed');
  return [
    {
      name: 'key',
      label: label('group'),
      show: ({ key }) => <UserText to={`/settings/jobs?tab=jobs&group=${encodeURIComponent(key)}`}>{key}</UserText>,
    },
    {
      name: 'state',
      label: label('state'),
      show: ({ pausedUntil, failingSince, consecutiveFailures }) => {
        if (pausedUntil)
          return <StatusChip label={translate('jobs.paused_until', { at: dateTime(pausedUntil) })} value="pending" />;
        if (failingSince)
          return <StatusChip label={translate('jobs.failing', { smart_count: consecutiveFailures })} value="lost" />;
        return <StatusChip label={label('group_fine')} value="active" />;
      },
    },
    { name: 'ready', label: label('ready'), align: 'right', from: 'sm', show: ({ ready }) => number(ready) },
    { name: 'running', label: label('running'), align: 'right', from: 'sm', show: ({ running }) => number(running) },
    {
      name: 'cap',
      label: label('cap'),
      align: 'right',
      from: 'md',
      show: ({ cap, ordered }) => number(ordered ? 1 : cap),
    },
    {
      name: 'actions',
      label: '',
      align: 'right',
      show: ({ key, pausedUntil, failingSince }) =>
        can('jobs', 'manage') && (
          <>
            {(pausedUntil ?? failingSince) && (
              <Button loading={busy === key} onClick={() => void resume(key)}>
                {label('resume')}
              </Button>
            )}
            {!pausedUntil && <Button onClick={() => onPause(key)}>{label('pause')}</Button>}
          </>
        ),
    },
  ];
}

/** Groups of jobs with a common limit and pause. */
export function JobGroups() {
  const translate = useTranslate();
  const [address] = useSearchParams();
  const [paused, setPaused] = useState<string>();
  const key = address.get('key');
  return (
    <>
      <FilterBar filters={[{ name: 'key', label: translate('jobs.group'), kind: 'text' }]} />
      <PagedTable<JobGroupView>
        label={translate('jobs.groups')}
        queryKey={['job-groups']}
        asked={key ? { key: { contains: key } } : {}}
        read={(parameters) => kontor.jobGroups.list(parameters)}
        columns={useColumns(setPaused)}
        keyOf={(group) => group.key}
        empty={{ title: translate('jobs.no_groups'), text: translate('jobs.no_groups_text') }}
        refetchMs={POLL_MS}
      />
      {paused !== undefined && <PauseDialog group={paused} onClose={() => setPaused(undefined)} />}
    </>
  );
}

function PauseDialog({ group, onClose }: { readonly group: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const { values, form } = useValues({ minutes: '60' });
  const { run } = useAction([['job-groups']]);
  return (
    <ActionDialog
      title={translate('jobs.pause_title', { name: group })}
      text={translate('jobs.pause_text')}
      button={translate('jobs.pause')}
      onSubmit={async () => {
        await kontor.jobGroups.pause(group, { minutes: Number(values['minutes']) });
        await run('refresh', () => Promise.resolve(), 'jobs.was_paused');
      }}
      onClose={onClose}
    >
      {(errors) => (
        <ChoiceInput
          form={form(errors)}
          name="minutes"
          label={translate('jobs.pause_for')}
          isRequired
          options={PAUSES.map((minutes) => ({ value: String(minutes), label: translate(`jobs.minutes_${minutes}`) }))}
        />
      )}
    </ActionDialog>
  );
}
