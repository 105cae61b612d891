import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import { defineRecordEvents, MergeFacts, type Merged } from '../../platform/records/index.js';
import { CompanyView } from './companies.dto.js';

export type CompanyChange = Change<CompanyView>;

export const companyEvents = defineRecordEvents('companies', () => CompanyView, {
  created: 'A company was created, by any means.',
  updated: { industry: [null, 'computing'] },
});
export const companyMerged = defineEvent<Merged<CompanyView>>(
  'company.merged',
  'companies',
  'Other companies were merged into a company and deleted. Their linked records moved without events of their own.',
  { object: () => CompanyView, extra: () => MergeFacts, example: { industry: [null, 'computing'] } },
);
export const companyUnmerged = defineEvent<Merged<CompanyView>>(
  'company.unmerged',
  'companies',
  'A merge of companies was undone; the merged companies are active again, with their linked records.',
  { object: () => CompanyView, extra: () => MergeFacts, example: { industry: ['computing', null] } },
);
