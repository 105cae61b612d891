/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityCompletion } from '../models/ActivityCompletion';
import type { ActivityCreate } from '../models/ActivityCreate';
import type { ActivityFacetsRequest } from '../models/ActivityFacetsRequest';
import type { ActivityInclude } from '../models/ActivityInclude';
import type { ActivityPage } from '../models/ActivityPage';
import type { ActivitySearchRequest } from '../models/ActivitySearchRequest';
import type { ActivitySort } from '../models/ActivitySort';
import type { ActivityStatus } from '../models/ActivityStatus';
import type { ActivityType } from '../models/ActivityType';
import type { ActivityUpdate } from '../models/ActivityUpdate';
import type { ActivityView } from '../models/ActivityView';
import type { AgendaGroupName } from '../models/AgendaGroupName';
import type { AgendaView } from '../models/AgendaView';
import type { CountMode } from '../models/CountMode';
import type { FacetsView } from '../models/FacetsView';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { Priority } from '../models/Priority';
import type { TimestampFilter } from '../models/TimestampFilter';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class ActivitiesResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List activities
   * Default order: newest first.
   *
   * Required permission: `activities:read`.
   * @returns ActivityPage Success
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    leadId,
    companyId,
    contactId,
    dealId,
    viewId,
    sort,
    include,
    type,
    status,
    priority,
    assigneeId,
    ownerId,
    teamId,
    followUpOfId,
    overdue,
    custom,
    dueAt,
    createdAt,
    deleted,
  }: {
    /**
     * Maximum number of records per page, 1 to 100; default 25
     */
    limit?: number,
    /**
     * `pageInfo.nextCursor` or `pageInfo.prevCursor` of another page of the same list, with the same sort and filter
     */
    cursor?: string,
    /**
     * Whether to count all matching records; `exact` returns a lower bound (`atLeast`) if counting takes too long
     */
    count?: CountMode,
    /**
     * Ids of linked leads; repeat to match any of several
     */
    leadId?: Array<string>,
    /**
     * Ids of linked companies; repeat to match any of several
     */
    companyId?: Array<string>,
    /**
     * Ids of linked contacts; repeat to match any of several
     */
    contactId?: Array<string>,
    /**
     * Ids of linked deals; repeat to match any of several
     */
    dealId?: Array<string>,
    /**
     * Id of a saved view. Its filter applies in addition; its sort order applies if `sort` is omitted.
     */
    viewId?: string,
    /**
     * Sort order; `-` before a field means descending. Default: newest first. Activities without `dueAt` come last, or first in descending order.
     */
    sort?: Array<(ActivitySort | `custom.${string}` | `-custom.${string}`)>,
    /**
     * Related records to include
     */
    include?: Array<ActivityInclude>,
    /**
     * Types; repeat to match any of several
     */
    type?: Array<ActivityType>,
    /**
     * Statuses; repeat to match any of several
     */
    status?: Array<ActivityStatus>,
    /**
     * Priorities; repeat to match any of several
     */
    priority?: Array<Priority>,
    /**
     * Ids of assignees; repeat to match any of several
     */
    assigneeId?: Array<string>,
    /**
     * Ids of owners; repeat to match any of several
     */
    ownerId?: Array<string>,
    /**
     * Ids of teams; repeat to match any of several
     */
    teamId?: Array<string>,
    /**
     * Ids of activities that are followed up; repeat to match any of several
     */
    followUpOfId?: Array<string>,
    /**
     * True for overdue activities only, false for all others
     */
    overdue?: boolean,
    /**
     * Custom field values: `custom.<key>=value`, repeated to match any of several, or with an operator: `custom.<key>[gte]=value`. Generated clients take the whole name as the key: `{"custom.tier": "gold"}`. `GET /custom-fields` lists the fields.
     */
    custom?: Record<string, (string | Array<string>)>,
    /**
     * Due time
     */
    dueAt?: TimestampFilter,
    /**
     * Creation time
     */
    createdAt?: TimestampFilter,
    /**
     * Whether to return deleted activities instead of active activities
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
        'leadId': leadId,
        'companyId': companyId,
        'contactId': contactId,
        'dealId': dealId,
        'viewId': viewId,
        'sort': sort,
        'include': include,
        'type': type,
        'status': status,
        'priority': priority,
        'assigneeId': assigneeId,
        'ownerId': ownerId,
        'teamId': teamId,
        'followUpOfId': followUpOfId,
        'overdue': overdue,
        'custom': custom,
        'dueAt': dueAt,
        'createdAt': createdAt,
        'deleted': deleted,
      },
    });
  }
  /**
   * Create an activity
   * An activity is a completed event or a task. It can be linked to a lead, a company, a contact and a deal, or to no record. A follow-up date creates the next task.
   *
   * Required permission: `activities:create`.
   * @returns ActivityView Created
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: ActivityCreate,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
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
   * Get your own agenda
   * Returns open activities assigned to you, and your own activities without an assignee, by days of your time zone.
   *
   * Required permission: `activities:read`.
   * @returns AgendaView Success
   * @throws ApiError
   */
  public getMyAgenda({
    days,
    limit,
    include,
    group,
    cursor,
  }: {
    /**
     * Number of days after today that `upcoming` covers
     */
    days?: number,
    /**
     * Maximum number of activities per group, 1 to 100
     */
    limit?: number,
    /**
     * Related records to include
     */
    include?: Array<ActivityInclude>,
    /**
     * Name of the group, to read its next page
     */
    group?: AgendaGroupName,
    /**
     * `nextCursor` of the group; needs `group`
     */
    cursor?: string,
  }): CancelablePromise<AgendaView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/activities/agenda',
      query: {
        'days': days,
        'limit': limit,
        'include': include,
        'group': group,
        'cursor': cursor,
      },
    });
  }
  /**
   * Count activities by field values
   * Each facet ignores the condition on its own field.
   *
   * Required permission: `activities:read`.
   * @returns FacetsView Success
   * @throws ApiError
   */
  public countFacets({
    requestBody,
  }: {
    requestBody: ActivityFacetsRequest,
  }): CancelablePromise<FacetsView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/activities/facets',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Search activities with a filter
   * Text search is not available.
   *
   * Required permission: `activities:read`.
   * @returns ActivityPage Success
   * @throws ApiError
   */
  public search({
    requestBody,
  }: {
    requestBody: ActivitySearchRequest,
  }): CancelablePromise<ActivityPage> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/activities/search',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Get an activity
   * Required permission: `activities:read`.
   * @returns ActivityView Success
   * @throws ApiError
   */
  public get({
    id,
    include,
    ifNoneMatch,
  }: {
    /**
     * Id of the activity
     */
    id: string,
    /**
     * Related records to include
     */
    include?: Array<ActivityInclude>,
    /**
     * `ETag` of the cached copy; the response is 304 without a body if the copy is current
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
   * Update an activity
   * Omitted fields are unchanged; null clears a field. With `If-Match`, an outdated version is rejected.
   *
   * Required permission: `activities:update`.
   * @returns ActivityView Success
   * @throws ApiError
   */
  public update({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the activity
     */
    id: string,
    requestBody: ActivityUpdate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Delete an activity
   * The activity can be restored. Status changes cannot be deleted.
   *
   * Required permission: `activities:delete`.
   * @returns void
   * @throws ApiError
   */
  public delete({
    id,
    ifMatch,
  }: {
    /**
     * Id of the activity
     */
    id: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Cancel an open activity
   * Required permission: `activities:update`.
   * @returns ActivityView Success
   * @throws ApiError
   */
  public cancel({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the activity
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Complete an open activity
   * A follow-up date creates one follow-up task.
   *
   * Required permission: `activities:update`.
   * @returns ActivityView Success
   * @throws ApiError
   */
  public complete({
    id,
    idempotencyKey,
    ifMatch,
    requestBody,
  }: {
    /**
     * Id of the activity
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
    requestBody?: ActivityCompletion,
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
   * List the changes of an activity
   * Newest first, with the user who made each change. Also available for deleted activities.
   *
   * Required permission: `activities:read`.
   * @returns HistoryEntryPage Success
   * @throws ApiError
   */
  public getHistory({
    id,
    limit,
    cursor,
    count,
  }: {
    /**
     * Id of the activity
     */
    id: string,
    /**
     * Maximum number of records per page, 1 to 100; default 25
     */
    limit?: number,
    /**
     * `pageInfo.nextCursor` or `pageInfo.prevCursor` of another page of the same list, with the same sort and filter
     */
    cursor?: string,
    /**
     * Whether to count all matching records; `exact` returns a lower bound (`atLeast`) if counting takes too long
     */
    count?: CountMode,
  }): CancelablePromise<HistoryEntryPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/activities/{id}/history',
      path: {
        'id': id,
      },
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
      },
    });
  }
  /**
   * Reopen a completed or cancelled activity
   * The status becomes `pending`. Notes and status changes cannot be reopened.
   *
   * Required permission: `activities:update`.
   * @returns ActivityView Success
   * @throws ApiError
   */
  public reopen({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the activity
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Restore a deleted activity
   * Required permission: `activities:update`.
   * @returns ActivityView Success
   * @throws ApiError
   */
  public restore({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the activity
     */
    id: string,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/activities/{id}/restore',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
        'If-Match': ifMatch,
      },
    });
  }
}
