import { isKontorError, type LeadConversionView, type LeadView } from '@kontor/sdk';
import { useState } from 'react';
import { fieldErrorsOf } from '../../api/errors';
import { kontor } from '../../api/kontor';
import { useLeadAction } from '../use-lead-action';
import {
  bodyOf,
  duplicatesIn,
  firstChoices,
  type Choice,
  type Choices,
  type FoundDuplicates,
  type Target,
} from './conversion';

export const STEPS = ['choose', 'duplicates', 'check'] as const;
type StepName = (typeof STEPS)[number] | 'done';
type Picks = Readonly<Partial<Record<'company' | 'contact', string>>>;

const picked = (choice: Choice, pick: string | undefined): Choice => {
  return pick === undefined || pick === 'new'
    ? { ...choice, isAccepted: true }
    : { ...choice, kind: 'existing', id: pick };
};

/** The state of the wizard. A dry run answers with duplicates to choose from, or with the result to check. */
export function useConversion(first: LeadView, can: (resource: string, action: string) => boolean) {
  const [lead, setLead] = useState(first);
  const [choices, setChoices] = useState<Choices>(() => firstChoices(first, can));
  const [step, setStep] = useState<StepName>('choose');
  const [duplicates, setDuplicates] = useState<FoundDuplicates>();
  const [picks, setPicks] = useState<Picks>({});
  const [result, setResult] = useState<LeadConversionView>();
  const [error, setError] = useState<unknown>();
  const { isBusy, run } = useLeadAction(lead.id);

  const fail = async (failure: unknown) => {
    const found = duplicatesIn(failure);
    if (found) {
      setDuplicates(found);
      setPicks({});
      return setStep('duplicates');
    }
    setError(failure);
    setStep('choose');
    const isChanged = isKontorError(failure, 'stale-version') || isKontorError(failure, 'lead-converted');
    if (isChanged) setLead(await kontor.leads.get(lead.id));
  };
  const send = (wanted: Choices, dryRun: boolean) =>
    run(
      async () => {
        setError(undefined);
        const answer = await kontor.leads.convert(lead.id, bodyOf(lead, wanted, dryRun), { ifMatch: lead });
        setResult(answer);
        setStep(dryRun ? 'check' : 'done');
      },
      (failure) => void fail(failure),
    );
  const isPicked = (target: 'company' | 'contact'): boolean =>
    !duplicates ||
    (duplicates[target].length === 0 && !duplicates.notVisible.includes(target)) ||
    picks[target] !== undefined;
  const isChosen = Object.values(choices).every(({ kind, id }) => kind !== 'existing' || id !== null);
  const isAnything = Object.values(choices).some(({ kind }) => kind !== 'none');

  return {
    lead,
    choices,
    step,
    duplicates,
    picks,
    result,
    error,
    isBusy,
    errors: fieldErrorsOf(error),
    canContinue:
      step === 'choose'
        ? isChosen && isAnything
        : step !== 'duplicates' || (isPicked('company') && isPicked('contact')),
    /** Any change needs another search for duplicates. */
    setChoice: (target: Target, choice: Choice) =>
      setChoices(({ company, contact, deal }) => ({
        company: { ...company, isAccepted: false },
        contact: { ...contact, isAccepted: false },
        deal,
        [target]: choice,
      })),
    setPick: (target: 'company' | 'contact', pick: string) => setPicks((before) => ({ ...before, [target]: pick })),
    goBack: () => setStep('choose'),
    goOn: () => {
      if (step === 'check') return send(choices, false);
      if (step !== 'duplicates') return send(choices, true);
      const next = {
        ...choices,
        company: picked(choices.company, picks.company),
        contact: picked(choices.contact, picks.contact),
      };
      setChoices(next);
      return send(next, true);
    },
    /** Begins again after the conversion was undone. */
    restart: async () => {
      setLead(await kontor.leads.get(lead.id));
      setResult(undefined);
      setStep('choose');
    },
  };
}
