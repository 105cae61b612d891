import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import { defineRecordEvents } from '../../platform/records/index.js';
import { LeadStep } from './status/lead-status.dto.js';
import { LeadView } from './leads.dto.js';

export type LeadChange = Change<LeadView>;
export interface LeadStatusChange extends LeadChange, LeadStep {}

const carried = { object: () => LeadView };
const AT = '2026-11-21T10:00:00.000Z';

export const leadEvents = defineRecordEvents('leads', () => LeadView, {
  created: 'A lead was created, by any means.',
  updated: { company: [null, 'Analytical Engines Ltd'] },
});
export const leadStatusChanged = defineEvent<LeadStatusChange>(
  'lead.status_changed',
  'leads',
  'The status of a lead changed.',
  { ...carried, extra: () => LeadStep, example: { status: ['new', 'contacted'], contactedAt: [null, AT] } },
);
export const leadConverted = defineEvent<LeadChange>(
  'lead.converted',
  'leads',
  'A lead was converted into a new or existing company, contact or deal.',
  {
    ...carried,
    example: { convertedAt: [null, AT], convertedContactId: [null, '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a'] },
  },
);
export const leadUnconverted = defineEvent<LeadChange>(
  'lead.unconverted',
  'leads',
  'The conversion of a lead was undone.',
  {
    ...carried,
    example: { convertedAt: [AT, null], convertedContactId: ['0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a', null] },
  },
);
