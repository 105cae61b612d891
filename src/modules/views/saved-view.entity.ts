import { defineEntity, p } from '@mikro-orm/core';
import { json, stamped, textArray, versioned } from '../../kernel/entity.js';
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
    filter: json<object>().nullable(),
    columns: textArray(),
    sort: textArray(),
    groupBy: p.string().length(200).nullable(),
    scope: p.string().$type<ViewScope>(),
    owner: () => p.manyToOne(User),
    team: () => p.manyToOne(Team).nullable(),
  },
});

/** A filter, columns and an order with a name. */
export class SavedView extends SavedViewSchema.class {}
SavedViewSchema.setClass(SavedView);
export { SavedViewSchema };
