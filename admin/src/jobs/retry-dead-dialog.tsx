import { useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { ActionDialog } from '../ui/action-dialog';

/** Puts all dead jobs of a kind back into the queue. */
export function RetryDeadDialog({ kind, onClose }: { readonly kind: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  return (
    <ActionDialog
      title={translate('jobs.retry_dead_title', { kind })}
      text={translate('jobs.retry_dead_text')}
      button={translate('jobs.retry_dead')}
      onSubmit={async () => {
        const { retried, remaining } = await kontor.jobs.retryDead({ kind });
        await client.invalidateQueries({ queryKey: ['jobs'] });
        notify('jobs.were_retried', { type: 'success', messageArgs: { smart_count: retried, remaining } });
      }}
      onClose={onClose}
    />
  );
}
