import { OmitType } from '@nestjs/swagger';
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
import { PageQuery } from '../../kernel/page.js';
import { TimestampFilter } from '../../platform/query/index.js';
import {
  ACTIVITY_STATUSES,
  ACTIVITY_TYPES,
  PRIORITIES,
  type ActivityStatus,
  type ActivityType,
  type Priority,
} from './activity.entity.js';

export const ACTIVITY_SORTS = ['createdAt', 'dueAt'] as const;
const SORTS = ACTIVITY_SORTS.flatMap((field) => [field, `-${field}`]);
export const ACTIVITY_INCLUDES = ['lead', 'company', 'contact', 'deal', 'owner', 'assignee', 'team'] as const;
export type ActivityInclude = (typeof ACTIVITY_INCLUDES)[number];

/** What may be asked of a single activity. */
export class ActivityGetQuery {
  /** What to give along with the activity. */
  @Optional() @ChoicesParameter('ActivityInclude', ACTIVITY_INCLUDES, 7) include?: ActivityInclude[];
}

export class ActivityQuery extends PageQuery {
  /**
   * A saved view whose filter holds besides, and whose order is taken when `sort` is left out.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional() @Id() viewId?: string;
  /** The order; `-` before a field means descending. Newest first when left out. What has no `dueAt` comes last, or first when descending. */
  @Optional() @SortParameter('ActivitySort', SORTS, 2) sort?: string[];
  /** What to give along with each activity. */
  @Optional() @ChoicesParameter('ActivityInclude', ACTIVITY_INCLUDES, 7) include?: ActivityInclude[];
  /** Any of these types. */
  @Optional() @ChoicesParameter('ActivityType', ACTIVITY_TYPES) type?: ActivityType[];
  /** Any of these statuses. */
  @Optional() @ChoicesParameter('ActivityStatus', ACTIVITY_STATUSES) status?: ActivityStatus[];
  /** Any of these priorities. */
  @Optional() @ChoicesParameter('Priority', PRIORITIES) priority?: Priority[];
  /** What any of these users is to do. */
  @Optional() @IdsParameter() assigneeId?: string[];
  /** What belongs to any of these users. */
  @Optional() @IdsParameter() ownerId?: string[];
  /** What belongs to any of these teams. */
  @Optional() @IdsParameter() teamId?: string[];
  /** On any of these leads. */
  @Optional() @IdsParameter() leadId?: string[];
  /** On any of these companies. */
  @Optional() @IdsParameter() companyId?: string[];
  /** On any of these contacts. */
  @Optional() @IdsParameter() contactId?: string[];
  /** On any of these deals. */
  @Optional() @IdsParameter() dealId?: string[];
  /** What follows up any of these activities. */
  @Optional() @IdsParameter() followUpOfId?: string[];
  /**
   * Only what is open and past its `dueAt`, or only what is not.
   * @example true
   */
  @Optional() @FlagParameter() overdue?: boolean;
  /**
   * By custom fields: `custom.<key>=value`, repeated for any of several, or with an operator, `custom.<key>[gte]=value`.
   * `GET /custom-fields` says which there are.
   * @example {}
   */
  @Optional() @CustomFilters() custom?: Record<string, unknown>;
  /** By the time it is due. */
  @Optional() @Nested(() => TimestampFilter) dueAt?: TimestampFilter;
  /** By the time it was added. */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
  /**
   * Deleted activities instead of living ones.
   * @example false
   */
  @Optional() @FlagParameter() deleted?: boolean;
}

/** The same, on the lead of the path. */
export class LeadActivityQuery extends OmitType(ActivityQuery, ['leadId'] as const) {}

/** The same, on the company of the path. */
export class CompanyActivityQuery extends OmitType(ActivityQuery, ['companyId'] as const) {}

/** The same, on the contact of the path. */
export class ContactActivityQuery extends OmitType(ActivityQuery, ['contactId'] as const) {}

/** The same, on the deal of the path. */
export class DealActivityQuery extends OmitType(ActivityQuery, ['dealId'] as const) {}

export type LinkedActivityQuery = LeadActivityQuery | CompanyActivityQuery | ContactActivityQuery | DealActivityQuery;
