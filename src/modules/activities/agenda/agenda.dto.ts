import { ApiProperty } from '@nestjs/swagger';
import {
  Choice,
  ChoicesParameter,
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
import { ACTIVITY_INCLUDES, type ActivityInclude } from '../activity-lists.dto.js';

export const AGENDA_GROUPS = ['overdue', 'today', 'upcoming'] as const;
export type AgendaGroupName = (typeof AGENDA_GROUPS)[number];

export class AgendaQuery {
  /**
   * Number of days after today that `upcoming` covers
   * @example 7
   */
  @Optional() @IntegerParameter(1, 60, 7) days?: number;
  /**
   * Maximum number of activities per group, 1 to 100
   * @example 25
   */
  @Optional() @IntegerParameter(1, 100, 25) limit?: number;
  /** Related records to include */
  @Optional()
  @ChoicesParameter('ActivityInclude', ACTIVITY_INCLUDES, ACTIVITY_INCLUDES.length)
  include?: ActivityInclude[];
  /** Name of the group, to read its next page */
  @Optional() @Choice('AgendaGroupName', AGENDA_GROUPS) group?: AgendaGroupName;
  /**
   * `nextCursor` of the group; needs `group`
   * @example eyJ2IjoxfQ.4mQ3vK8s
   */
  @Optional() @Text(1, 2000) cursor?: string;
}

/** Open activities of one period, earliest first. */
export class AgendaGroupView {
  /**
   * Total number of activities in the group
   * @example 3
   */
  @Integer(0, 2147483647) count: number;
  /** First activities of the group, or the page after the cursor */
  @NestedList(() => ActivityView, 0, 100) data: ActivityView[];
  /** Value of `cursor` for the next page, together with `group`; null on the last page */
  @ApiProperty({ type: 'string', nullable: true, example: null }) nextCursor: string | null;
}

export class AgendaView {
  /**
   * Time zone of the user's profile, which decides where days begin and end
   * @example Europe/Berlin
   */
  @Text(1, 50) timeZone: string;
  /**
   * Today's date in that time zone
   * @example 2030-03-01
   */
  @Day() date: string;
  /**
   * Last day of the requested period
   * @example 2030-03-08T23:00:00.000Z
   */
  @Timestamp() until: string;
  /** Overdue activities, including those of earlier today; null if another group was requested */
  @Nullable() @Nested(() => AgendaGroupView) overdue: AgendaGroupView | null;
  /** Activities due later today; null if another group was requested */
  @Nullable() @Nested(() => AgendaGroupView) today: AgendaGroupView | null;
  /** Activities due on the following days; null if another group was requested */
  @Nullable() @Nested(() => AgendaGroupView) upcoming: AgendaGroupView | null;
}
