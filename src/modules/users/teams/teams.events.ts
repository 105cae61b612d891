import type { Change } from '../../../kernel/change.js';
import { defineEvent } from '../../../kernel/events.js';
import { TeamView } from './teams.dto.js';

export type TeamChange = Change<TeamView>;

const carried = { object: () => TeamView };

export const teamCreated = defineEvent<TeamChange>('team.created', 'teams', 'A team was created.', carried);
export const teamUpdated = defineEvent<TeamChange>(
  'team.updated',
  'teams',
  'A team was changed. Changes of its members are sent as `user.updated`.',
  { ...carried, example: { name: ['North', 'North and Scotland'] } },
);
export const teamDeleted = defineEvent<TeamChange>(
  'team.deleted',
  'teams',
  'An empty team was permanently deleted.',
  carried,
);
