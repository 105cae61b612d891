export { CONTACT_STATUSES, Contact, ContactSchema, type ContactStatus } from './contact.entity.js';
export { ContactCreate, ContactRef, ContactUpdate, ContactView } from './contacts.dto.js';
export { contactFields } from './contacts.fields.js';
export { ContactsModule } from './contacts.module.js';
export { contactBelonging, contactKind, ContactsQueries } from './contacts.queries.js';
