import { useQuery } from '@tanstack/react-query';
import { Typography } from '@mui/material';
import type { AuditLogView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { pathOf } from '../metadata/references';
import { DetailDialog } from '../settings/detail-dialog';
import { Facts } from '../settings/facts';
import { useFormats } from '../ui/profile';
import { UserText } from '../ui/text';
import { ChangesTable } from './changes-table';

type Changes = Parameters<typeof ChangesTable>[0]['changes'];

/** One change: who, from where, and each field before and after. */
export function AuditEntryDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['audit-logs', 'entry', id],
    queryFn: () => kontor.auditLogs.get(id),
  });
  const resource = data && translate(`resources.${data.resourceType}`, { _: data.resourceType });
  return (
    <DetailDialog
      title={data ? `${resource} · ${translate(`audit.action_${data.action}`)}` : translate('audit.entry')}
      onClose={onClose}
      error={error}
      onRetry={() => void refetch()}
      isLoading={!data}
    >
      {data && <Entry entry={data} />}
    </DetailDialog>
  );
}

function Entry({ entry }: { readonly entry: AuditLogView }) {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const label = (name: string) => translate(`audit.${name}`);
  const { actor, resourceId, resourceType } = entry;
  const changes = (entry.changes ?? {}) as Changes;
  const path = resourceId ? pathOf(resourceType, resourceId) : undefined;
  const request = [entry.requestMethod, entry.requestPath].filter(Boolean).join(' ');
  return (
    <>
      <Facts
        facts={[
          [label('time'), dateTime(entry.createdAt)],
          [label('actor'), [actor.name, actor.email].filter(Boolean).join(' · ')],
          [label('kind'), label(`kind_${actor.kind}`)],
          [label('resourceId'), resourceId && (path ? <UserText to={path}>{resourceId}</UserText> : resourceId)],
          [label('description'), entry.description],
          [label('request'), request],
          [label('requestId'), entry.requestId],
          [label('apiKeyId'), entry.apiKeyId],
          [label('ip'), entry.ipAddress],
          [label('user_agent'), entry.userAgent],
        ]}
      />
      {Object.keys(changes).length > 0 ? (
        <ChangesTable changes={changes} />
      ) : (
        <Typography variant="body2" color="textSecondary">
          {label('no_changes')}
        </Typography>
      )}
    </>
  );
}
