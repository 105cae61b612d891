import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import { MergeTold, RecordPurge, type Merged } from '../../platform/records/index.js';
import { CompanyView } from './companies.dto.js';

export type CompanyChange = Change<CompanyView>;

const carried = { object: () => CompanyView };
const AT = '2026-11-21T10:00:00.000Z';

export const companyCreated = defineEvent<CompanyChange>(
  'company.created',
  'companies',
  'A company was made, whatever the way.',
  carried,
);
export const companyUpdated = defineEvent<CompanyChange>(
  'company.updated',
  'companies',
  'Fields of a company were changed.',
  { ...carried, example: { industry: [null, 'computing'] } },
);
export const companyAssigned = defineEvent<CompanyChange>(
  'company.assigned',
  'companies',
  'A company got another owner or another team, or none.',
  { ...carried, example: { ownerId: [null, '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a'] } },
);
export const companyDeleted = defineEvent<CompanyChange>(
  'company.deleted',
  'companies',
  'A company was deleted; it can be restored.',
  { ...carried, example: { deletedAt: [null, AT] } },
);
export const companyRestored = defineEvent<CompanyChange>(
  'company.restored',
  'companies',
  'A deleted company was restored.',
  { ...carried, example: { deletedAt: [AT, null] } },
);
export const companyPurged = defineEvent<RecordPurge>(
  'company.purged',
  'companies',
  'A company was removed for good.',
  { payload: () => RecordPurge },
);
export const companyMerged = defineEvent<Merged<CompanyView>>(
  'company.merged',
  'companies',
  'Other companies were merged into a company, and are deleted; what was on them moved without events of its own.',
  { ...carried, extra: () => MergeTold, example: { industry: [null, 'computing'] } },
);
export const companyUnmerged = defineEvent<Merged<CompanyView>>(
  'company.unmerged',
  'companies',
  'A merge into a company was taken back: the others live again, with what was on them.',
  { ...carried, extra: () => MergeTold, example: { industry: ['computing', null] } },
);
