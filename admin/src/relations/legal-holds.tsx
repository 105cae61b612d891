import type { LegalHoldView } from '@kontor/sdk';
import { Alert, Box, Button, Stack, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { useAction } from '../data/use-action';
import { titleOf, type RecordComponentProperties } from '../records/record-screens';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { ErrorNote, Loading } from '../ui/feedback';
import { useFormats } from '../ui/profile';
import { Muted, UserText } from '../ui/text';

type Open = { readonly kind: 'place' } | { readonly kind: 'release'; readonly hold: LegalHoldView };

/** Legal holds of the record, and of the person by e-mail address: they forbid removing the record for good. */
export function LegalHolds({ screens, record }: RecordComponentProperties) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { dateTime } = useFormats();
  const [open, setOpen] = useState<Open>();
  const { data, error, refetch } = useQuery({
    queryKey: ['record', record.id, 'holds', record['email']],
    queryFn: () => readHolds(screens.resource, record.id, record['email']),
  });
  const canManage = can('retention', 'manage');
  return (
    <Box component="section" aria-label={translate('record_holds.title')}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', justifyContent: 'space-between', mb: 0.5 }}>
        <Typography variant="subtitle2" component="h2">
          {translate('record_holds.title')}
        </Typography>
        {canManage && (
          <Button variant="outlined" onClick={() => setOpen({ kind: 'place' })}>
            {translate('record_holds.place')}
          </Button>
        )}
      </Stack>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && <Muted>{translate('record_holds.none')}</Muted>}
      {data?.map((hold) => (
        <Stack key={hold.id} direction="row" spacing={1} sx={{ py: 0.75, borderBottom: 1, borderColor: 'divider' }}>
          <Box sx={{ minWidth: 0, flex: 1, fontSize: '0.8125rem' }}>
            <UserText isCut={false}>{hold.reason}</UserText>
            <Muted>
              {translate(hold.email === null ? 'record_holds.placed' : 'record_holds.placed_person', {
                date: dateTime(hold.placedAt),
              })}
            </Muted>
          </Box>
          {canManage && (
            <Button variant="outlined" onClick={() => setOpen({ kind: 'release', hold })}>
              {translate('record_holds.release')}
            </Button>
          )}
        </Stack>
      ))}
      {open && <HoldDialog screens={screens} record={record} open={open} onClose={() => setOpen(undefined)} />}
    </Box>
  );
}

async function readHolds(resource: string, id: string, email: unknown): Promise<LegalHoldView[]> {
  const [ofRecord, ofPerson] = await Promise.all([
    kontor.legalHolds.list({ resourceType: [resource as never], recordId: id, limit: 100 }),
    typeof email === 'string' && email !== '' ? kontor.legalHolds.list({ email, limit: 100 }) : undefined,
  ]);
  return [...ofRecord.data, ...(ofPerson?.data ?? [])];
}

interface DialogProperties extends RecordComponentProperties {
  readonly open: Open;
  readonly onClose: () => void;
}

function HoldDialog({ screens, record, open, onClose }: DialogProperties) {
  const translate = useTranslate();
  const { isBusy, run } = useAction(['record', record.id, 'holds']);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>();
  const isPlacing = open.kind === 'place';
  const confirm = async () => {
    setError(undefined);
    const done = await run(
      () =>
        isPlacing
          ? kontor.legalHolds.create({
              resourceType: screens.resource as never,
              recordId: record.id,
              reason: reason.trim(),
            })
          : kontor.legalHolds.release(open.hold.id),
      setError,
    );
    if (done) onClose();
  };
  return (
    <ConfirmDialog
      title={translate(isPlacing ? 'record_holds.place_title' : 'record_holds.release_title')}
      button={translate(isPlacing ? 'record_holds.place' : 'record_holds.release')}
      isBusy={isBusy}
      isDisabled={isPlacing && reason.trim() === ''}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Stack spacing={2}>
        {error !== undefined && <ErrorNote error={error} />}
        <UserText>{titleOf(screens, record)}</UserText>
        {isPlacing ? (
          <>
            <span>{translate('record_holds.place_text')}</span>
            <TextField
              required
              autoFocus
              multiline
              label={translate('record_holds.reason')}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
              slotProps={{ htmlInput: { maxLength: 1_000, dir: 'auto' } }}
            />
          </>
        ) : (
          <Alert severity="warning">{translate('record_holds.release_text')}</Alert>
        )}
      </Stack>
    </ConfirmDialog>
  );
}
