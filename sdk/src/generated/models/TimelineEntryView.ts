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
   * Id of the activity, event, stage visit or record move
   */
  id: string;
  /**
   * Kind of entry: an activity, a change of a deal's stage, a move from or to another record, or another change of the record
   */
  kind: TimelineKind;
  /**
   * Activity type, or event type such as `lead.assigned`; `stage_change` for a change of stage, `joined` or `left` for a move
   */
  type: string;
  /**
   * Time of the entry; for a logged activity, its completion time
   */
  occurredAt: string;
  /**
   * Summary in one line
   */
  title: string;
  /**
   * Type of the changed record, which may be a contact or deal of the company; null for activities
   */
  resource: TimelineResource | null;
  /**
   * Id of the changed record; null for activities
   */
  resourceId: string | null;
  /**
   * User who made the change, or the owner of the activity; null for system changes
   */
  actor: TimelineActor | null;
  /**
   * The activity; null for other entries
   */
  activity: ActivityView | null;
  /**
   * Names of the changed fields; null for activities
   */
  changedFields: Array<string> | null;
  /**
   * Old values of the changed fields; null for activities
   */
  previous: Record<string, any> | null;
};

