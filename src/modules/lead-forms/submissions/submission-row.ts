import { isIP } from 'node:net';
import { newId } from '../../../kernel/entity.js';
import type { Insertion } from '../../../kernel/events.js';
import type { OpenForm } from '../open-forms.js';
import type { Submission } from './submission.js';

export interface Sender {
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

export function submissionRow(
  form: OpenForm,
  { payload }: Submission,
  { ipAddress, userAgent }: Sender,
  judged: Readonly<Record<string, unknown>>,
): Insertion {
  const address = ipAddress?.split('%', 1)[0] ?? '';
  const row = {
    id: newId(),
    form_id: form.id,
    payload,
    ip_address: isIP(address) ? address : null,
    user_agent: userAgent?.replaceAll('\0', '').toWellFormed() ?? null,
    received_at: new Date(),
    ...judged,
  };
  return { table: 'lead_form_submissions', row };
}
