/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { EventFeedView } from '../models/EventFeedView';
import type { EventTypePage } from '../models/EventTypePage';
import type { EventTypeView } from '../models/EventTypeView';
import type { EventView } from '../models/EventView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class EventsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List event types
   * All on one page, sorted by name, with the JSON Schema and an example of each event.
   *
   * Required permission: `events:read`.
   * @returns EventTypePage Success
   * @throws ApiError
   */
  public listTypes(): CancelablePromise<EventTypePage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/event-types',
    });
  }
  /**
   * Get an event type
   * Required permission: `events:read`.
   * @returns EventTypeView Success
   * @throws ApiError
   */
  public getType({
    type,
  }: {
    /**
     * Event type
     */
    type: string,
  }): CancelablePromise<EventTypeView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/event-types/{type}',
      path: {
        'type': type,
      },
    });
  }
  /**
   * List events of the last 30 days
   * Oldest first, after the sequence number `after`. Pass `lastSequence` as `after` in the next request to receive each event exactly once. Returns 410 if events after `after` are no longer stored. Events of records that the caller cannot see are left out, so a page may be short or empty while `hasMore` is true.
   *
   * Required permission: `events:read`.
   * @returns EventFeedView Success
   * @throws ApiError
   */
  public list({
    after,
    type,
    resourceType,
    resourceId,
    limit,
  }: {
    /**
     * Sequence number of the last event that was read; only later events are returned. Omitted or 0 starts with the oldest stored event.
     */
    after?: number,
    /**
     * Event types, by name or with a wildcard such as `lead.*`; repeat to match any of several
     */
    type?: Array<string>,
    /**
     * Resource type of the events
     */
    resourceType?: string,
    /**
     * Ids of records; repeat to match any of several
     */
    resourceId?: Array<string>,
    /**
     * Maximum number of events per page, 1 to 100
     */
    limit?: number,
  }): CancelablePromise<EventFeedView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/events',
      query: {
        'after': after,
        'type': type,
        'resourceType': resourceType,
        'resourceId': resourceId,
        'limit': limit,
      },
    });
  }
  /**
   * Get an event of the last 30 days
   * Required permission: `events:read`.
   * @returns EventView Success
   * @throws ApiError
   */
  public get({
    id,
  }: {
    /**
     * Id of the event
     */
    id: string,
  }): CancelablePromise<EventView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/events/{id}',
      path: {
        'id': id,
      },
    });
  }
}
