/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { BoardView } from '../models/BoardView';
import type { ChangedDealPage } from '../models/ChangedDealPage';
import type { CountMode } from '../models/CountMode';
import type { DealCardInclude } from '../models/DealCardInclude';
import type { DealChangeKind } from '../models/DealChangeKind';
import type { DealPage } from '../models/DealPage';
import type { DealPriority } from '../models/DealPriority';
import type { ForecastView } from '../models/ForecastView';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { PipelineChangesView } from '../models/PipelineChangesView';
import type { PipelineCreate } from '../models/PipelineCreate';
import type { PipelinePage } from '../models/PipelinePage';
import type { PipelineSort } from '../models/PipelineSort';
import type { PipelineStageKind } from '../models/PipelineStageKind';
import type { PipelineStagePage } from '../models/PipelineStagePage';
import type { PipelineStageSort } from '../models/PipelineStageSort';
import type { PipelineStageView } from '../models/PipelineStageView';
import type { PipelineUpdate } from '../models/PipelineUpdate';
import type { PipelineView } from '../models/PipelineView';
import type { PlacedStageCreate } from '../models/PlacedStageCreate';
import type { PositionChange } from '../models/PositionChange';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class PipelinesResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List pipelines
   * Default order: by position.
   *
   * Required permission: `pipelines:read`.
   * @returns PipelinePage Success
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    sort,
    isActive,
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
     * Sort order; `-` before a field means descending. Default: by position.
     */
    sort?: Array<PipelineSort>,
    /**
     * True for active entries only, false for retired entries only
     */
    isActive?: boolean,
  }): CancelablePromise<PipelinePage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/pipelines',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
        'isActive': isActive,
      },
    });
  }
  /**
   * Create a pipeline
   * Default stages: those of the default pipeline.
   *
   * Required permission: `pipelines:manage`.
   * @returns PipelineView Created
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: PipelineCreate,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<PipelineView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/pipelines',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Get a pipeline
   * Required permission: `pipelines:read`.
   * @returns PipelineView Success
   * @throws ApiError
   */
  public get({
    id,
    ifNoneMatch,
  }: {
    /**
     * Id of the pipeline
     */
    id: string,
    /**
     * `ETag` of the cached copy; the response is 304 without a body if the copy is current
     */
    ifNoneMatch?: string,
  }): CancelablePromise<PipelineView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/pipelines/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-None-Match': ifNoneMatch,
      },
    });
  }
  /**
   * Update a pipeline
   * Omitted fields are unchanged; null clears a field. Exactly one pipeline is the default; set `isDefault` on another pipeline to change it.
   *
   * Required permission: `pipelines:manage`.
   * @returns PipelineView Success
   * @throws ApiError
   */
  public update({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the pipeline
     */
    id: string,
    requestBody: PipelineUpdate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<PipelineView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/pipelines/{id}',
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
   * Delete a pipeline permanently
   * Only for pipelines that never had a deal; all others can be retired. The default pipeline can be neither deleted nor retired.
   *
   * Required permission: `pipelines:manage`.
   * @returns void
   * @throws ApiError
   */
  public delete({
    id,
    ifMatch,
  }: {
    /**
     * Id of the pipeline
     */
    id: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'DELETE',
      url: '/api/v1/pipelines/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * Get the board of a pipeline
   * One column per stage, with totals and the first deals. With `asOf`, the board at that time.
   *
   * Required permission: `deals:read`.
   * @returns BoardView Success
   * @throws ApiError
   */
  public getBoard({
    id,
    limit,
    asOf,
    include,
    q,
    viewId,
    ownerId,
    teamId,
    companyId,
    contactId,
    priority,
    source,
    tags,
  }: {
    /**
     * Id of the pipeline
     */
    id: string,
    /**
     * Maximum number of cards per column, 1 to 100
     */
    limit?: number,
    /**
     * Time for which the board is shown, with the stages and values of that time. The caller sees the deals that are visible to them now.
     */
    asOf?: string,
    /**
     * Related records of each card to include
     */
    include?: Array<DealCardInclude>,
    /**
     * Search text in the title; every word must occur
     */
    q?: string,
    /**
     * Id of a saved view of deals; its filter applies in addition
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
     * Ids of companies; repeat to match any of several
     */
    companyId?: Array<string>,
    /**
     * Ids of contacts; repeat to match any of several
     */
    contactId?: Array<string>,
    /**
     * Priorities; repeat to match any of several
     */
    priority?: Array<DealPriority>,
    /**
     * Sources; repeat to match any of several
     */
    source?: Array<string>,
    /**
     * Tags; repeat to match any of several
     */
    tags?: Array<string>,
  }): CancelablePromise<BoardView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/pipelines/{id}/board',
      path: {
        'id': id,
      },
      query: {
        'limit': limit,
        'asOf': asOf,
        'include': include,
        'q': q,
        'viewId': viewId,
        'ownerId': ownerId,
        'teamId': teamId,
        'companyId': companyId,
        'contactId': contactId,
        'priority': priority,
        'source': source,
        'tags': tags,
      },
    });
  }
  /**
   * List the deals of a board column
   * In board order: the latest arrivals in the stage come first; with `asOf`, the latest changed deals. Abandoned deals are not on the board.
   *
   * Required permission: `deals:read`.
   * @returns DealPage Success
   * @throws ApiError
   */
  public listBoardCards({
    id,
    stageId,
    limit,
    asOf,
    include,
    q,
    viewId,
    ownerId,
    teamId,
    companyId,
    contactId,
    priority,
    source,
    tags,
    cursor,
  }: {
    /**
     * Id of the pipeline
     */
    id: string,
    /**
     * Id of the stage
     */
    stageId: string,
    /**
     * Maximum number of cards per column, 1 to 100
     */
    limit?: number,
    /**
     * Time for which the board is shown, with the stages and values of that time. The caller sees the deals that are visible to them now.
     */
    asOf?: string,
    /**
     * Related records of each card to include
     */
    include?: Array<DealCardInclude>,
    /**
     * Search text in the title; every word must occur
     */
    q?: string,
    /**
     * Id of a saved view of deals; its filter applies in addition
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
     * Ids of companies; repeat to match any of several
     */
    companyId?: Array<string>,
    /**
     * Ids of contacts; repeat to match any of several
     */
    contactId?: Array<string>,
    /**
     * Priorities; repeat to match any of several
     */
    priority?: Array<DealPriority>,
    /**
     * Sources; repeat to match any of several
     */
    source?: Array<string>,
    /**
     * Tags; repeat to match any of several
     */
    tags?: Array<string>,
    /**
     * `nextCursor` of the column, or of another page of it, with the same filters
     */
    cursor?: string,
  }): CancelablePromise<DealPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/pipelines/{id}/cards',
      path: {
        'id': id,
      },
      query: {
        'limit': limit,
        'asOf': asOf,
        'include': include,
        'q': q,
        'viewId': viewId,
        'ownerId': ownerId,
        'teamId': teamId,
        'companyId': companyId,
        'contactId': contactId,
        'priority': priority,
        'source': source,
        'tags': tags,
        'stageId': stageId,
        'cursor': cursor,
      },
    });
  }
  /**
   * List changed deals of a pipeline
   * Returns each deal that changed since a given time, with its state then and now. The latest changes come first.
   *
   * Required permission: `deals:read`.
   * @returns ChangedDealPage Success
   * @throws ApiError
   */
  public listChangedDeals({
    id,
    since,
    limit,
    cursor,
    count,
    ownerId,
    kind,
  }: {
    /**
     * Id of the pipeline
     */
    id: string,
    /**
     * Start time of the comparison; the state at this time is compared with the current state
     */
    since: string,
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
     * Ids of owners; repeat to match any of several
     */
    ownerId?: Array<string>,
    /**
     * Kinds of changes; repeat to match any of several
     */
    kind?: Array<DealChangeKind>,
  }): CancelablePromise<ChangedDealPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/pipelines/{id}/changed-deals',
      path: {
        'id': id,
      },
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'since': since,
        'ownerId': ownerId,
        'kind': kind,
      },
    });
  }
  /**
   * Get a summary of pipeline changes
   * Counts deals by kind of change since a given time. Kinds: new, won, lost, moved forward or back, value up or down, close date later or earlier.
   *
   * Required permission: `deals:read`.
   * @returns PipelineChangesView Success
   * @throws ApiError
   */
  public getChangeSummary({
    id,
    since,
    ownerId,
  }: {
    /**
     * Id of the pipeline
     */
    id: string,
    /**
     * Start time of the comparison; the state at this time is compared with the current state
     */
    since: string,
    /**
     * Ids of owners; repeat to match any of several
     */
    ownerId?: Array<string>,
  }): CancelablePromise<PipelineChangesView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/pipelines/{id}/changes',
      path: {
        'id': id,
      },
      query: {
        'since': since,
        'ownerId': ownerId,
      },
    });
  }
  /**
   * Get the forecast of a pipeline
   * Returns values by month and currency. Won deals count in full, open deals by probability, lost deals not at all.
   *
   * Required permission: `deals:read`.
   * @returns ForecastView Success
   * @throws ApiError
   */
  public getForecast({
    id,
    from,
    months,
    asOf,
    ownerId,
  }: {
    /**
     * Id of the pipeline
     */
    id: string,
    /**
     * First month; default: the current month
     */
    from?: string,
    /**
     * Number of months, 1 to 36
     */
    months?: number,
    /**
     * Time for which the forecast is shown. The caller sees the deals that are visible to them now.
     */
    asOf?: string,
    /**
     * Ids of owners; repeat to match any of several
     */
    ownerId?: Array<string>,
  }): CancelablePromise<ForecastView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/pipelines/{id}/forecast',
      path: {
        'id': id,
      },
      query: {
        'from': from,
        'months': months,
        'asOf': asOf,
        'ownerId': ownerId,
      },
    });
  }
  /**
   * List the changes of a pipeline
   * Newest first, with the user who made each change.
   *
   * Required permission: `pipelines:read`.
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
     * Id of the pipeline
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
      url: '/api/v1/pipelines/{id}/history',
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
   * Change the position of a pipeline
   * The versions of the other pipelines do not change.
   *
   * Required permission: `pipelines:manage`.
   * @returns PipelineView Success
   * @throws ApiError
   */
  public reorder({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the pipeline
     */
    id: string,
    requestBody: PositionChange,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<PipelineView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/pipelines/{id}/move',
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
   * List the stages of a pipeline
   * Default order: by position.
   *
   * Required permission: `pipelines:read`.
   * @returns PipelineStagePage Success
   * @throws ApiError
   */
  public listStages({
    id,
    limit,
    cursor,
    count,
    sort,
    isActive,
    kind,
  }: {
    /**
     * Id of the pipeline
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
     * Sort order; `-` before a field means descending. Default: by position.
     */
    sort?: Array<PipelineStageSort>,
    /**
     * True for active entries only, false for retired entries only
     */
    isActive?: boolean,
    /**
     * Kinds of stages; repeat to match any of several
     */
    kind?: Array<PipelineStageKind>,
  }): CancelablePromise<PipelineStagePage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/pipelines/{id}/stages',
      path: {
        'id': id,
      },
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'sort': sort,
        'isActive': isActive,
        'kind': kind,
      },
    });
  }
  /**
   * Create a pipeline stage
   * Required permission: `pipelines:manage`.
   * @returns PipelineStageView Created
   * @throws ApiError
   */
  public createStage({
    id,
    requestBody,
    idempotencyKey,
  }: {
    /**
     * Id of the pipeline
     */
    id: string,
    requestBody: PlacedStageCreate,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<PipelineStageView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/pipelines/{id}/stages',
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
}
