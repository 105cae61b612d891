import { bulkClasses } from '../../platform/records/index.js';
import { ContactCreate, ContactUpdate, ContactView } from './contacts.dto.js';

const bulk = bulkClasses({
  resource: 'contacts',
  create: ContactCreate,
  update: ContactUpdate,
  view: ContactView,
  example: [{ create: { name: 'Grace Hopper' } }],
  exampleId: '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e',
});
export class ContactBulk extends bulk.Request {}
export class ContactBulkView extends bulk.View {}
