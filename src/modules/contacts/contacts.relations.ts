import { sql } from 'kysely';
import { defineRelation } from '../../platform/query/index.js';
import { relatedTo } from '../../platform/records/index.js';
import { companyKind } from '../companies/index.js';
import { contactKind } from './contacts.queries.js';

defineRelation('contacts', 'company', relatedTo(companyKind, sql`c.id = p.company_id`));
defineRelation('companies', 'contacts', relatedTo(contactKind, sql`p.company_id = c.id`, true));
