import { defineEntity, p } from '@mikro-orm/core';
import { stamped, versioned } from '../../../kernel/entity.js';

export const TeamSchema = defineEntity({
  name: 'Team',
  tableName: 'teams',
  properties: {
    ...stamped,
    ...versioned,
    name: p.string().length(100),
    description: p.string().length(500).nullable(),
    // Not a relation, because users already refer to teams: the types would be circular.
    leadId: p.uuid().nullable(),
  },
});

/** Group of users who see the records of each other with the access scope `team`. */
export class Team extends TeamSchema.class {}

TeamSchema.setClass(Team);
