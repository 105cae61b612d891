import { defineMerges } from '../../../platform/records/index.js';
import type { ContactView } from '../contacts.dto.js';
import { contactMerged, contactUnmerged } from '../contacts.events.js';
import { CONTACT_COLUMNS } from '../contacts.fields.js';
import { contactKind } from '../contacts.queries.js';

/** Contacts that turn out to be one person. */
export const contactMerges = defineMerges<ContactView>({
  kind: contactKind,
  columns: CONTACT_COLUMNS,
  kept: ['ownerId', 'teamId', 'isPrimary'],
  together: [
    ['firstName', 'lastName'],
    ['companyId', 'title', 'department'],
    ['addressLine1', 'addressLine2', 'city', 'state', 'postalCode', 'country'],
  ],
  links: [
    { table: 'activities', column: 'contact_id' },
    { table: 'deals', column: 'contact_id' },
    { table: 'leads', column: 'converted_contact_id' },
  ],
  above: { table: 'companies', field: 'companyId' },
  // Whoever spoke for the company goes on doing so under the other name.
  follows: ({ companyId }, records) => ({
    isPrimary: companyId !== null && records.some((contact) => contact.isPrimary && contact.companyId === companyId),
  }),
  lost: { isPrimary: false },
  merged: contactMerged,
  unmerged: contactUnmerged,
});
