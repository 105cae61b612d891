import { sql } from 'kysely';
import { field } from '../../platform/query/index.js';
import { defineRecordType } from '../../platform/records/index.js';
import { companyType } from '../companies/index.js';
import { Contact, ContactSchema } from './contact.entity.js';
import type { ContactView } from './contacts.dto.js';
import { contactEvents } from './contacts.events.js';

export const contactType = defineRecordType<ContactView, Contact>('contacts', {
  entity: Contact,
  schema: ContactSchema,
  alias: 'p',
  title: 'name',
  subtitle: sql`concat_ws(', ', p.title, p.department, p.city)`,
  events: contactEvents,
  // The database generates the name.
  computed: { name: sql.ref('p.name') },
  fields: {
    name: field.text('p.name', { sort: { expression: sql`lower(p.name)` }, searched: sql.ref('p.search_text') }),
    firstName: { searched: true },
    lastName: { sort: { expression: sql`lower(coalesce(p.last_name, p.first_name))` }, searched: true },
    companyId: { indexed: true, facet: true },
    teamId: { indexed: true },
    email: { isEmail: true, searched: true },
    phone: { searched: true },
    mobile: { searched: true },
    department: { facet: true },
    addressLine1: false,
    addressLine2: false,
    city: { facet: true },
    country: { facet: true, isFixedLength: true },
    status: { indexed: true, facet: true },
    source: { facet: true },
    leadScore: { sort: true },
    isPrimary: { facet: true },
    preferredContact: { facet: true },
    linkedinUrl: false,
    twitterHandle: false,
  },
  links: { companyId: { to: companyType, first: 'is_primary' } },
  counts: ['status', 'source', 'country'],
  unique: {
    email: { status: 409, code: 'contact-email-taken', detail: 'Another contact already has this e-mail address.' },
  },
  merged: { status: 410, code: 'contact-merged', detail: 'The contact was merged into another contact.' },
  retention: { description: 'Deleted contacts, from the day of deletion.' },
  person: { email: 'email', phones: ['phone', 'mobile'] },
});
