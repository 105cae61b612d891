/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { EventView } from './EventView';
export type EventFeedView = {
  /**
   * The events in their order, oldest first.
   */
  data: Array<EventView>;
  /**
   * Where to go on: give this as `after`. Also rises where nothing new was of the types asked for.
   */
  lastSequence: number;
  /**
   * Whether more is there already.
   */
  hasMore: boolean;
};

