import { ApiProperty } from '@nestjs/swagger';
import {
  Choice,
  Day,
  Integer,
  IntegerParameter,
  Nested,
  NestedList,
  Nullable,
  Optional,
  Text,
  Timestamp,
} from '../../../kernel/fields.js';
import { ActivityView } from '../activities.dto.js';

export const AGENDA_GROUPS = ['overdue', 'today', 'upcoming'] as const;
export type AgendaGroupName = (typeof AGENDA_GROUPS)[number];

export class AgendaQuery {
  /**
   * How many days behind today `upcoming` reaches.
   * @example 7
   */
  @Optional() @IntegerParameter(1, 60, 7) days?: number;
  /**
   * How many activities of each group are given, 1 to 100.
   * @example 25
   */
  @Optional() @IntegerParameter(1, 100, 25) limit?: number;
  /** Only this group, to go on in it. */
  @Optional() @Choice('AgendaGroupName', AGENDA_GROUPS) group?: AgendaGroupName;
  /**
   * Where to go on in the group: its `nextCursor`. Needs `group`.
   * @example eyJ2IjoxfQ.4mQ3vK8s
   */
  @Optional() @Text(1, 2000) cursor?: string;
}

/** What is due in one stretch of time, the earliest first. */
export class AgendaGroupView {
  /**
   * How many there are in all.
   * @example 3
   */
  @Integer(0, 2147483647) count: number;
  /** The first of them, or those behind the cursor. */
  @NestedList(() => ActivityView, 0, 100) data: ActivityView[];
  /** Give this as `cursor`, with `group`, to go on; null where there are no more. */
  @ApiProperty({ type: 'string', nullable: true, example: null }) nextCursor: string | null;
}

/** What somebody has to do. */
export class AgendaView {
  /**
   * The time zone of the profile, in which days begin and end.
   * @example Europe/Berlin
   */
  @Text(1, 50) timeZone: string;
  /**
   * The day that it is there.
   * @example 2030-03-01
   */
  @Day() date: string;
  /**
   * The end of the days asked for.
   * @example 2030-03-08T23:00:00.000Z
   */
  @Timestamp() until: string;
  /** Whose time has passed, also earlier today; null where another group was asked for. */
  @Nullable() @Nested(() => AgendaGroupView) overdue: AgendaGroupView | null;
  /** What is due in the rest of the day; null where another group was asked for. */
  @Nullable() @Nested(() => AgendaGroupView) today: AgendaGroupView | null;
  /** What is due on the days behind; null where another group was asked for. */
  @Nullable() @Nested(() => AgendaGroupView) upcoming: AgendaGroupView | null;
}
