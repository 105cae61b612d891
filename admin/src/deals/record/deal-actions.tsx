import type { DealView } from '@kontor/sdk';
import { Button } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useAccess } from '../../api/access';
import type { RecordComponentProperties } from '../../records/record-screens';
import { stepsOf, type Step } from '../closing/steps';
import { useDealRefresh } from '../use-deal-refresh';

const ClosingDialog = lazy(() => import('../closing/closing-dialog'));

/** Buttons that close or reopen the deal. */
export function DealActions({ record }: RecordComponentProperties) {
  const translate = useTranslate();
  const { can } = useAccess();
  const refresh = useDealRefresh();
  const [step, setStep] = useState<Step>();
  const deal = record as unknown as DealView;
  if (!can('deals', 'update')) return null;
  return (
    <>
      {stepsOf(deal).map((one) => (
        <Button key={one} variant={one === 'win' ? 'contained' : 'outlined'} onClick={() => setStep(one)}>
          {translate(`deals.step_${one}`)}
        </Button>
      ))}
      <Suspense>
        {step && (
          <ClosingDialog
            step={step}
            deal={deal}
            onDone={() => {
              setStep(undefined);
              refresh(deal.id);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
