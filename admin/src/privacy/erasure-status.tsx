import type { ErasureRequestView } from '@kontor/sdk';
import { useTranslate } from 'react-admin';
import { StatusChip } from '../fields/field-value';

/** Tones of `tones.ts`. */
export const ERASURE_TONES = {
  waiting: 'pending',
  running: 'pending',
  completed: 'active',
  held: 'lost',
  failed: 'lost',
  cancelled: 'inactive',
} as const;

export function ErasureStatus({ status }: { readonly status: ErasureRequestView['status'] }) {
  const translate = useTranslate();
  return <StatusChip label={translate(`erasure.status_${status}`)} value={ERASURE_TONES[status]} />;
}
