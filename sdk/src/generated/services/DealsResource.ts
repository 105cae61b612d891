/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityInclude } from '../models/ActivityInclude';
import type { ActivityPage } from '../models/ActivityPage';
import type { ActivitySort } from '../models/ActivitySort';
import type { ActivityStatus } from '../models/ActivityStatus';
import type { ActivityType } from '../models/ActivityType';
import type { ActivityView } from '../models/ActivityView';
import type { CountMode } from '../models/CountMode';
import type { DayFilter } from '../models/DayFilter';
import type { DealAbandonment } from '../models/DealAbandonment';
import type { DealActivityCreate } from '../models/DealActivityCreate';
import type { DealBulk } from '../models/DealBulk';
import type { DealBulkView } from '../models/DealBulkView';
import type { DealCreate } from '../models/DealCreate';
import type { DealFacetsRequest } from '../models/DealFacetsRequest';
import type { DealInclude } from '../models/DealInclude';
import type { DealLoss } from '../models/DealLoss';
import type { DealMove } from '../models/DealMove';
import type { DealPage } from '../models/DealPage';
import type { DealPriority } from '../models/DealPriority';
import type { DealReopening } from '../models/DealReopening';
import type { DealSearchRequest } from '../models/DealSearchRequest';
import type { DealSort } from '../models/DealSort';
import type { DealStagesView } from '../models/DealStagesView';
import type { DealStatus } from '../models/DealStatus';
import type { DealUpdate } from '../models/DealUpdate';
import type { DealView } from '../models/DealView';
import type { DealWin } from '../models/DealWin';
import type { FacetsView } from '../models/FacetsView';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { MoneyFilter } from '../models/MoneyFilter';
import type { NumberFilter } from '../models/NumberFilter';
import type { Priority } from '../models/Priority';
import type { RecordAssignment } from '../models/RecordAssignment';
import type { TimelineEntryPage } from '../models/TimelineEntryPage';
import type { TimelineKind } from '../models/TimelineKind';
import type { TimestampFilter } from '../models/TimestampFilter';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class DealsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List deals
   * Default order: newest first.
   *
   * Required permission: `deals:read`.
   * @returns DealPage Success
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    viewId,
    ownerId,
    teamId,
    tags,
    custom,
    createdAt,
    updatedAt,
    deleted,
    q,
    sort,
    include,
    status,
    pipelineId,
    stageId,
    companyId,
    contactId,
    leadId,
    priority,
    source,
    value,
    probability,
    expectedCloseDate,
    closedAt,
    stageEnteredAt,
    isRotting,
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
     * Id of a saved view. Its filter applies in addition; its sort order applies if `sort` is omitted.
     */
    viewId?: string,
    /**
     * Ids of owners; repeat to match any of several
     */
    ownerId?: Array<string>,
    /**
     * Ids of teams; repeat to match any of several
     */
    teamId?: Array<string>,
    /**
     * Tags; repeat to match any of several
     */
    tags?: Array<string>,
    /**
     * Custom field values by key; an operator follows the key after a dot: `custom[tier]=gold&custom[seats.gte]=10`, or `{"tier": "gold", "seats.gte": 10}` in generated clients. Repeat a parameter to match any of several values. The spellings `custom.tier` and `custom.seats[gte]` are equal. `GET /custom-fields` lists the fields.
     */
    custom?: Record<string, (string | number | boolean)>,
    /**
     * Creation time
     */
    createdAt?: TimestampFilter,
    /**
     * Time of the last change
     */
    updatedAt?: TimestampFilter,
    /**
     * Whether to return deleted records instead of active records
     */
    deleted?: boolean,
    /**
     * Search text in the title; every word must occur
     */
    q?: string,
    /**
     * Sort order; `-` before a field means descending. Default: newest first.
     */
    sort?: Array<(DealSort | `custom.${string}` | `-custom.${string}`)>,
    /**
     * Related records to include
     */
    include?: Array<DealInclude>,
    /**
     * Statuses; repeat to match any of several
     */
    status?: Array<DealStatus>,
    /**
     * Ids of pipelines; repeat to match any of several
     */
    pipelineId?: Array<string>,
    /**
     * Ids of stages; repeat to match any of several
     */
    stageId?: Array<string>,
    /**
     * Ids of companies; repeat to match any of several
     */
    companyId?: Array<string>,
    /**
     * Ids of contacts; repeat to match any of several
     */
    contactId?: Array<string>,
    /**
     * Ids of leads; repeat to match any of several
     */
    leadId?: Array<string>,
    /**
     * Priorities; repeat to match any of several
     */
    priority?: Array<DealPriority>,
    /**
     * Sources; repeat to match any of several
     */
    source?: Array<string>,
    /**
     * Value
     */
    value?: MoneyFilter,
    /**
     * Probability in percent
     */
    probability?: NumberFilter,
    /**
     * Expected close date
     */
    expectedCloseDate?: DayFilter,
    /**
     * Closing time
     */
    closedAt?: TimestampFilter,
    /**
     * Time when the deal entered its stage
     */
    stageEnteredAt?: TimestampFilter,
    /**
     * True for rotting deals only, false for all others
     */
    isRotting?: boolean,
  }): CancelablePromise<DealPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/deals',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'viewId': viewId,
        'ownerId': ownerId,
        'teamId': teamId,
        'tags': tags,
        'custom': custom,
        'createdAt': createdAt,
        'updatedAt': updatedAt,
        'deleted': deleted,
        'q': q,
        'sort': sort,
        'include': include,
        'status': status,
        'pipelineId': pipelineId,
        'stageId': stageId,
        'companyId': companyId,
        'contactId': contactId,
        'leadId': leadId,
        'priority': priority,
        'source': source,
        'value': value,
        'probability': probability,
        'expectedCloseDate': expectedCloseDate,
        'closedAt': closedAt,
        'stageEnteredAt': stageEnteredAt,
        'isRotting': isRotting,
      },
    });
  }
  /**
   * Create a deal
   * The deal is open. Default stage: the first open stage of the default pipeline.
   *
   * Required permission: `deals:create`.
   * @returns DealView Created
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: DealCreate,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<DealView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/deals',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Change up to 100 deals
   * All operations succeed or none, unless `atomic` is false. Creating and deleting deals also need their own permissions.
   *
   * Required permission: `deals:update`.
   * @returns DealBulkView Success
   * @throws ApiError
   */
  public bulk({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: DealBulk,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<DealBulkView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/deals/bulk',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Create or update a deal by external id
   * Returns 201 for a new deal and 200 for an existing one, which keeps its stage, owner and team.
   *
   * Required permission: `deals:update`.
   * @returns DealView Success
   * @throws ApiError
   */
  public upsert({
    source,
    externalId,
    requestBody,
    ifMatch,
  }: {
    /**
     * Name of the other system
     */
    source: string,
    /**
     * Id of the record in the other system
     */
    externalId: string,
    requestBody: DealCreate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<DealView> {
    return this.httpRequest.request({
      method: 'PUT',
      url: '/api/v1/deals/by-external-id/{source}/{externalId}',
      path: {
        'source': source,
        'externalId': externalId,
      },
      headers: {
        'If-Match': ifMatch,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Count deals by field values
   * Each facet ignores the condition on its own field.
   *
   * Required permission: `deals:read`.
   * @returns FacetsView Success
   * @throws ApiError
   */
  public countFacets({
    requestBody,
  }: {
    requestBody: DealFacetsRequest,
  }): CancelablePromise<FacetsView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/deals/facets',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Search deals with a filter
   * Required permission: `deals:read`.
   * @returns DealPage Success
   * @throws ApiError
   */
  public search({
    requestBody,
  }: {
    requestBody: DealSearchRequest,
  }): CancelablePromise<DealPage> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/deals/search',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Get a deal
   * Required permission: `deals:read`.
   * @returns DealView Success
   * @throws ApiError
   */
  public get({
    id,
    include,
    ifNoneMatch,
  }: {
    /**
     * Id of the deal
     */
    id: string,
    /**
     * Related records to include
     */
    include?: Array<DealInclude>,
    /**
     * `ETag` of the cached copy; the response is 304 without a body if the copy is current
     */
    ifNoneMatch?: string,
  }): CancelablePromise<DealView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/deals/{id}',
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
   * Update a deal
   * Omitted fields are unchanged; null clears a field. With `If-Match`, an outdated version is rejected.
   *
   * Required permission: `deals:update`.
   * @returns DealView Success
   * @throws ApiError
   */
  public update({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the deal
     */
    id: string,
    requestBody: DealUpdate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<DealView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/deals/{id}',
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
   * Delete a deal
   * The deal can be restored.
   *
   * Required permission: `deals:delete`.
   * @returns void
   * @throws ApiError
   */
  public delete({
    id,
    ifMatch,
  }: {
    /**
     * Id of the deal
     */
    id: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'DELETE',
      url: '/api/v1/deals/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * Abandon an open deal
   * The deal stays in its stage and is no longer part of totals and forecasts.
   *
   * Required permission: `deals:update`.
   * @returns DealView Success
   * @throws ApiError
   */
  public abandon({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the deal
     */
    id: string,
    requestBody: DealAbandonment,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<DealView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/deals/{id}/abandon',
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
   * List the activities of a deal
   * Default order: newest first.
   *
   * Required permission: `activities:read`.
   * @returns ActivityPage Success
   * @throws ApiError
   */
  public listActivities({
    id,
    limit,
    cursor,
    count,
    leadId,
    companyId,
    contactId,
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
     * Id of the deal
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
     * Custom field values by key; an operator follows the key after a dot: `custom[tier]=gold&custom[seats.gte]=10`, or `{"tier": "gold", "seats.gte": 10}` in generated clients. Repeat a parameter to match any of several values. The spellings `custom.tier` and `custom.seats[gte]` are equal. `GET /custom-fields` lists the fields.
     */
    custom?: Record<string, (string | number | boolean)>,
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
      url: '/api/v1/deals/{id}/activities',
      path: {
        'id': id,
      },
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'leadId': leadId,
        'companyId': companyId,
        'contactId': contactId,
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
   * Create an activity for a deal
   * Required permission: `activities:create`.
   * @returns ActivityView Created
   * @throws ApiError
   */
  public createActivity({
    id,
    requestBody,
    idempotencyKey,
  }: {
    /**
     * Id of the deal
     */
    id: string,
    requestBody: DealActivityCreate,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/deals/{id}/activities',
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
   * Assign a deal to an owner or team
   * Null as `ownerId` removes the owner. The response contains the deal even if the caller cannot see it any more.
   *
   * Required permission: `deals:update`.
   * @returns DealView Success
   * @throws ApiError
   */
  public assign({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the deal
     */
    id: string,
    requestBody: RecordAssignment,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<DealView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/deals/{id}/assign',
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
   * List the changes of a deal
   * Newest first, with the user who made each change. Also available for deleted deals.
   *
   * Required permission: `deals:read`.
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
     * Id of the deal
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
      url: '/api/v1/deals/{id}/history',
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
   * Mark an open deal as lost
   * Needs a reason. The deal moves to the first active lost stage of its pipeline.
   *
   * Required permission: `deals:update`.
   * @returns DealView Success
   * @throws ApiError
   */
  public lose({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the deal
     */
    id: string,
    requestBody: DealLoss,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<DealView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/deals/{id}/lose',
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
   * Move an open deal to another stage
   * The stage must be open and may belong to another pipeline. The probability is reset to the stage's probability. Use `win` and `lose` to close a deal.
   *
   * Required permission: `deals:update`.
   * @returns DealView Success
   * @throws ApiError
   */
  public move({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the deal
     */
    id: string,
    requestBody: DealMove,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<DealView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/deals/{id}/move',
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
   * Delete a deal permanently
   * Everything stored on the deal is deleted too.
   *
   * Required permission: `deals:purge`.
   * @returns void
   * @throws ApiError
   */
  public purge({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the deal
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
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/deals/{id}/purge',
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
   * Reopen a closed deal
   * Clears the closing time and reason; the history is kept. Applies to won, lost and abandoned deals.
   *
   * Required permission: `deals:update`.
   * @returns DealView Success
   * @throws ApiError
   */
  public reopen({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the deal
     */
    id: string,
    requestBody: DealReopening,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<DealView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/deals/{id}/reopen',
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
   * Restore a deleted deal
   * Required permission: `deals:update`.
   * @returns DealView Success
   * @throws ApiError
   */
  public restore({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the deal
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
  }): CancelablePromise<DealView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/deals/{id}/restore',
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
   * List the stage visits of a deal
   * In order of time, with duration and the user who moved the deal. Also available for deleted deals.
   *
   * Required permission: `deals:read`.
   * @returns DealStagesView Success
   * @throws ApiError
   */
  public listStageVisits({
    id,
  }: {
    /**
     * Id of the deal
     */
    id: string,
  }): CancelablePromise<DealStagesView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/deals/{id}/stages',
      path: {
        'id': id,
      },
    });
  }
  /**
   * Get the timeline of a deal
   * Newest first: activities, stage changes and other changes. Stage changes and other changes also need `deals:read`.
   *
   * Required permission: `activities:read`.
   * @returns TimelineEntryPage Success
   * @throws ApiError
   */
  public getTimeline({
    id,
    limit,
    cursor,
    kind,
  }: {
    /**
     * Id of the deal
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
     * Kind of entries: activities, events, stage changes or record moves
     */
    kind?: Array<TimelineKind>,
  }): CancelablePromise<TimelineEntryPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/deals/{id}/timeline',
      path: {
        'id': id,
      },
      query: {
        'limit': limit,
        'cursor': cursor,
        'kind': kind,
      },
    });
  }
  /**
   * Mark an open deal as won
   * The deal moves to the first active won stage of its pipeline.
   *
   * Required permission: `deals:update`.
   * @returns DealView Success
   * @throws ApiError
   */
  public win({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the deal
     */
    id: string,
    requestBody: DealWin,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<DealView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/deals/{id}/win',
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
}
