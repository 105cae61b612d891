/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
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
