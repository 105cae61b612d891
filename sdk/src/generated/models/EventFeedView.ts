/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { EventView } from './EventView';
export type EventFeedView = {
  /**
   * Events in ascending order, oldest first
   */
  data: Array<EventView>;
  /**
   * Value of `after` for the next request; also rises if no new event matches the filter
   */
  lastSequence: number;
  /**
   * Whether more events are already available
   */
  hasMore: boolean;
};

