import { sql } from 'kysely';
import { defineRelation, type Fields, type Relation, type Sql } from '../../platform/query/index.js';
import { relatedTo } from '../../platform/records/index.js';
import { companyKind } from '../companies/index.js';
import { contactKind } from '../contacts/index.js';
import { dealKind } from '../deals/index.js';
import { leadKind } from '../leads/index.js';
import { activityFields } from './activities.fields.js';

/** Without those of the record that it is on: from there one asks for these by themselves. */
const own: Fields = Object.fromEntries(Object.entries(activityFields).filter(([name]) => !name.includes('.')));

/** Who sees a record sees what is on it. */
const activitiesOn = (on: Sql): Relation => ({
  resource: 'activities',
  many: true,
  permission: 'activities:read',
  fields: own,
  from: sql`activities a`,
  on,
  live: sql`a.deleted_at is null`,
  visible: () => [],
});

defineRelation('activities', 'lead', relatedTo(leadKind, sql`l.id = a.lead_id`));
defineRelation('activities', 'company', relatedTo(companyKind, sql`c.id = a.company_id`));
defineRelation('activities', 'contact', relatedTo(contactKind, sql`p.id = a.contact_id`));
defineRelation('activities', 'deal', relatedTo(dealKind, sql`d.id = a.deal_id`));
defineRelation('leads', 'activities', activitiesOn(sql`a.lead_id = l.id`));
defineRelation('companies', 'activities', activitiesOn(sql`a.company_id = c.id`));
defineRelation('contacts', 'activities', activitiesOn(sql`a.contact_id = p.id`));
defineRelation('deals', 'activities', activitiesOn(sql`a.deal_id = d.id`));
