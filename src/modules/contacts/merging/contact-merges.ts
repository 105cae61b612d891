import { defaultsOf } from '../../../kernel/entity.js';
import { defineMerges } from '../../../platform/records/index.js';
import type { ContactView } from '../contacts.dto.js';
import { ContactSchema } from '../contact.entity.js';
import { contactMerged, contactUnmerged } from '../contacts.events.js';
import { contactType } from '../contact.type.js';

export const contactMerges = defineMerges<ContactView>({
  kind: contactType,
  columns: contactType.columnNames,
  retained: ['ownerId', 'teamId', 'isPrimary'],
  together: [
    ['firstName', 'lastName'],
    ['companyId', 'title', 'department'],
    ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode', 'country'],
  ],
  defaults: defaultsOf(ContactSchema),
  neverEmptied: ['emailOptOutAt'],
  above: { table: 'companies', field: 'companyId' },
  // The result is primary if a merged contact was the primary contact of the same company.
  follows: ({ companyId }, records) => ({
    isPrimary: companyId !== null && records.some((contact) => contact.isPrimary && contact.companyId === companyId),
  }),
  lost: { isPrimary: false },
  merged: contactMerged,
  unmerged: contactUnmerged,
});
