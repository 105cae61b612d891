import { OmitType, PickType } from '@nestjs/swagger';
import { Choice, ChoicesParameter, FlagParameter, FreeObject, Id, IdsParameter, Nested, Nullable, Optional, Text, Texts, Timestamp } from '../../kernel/fields.js';
import { PageQuery } from '../../kernel/page.js';
import { TimestampFilter } from '../../platform/query/index.js';
import { ActivityView } from './activities.dto.js';
import { ACTIVITY_STATUSES, ACTIVITY_TYPES, PRIORITIES, type ActivityStatus, type ActivityType, type Priority } from './activity.entity.js';

const SORTS = ['createdAt', '-createdAt', 'dueAt', '-dueAt'];
export const ACTIVITY_INCLUDES = ['lead'] as const;

export class ActivityQuery extends PageQuery {
  /** The order; `-` before a field means descending. Newest first when left out; activities without a due date come last by it. */
  @Optional() @ChoicesParameter('ActivitySort', SORTS, 2) sort?: string[];
  /** What to give along with each activity. */
  @Optional() @ChoicesParameter('ActivityInclude', ACTIVITY_INCLUDES, 1) include?: (typeof ACTIVITY_INCLUDES)[number][];
  /** Any of these types. */
  @Optional() @ChoicesParameter('ActivityType', ACTIVITY_TYPES) type?: ActivityType[];
  /** Any of these statuses. */
  @Optional() @ChoicesParameter('ActivityStatus', ACTIVITY_STATUSES) status?: ActivityStatus[];
  /** Any of these priorities. */
  @Optional() @ChoicesParameter('Priority', PRIORITIES) priority?: Priority[];
  /** Activities of any of these leads. */
  @Optional() @IdsParameter() leadId?: string[];
  /** Made by any of these users. */
  @Optional() @IdsParameter() ownerId?: string[];
  /** To be done by any of these users. */
  @Optional() @IdsParameter() assigneeId?: string[];
  /**
   * Open and past their time, or not.
   * @example true
   */
  @Optional() @FlagParameter() overdue?: boolean;
  /** By the time when they are to be done. */
  @Optional() @Nested(() => TimestampFilter) dueAt?: TimestampFilter;
  /** By the time when they were added. */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
  /**
   * Deleted activities instead of living ones.
   * @example false
   */
  @Optional() @FlagParameter() deleted?: boolean;
}

/** The same on one lead. */
export class LeadActivityQuery extends OmitType(ActivityQuery, ['leadId', 'include'] as const) {}

export class ActivityGetQuery extends PickType(ActivityQuery, ['include'] as const) {}

export class TimelineQuery extends PickType(PageQuery, ['limit', 'cursor'] as const) {}

export class TimelineActor {
  /**
   * The user's id; null for what came in by itself.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() id: string | null;
  /**
   * The user's name.
   * @example Grace Hopper
   */
  @Text(0, 255) name: string;
}

/** One entry of a lead's timeline: an activity, or something that happened to the lead itself. */
export class TimelineEntryView {
  /**
   * The activity's or the event's id.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Which of the two it is.
   * @example activity
   */
  @Choice('TimelineKind', ['activity', 'event']) kind: 'activity' | 'event';
  /**
   * The activity's type or the event's.
   * @example call
   */
  @Text(1, 100) type: string;
  /**
   * When it was.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() occurredAt: string;
  /**
   * What it was, in a line.
   * @example First call
   */
  @Text(0, 500) title: string;
  /** Who did it; null where nobody did. */
  @Nullable() @Nested(() => TimelineActor) actor: TimelineActor | null;
  /** The activity; null for events. */
  @Nullable() @Nested(() => ActivityView) activity: ActivityView | null;
  /**
   * Events: the fields that changed.
   * @example ["company"]
   */
  @Nullable() @Texts(1, 100) changedFields: string[] | null;
  /**
   * Events: what they were before.
   * @example {"company": "Analytical Engines"}
   */
  @Nullable() @FreeObject() previous: Record<string, unknown> | null;
}
