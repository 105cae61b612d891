import type { LeadStatus, ScoreReasonView } from '@kontor/sdk';
import { Box, Button, LinearProgress, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useAccess } from '../api/access';
import type { RecordData } from '../data/calls';
import { StatusChip } from '../fields/field-value';
import { useLabels, useRecordType } from '../metadata/record-type';
import type { RecordComponentProperties } from '../records/record-screens';
import { UserText } from '../ui/text';
import { ConvertedNote } from './converted-note';
import { changeStatus, useLeadAction } from './use-lead-action';

/** Status with the allowed next statuses, score with its reasons, and the records of the conversion. */
export function LeadPanel({ record }: RecordComponentProperties) {
  const translate = useTranslate();
  return (
    <Paper variant="outlined" component="section" aria-label={translate('leads.progress')} sx={{ p: 2 }}>
      <Stack spacing={2}>
        {typeof record['convertedAt'] === 'string' ? (
          <ConvertedNote record={record} />
        ) : (
          <StatusButtons record={record} />
        )}
        <Score record={record} />
      </Stack>
    </Paper>
  );
}

function StatusButtons({ record }: { readonly record: RecordData }) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { field } = useRecordType('leads');
  const { valueLabel } = useLabels('leads');
  const { isBusy, run } = useLeadAction(record.id);
  const status = String(record['status']);
  const allowed = field('status')?.transitions?.find(({ from }) => from === status)?.to ?? [];
  const canMove = can('leads', 'update') && allowed.length > 0;
  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
      <Typography variant="subtitle2" component="h2">
        {translate('leads.status')}
      </Typography>
      <span role="status">
        <StatusChip label={valueLabel('status', status)} value={status} />
      </span>
      {canMove && (
        <Stack
          direction="row"
          useFlexGap
          spacing={1}
          role="group"
          aria-label={translate('leads.move_to')}
          sx={{ flexWrap: 'wrap' }}
        >
          {allowed.map((next) => (
            <Button
              key={next}
              variant="outlined"
              color={next === 'lost' ? 'error' : 'primary'}
              disabled={isBusy}
              onClick={() => void run(() => changeStatus(record, next as LeadStatus))}
            >
              {valueLabel('status', next)}
            </Button>
          ))}
        </Stack>
      )}
    </Stack>
  );
}

function Score({ record }: { readonly record: RecordData }) {
  const translate = useTranslate();
  const score = Number(record['score'] ?? 0);
  const reasons = (record['scoreReasons'] ?? []) as ScoreReasonView[];
  return (
    <Box component="section" aria-label={translate('leads.score')}>
      <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
        <Typography variant="subtitle2" component="h2">
          {translate('leads.score')}
        </Typography>
        <LinearProgress
          variant="determinate"
          value={score}
          aria-label={translate('leads.score_of', { score })}
          sx={{ flex: 1, height: 6, borderRadius: 3 }}
        />
        <Typography variant="body2" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {translate('leads.score_of', { score })}
        </Typography>
      </Stack>
      {score === 0 && reasons.length === 0 ? (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
          {translate('leads.no_reasons')}
        </Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 0.75, p: 0, fontSize: '0.8125rem' }}>
          {reasons.map(({ rule, points }) => (
            <Stack component="li" key={rule} direction="row" spacing={1} sx={{ justifyContent: 'space-between' }}>
              <UserText>{rule}</UserText>
              <Box sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
                {points > 0 ? `+${points}` : `−${Math.abs(points)}`}
              </Box>
            </Stack>
          ))}
        </Box>
      )}
    </Box>
  );
}
