import { sql } from 'kysely';
import { defineRelation, type Fields } from '../../platform/query/index.js';
import { relatedTo } from '../../platform/records/index.js';
import { leadKind } from '../leads/index.js';
import { activityFields } from './activities.fields.js';

/** Without those of the record that it is on: from there one asks for these by themselves. */
const own: Fields = Object.fromEntries(Object.entries(activityFields).filter(([name]) => !name.includes('.')));

defineRelation('activities', 'lead', relatedTo(leadKind, sql`l.id = a.lead_id`));

/** Who sees the lead sees what is on it. */
defineRelation('leads', 'activities', {
  resource: 'activities',
  many: true,
  permission: 'activities:read',
  fields: own,
  from: sql`activities a`,
  on: sql`a.lead_id = l.id`,
  live: sql`a.deleted_at is null`,
  visible: () => [],
});
