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
   * Lists everything that can happen, by name, on one page: with the schema of each event, and an example.
   *
   * Needs `events:read`.
   * @returns EventTypePage Done.
   * @throws ApiError
   */
  public listTypes(): CancelablePromise<EventTypePage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/event-types',
    });
  }
  /**
   * Gives one type of event.
   *
   * Needs `events:read`.
   * @returns EventTypeView Done.
   * @throws ApiError
   */
  public getType({
    type,
  }: {
    /**
     * The name of the type.
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
   * Gives what happened in the last 30 days, oldest first, from `after` on. Go on with `after` = `lastSequence`: nothing is missed, and nothing comes twice. 410 says that something behind `after` is not kept any longer. Events of records that the caller does not see now are left out, so a piece may be short or empty while `hasMore` says that it goes on.
   *
   * Needs `events:read`.
   * @returns EventFeedView Done.
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
     * Only events behind this number: the last one that was read. Left out or 0, the feed begins with the oldest event that is kept.
     */
    after?: number,
    /**
     * Only events of these types: by name, or by a wildcard such as `lead.*`.
     */
    type?: Array<string>,
    /**
     * Only events of this kind of record.
     */
    resourceType?: string,
    /**
     * Only events of these records.
     */
    resourceId?: Array<string>,
    /**
     * How many events are given at once, 1 to 100.
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
   * Gives one event of the last 30 days.
   *
   * Needs `events:read`.
   * @returns EventView Done.
   * @throws ApiError
   */
  public get({
    id,
  }: {
    /**
     * The id of the event.
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
