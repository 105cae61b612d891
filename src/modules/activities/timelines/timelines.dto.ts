import { PickType } from '@nestjs/swagger';
import {
  Choice,
  ChoicesParameter,
  FlagParameter,
  FreeObject,
  Id,
  Nested,
  Nullable,
  Optional,
  Text,
  Texts,
  Timestamp,
} from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import { ActivityView } from '../activities.dto.js';

export const TIMELINE_KINDS = ['activity', 'event', 'stage_change'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export const TIMELINE_RESOURCES = ['leads', 'companies', 'contacts', 'deals'] as const;
export type TimelineResource = (typeof TIMELINE_RESOURCES)[number];

export class TimelineQuery extends PickType(PageQuery, ['limit', 'cursor'] as const) {
  /** Only activities, only events, or only changes of a deal's stage. */
  @Optional() @ChoicesParameter('TimelineKind', TIMELINE_KINDS, 3) kind?: TimelineKind[];
}

export class CompanyTimelineQuery extends TimelineQuery {
  /**
   * Whether to tell of the contacts and deals of the company as well, as far as the caller sees them.
   * @example true
   */
  @Optional() @FlagParameter() related?: boolean;
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

/** One thing that happened to a record. */
export class TimelineEntryView {
  /**
   * The id of the activity, of the event or of the change of stage.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * What the entry tells of: an activity, a deal that came into another stage, or another change of the record.
   * @example activity
   */
  @Choice('TimelineKind', TIMELINE_KINDS) kind: TimelineKind;
  /**
   * The activity's type, or the event's, such as `lead.assigned`; `stage_change` of a change of stage.
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
  /**
   * The kind of the record that this happened to, on a company's timeline also one of its contacts or deals; null for activities, which name what they are on.
   * @example null
   */
  @Nullable() @Choice('TimelineResource', TIMELINE_RESOURCES) resource: TimelineResource | null;
  /**
   * The id of that record; null for activities.
   * @example null
   */
  @Nullable() @Id() resourceId: string | null;
  /** Who did it, or whom the activity belongs to; null for what came in by itself. */
  @Nullable() @Nested(() => TimelineActor) actor: TimelineActor | null;
  /** The activity; null for everything else. */
  @Nullable() @Nested(() => ActivityView) activity: ActivityView | null;
  /**
   * The fields of the record that changed; null for activities.
   * @example null
   */
  @Nullable() @Texts(1, 100, 100) changedFields: string[] | null;
  /**
   * What the record had in those fields before; null for activities.
   * @example null
   */
  @Nullable() @FreeObject() previous: Record<string, unknown> | null;
}
