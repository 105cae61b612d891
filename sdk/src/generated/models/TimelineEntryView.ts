/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityView } from './ActivityView';
import type { TimelineActor } from './TimelineActor';
import type { TimelineKind } from './TimelineKind';
export type TimelineEntryView = {
  /**
   * The activity's or the event's id.
   */
  id: string;
  /**
   * Which of the two it is.
   */
  kind: TimelineKind;
  /**
   * The activity's type or the event's.
   */
  type: string;
  /**
   * When it was.
   */
  occurredAt: string;
  /**
   * What it was, in a line.
   */
  title: string;
  /**
   * Who did it; null where nobody did.
   */
  actor: TimelineActor | null;
  /**
   * The activity; null for events.
   */
  activity: ActivityView | null;
  /**
   * Events: the fields that changed.
   */
  changedFields: Array<string> | null;
  /**
   * Events: what they were before.
   */
  previous: Record<string, any> | null;
};

