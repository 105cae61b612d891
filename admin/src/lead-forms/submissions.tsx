import type { LeadFormView, SubmissionOutcome, SubmissionView } from '@kontor/sdk';
import { Box, Button, Chip, Link, Paper, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useAccess } from '../api/access';
import { kontor } from '../api/kontor';
import { useAction } from '../data/use-action';
import { StatusChip } from '../fields/field-value';
import { Pages } from '../records/page/pages';
import { useFormats } from '../ui/profile';

/** People do not see this input of a form, so only programs fill it in. */
const TRAP = 'website_url_confirm';
const DAYS = 366;
const TONES: Readonly<Record<SubmissionOutcome, string>> = {
  accepted: 'active',
  held: 'pending',
  rejected: 'lost',
  invalid: 'lost',
  duplicate: 'inactive',
  disabled: 'inactive',
};

/** The submissions of a form by outcome. Held submissions are accepted or rejected here. */
export function Submissions({ form }: { readonly form: LeadFormView }) {
  const translate = useTranslate();
  const { number } = useFormats();
  const [outcome, setOutcome] = useState<SubmissionOutcome>();
  const { data: stats } = useQuery({
    queryKey: ['lead-forms', form.id, 'stats', DAYS],
    queryFn: () => kontor.leadForms.getStats(form.id, { days: DAYS }),
  });
  const chip = (one: SubmissionOutcome | undefined, label: string, count: number | undefined) => (
    <Chip
      key={one ?? 'all'}
      label={count === undefined ? label : `${label} ${number(count)}`}
      variant={outcome === one ? 'filled' : 'outlined'}
      color={outcome === one ? 'primary' : 'default'}
      aria-pressed={outcome === one}
      onClick={() => setOutcome(one)}
      sx={{ height: 30 }}
    />
  );
  return (
    <Stack spacing={2} sx={{ maxWidth: 860 }}>
      <Stack
        direction="row"
        useFlexGap
        spacing={1}
        role="group"
        aria-label={translate('lead_forms.outcome')}
        sx={{ flexWrap: 'wrap' }}
      >
        {chip(undefined, translate('lead_forms.all'), stats?.total)}
        {stats?.byOutcome
          .filter(({ count, outcome: one }) => count > 0 || one === 'held' || one === outcome)
          .map((one) => chip(one.outcome, translate(`lead_forms.outcome_${one.outcome}`), one.count))}
      </Stack>
      <Stack spacing={1.5}>
        <Pages<SubmissionView>
          queryKey={['lead-forms', form.id, 'submissions', outcome ?? 'all']}
          read={(options) =>
            kontor.leadForms.listSubmissions(form.id, { ...options, ...(outcome && { outcome: [outcome] }) })
          }
          keyOf={({ id }) => id}
          empty={{
            title: translate(outcome ? 'lead_forms.no_outcome' : 'lead_forms.no_submissions'),
            ...(!outcome && { text: translate('lead_forms.no_submissions_text') }),
          }}
        >
          {(submission) => <Submission form={form} submission={submission} />}
        </Pages>
      </Stack>
    </Stack>
  );
}

interface Properties {
  readonly form: LeadFormView;
  readonly submission: SubmissionView;
}

function Submission({ form, submission }: Properties) {
  const translate = useTranslate();
  const { dateTime } = useFormats();
  const { outcome, reason, payload, leadId, ipAddress, receivedAt } = submission;
  const labelOf = (name: string): string =>
    name === TRAP ? translate('lead_forms.trap') : (form.fields.find((field) => field.name === name)?.label ?? name);
  return (
    <Paper variant="outlined" component="article" sx={{ p: 2 }}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
        <StatusChip label={translate(`lead_forms.outcome_${outcome}`)} value={TONES[outcome]} />
        <Typography variant="body2" component="time" dateTime={receivedAt}>
          {dateTime(receivedAt)}
        </Typography>
        {reason && (
          <Typography variant="body2" color="textSecondary" component="bdi">
            {reason}
          </Typography>
        )}
        {leadId && (
          <Link component={RouterLink} to={`/leads/${leadId}`} variant="body2" sx={{ ml: 'auto' }}>
            {translate('lead_forms.open_lead')}
          </Link>
        )}
      </Stack>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gridTemplateColumns: 'minmax(90px, 140px) minmax(0, 1fr)',
          gap: 0.5,
          fontSize: '0.8125rem',
        }}
      >
        {Object.entries(payload).map(([name, value]) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'text.secondary', overflow: 'hidden', textOverflow: 'ellipsis' }}>
              <bdi title={labelOf(name)}>{labelOf(name)}</bdi>
            </Box>
            <Box component="dd" sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              <bdi>{String(value)}</bdi>
            </Box>
          </Box>
        ))}
      </Box>
      <Stack direction="row" useFlexGap spacing={1} sx={{ mt: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        {ipAddress && (
          <Typography variant="caption" color="textSecondary">
            {ipAddress}
          </Typography>
        )}
        {outcome === 'held' && <Review submission={submission} />}
      </Stack>
    </Paper>
  );
}

function Review({ submission: { id, formId } }: { readonly submission: SubmissionView }) {
  const translate = useTranslate();
  const { can } = useAccess();
  const { isBusy, run } = useAction(['lead-forms', formId], ['leads']);
  if (!can('lead-forms', 'update')) return null;
  return (
    <Stack direction="row" spacing={1} sx={{ ml: 'auto' }}>
      <Button
        variant="outlined"
        color="error"
        disabled={isBusy}
        onClick={() => void run(() => kontor.leadForms.rejectSubmission(formId, id))}
      >
        {translate('lead_forms.reject')}
      </Button>
      <Button
        variant="contained"
        disabled={isBusy}
        onClick={() => void run(() => kontor.leadForms.releaseSubmission(formId, id))}
      >
        {translate('lead_forms.accept')}
      </Button>
    </Stack>
  );
}
