import { isKontorError, type LeadView } from '@kontor/sdk';
import { Alert, Box, Button, Stack, Step, StepLabel, Stepper, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useAccess } from '../../api/access';
import { kontor } from '../../api/kontor';
import { EmptyState, ErrorNote, Loading } from '../../ui/feedback';
import { UserText } from '../../ui/text';
import { UnconvertButton } from '../converted-note';
import { TARGETS } from './conversion';
import { ConversionPreview } from './conversion-preview';
import { DuplicateChoice } from './duplicate-choice';
import { TargetForm } from './target-form';
import { STEPS, useConversion } from './use-conversion';

type Conversion = ReturnType<typeof useConversion>;

/** The wizard that converts a lead: choose, check by a dry run, convert. */
export function Screen() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { isLoaded, can } = useAccess();
  const { data, error, refetch } = useQuery({
    queryKey: ['record', id, 'convert'],
    queryFn: () => kontor.leads.get(id),
    // A result stays on the screen when the lead changes.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  if (isKontorError(error) && error.status === 404)
    return <EmptyState title={translate('record.missing')} text={translate('record.missing_text')} />;
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data || !isLoaded) return <Loading />;
  if (!can('leads', 'update')) return <EmptyState title={translate('app.no_access')} />;
  return <Wizard key={id} first={data} />;
}

function Wizard({ first }: { readonly first: LeadView }) {
  const translate = useTranslate();
  const { can } = useAccess();
  const conversion = useConversion(first, can);
  const { lead, step, error } = conversion;
  const back = `/leads/${lead.id}`;
  const isBlocked = (lead.convertedAt !== null && step !== 'done') || lead.status === 'lost';
  return (
    <Stack spacing={2} sx={{ maxWidth: 760, mx: 'auto' }}>
      <Box>
        <Typography variant="h5" component="h1">
          {translate('convert.title')}
        </Typography>
        <UserText to={back}>{lead.name}</UserText>
      </Box>
      <Stepper activeStep={step === 'done' ? STEPS.length : STEPS.indexOf(step)}>
        {STEPS.map((name) => (
          <Step key={name}>
            <StepLabel>{translate(`convert.step_${name}`)}</StepLabel>
          </Step>
        ))}
      </Stepper>
      <div role="status">{error !== undefined && <ErrorNote error={error} />}</div>
      {isBlocked ? (
        <Alert severity="info">
          {translate(lead.convertedAt === null ? 'convert.lost' : 'convert.already', { name: lead.name })}{' '}
          <Link to={back}>{translate('convert.open_lead')}</Link>
        </Alert>
      ) : (
        <StepContent conversion={conversion} />
      )}
      {!isBlocked && <StepButtons conversion={conversion} back={back} />}
    </Stack>
  );
}

function StepButtons({ conversion, back }: { readonly conversion: Conversion; readonly back: string }) {
  const translate = useTranslate();
  const { step, isBusy, result } = conversion;
  if (step === 'done')
    return (
      <Stack direction="row" spacing={1} sx={{ justifyContent: 'flex-end' }}>
        {result && <UnconvertButton record={result.lead} onDone={() => void conversion.restart()} />}
        <Button variant="contained" component={Link} to={back}>
          {translate('convert.open_lead')}
        </Button>
      </Stack>
    );
  return (
    <Stack direction="row" spacing={1} sx={{ justifyContent: 'flex-end' }}>
      {step === 'choose' ? (
        <Button component={Link} to={back}>
          {translate('app.cancel')}
        </Button>
      ) : (
        <Button onClick={conversion.goBack} disabled={isBusy}>
          {translate('convert.back')}
        </Button>
      )}
      <Button
        variant="contained"
        loading={isBusy}
        disabled={!conversion.canContinue}
        onClick={() => void conversion.goOn()}
      >
        {translate(step === 'check' ? 'leads.convert' : 'convert.check')}
      </Button>
    </Stack>
  );
}

function StepContent({ conversion }: { readonly conversion: Conversion }) {
  const translate = useTranslate();
  const { step, choices, errors, duplicates, picks, result } = conversion;
  if (step === 'choose')
    return (
      <>
        {TARGETS.map((target) => (
          <TargetForm
            key={target}
            target={target}
            choice={choices[target]}
            errors={errors}
            onChange={(choice) => conversion.setChoice(target, choice)}
          />
        ))}
      </>
    );
  if (step === 'duplicates' && duplicates)
    return (
      <>
        <Alert severity="warning">{translate('convert.duplicates_found')}</Alert>
        {(['company', 'contact'] as const).map((target) => {
          const isHiddenOne = duplicates.notVisible.includes(target);
          return (
            (duplicates[target].length > 0 || isHiddenOne) && (
              <DuplicateChoice
                key={target}
                target={target}
                candidates={duplicates[target]}
                isHiddenOne={isHiddenOne}
                value={picks[target] ?? ''}
                onChange={(value) => conversion.setPick(target, value)}
              />
            )
          );
        })}
      </>
    );
  if (!result) return <Loading />;
  return (
    <>
      <Alert severity={result.dryRun ? 'info' : 'success'}>
        {translate(result.dryRun ? 'convert.preview' : 'convert.done')}
      </Alert>
      <ConversionPreview result={result} />
    </>
  );
}
