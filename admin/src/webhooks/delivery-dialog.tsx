import { Accordion, AccordionDetails, AccordionSummary, Box, Button, Stack, Typography } from '@mui/material';
import ExpandIcon from '@mui/icons-material/ExpandMore';
import { useQuery } from '@tanstack/react-query';
import type { WebhookAttemptView, WebhookDeliveryDetailView } from '@kontor/sdk';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { StatusChip } from '../fields/field-value';
import { DetailDialog } from '../settings/detail-dialog';
import { CodeBlock, Facts, readableJson } from '../settings/facts';
import { useAction } from '../settings/use-action';
import { useFormats } from '../ui/profile';
import { DeliveryStatus } from './delivery-status';
import { useErrorText } from './use-error-text';

const POLL_MS = 2_000;
const isSuccess = ({ statusCode }: WebhookAttemptView): boolean =>
  statusCode !== null && statusCode >= 200 && statusCode < 300;

/** One delivery: what was sent, and each attempt with the answer or the cause of the failure. */
export function DeliveryDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const { can } = useAccess();
  // A delivery that is sent again keeps its state until the attempt has ended.
  const [awaited, setAwaited] = useState(0);
  const isOpen = (delivery: WebhookDeliveryDetailView | undefined): boolean =>
    delivery !== undefined && (delivery.status === 'pending' || delivery.attemptCount < awaited);
  const { data, error, refetch } = useQuery({
    queryKey: ['webhooks', 'delivery', id],
    queryFn: () => kontor.webhooks.getDelivery(id),
    refetchInterval: ({ state }) => (isOpen(state.data) ? POLL_MS : false),
  });
  const { run, busy } = useAction([['webhooks']]);
  const resend = () =>
    run(
      'resend',
      async () => setAwaited((await kontor.webhooks.resendDelivery(id)).attemptCount + 1),
      'webhooks.resent',
    );
  return (
    <DetailDialog
      title={data ? translate('webhooks.delivery_of', { name: data.eventType }) : translate('webhooks.delivery')}
      onClose={onClose}
      error={error}
      onRetry={() => void refetch()}
      isLoading={!data}
      actions={
        can('webhooks', 'update') && (
          <Button
            variant="contained"
            loading={busy === 'resend' || isOpen(data)}
            disabled={!data || data.requestBody === null}
            onClick={() => void resend()}
          >
            {translate('webhooks.resend')}
          </Button>
        )
      }
    >
      {data && <Delivery delivery={data} />}
    </DetailDialog>
  );
}

function Delivery({ delivery }: { readonly delivery: WebhookDeliveryDetailView }) {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const { reason, nextAttemptAt, completedAt, attempts, requestBody } = delivery;
  return (
    <>
      <Facts
        facts={[
          [translate('webhooks.status'), <DeliveryStatus key="status" status={delivery.status} />],
          [translate('webhooks.reason'), reason && translate(`webhooks.reason_${reason}`)],
          [translate('webhooks.created'), dateTime(delivery.createdAt)],
          [translate('webhooks.completed'), completedAt && dateTime(completedAt)],
          [translate('webhooks.next_attempt'), nextAttemptAt && dateTime(nextAttemptAt)],
          [translate('webhooks.event_id'), delivery.eventId],
          [translate('webhooks.delivery_id'), delivery.id],
        ]}
      />
      <Box>
        <Typography variant="subtitle2" component="h3" sx={{ mb: 0.5 }}>
          {translate('webhooks.attempts')}
        </Typography>
        {attempts.length === 0 && (
          <Typography variant="body2" color="textSecondary">
            {translate('webhooks.no_attempts')}
          </Typography>
        )}
        {attempts.map((attempt, at) => (
          <Attempt key={attempt.id} attempt={attempt} isOpen={at === attempts.length - 1} />
        ))}
      </Box>
      {requestBody === null ? (
        <Typography variant="body2" color="textSecondary">
          {translate('webhooks.body_deleted')}
        </Typography>
      ) : (
        <CodeBlock label={translate('webhooks.request_body')}>{readableJson(requestBody)}</CodeBlock>
      )}
    </>
  );
}

function Attempt({ attempt, isOpen }: { readonly attempt: WebhookAttemptView; readonly isOpen: boolean }) {
  const translate = useTranslate();
  const { dateTime, number } = useFormats();
  const errorTextOf = useErrorText();
  const headers = Object.entries(attempt.requestHeaders).map(([name, value]) => `${name}: ${value}`);
  return (
    <Accordion
      key={String(isOpen)}
      variant="outlined"
      disableGutters
      defaultExpanded={isOpen}
      slotProps={{ heading: { component: 'h4' } }}
    >
      <AccordionSummary expandIcon={<ExpandIcon />}>
        <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap', width: '100%' }}>
          <span>{translate('webhooks.attempt', { number: attempt.number })}</span>
          <StatusChip label={errorTextOf(attempt) || '—'} value={isSuccess(attempt) ? 'active' : 'lost'} />
          <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.75rem', ml: 'auto', pr: 1 }}>
            {dateTime(attempt.startedAt)} · {translate('operations.ms', { count: number(attempt.durationMs) })} ·{' '}
            {translate(`webhooks.trigger_${attempt.trigger}`)}
          </Box>
        </Stack>
      </AccordionSummary>
      <AccordionDetails>
        <Stack spacing={1.5}>
          <CodeBlock label={translate('webhooks.request_headers')}>{headers.join('\n')}</CodeBlock>
          {attempt.responseBody ? (
            <CodeBlock
              label={translate(attempt.isTruncated ? 'webhooks.response_cut' : 'webhooks.response')}
            >{`${attempt.responseBody}`}</CodeBlock>
          ) : (
            <Typography variant="body2" color="textSecondary">
              {translate('webhooks.no_response')}
            </Typography>
          )}
        </Stack>
      </AccordionDetails>
    </Accordion>
  );
}
