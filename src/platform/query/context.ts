import type { Actor } from '../../kernel/actor.js';
import { type Condition, ME, MY_TEAM, type Value } from './condition.js';
import { type Fields, type Located, locate, type Sql } from './fields.js';
import type { Scalar } from './kinds.js';
import { dayIn, isDay, resolveRelative, startOfDay } from './moments.js';

/** Who asks, and when: what `$me`, `$myTeam` and relative dates mean. */
export interface FilterContext {
  readonly userId: string;
  /** The ids, or a subquery that selects them (which only SQL can answer, `matches` cannot). */
  readonly teamMemberIds?: readonly string[] | Sql;
  /** What `$myTeam` is where a field names a team; without one it is no team at all. */
  readonly teamId?: string | null;
  /** Whose sight and permissions hold for what a record is linked to; `null` is the system. Without it, nothing can be asked of that. */
  readonly seer?: Actor | null;
  readonly now: Date;
  /** IANA name, UTC by default. */
  readonly timezone?: string;
}

export function mustLocate(condition: Condition, fields: Fields): Located {
  const located = locate(condition.field, fields);
  // A stored filter is parsed again when it is loaded; whoever forgot that learns it here, not from SQL.
  if (!located) throw new Error(`filter names ${condition.field}, which is no field: parse it first`);
  return located;
}

function resolved(value: Value, { field }: Located, context: FilterContext): readonly Scalar[] {
  if (field.user && value === ME) return [context.userId.toLowerCase()];
  if (field.user && value === MY_TEAM) {
    return Array.isArray(context.teamMemberIds)
      ? (context.teamMemberIds as readonly string[]).map((id) => id.toLowerCase())
      : [];
  }
  if (field.team && value === MY_TEAM) return context.teamId ? [context.teamId.toLowerCase()] : [];
  if (typeof value === 'object') {
    const moment = resolveRelative(value, context.now, context.timezone);
    return [field.kind === 'timestamp' ? moment.toISOString() : dayIn(moment, context.timezone)];
  }
  if (field.kind === 'timestamp' && isDay(value)) return [startOfDay(value, context.timezone).toISOString()];
  return [field.lowercase ? String(value).toLowerCase() : value];
}

/** The values a condition compares with, in the normal form of its field: SQL and memory both start from these. */
export function valuesOf({ value }: Condition, located: Located, context: FilterContext): readonly Scalar[] {
  const values = Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
  return values.flatMap((one) => resolved(one, located, context));
}

/** The subquery behind `$myTeam`, where the condition names it and the context has one. */
export function teamQuery({ value }: Condition, { field }: Located, context: FilterContext): Sql | undefined {
  const team = context.teamMemberIds;
  const asked = field.user && (Array.isArray(value) ? value.includes(MY_TEAM) : value === MY_TEAM);
  return asked && team && !Array.isArray(team) ? (team as Sql) : undefined;
}
