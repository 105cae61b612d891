import type { SecurityLogView } from '@kontor/sdk';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { StatusChip } from '../fields/field-value';
import type { Column } from '../settings/data-table';
import { DetailDialog, OpenLink, useOpened } from '../settings/detail-dialog';
import { CodeBlock, Facts, readableJson } from '../settings/facts';
import { FilterBar, useAsked, usePeriod } from '../settings/filter-bar';
import { PagedTable } from '../settings/paged-table';
import { SettingsPage } from '../settings/settings-page';
import { useFormats } from '../ui/profile';
import { Muted, UserText } from '../ui/text';

/** Tones of `tones.ts`. */
const TONES = { info: 'inactive', warning: 'pending', critical: 'lost' } as const;
const EVENTS = [
  'login_success',
  'login_failed',
  'logout',
  'password_changed',
  'password_reset',
  'account_locked',
  'suspicious_activity',
  'permission_denied',
  'token_reuse',
  'api_key_created',
  'api_key_revoked',
  'email_changed',
  'totp_enabled',
  'totp_disabled',
  'recovery_code_used',
  'user_invited',
  'user_deactivated',
  'user_reactivated',
  'role_changed',
  'destination_changed',
];
const FILTERS = ['event', 'severity', 'userEmail', 'ipAddress'];

function Severity({ severity }: { readonly severity: SecurityLogView['severity'] }) {
  const translate = useTranslate();
  return <StatusChip label={translate(`security.severity_${severity}`)} value={TONES[severity]} />;
}

function useColumns(onOpen: (id: string) => void): readonly Column<SecurityLogView>[] {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const label = (name: string) => translate(`security.${name}`);
  return [
    {
      name: 'time',
      label: label('time'),
      show: ({ id, createdAt }) => (
        <OpenLink isTime onOpen={() => onOpen(id)}>
          {dateTime(createdAt)}
        </OpenLink>
      ),
    },
    { name: 'event', label: label('event'), show: ({ event }) => translate(`security_events.${event}`, { _: event }) },
    {
      name: 'severity',
      label: label('severity'),
      from: 'sm',
      show: ({ severity }) => <Severity severity={severity} />,
    },
    {
      name: 'user',
      label: label('user'),
      from: 'sm',
      show: ({ userEmail }) => (userEmail ? <UserText>{userEmail}</UserText> : <Muted>—</Muted>),
    },
    { name: 'ip', label: label('ipAddress'), from: 'md', show: ({ ipAddress }) => ipAddress ?? <Muted>—</Muted> },
    {
      name: 'description',
      label: label('description'),
      from: 'lg',
      show: ({ description }) => <UserText>{description}</UserText>,
    },
  ];
}

/** Sign-ins, rejected requests and changes of passwords, keys and rights of all users. */
export function Screen() {
  const translate = useTranslate();
  const { timeZone } = useFormats();
  const [opened, open] = useOpened();
  const choices = (prefix: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: translate(`${prefix}${value}`, { _: value }) }));
  return (
    <SettingsPage title={translate('settings.security')} text={translate('settings.security_text')}>
      <FilterBar
        filters={[
          {
            name: 'event',
            label: translate('security.event'),
            kind: 'choice',
            options: choices('security_events.', EVENTS),
          },
          {
            name: 'severity',
            label: translate('security.severity'),
            kind: 'choice',
            options: choices('security.severity_', Object.keys(TONES)),
          },
          { name: 'userEmail', label: translate('security.user'), kind: 'text' },
          { name: 'ipAddress', label: translate('security.ipAddress'), kind: 'text' },
          { name: 'from', label: translate('operations.from'), kind: 'day' },
          { name: 'to', label: translate('operations.to'), kind: 'day' },
        ]}
      />
      <PagedTable<SecurityLogView>
        label={translate('settings.security')}
        queryKey={['security-logs']}
        asked={{ ...useAsked(FILTERS), ...usePeriod(timeZone) }}
        read={(parameters) => kontor.securityLogs.list(parameters)}
        columns={useColumns(open)}
        keyOf={({ id }) => id}
        empty={{ title: translate('security.empty') }}
      />
      {opened !== null && <EntryDialog id={opened} onClose={() => open(null)} />}
    </SettingsPage>
  );
}

function EntryDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const { data, error, refetch } = useQuery({
    queryKey: ['security-logs', 'entry', id],
    queryFn: () => kontor.securityLogs.get(id),
  });
  const label = (name: string) => translate(`security.${name}`);
  return (
    <DetailDialog
      title={data ? translate(`security_events.${data.event}`, { _: data.event }) : label('entry')}
      maxWidth="sm"
      onClose={onClose}
      error={error}
      onRetry={() => void refetch()}
      isLoading={!data}
    >
      {data && (
        <>
          <Facts
            facts={[
              [label('time'), dateTime(data.createdAt)],
              [label('severity'), <Severity key="severity" severity={data.severity} />],
              [
                label('user'),
                data.userEmail &&
                  (data.userId ? (
                    <UserText to={`/settings/users/${data.userId}`}>{data.userEmail}</UserText>
                  ) : (
                    data.userEmail
                  )),
              ],
              [label('description'), data.description],
              [label('action_taken'), data.actionTaken],
              [label('ipAddress'), data.ipAddress],
              [label('user_agent'), data.userAgent],
              [label('request_id'), data.requestId],
            ]}
          />
          {data.details && Object.keys(data.details).length > 0 && (
            <CodeBlock label={label('details')}>{readableJson(data.details)}</CodeBlock>
          )}
        </>
      )}
    </DetailDialog>
  );
}
