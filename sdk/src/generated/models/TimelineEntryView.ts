/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityView } from './ActivityView';
import type { TimelineActor } from './TimelineActor';
import type { TimelineKind } from './TimelineKind';
import type { TimelineResource } from './TimelineResource';
export type TimelineEntryView = {
  /**
   * The id of the activity, of the event or of the change of stage.
   */
  id: string;
  /**
   * What the entry tells of: an activity, a deal that came into another stage, or another change of the record.
   */
  kind: TimelineKind;
  /**
   * The activity's type, or the event's, such as `lead.assigned`; `stage_change` of a change of stage.
   */
  type: string;
  /**
   * When it happened: of an activity that was logged afterwards the time it was done, else the time it was added.
   */
  occurredAt: string;
  /**
   * The entry in a line.
   */
  title: string;
  /**
   * The kind of the record that this happened to, on a company's timeline also one of its contacts or deals; null for activities, which name what they are on.
   */
  resource: TimelineResource | null;
  /**
   * The id of that record; null for activities.
   */
  resourceId: string | null;
  /**
   * Who did it, or whom the activity belongs to; null for what came in by itself.
   */
  actor: TimelineActor | null;
  /**
   * The activity; null for everything else.
   */
  activity: ActivityView | null;
  /**
   * The fields of the record that changed; null for activities.
   */
  changedFields: Array<string> | null;
  /**
   * What the record had in those fields before; null for activities.
   */
  previous: Record<string, any> | null;
};

