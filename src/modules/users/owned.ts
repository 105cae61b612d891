import { p } from '@mikro-orm/core';
import { Team } from './teams/team.entity.js';
import { User } from './user.entity.js';

/** Columns of records that belong to a user or a team. */
export const owned = {
  owner: () => p.manyToOne(User).nullable(),
  team: () => p.manyToOne(Team).nullable(),
};
