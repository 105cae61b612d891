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
import { RECORD_RESOURCES, type RecordResource } from '../../../platform/records/index.js';
import { ActivityView } from '../activities.dto.js';

export const TIMELINE_KINDS = ['activity', 'event', 'stage_change', 'move'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export class TimelineQuery extends PickType(PageQuery, ['limit', 'cursor'] as const) {
  /** Kind of entries: activities, events, stage changes or record moves */
  @Optional() @ChoicesParameter('TimelineKind', TIMELINE_KINDS, 4) kind?: TimelineKind[];
}

export class CompanyTimelineQuery extends TimelineQuery {
  /**
   * Whether to include entries of the company's contacts and deals that the caller can see
   * @example true
   */
  @Optional() @FlagParameter() related?: boolean;
}

export class TimelineActor {
  /**
   * Id of the user
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Name of the user
   * @example "Grace Hopper"
   */
  @Text(0, 255) name: string;
}

export class TimelineEntryView {
  /**
   * Id of the activity, event, stage visit or record move
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Kind of entry: an activity, a change of a deal's stage, a move from or to another record, or another change of the
   * record
   * @example activity
   */
  @Choice('TimelineKind', TIMELINE_KINDS) kind: TimelineKind;
  /**
   * Activity type, or event type such as `lead.assigned`; `stage_change` for a change of stage, `joined` or `left` for
   * a move
   * @example call
   */
  @Text(1, 100) type: string;
  /**
   * Time of the entry; for a logged activity, its completion time
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() occurredAt: string;
  /**
   * Summary in one line
   * @example "First call about the calculating machine"
   */
  @Text(0, 1000) title: string;
  /**
   * Type of the changed record, which may be a contact or deal of the company; null for activities
   * @example null
   */
  @Nullable() @Choice('TimelineResource', RECORD_RESOURCES) resource: RecordResource | null;
  /**
   * Id of the changed record; null for activities
   * @example null
   */
  @Nullable() @Id() resourceId: string | null;
  /** User who made the change, or the owner of the activity; null for system changes */
  @Nullable() @Nested(() => TimelineActor) actor: TimelineActor | null;
  /** The activity; null for other entries */
  @Nullable() @Nested(() => ActivityView) activity: ActivityView | null;
  /**
   * Names of the changed fields; null for activities
   * @example null
   */
  @Nullable() @Texts(1, 100, 100) changedFields: string[] | null;
  /**
   * Old values of the changed fields; null for activities
   * @example null
   */
  @Nullable() @FreeObject() previous: Record<string, unknown> | null;
}
