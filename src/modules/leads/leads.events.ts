import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import { RecordPurge } from '../../platform/records/index.js';
import { LeadStep } from './lead-events.dto.js';
import { LeadView } from './leads.dto.js';

export type LeadChange = Change<LeadView>;
export interface LeadStatusChange extends LeadChange, LeadStep {}

const carried = { object: () => LeadView };
const AT = '2026-11-21T10:00:00.000Z';

export const leadCreated = defineEvent<LeadChange>(
  'lead.created',
  'leads',
  'A lead came in, whatever the way.',
  carried,
);
export const leadUpdated = defineEvent<LeadChange>('lead.updated', 'leads', 'Fields of a lead were changed.', {
  ...carried,
  example: { company: [null, 'Analytical Engines Ltd'] },
});
export const leadStatusChanged = defineEvent<LeadStatusChange>(
  'lead.status_changed',
  'leads',
  'A lead moved through its lifecycle.',
  { ...carried, extra: () => LeadStep, example: { status: ['new', 'contacted'], contactedAt: [null, AT] } },
);
export const leadAssigned = defineEvent<LeadChange>(
  'lead.assigned',
  'leads',
  'A lead got another owner or another team, or none.',
  { ...carried, example: { ownerId: [null, '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a'] } },
);
export const leadConverted = defineEvent<LeadChange>(
  'lead.converted',
  'leads',
  'A lead became a company, a contact or a deal, or was joined to ones that were there.',
  {
    ...carried,
    example: { convertedAt: [null, AT], convertedContactId: [null, '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a'] },
  },
);
export const leadUnconverted = defineEvent<LeadChange>(
  'lead.unconverted',
  'leads',
  'The conversion of a lead was taken back.',
  {
    ...carried,
    example: { convertedAt: [AT, null], convertedContactId: ['0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a', null] },
  },
);
export const leadDeleted = defineEvent<LeadChange>('lead.deleted', 'leads', 'A lead was deleted; it can be restored.', {
  ...carried,
  example: { deletedAt: [null, AT] },
});
export const leadRestored = defineEvent<LeadChange>('lead.restored', 'leads', 'A deleted lead was restored.', {
  ...carried,
  example: { deletedAt: [AT, null] },
});
export const leadPurged = defineEvent<RecordPurge>('lead.purged', 'leads', 'A lead was removed for good.', {
  payload: () => RecordPurge,
});
