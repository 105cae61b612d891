/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { EventActor } from './EventActor';
export type EventView = {
  /**
   * Its id, the same in every delivery: what has been seen once need not be done again.
   */
  id: string;
  /**
   * When it happened.
   */
  timestamp: string;
  /**
   * Its place in the feed: rises with every event, and may leave numbers out.
   */
  sequence: number;
  /**
   * Who did it; null where nobody was signed in.
   */
  actor: EventActor | null;
  /**
   * What it carries; its schema is the type's.
   */
  data: Record<string, any>;
  /**
   * What happened; `GET /event-types` lists all types with what they carry.
   */
  type: string;
  /**
   * The version of this shape.
   */
  apiVersion: string;
};

