import type { DealView, PipelineStageView } from '@kontor/sdk';
import { isKontorError } from '@kontor/sdk';
import { Alert, Autocomplete, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material';
import { MenuItem, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { kontor } from '../../api/kontor';
import { useErrorText } from '../../ui/error-text';
import { UserText } from '../../ui/text';
import { useMoney } from '../money';
import { useStages } from '../pipelines';
import { takeStep, type Step } from './steps';

const LONGEST = 255;
const FIELD = { win: 'wonReason', lose: 'lostReason', abandon: 'lostReason' } as const;

interface Properties {
  readonly step: Step;
  readonly deal: DealView;
  /** The stage in which a reopened deal continues. */
  readonly stage?: PipelineStageView | undefined;
  /** Called with the changed deal; without a deal if the person cancels. */
  readonly onDone: (deal?: DealView) => void;
}

/** Wins, loses, abandons or reopens a deal. A lost deal needs a reason. */
// oxlint-disable-next-line import/no-default-export -- `lazy` needs a default export
export default function ClosingDialog({ step, deal, stage, onDone }: Properties) {
  const translate = useTranslate();
  const notify = useNotify();
  const money = useMoney();
  const errorText = useErrorText('deals');
  const [base, setBase] = useState(deal);
  const [reason, setReason] = useState('');
  const [stageId, setStageId] = useState(stage?.id ?? '');
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setError(undefined);
    try {
      const changed = await takeStep(step, base, { reason: reason.trim(), stageId: stageId || undefined });
      notify(`deals.done_${step}`, { type: 'success' });
      onDone(changed);
    } catch (failure) {
      setError(failure);
      setBusy(false);
      // The person sees that the deal changed, and may submit again.
      if (isKontorError(failure, 'stale-version')) await kontor.deals.get(deal.id).then(setBase, () => undefined);
    }
  };
  return (
    <Dialog open onClose={() => !isBusy && onDone()} maxWidth="xs" fullWidth aria-labelledby="closing-title">
      <form onSubmit={(event) => void submit(event)}>
        <DialogTitle id="closing-title">{translate(`deals.title_${step}`)}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <Stack direction="row" spacing={2} sx={{ justifyContent: 'space-between' }}>
              <UserText>{base.title}</UserText>
              {base.value !== null && (
                <Typography sx={{ whiteSpace: 'nowrap' }}>{money(base.value, base.currency)}</Typography>
              )}
            </Stack>
            {error !== undefined && <Alert severity="error">{errorText(error)}</Alert>}
            {step === 'reopen' ? (
              <StageChoice pipelineId={base.pipelineId} value={stageId} onChange={setStageId} />
            ) : (
              <Reason step={step} value={reason} onChange={setReason} />
            )}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={() => onDone()} disabled={isBusy}>
            {translate('app.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={isBusy} disabled={step === 'lose' && reason.trim() === ''}>
            {translate(`deals.do_${step}`)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface InputProperties {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A typed reason, or an earlier reason. */
function Reason({ step, value, onChange }: InputProperties & { readonly step: Exclude<Step, 'reopen'> }) {
  const translate = useTranslate();
  const field = FIELD[step];
  const { data = [] } = useQuery({
    queryKey: ['deals', 'reasons', field],
    queryFn: async ({ signal }) => {
      const { facets } = await kontor.deals.countFacets({ facets: [field] } as never, { signal });
      return facets[0]?.values.flatMap((one) => (one.value === null ? [] : [one.value])) ?? [];
    },
  });
  return (
    <Autocomplete
      freeSolo
      options={data}
      inputValue={value}
      onInputChange={(_, text) => onChange(text)}
      renderInput={(parameters) => (
        <TextField
          {...parameters}
          autoFocus
          required={step === 'lose'}
          label={translate(`deals.reason_${step}`)}
          helperText={step === 'lose' ? translate('deals.reason_needed') : translate('deals.reason_optional')}
          slotProps={{
            ...parameters.slotProps,
            htmlInput: { ...parameters.slotProps?.htmlInput, maxLength: LONGEST, dir: 'auto' },
          }}
        />
      )}
    />
  );
}

function StageChoice({ pipelineId, value, onChange }: InputProperties & { readonly pipelineId: string }) {
  const translate = useTranslate();
  const { data: stages = [] } = useStages(pipelineId);
  const open = stages.filter(({ kind, isActive }) => kind === 'open' && isActive);
  return (
    <TextField
      select
      autoFocus
      value={open.some(({ id }) => id === value) ? value : ''}
      label={translate('deals.reopen_in')}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{translate('deals.last_stage')}</MenuItem>
      {open.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          <bdi>{name}</bdi>
        </MenuItem>
      ))}
    </TextField>
  );
}
