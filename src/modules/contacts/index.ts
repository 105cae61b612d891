export { CONTACT_STATUSES, Contact, ContactSchema, type ContactStatus } from './contact.entity.js';
export { ContactCreate, ContactRef, ContactUpdate, ContactView } from './contacts.dto.js';
export { contactEvents, type ContactChange } from './contacts.events.js';
export { ContactsModule } from './contacts.module.js';
export { ContactsQueries } from './contacts.queries.js';
export { contactType } from './contact.type.js';
export { ContactsService } from './contacts.service.js';
