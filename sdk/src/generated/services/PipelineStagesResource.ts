/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { PipelineStageUpdate } from '../models/PipelineStageUpdate';
import type { PipelineStageUpdatedView } from '../models/PipelineStageUpdatedView';
import type { PipelineStageView } from '../models/PipelineStageView';
import type { PositionChange } from '../models/PositionChange';
import type { StageRetirementOrder } from '../models/StageRetirementOrder';
import type { StageRetirementView } from '../models/StageRetirementView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class PipelineStagesResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Get a pipeline stage
   * Required permission: `pipelines:read`.
   * @returns PipelineStageView Success
   * @throws ApiError
   */
  public get({
    id,
    ifNoneMatch,
  }: {
    /**
     * Id of the pipeline stage
     */
    id: string,
    /**
     * `ETag` of the cached copy; the response is 304 without a body if the copy is current
     */
    ifNoneMatch?: string,
  }): CancelablePromise<PipelineStageView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/pipeline-stages/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-None-Match': ifNoneMatch,
      },
    });
  }
  /**
   * Update a pipeline stage
   * Omitted fields are unchanged; null clears a field. A new probability applies to open deals without a probability of their own. With more than 1,000 deals, a job updates them.
   *
   * Required permission: `pipelines:manage`.
   * @returns PipelineStageUpdatedView Success
   * @throws ApiError
   */
  public update({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the pipeline stage
     */
    id: string,
    requestBody: PipelineStageUpdate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<PipelineStageUpdatedView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/pipeline-stages/{id}',
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
   * Delete a pipeline stage permanently
   * Only for stages that never had a deal; all other stages can be retired.
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
     * Id of the pipeline stage
     */
    id: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'DELETE',
      url: '/api/v1/pipeline-stages/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * Activate a retired pipeline stage
   * Required permission: `pipelines:manage`.
   * @returns PipelineStageView Success
   * @throws ApiError
   */
  public activate({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the pipeline stage
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
  }): CancelablePromise<PipelineStageView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/pipeline-stages/{id}/activate',
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
   * List the changes of a pipeline stage
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
     * Id of the pipeline stage
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
      url: '/api/v1/pipeline-stages/{id}/history',
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
   * Change the position of a pipeline stage
   * The versions of the other stages do not change.
   *
   * Required permission: `pipelines:manage`.
   * @returns PipelineStageView Success
   * @throws ApiError
   */
  public reorder({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the pipeline stage
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
  }): CancelablePromise<PipelineStageView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/pipeline-stages/{id}/move',
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
   * Retire a pipeline stage
   * Its deals move to another stage, and the stage accepts no new deals. With more than 1,000 deals, a job moves them.
   *
   * Required permission: `pipelines:manage`.
   * @returns StageRetirementView Success
   * @throws ApiError
   */
  public retire({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the pipeline stage
     */
    id: string,
    requestBody: StageRetirementOrder,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<StageRetirementView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/pipeline-stages/{id}/retire',
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
