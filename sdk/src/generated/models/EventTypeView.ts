/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type EventTypeView = {
  /**
   * The JSON Schema (draft 2020-12) of the whole event; all that it refers to is in its own `$defs`.
   */
  schema: Record<string, any>;
  /**
   * What such an event looks like.
   */
  sample: Record<string, any>;
  /**
   * Its name.
   */
  type: string;
  /**
   * What it happens to.
   */
  resourceType: string;
  /**
   * When it happens.
   */
  description: string;
  /**
   * What one must be allowed to see such events in the feed, besides `events:read`.
   */
  permission: string;
};

