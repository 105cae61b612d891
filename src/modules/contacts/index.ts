export { CONTACT_STATUSES, Contact, ContactSchema, type ContactStatus } from './contact.entity.js';
export { ContactCreate, ContactRef, ContactUpdate, ContactView } from './contacts.dto.js';
export { contactFields } from './contacts.fields.js';
export {
  contactAssigned,
  contactCreated,
  contactDeleted,
  contactPurged,
  contactRestored,
  contactUpdated,
  type ContactChange,
} from './contacts.events.js';
export { ContactsModule } from './contacts.module.js';
export { contactBelonging, contactKind, ContactsQueries } from './contacts.queries.js';
export { ContactsService } from './contacts.service.js';
