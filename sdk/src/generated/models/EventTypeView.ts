/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type EventTypeView = {
  /**
   * JSON Schema (draft 2020-12) of the complete event; references are resolved in its own `$defs`
   */
  schema: Record<string, any>;
  /**
   * Example of the event
   */
  sample: Record<string, any>;
  /**
   * Event type
   */
  type: string;
  /**
   * Resource type of the event
   */
  resourceType: string;
  /**
   * Description of the event type
   */
  description: string;
  /**
   * Permission that is required to see such events in the feed, in addition to `events:read`
   */
  permission: string;
};

