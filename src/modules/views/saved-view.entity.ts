import { defineEntity, p } from '@mikro-orm/core';
import { stamped, versioned } from '../../kernel/entity.js';
import { Team, User } from '../users/index.js';

export const VIEW_SCOPES = ['private', 'team', 'shared'] as const;
export type ViewScope = (typeof VIEW_SCOPES)[number];

const SavedViewSchema = defineEntity({
  name: 'SavedView',
  tableName: 'saved_views',
  properties: {
    ...stamped,
    ...versioned,
    resource: p.string().length(50),
    name: p.string().length(100),
    filter: p.json<object>().nullable(),
    columns: p.array().$type<string[]>(),
    sort: p.array().$type<string[]>(),
    groupBy: p.string().length(200).nullable(),
    scope: p.string().$type<ViewScope>(),
    owner: () => p.manyToOne(User),
    team: () => p.manyToOne(Team).nullable(),
  },
});

/** A filter, an order and columns that somebody keeps under a name. */
export class SavedView extends SavedViewSchema.class {}
SavedViewSchema.setClass(SavedView);
export { SavedViewSchema };
