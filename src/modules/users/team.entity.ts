import { defineEntity, p } from '@mikro-orm/core';
import { stamped, versioned } from '../../kernel/entity.js';

export const TeamSchema = defineEntity({
  name: 'Team',
  tableName: 'teams',
  properties: {
    ...stamped,
    ...versioned,
    name: p.string().length(100),
    description: p.string().length(500).nullable(),
    // Not a relation: users refer to teams already.
    leadId: p.uuid().nullable(),
  },
});

/** People who see each other's records where their role says `team`. */
export class Team extends TeamSchema.class {}

TeamSchema.setClass(Team);
