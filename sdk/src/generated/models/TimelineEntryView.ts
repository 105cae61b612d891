/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityView } from './ActivityView';
import type { TimelineActor } from './TimelineActor';
import type { TimelineKind } from './TimelineKind';
export type TimelineEntryView = {
  /**
   * The id of the activity or of the event.
   */
  id: string;
  /**
   * What the entry tells of: an activity, or another change of the lead.
   */
  kind: TimelineKind;
  /**
   * The activity's type, or the event's, such as `lead.assigned`.
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
   * Who did it, or whom the activity belongs to; null for what came in by itself.
   */
  actor: TimelineActor | null;
  /**
   * The activity; null for events.
   */
  activity: ActivityView | null;
  /**
   * The fields of the lead that changed; null for activities.
   */
  changedFields: Array<string> | null;
  /**
   * What the lead had in those fields before; null for activities.
   */
  previous: Record<string, any> | null;
};

