/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityCompletion } from '../models/ActivityCompletion';
import type { ActivityCreate } from '../models/ActivityCreate';
import type { ActivityInclude } from '../models/ActivityInclude';
import type { ActivityPage } from '../models/ActivityPage';
import type { ActivitySort } from '../models/ActivitySort';
import type { ActivityStatus } from '../models/ActivityStatus';
import type { ActivityType } from '../models/ActivityType';
import type { ActivityUpdate } from '../models/ActivityUpdate';
import type { ActivityView } from '../models/ActivityView';
import type { CountMode } from '../models/CountMode';
import type { FacetRequest } from '../models/FacetRequest';
import type { FacetsView } from '../models/FacetsView';
import type { LeadActivityCreate } from '../models/LeadActivityCreate';
import type { Priority } from '../models/Priority';
import type { SearchRequest } from '../models/SearchRequest';
import type { TimelineEntryPage } from '../models/TimelineEntryPage';
import type { TimestampFilter } from '../models/TimestampFilter';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class ActivitiesResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists activities, newest first unless `sort` says otherwise.
   *
   * Needs `activities:read`.
   * @returns ActivityPage Done.
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    sort,
    include,
    type,
    status,
    priority,
    leadId,
    ownerId,
    assigneeId,
    overdue,
    dueAt,
    createdAt,
    deleted,
  }: {
    /**
     * How many records a page holds, 1 to 100.
     */
    limit?: number,
    /**
     * Where to go on: `pageInfo.nextCursor` or `pageInfo.prevCursor` of another page of the same list, with the same sort and filter.
     */
    cursor?: string,
    /**
     * Whether to count all records that match. `exact` answers `atLeast` where counting would take too long.
     */
    count?: CountMode,
    /**
     * The order; `-` before a field means descending. Newest first when left out; activities without a due date come last by it.
     */
    sort?: Array<ActivitySort>,
    /**
     * What to give along with each activity.
     */
    include?: Array<ActivityInclude>,
    /**
     * Any of these types.
     */
    type?: Array<ActivityType>,
    /**
     * Any of these statuses.
     */
    status?: Array<ActivityStatus>,
    /**
     * Any of these priorities.
     */
    priority?: Array<Priority>,
    /**
     * Activities of any of these leads.
     */
    leadId?: Array<string>,
    /**
     * Made by any of these users.
     */
    ownerId?: Array<string>,
    /**
     * To be done by any of these users.
     */
    assigneeId?: Array<string>,
    /**
     * Open and past their time, or not.
     */
    overdue?: boolean,
    /**
     * By the time when they are to be done.
     */
    dueAt?: TimestampFilter,
    /**
     * By the time when they were added.
     */
    createdAt?: TimestampFilter,
    /**
     * Deleted activities instead of living ones.
     */
    deleted?: boolean,
  }): CancelablePromise<ActivityPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/activities',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
        'include': include,
        'type': type,
        'status': status,
        'priority': priority,
        'leadId': leadId,
        'ownerId': ownerId,
        'assigneeId': assigneeId,
        'overdue': overdue,
        'dueAt': dueAt,
        'createdAt': createdAt,
        'deleted': deleted,
      },
    });
  }
  /**
   * Adds an activity to a lead. With `completedAt` it logs something that has happened; notes are born completed.
   *
   * Needs `activities:create`.
   * @returns ActivityView Made.
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: ActivityCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/activities',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Counts activities by the values of fields, each as if its own condition were not set.
   *
   * Needs `activities:read`.
   * @returns FacetsView Done.
   * @throws ApiError
   */
  public facets({
    requestBody,
  }: {
    requestBody: FacetRequest,
  }): CancelablePromise<FacetsView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/activities/facets',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Lists activities by a filter of any depth.
   *
   * Needs `activities:read`.
   * @returns ActivityPage Done.
   * @throws ApiError
   */
  public search({
    requestBody,
  }: {
    requestBody: SearchRequest,
  }): CancelablePromise<ActivityPage> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/activities/search',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Gives one activity.
   *
   * Needs `activities:read`.
   * @returns ActivityView Done.
   * @throws ApiError
   */
  public get({
    id,
    include,
    ifNoneMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * What to give along with each activity.
     */
    include?: Array<ActivityInclude>,
    /**
     * The `ETag` of the copy at hand. Where it is still good, the answer is 304 without a body.
     */
    ifNoneMatch?: string,
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/activities/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-None-Match': ifNoneMatch,
      },
      query: {
        'include': include,
      },
    });
  }
  /**
   * Changes fields of an activity: absent ones stay, null clears. Status changes are history and stay as they are.
   *
   * Needs `activities:update`.
   * @returns ActivityView Done.
   * @throws ApiError
   */
  public update({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: ActivityUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/activities/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-Match': ifMatch,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Deletes an activity; it can be restored.
   *
   * Needs `activities:delete`.
   * @returns void
   * @throws ApiError
   */
  public remove({
    id,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'DELETE',
      url: '/api/v1/activities/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * Gives an activity up.
   *
   * Needs `activities:update`.
   * @returns ActivityView Done.
   * @throws ApiError
   */
  public cancel({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/activities/{id}/cancel',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * Marks an activity as done, now.
   *
   * Needs `activities:update`.
   * @returns ActivityView Done.
   * @throws ApiError
   */
  public complete({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: ActivityCompletion,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/activities/{id}/complete',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
        'If-Match': ifMatch,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Takes a done or cancelled activity up again.
   *
   * Needs `activities:update`.
   * @returns ActivityView Done.
   * @throws ApiError
   */
  public reopen({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/activities/{id}/reopen',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * Restores a deleted activity.
   *
   * Needs `activities:update`.
   * @returns ActivityView Done.
   * @throws ApiError
   */
  public restore({
    id,
    idempotencyKey,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/activities/{id}/restore',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Lists the activities of a lead, newest first unless `sort` says otherwise.
   *
   * Needs `activities:read`.
   * @returns ActivityPage Done.
   * @throws ApiError
   */
  public listOfLead({
    id,
    limit,
    cursor,
    count,
    sort,
    type,
    status,
    priority,
    ownerId,
    assigneeId,
    overdue,
    dueAt,
    createdAt,
    deleted,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * How many records a page holds, 1 to 100.
     */
    limit?: number,
    /**
     * Where to go on: `pageInfo.nextCursor` or `pageInfo.prevCursor` of another page of the same list, with the same sort and filter.
     */
    cursor?: string,
    /**
     * Whether to count all records that match. `exact` answers `atLeast` where counting would take too long.
     */
    count?: CountMode,
    /**
     * The order; `-` before a field means descending. Newest first when left out; activities without a due date come last by it.
     */
    sort?: Array<ActivitySort>,
    /**
     * Any of these types.
     */
    type?: Array<ActivityType>,
    /**
     * Any of these statuses.
     */
    status?: Array<ActivityStatus>,
    /**
     * Any of these priorities.
     */
    priority?: Array<Priority>,
    /**
     * Made by any of these users.
     */
    ownerId?: Array<string>,
    /**
     * To be done by any of these users.
     */
    assigneeId?: Array<string>,
    /**
     * Open and past their time, or not.
     */
    overdue?: boolean,
    /**
     * By the time when they are to be done.
     */
    dueAt?: TimestampFilter,
    /**
     * By the time when they were added.
     */
    createdAt?: TimestampFilter,
    /**
     * Deleted activities instead of living ones.
     */
    deleted?: boolean,
  }): CancelablePromise<ActivityPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/leads/{id}/activities',
      path: {
        'id': id,
      },
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
        'type': type,
        'status': status,
        'priority': priority,
        'ownerId': ownerId,
        'assigneeId': assigneeId,
        'overdue': overdue,
        'dueAt': dueAt,
        'createdAt': createdAt,
        'deleted': deleted,
      },
    });
  }
  /**
   * Adds an activity to this lead.
   *
   * Needs `activities:create`.
   * @returns ActivityView Made.
   * @throws ApiError
   */
  public createOnLead({
    id,
    requestBody,
    idempotencyKey,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: LeadActivityCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/leads/{id}/activities',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * The lead's story, newest first: its activities, and what happened to the lead itself.
   *
   * Needs `activities:read`.
   * @returns TimelineEntryPage Done.
   * @throws ApiError
   */
  public timelineOfLead({
    id,
    limit,
    cursor,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * How many records a page holds, 1 to 100.
     */
    limit?: number,
    /**
     * Where to go on: `pageInfo.nextCursor` or `pageInfo.prevCursor` of another page of the same list, with the same sort and filter.
     */
    cursor?: string,
  }): CancelablePromise<TimelineEntryPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/leads/{id}/timeline',
      path: {
        'id': id,
      },
      query: {
        'limit': limit,
        'cursor': cursor,
      },
    });
  }
}
