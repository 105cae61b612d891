/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { BoardView } from '../models/BoardView';
import type { ChangedDealPage } from '../models/ChangedDealPage';
import type { CountMode } from '../models/CountMode';
import type { DealChangeKind } from '../models/DealChangeKind';
import type { DealPage } from '../models/DealPage';
import type { DealPriority } from '../models/DealPriority';
import type { ForecastView } from '../models/ForecastView';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { PipelineChangesView } from '../models/PipelineChangesView';
import type { PipelineCreate } from '../models/PipelineCreate';
import type { PipelinePage } from '../models/PipelinePage';
import type { PipelineSort } from '../models/PipelineSort';
import type { PipelineUpdate } from '../models/PipelineUpdate';
import type { PipelineView } from '../models/PipelineView';
import type { PositionChange } from '../models/PositionChange';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class PipelinesResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists pipelines, in their order unless `sort` says otherwise.
   *
   * Needs `pipelines:read`.
   * @returns PipelinePage Done.
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
     * The order; `-` before a field means descending. By position when left out.
     */
    sort?: Array<PipelineSort>,
    /**
     * Only those that deals can be put in, or only retired ones.
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
   * Makes a pipeline, with the stages given or with those of the default pipeline.
   *
   * Needs `pipelines:manage`.
   * @returns PipelineView Made.
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: PipelineCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
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
   * Gives one pipeline.
   *
   * Needs `pipelines:read`.
   * @returns PipelineView Done.
   * @throws ApiError
   */
  public get({
    id,
    ifNoneMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * The `ETag` of the copy at hand. Where it is still good, the answer is 304 without a body.
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
   * Changes a pipeline: absent fields stay, null clears. Exactly one is the default: another becomes it by being made it.
   *
   * Needs `pipelines:manage`.
   * @returns PipelineView Done.
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
    requestBody: PipelineUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
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
   * Deletes a pipeline for good on which no deal ever was, with its stages. All others can be retired; the default can be neither.
   *
   * Needs `pipelines:manage`.
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
   * Gives the board of a pipeline: a column a stage, with what its deals come to and the first of them. With `asOf` as it was then.
   *
   * Needs `deals:read`.
   * @returns BoardView Done.
   * @throws ApiError
   */
  public board({
    id,
    limit,
    asOf,
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
     * The id of the record.
     */
    id: string,
    /**
     * How many cards a column shows, 1 to 100.
     */
    limit?: number,
    /**
     * The board as it was at this moment: which deals stood where, and what they were worth then. Who sees a deal now sees it there.
     */
    asOf?: string,
    /**
     * Text that the title holds; each word must be there.
     */
    q?: string,
    /**
     * A saved view of deals, whose filter holds besides.
     */
    viewId?: string,
    /**
     * Deals of any of these owners.
     */
    ownerId?: Array<string>,
    /**
     * Deals of any of these teams.
     */
    teamId?: Array<string>,
    /**
     * Of any of these companies.
     */
    companyId?: Array<string>,
    /**
     * With any of these contacts.
     */
    contactId?: Array<string>,
    /**
     * Any of these priorities.
     */
    priority?: Array<DealPriority>,
    /**
     * Any of these sources.
     */
    source?: Array<string>,
    /**
     * Deals with any of these tags.
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
   * Lists the deals of one column of the board, in its order: who came last to the stage first; with `asOf` who last changed. Abandoned ones are on no board.
   *
   * Needs `deals:read`.
   * @returns DealPage Done.
   * @throws ApiError
   */
  public cards({
    id,
    stageId,
    limit,
    asOf,
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
     * The id of the record.
     */
    id: string,
    /**
     * The stage whose column it is.
     */
    stageId: string,
    /**
     * How many cards a column shows, 1 to 100.
     */
    limit?: number,
    /**
     * The board as it was at this moment: which deals stood where, and what they were worth then. Who sees a deal now sees it there.
     */
    asOf?: string,
    /**
     * Text that the title holds; each word must be there.
     */
    q?: string,
    /**
     * A saved view of deals, whose filter holds besides.
     */
    viewId?: string,
    /**
     * Deals of any of these owners.
     */
    ownerId?: Array<string>,
    /**
     * Deals of any of these teams.
     */
    teamId?: Array<string>,
    /**
     * Of any of these companies.
     */
    companyId?: Array<string>,
    /**
     * With any of these contacts.
     */
    contactId?: Array<string>,
    /**
     * Any of these priorities.
     */
    priority?: Array<DealPriority>,
    /**
     * Any of these sources.
     */
    source?: Array<string>,
    /**
     * Deals with any of these tags.
     */
    tags?: Array<string>,
    /**
     * Where to go on: `nextCursor` of the column, or of another page of it, with the same filters.
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
   * Lists the deals of a pipeline that are not what they were at a moment, with what they were and are; who changed last comes first.
   *
   * Needs `deals:read`.
   * @returns ChangedDealPage Done.
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
     * The id of the record.
     */
    id: string,
    /**
     * Since when: what is is held against what was then.
     */
    since: string,
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
     * Only deals of these owners.
     */
    ownerId?: Array<string>,
    /**
     * Only deals of which one of these is true.
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
   * Counts what became of the deals of a pipeline since a moment: new, won, lost, forward, back, dearer, cheaper, later, sooner.
   *
   * Needs `deals:read`.
   * @returns PipelineChangesView Done.
   * @throws ApiError
   */
  public countChanges({
    id,
    since,
    ownerId,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * Since when: what is is held against what was then.
     */
    since: string,
    /**
     * Only deals of these owners.
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
   * Gives what may be expected of a pipeline, by month and currency: won whole, open by probability, lost not at all.
   *
   * Needs `deals:read`.
   * @returns ForecastView Done.
   * @throws ApiError
   */
  public forecast({
    id,
    from,
    months,
    asOf,
    ownerId,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    /**
     * The first month; the one we are in when left out.
     */
    from?: string,
    /**
     * How many months, 1 to 36.
     */
    months?: number,
    /**
     * What was expected at this moment. Who sees a deal now sees it there.
     */
    asOf?: string,
    /**
     * Only deals of these owners.
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
   * Lists what was changed of a pipeline, newest first, with who did it.
   *
   * Needs `pipelines:read`.
   * @returns HistoryEntryPage Done.
   * @throws ApiError
   */
  public history({
    id,
    limit,
    cursor,
    count,
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
   * Puts a pipeline to another place among the others; only its own record changes.
   *
   * Needs `pipelines:manage`.
   * @returns PipelineView Done.
   * @throws ApiError
   */
  public move({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: PositionChange,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
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
}
