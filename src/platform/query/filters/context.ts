import type { Actor } from '../../../kernel/actor.js';
import { type Condition, ME, MY_TEAM, type Value } from './condition.js';
import { type Fields, type Located, locate, type Sql } from '../fields/fields.js';
import type { Scalar } from '../fields/kinds.js';
import { dayIn, isDay, resolveRelative, startOfDay } from './moments.js';

/** The values for `$me`, `$myTeam` and relative dates. */
export interface FilterContext {
  readonly userId: string;
  /** The ids of the team members, or a subquery that selects the ids. `matches` cannot use a subquery. */
  readonly teamMemberIds?: readonly string[] | Sql;
  /** The value of `$myTeam` for a team field. Without a value, `$myTeam` matches no team. */
  readonly teamId?: string | null;
  /**
   * The actor for visibility and permissions on related records; `null` is the system. Filters on relations fail if
   * undefined.
   */
  readonly viewer?: Actor | null;
  readonly now: Date;
  /** Default country of phone numbers without a country code. */
  readonly country?: string;
  /** IANA name; default UTC. */
  readonly timezone?: string;
}

export function mustLocate(condition: Condition, fields: Fields): Located {
  const located = locate(condition.field, fields);
  // Stored filters must be parsed again after loading. This error reports a missing parse before SQL is built.
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

const EQUALITY = new Set<string>(['eq', 'ne', 'in', 'notIn']);

/** Returns the value in the normal form that this field is compared in. */
export function comparable(value: Scalar, op: string, { field }: Located, { country = '' }: FilterContext): Scalar {
  return field.equality && EQUALITY.has(op) && typeof value === 'string'
    ? field.equality.normalize(value, country)
    : value;
}

/** Returns the values of a condition in the normal form of the field, for SQL and for `matches`. */
export function valuesOf({ value, op }: Condition, located: Located, context: FilterContext): readonly Scalar[] {
  const values = Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
  return values.flatMap((one) => resolved(one, located, context)).map((one) => comparable(one, op, located, context));
}

/** Returns the subquery for `$myTeam` if the condition uses `$myTeam` and the context contains a subquery. */
export function teamQuery({ value }: Condition, { field }: Located, context: FilterContext): Sql | undefined {
  const team = context.teamMemberIds;
  const asked = field.user && (Array.isArray(value) ? value.includes(MY_TEAM) : value === MY_TEAM);
  return asked && team && !Array.isArray(team) ? (team as Sql) : undefined;
}
