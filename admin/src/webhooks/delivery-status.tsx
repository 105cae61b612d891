import { useTranslate } from 'react-admin';
import { StatusChip } from '../fields/field-value';

/** Tones of `tones.ts`. */
const DELIVERY_TONES: Readonly<Record<string, string>> = {
  pending: 'pending',
  succeeded: 'active',
  failed: 'lost',
  skipped: 'inactive',
  cancelled: 'inactive',
};

export function DeliveryStatus({ status }: { readonly status: string }) {
  const translate = useTranslate();
  return <StatusChip label={translate(`webhooks.delivery_${status}`)} value={DELIVERY_TONES[status] ?? 'inactive'} />;
}
