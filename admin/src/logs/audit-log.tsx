import { Box } from '@mui/material';
import type { AuditLogView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { StatusChip } from '../fields/field-value';
import type { Column } from '../settings/data-table';
import { OpenLink, useOpened } from '../settings/detail-dialog';
import { FilterBar, useAsked, usePeriod } from '../settings/filter-bar';
import { PagedTable } from '../settings/paged-table';
import { SettingsPage } from '../settings/settings-page';
import { useFormats } from '../ui/profile';
import { Muted, UserText } from '../ui/text';
import { AuditEntryDialog } from './audit-entry';
import { ExportButton } from './export-button';

const ACTIONS = [
  'create',
  'update',
  'delete',
  'restore',
  'merge',
  'purge',
  'read',
  'export',
  'import',
  'login',
  'logout',
];
/** Tones of `tones.ts`. */
const TONES: Readonly<Record<string, string>> = { create: 'active', update: 'new', delete: 'lost', purge: 'lost' };
const FILTERS = ['action', 'resourceType', 'resourceId', 'userId', 'requestId'];

function useColumns(onOpen: (id: string) => void): readonly Column<AuditLogView>[] {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const label = (name: string) => translate(`audit.${name}`);
  const actorOf = ({ actor }: AuditLogView) => (
    <UserText>{actor.name ?? actor.email ?? label(`kind_${actor.kind}`)}</UserText>
  );
  return [
    {
      name: 'time',
      label: label('time'),
      show: (entry) => (
        <>
          <OpenLink isTime onOpen={() => onOpen(entry.id)}>
            {dateTime(entry.createdAt)}
          </OpenLink>
          <Box sx={{ display: { sm: 'none' }, color: 'text.secondary' }}>{actorOf(entry)}</Box>
        </>
      ),
    },
    { name: 'actor', label: label('actor'), from: 'sm', show: actorOf },
    {
      name: 'action',
      label: label('action'),
      show: ({ action }) => <StatusChip label={label(`action_${action}`)} value={TONES[action] ?? 'inactive'} />,
    },
    {
      name: 'resource',
      label: label('resource'),
      from: 'sm',
      show: ({ resourceType }) => translate(`resources.${resourceType}`, { _: resourceType }),
    },
    {
      name: 'changes',
      label: label('changes'),
      from: 'md',
      show: ({ changes, description }) => {
        const text = description ?? Object.keys(changes ?? {}).join(', ');
        return text ? <UserText>{text}</UserText> : <Muted>—</Muted>;
      },
    },
  ];
}

/** Who changed what. The filter also applies to the export. */
export function Screen() {
  const translate = useTranslate();
  const { can } = useAccess();
  const { timeZone } = useFormats();
  const [opened, open] = useOpened();
  const asked = { ...useAsked(FILTERS), ...usePeriod(timeZone) };
  const text = (name: string) => ({ name, label: translate(`audit.${name}`), kind: 'text' as const });
  return (
    <SettingsPage
      title={translate('settings.audit')}
      text={translate('settings.audit_text')}
      actions={can('audit', 'export') && <ExportButton asked={asked} />}
    >
      <FilterBar
        filters={[
          {
            name: 'action',
            label: translate('audit.action'),
            kind: 'choice',
            options: ACTIONS.map((value) => ({ value, label: translate(`audit.action_${value}`) })),
          },
          text('resourceType'),
          text('resourceId'),
          { name: 'userId', label: translate('audit.actor'), kind: 'user' },
          text('requestId'),
          { name: 'from', label: translate('operations.from'), kind: 'day' },
          { name: 'to', label: translate('operations.to'), kind: 'day' },
        ]}
      />
      <PagedTable<AuditLogView>
        label={translate('settings.audit')}
        queryKey={['audit-logs']}
        asked={asked}
        read={(parameters) => kontor.auditLogs.list(parameters)}
        columns={useColumns(open)}
        keyOf={({ id }) => id}
        empty={{ title: translate('audit.empty') }}
      />
      {opened !== null && <AuditEntryDialog id={opened} onClose={() => open(null)} />}
    </SettingsPage>
  );
}
