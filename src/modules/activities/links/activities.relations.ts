import { sql } from 'kysely';
import { defineRelation, type Fields, type Relation, type Sql } from '../../../platform/query/index.js';
import { ALL_LINKS, relatedTo, whenRecordTypeDefined } from '../../../platform/records/index.js';
import { activityType } from '../activity.type.js';

/** Without the fields of linked records, because a filter reaches these fields through the relations of the record. */
const own: Fields = Object.fromEntries(
  Object.entries(activityType.source.fields).filter(([name]) => !name.includes('.')),
);

/** An actor who can see a record can see all its activities. */
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

whenRecordTypeDefined((type) => {
  const link = ALL_LINKS.find(({ resource }) => resource === type.resource);
  if (!link) return;
  const column = sql.ref(`a.${link.column}`);
  defineRelation('activities', link.name, relatedTo(type, sql`${type.source.id} = ${column}`));
  defineRelation(type.resource, 'activities', activitiesOn(sql`${column} = ${type.source.id}`));
});
