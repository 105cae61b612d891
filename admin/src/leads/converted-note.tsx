import { Alert, Button, Stack } from '@mui/material';
import { useState } from 'react';
import { useGetOne, useNotify, useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { errorText } from '../api/errors';
import { kontor } from '../api/kontor';
import type { RecordData } from '../data/calls';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { useFormats } from '../ui/profile';
import { Muted, UserText } from '../ui/text';
import { useLeadAction } from './use-lead-action';

const TARGETS = [
  { field: 'convertedCompanyId', resource: 'companies', title: 'name' },
  { field: 'convertedContactId', resource: 'contacts', title: 'name' },
  { field: 'convertedDealId', resource: 'deals', title: 'title' },
] as const;

/** Names the records of a conversion, and offers to undo the conversion. */
export function ConvertedNote({ record }: { readonly record: RecordData }) {
  const translate = useTranslate();
  const { date } = useFormats();
  return (
    <Alert severity="success" sx={{ '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
      <Stack spacing={0.75}>
        <strong>{translate('leads.converted_on', { date: date(String(record['convertedAt'])) })}</strong>
        {TARGETS.map(({ field, resource, title }) => {
          const id = record[field];
          return typeof id === 'string' && <TargetLink key={field} resource={resource} title={title} id={id} />;
        })}
        <div>
          <UnconvertButton record={record} />
        </div>
      </Stack>
    </Alert>
  );
}

function TargetLink({
  resource,
  title,
  id,
}: {
  readonly resource: string;
  readonly title: string;
  readonly id: string;
}) {
  const translate = useTranslate();
  const { data, error } = useGetOne<RecordData>(resource, { id }, { retry: false });
  return (
    <Stack direction="row" spacing={1}>
      <Muted>{translate(`records.${resource}.one`)}</Muted>
      {error ? (
        <Muted>{translate('leads.target_hidden')}</Muted>
      ) : (
        data && <UserText to={`/${resource}/${id}`}>{String(data[title])}</UserText>
      )}
    </Stack>
  );
}

interface Properties {
  readonly record: { readonly id: string; readonly version?: number };
  readonly onDone?: () => void;
}

/** Undoes a conversion after a question. The server rejects the undo if the records were used since. */
export function UnconvertButton({ record, onDone }: Properties) {
  const translate = useTranslate();
  const notify = useNotify();
  const { can } = useAccess();
  const { isBusy, run } = useLeadAction(record.id);
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState('');
  if (!can('leads', 'update')) return null;
  const undo = async () => {
    setError('');
    const lead = await run(
      () => kontor.leads.unconvert(record.id),
      (failure) => setError(errorText(failure)),
    );
    if (!lead) return;
    setOpen(false);
    notify('leads.unconverted', { type: 'success' });
    onDone?.();
  };
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('leads.unconvert')}
      </Button>
      {isOpen && (
        <ConfirmDialog
          title={translate('leads.unconvert_title')}
          button={translate('leads.unconvert')}
          isDangerous
          isBusy={isBusy}
          onConfirm={() => void undo()}
          onClose={() => setOpen(false)}
        >
          {error && (
            <Alert severity="error" sx={{ mb: 2 }}>
              {error}
            </Alert>
          )}
          {translate('leads.unconvert_text')}
        </ConfirmDialog>
      )}
    </>
  );
}
