import { OmitType, PickType } from '@nestjs/swagger';
import { Choice, ChoicesParameter, FlagParameter, FreeObject, Id, IdsParameter, Nested, Nullable, Optional, Text, Texts, Timestamp } from '../../kernel/fields.js';
import { PageQuery } from '../../kernel/page.js';
import { TimestampFilter } from '../../platform/query/index.js';
import { ActivityView } from './activities.dto.js';
import { ACTIVITY_STATUSES, ACTIVITY_TYPES, PRIORITIES, type ActivityStatus, type ActivityType, type Priority } from './activity.entity.js';

export const ACTIVITY_SORTS = ['createdAt', 'dueAt'] as const;
const SORTS = ACTIVITY_SORTS.flatMap((field) => [field, `-${field}`]);
export const ACTIVITY_INCLUDES = ['lead', 'owner', 'assignee', 'team'] as const;
export type ActivityInclude = (typeof ACTIVITY_INCLUDES)[number];

/** What may be asked of a single activity. */
export class ActivityGetQuery {
  /** What to give along with the activity. */
  @Optional() @ChoicesParameter('ActivityInclude', ACTIVITY_INCLUDES, 4) include?: ActivityInclude[];
}

export class ActivityQuery extends PageQuery {
  /** The order; `-` before a field means descending. Newest first when left out. What has no `dueAt` comes last, or first when descending. */
  @Optional() @ChoicesParameter('ActivitySort', SORTS, 2) sort?: string[];
  /** What to give along with each activity. */
  @Optional() @ChoicesParameter('ActivityInclude', ACTIVITY_INCLUDES, 4) include?: ActivityInclude[];
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
  /**
   * Only what is open and past its `dueAt`, or only what is not.
   * @example true
   */
  @Optional() @FlagParameter() overdue?: boolean;
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

export const TIMELINE_KINDS = ['activity', 'event'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export class TimelineQuery extends PickType(PageQuery, ['limit', 'cursor'] as const) {
  /** Only activities, or only events. */
  @Optional() @ChoicesParameter('TimelineKind', TIMELINE_KINDS, 2) kind?: TimelineKind[];
}

/** Who did it. */
export class TimelineActor {
  /**
   * The user's id.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * The user's name.
   * @example "Grace Hopper"
   */
  @Text(0, 255) name: string;
}

/** One thing that happened to a lead. */
export class TimelineEntryView {
  /**
   * The id of the activity or of the event.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * What the entry tells of: an activity, or another change of the lead.
   * @example activity
   */
  @Choice('TimelineKind', TIMELINE_KINDS) kind: TimelineKind;
  /**
   * The activity's type, or the event's, such as `lead.assigned`.
   * @example call
   */
  @Text(1, 100) type: string;
  /**
   * When it happened: of an activity that was logged afterwards the time it was done, else the time it was added.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() occurredAt: string;
  /**
   * The entry in a line.
   * @example "First call about the calculating machine"
   */
  @Text(0, 1000) title: string;
  /** Who did it, or whom the activity belongs to; null for what came in by itself. */
  @Nullable() @Nested(() => TimelineActor) actor: TimelineActor | null;
  /** The activity; null for events. */
  @Nullable() @Nested(() => ActivityView) activity: ActivityView | null;
  /**
   * The fields of the lead that changed; null for activities.
   * @example null
   */
  @Nullable() @Texts(1, 100, 100) changedFields: string[] | null;
  /**
   * What the lead had in those fields before; null for activities.
   * @example null
   */
  @Nullable() @FreeObject() previous: Record<string, unknown> | null;
}
