import { Box, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import { Section } from '../settings/settings-page';
import { ErrorNote, Loading } from '../ui/feedback';
import { useFormats } from '../ui/profile';
import { useErrorText } from './use-error-text';

/** Deliveries change the figures. */
const POLL_MS = 10_000;
const PERIODS = [24, 168, 720];

const Figure = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <Box>
    <Typography variant="h6" component="div">
      {value}
    </Typography>
    <Typography variant="caption" color="textSecondary">
      {label}
    </Typography>
  </Box>
);

/** Attempts, success and duration of a period. */
export function WebhookStats({ id }: { readonly id: string }) {
  const translate = useTranslate();
  const { number, dateTime, locale } = useFormats();
  const errorTextOf = useErrorText();
  const [hours, setHours] = useState(24);
  const { data, error, refetch } = useQuery({
    queryKey: ['webhooks', id, 'stats', hours],
    queryFn: () => kontor.webhooks.getStats(id, { hours }),
    placeholderData: (former) => former,
    refetchInterval: POLL_MS,
  });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <Section
      title={translate('webhooks.stats')}
      actions={
        <TextField
          select
          value={hours}
          onChange={({ target }) => setHours(Number(target.value))}
          sx={{ width: 150 }}
          slotProps={{ select: { SelectDisplayProps: { 'aria-label': translate('webhooks.period') } } }}
        >
          {PERIODS.map((one) => (
            <MenuItem key={one} value={one}>
              {translate('webhooks.hours', { smart_count: one })}
            </MenuItem>
          ))}
        </TextField>
      }
    >
      {error ? (
        <ErrorNote error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          <Stack direction="row" useFlexGap spacing={3} sx={{ flexWrap: 'wrap' }}>
            <Figure
              label={translate('webhooks.success_rate')}
              value={data.successRate === null ? '—' : percent.format(data.successRate)}
            />
            <Figure label={translate('webhooks.attempts')} value={number(data.attempts)} />
            <Figure
              label={translate('webhooks.p95')}
              value={data.p95Ms === null ? '—' : translate('operations.ms', { count: number(data.p95Ms) })}
            />
            {data.deliveries.map(({ status, count }) => (
              <Figure key={status} label={translate(`webhooks.delivery_${status}`)} value={number(count)} />
            ))}
          </Stack>
          {data.lastFailure && (
            <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>
              {translate('webhooks.last_failure', {
                at: dateTime(data.lastFailure.at),
                cause: errorTextOf(data.lastFailure),
              })}
            </Typography>
          )}
        </>
      )}
    </Section>
  );
}
