import { sql } from 'kysely';
import { defineRelation } from '../../platform/query/index.js';
import { relatedTo } from '../../platform/records/index.js';
import { companyKind } from '../companies/index.js';
import { contactKind } from '../contacts/index.js';
import { stageFields } from '../pipelines/index.js';
import { dealKind } from './deals.queries.js';

defineRelation('deals', 'company', relatedTo(companyKind, sql`c.id = d.company_id`));
defineRelation('deals', 'contact', relatedTo(contactKind, sql`p.id = d.contact_id`));
/** Stages belong to nobody: whoever may see pipelines sees all. */
defineRelation('deals', 'stage', {
  resource: 'pipeline-stages',
  many: false,
  permission: 'pipelines:read',
  fields: stageFields,
  from: sql`pipeline_stages s`,
  on: sql`s.id = d.stage_id`,
  live: sql`true`,
  visible: () => [],
});
defineRelation('companies', 'deals', relatedTo(dealKind, sql`d.company_id = c.id`, true));
defineRelation('contacts', 'deals', relatedTo(dealKind, sql`d.contact_id = p.id`, true));
