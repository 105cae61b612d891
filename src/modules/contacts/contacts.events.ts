import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import { MergeTold, RecordPurge, type Merged } from '../../platform/records/index.js';
import { ContactView } from './contacts.dto.js';

export type ContactChange = Change<ContactView>;

const carried = { object: () => ContactView };
const AT = '2026-11-21T10:00:00.000Z';

export const contactCreated = defineEvent<ContactChange>(
  'contact.created',
  'contacts',
  'A contact was added, whatever the way.',
  carried,
);
export const contactUpdated = defineEvent<ContactChange>(
  'contact.updated',
  'contacts',
  'Fields of a contact were changed.',
  { ...carried, example: { title: [null, 'Head of Research'] } },
);
export const contactAssigned = defineEvent<ContactChange>(
  'contact.assigned',
  'contacts',
  'A contact got another owner or another team, or none.',
  { ...carried, example: { ownerId: [null, '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a'] } },
);
export const contactDeleted = defineEvent<ContactChange>(
  'contact.deleted',
  'contacts',
  'A contact was deleted; it can be restored.',
  { ...carried, example: { deletedAt: [null, AT] } },
);
export const contactRestored = defineEvent<ContactChange>(
  'contact.restored',
  'contacts',
  'A deleted contact was restored.',
  { ...carried, example: { deletedAt: [AT, null] } },
);
export const contactPurged = defineEvent<RecordPurge>('contact.purged', 'contacts', 'A contact was removed for good.', {
  payload: () => RecordPurge,
});
export const contactMerged = defineEvent<Merged<ContactView>>(
  'contact.merged',
  'contacts',
  'Other contacts were merged into a contact, and are deleted; what was on them moved without events of its own.',
  { ...carried, extra: () => MergeTold, example: { title: [null, 'Head of Research'] } },
);
export const contactUnmerged = defineEvent<Merged<ContactView>>(
  'contact.unmerged',
  'contacts',
  'A merge into a contact was taken back: the others live again, with what was on them.',
  { ...carried, extra: () => MergeTold, example: { title: ['Head of Research', null] } },
);
