/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { EventActor } from './EventActor';
export type EventView = {
  /**
   * Id of the event, the same in every delivery; use it to ignore duplicates
   */
  id: string;
  /**
   * Time of the event
   */
  timestamp: string;
  /**
   * Sequence number in the feed; always increasing, with possible gaps
   */
  sequence: number;
  /**
   * User or API key that caused the event; null without a credential
   */
  actor: EventActor | null;
  /**
   * Data of the event; `GET /event-types` has its JSON Schema
   */
  data: Record<string, any>;
  /**
   * Event type; `GET /event-types` lists all types
   */
  type: string;
  /**
   * Version of the event format
   */
  apiVersion: string;
};

