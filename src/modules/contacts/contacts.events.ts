import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import { defineRecordEvents, MergeFacts, type Merged } from '../../platform/records/index.js';
import { ContactView } from './contacts.dto.js';

export type ContactChange = Change<ContactView>;

export const contactEvents = defineRecordEvents('contacts', () => ContactView, {
  created: 'A contact was created, by any means.',
  updated: { title: [null, 'Head of Research'] },
});
export const contactMerged = defineEvent<Merged<ContactView>>(
  'contact.merged',
  'contacts',
  'Other contacts were merged into a contact and deleted. Their linked records moved without events of their own.',
  { object: () => ContactView, extra: () => MergeFacts, example: { title: [null, 'Head of Research'] } },
);
export const contactUnmerged = defineEvent<Merged<ContactView>>(
  'contact.unmerged',
  'contacts',
  'A merge of contacts was undone; the merged contacts are active again, with their linked records.',
  { object: () => ContactView, extra: () => MergeFacts, example: { title: ['Head of Research', null] } },
);
