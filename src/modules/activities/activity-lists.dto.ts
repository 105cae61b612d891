import {
  ChoicesParameter,
  CustomFilters,
  FlagParameter,
  Id,
  IdsParameter,
  Nested,
  Optional,
  SortParameter,
} from '../../kernel/fields.js';
import { TimestampFilter } from '../../platform/query/index.js';
import { ALL_LINKS, type LinkName, type LinkProperty } from '../../platform/records/index.js';
import {
  ACTIVITY_STATUSES,
  ACTIVITY_TYPES,
  PRIORITIES,
  type ActivityStatus,
  type ActivityType,
  type Priority,
} from './activity.entity.js';
import { linkFilterClass } from './links/link-classes.js';

export const ACTIVITY_SORTS = ['createdAt', 'dueAt'] as const;
const SORTS = ACTIVITY_SORTS.flatMap((field) => [field, `-${field}`]);
export type ActivityInclude = LinkName | 'owner' | 'assignee' | 'team';
export const ACTIVITY_INCLUDES: readonly ActivityInclude[] = [
  ...ALL_LINKS.map(({ name }) => name),
  'owner',
  'assignee',
  'team',
];

export class ActivityGetQuery {
  /** Related records to include */
  @Optional()
  @ChoicesParameter('ActivityInclude', ACTIVITY_INCLUDES, ACTIVITY_INCLUDES.length)
  include?: ActivityInclude[];
}

export class ActivityQuery extends linkFilterClass('ActivityLinkQuery') {
  /**
   * Id of a saved view. Its filter applies in addition; its sort order applies if `sort` is omitted.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional() @Id() viewId?: string;
  /**
   * Sort order; `-` before a field means descending. Default: newest first. Activities without `dueAt` come last, or
   * first in descending order.
   */
  @Optional() @SortParameter('ActivitySort', SORTS, 2) sort?: string[];
  /** Related records to include */
  @Optional()
  @ChoicesParameter('ActivityInclude', ACTIVITY_INCLUDES, ACTIVITY_INCLUDES.length)
  include?: ActivityInclude[];
  /** Types; repeat to match any of several */
  @Optional() @ChoicesParameter('ActivityType', ACTIVITY_TYPES) type?: ActivityType[];
  /** Statuses; repeat to match any of several */
  @Optional() @ChoicesParameter('ActivityStatus', ACTIVITY_STATUSES) status?: ActivityStatus[];
  /** Priorities; repeat to match any of several */
  @Optional() @ChoicesParameter('Priority', PRIORITIES) priority?: Priority[];
  /** Ids of assignees; repeat to match any of several */
  @Optional() @IdsParameter() assigneeId?: string[];
  /** Ids of owners; repeat to match any of several */
  @Optional() @IdsParameter() ownerId?: string[];
  /** Ids of teams; repeat to match any of several */
  @Optional() @IdsParameter() teamId?: string[];
  /** Ids of activities that are followed up; repeat to match any of several */
  @Optional() @IdsParameter() followUpOfId?: string[];
  /**
   * True for overdue activities only, false for all others
   * @example true
   */
  @Optional() @FlagParameter() overdue?: boolean;
  /**
   * Custom field values by key; an operator follows the key after a dot: `custom[tier]=gold&custom[seats.gte]=10`, or
   * `{"tier": "gold", "seats.gte": 10}` in generated clients. Repeat a parameter to match any of several values. The
   * spellings `custom.tier` and `custom.seats[gte]` are equal. `GET /custom-fields` lists the fields.
   * @example {}
   */
  @Optional() @CustomFilters() custom?: Record<string, unknown>;
  /** Due time */
  @Optional() @Nested(() => TimestampFilter) dueAt?: TimestampFilter;
  /** Creation time */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
  /**
   * Whether to return deleted activities instead of active activities
   * @example false
   */
  @Optional() @FlagParameter() deleted?: boolean;
}

/** The query parameters on the record of the path. */
export type LinkedActivityQuery = Omit<ActivityQuery, LinkProperty>;
