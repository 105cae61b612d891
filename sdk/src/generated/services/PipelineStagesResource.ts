/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { PipelineStageKind } from '../models/PipelineStageKind';
import type { PipelineStagePage } from '../models/PipelineStagePage';
import type { PipelineStageSort } from '../models/PipelineStageSort';
import type { PipelineStageUpdate } from '../models/PipelineStageUpdate';
import type { PipelineStageUpdatedView } from '../models/PipelineStageUpdatedView';
import type { PipelineStageView } from '../models/PipelineStageView';
import type { PlacedStageCreate } from '../models/PlacedStageCreate';
import type { PositionChange } from '../models/PositionChange';
import type { StageRetirementOrder } from '../models/StageRetirementOrder';
import type { StageRetirementView } from '../models/StageRetirementView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class PipelineStagesResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Gives one stage.
   *
   * Needs `pipelines:read`.
   * @returns PipelineStageView Done.
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
   * Changes a stage: absent fields stay, null clears. Open deals in it that have no probability of their own follow a new one, at once or, beyond 1,000, by a job.
   *
   * Needs `pipelines:manage`.
   * @returns PipelineStageUpdatedView Done.
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
    requestBody: PipelineStageUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
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
   * Deletes a stage for good in which no deal ever was. All others can be retired.
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
   * Brings a retired stage back into use.
   *
   * Needs `pipelines:manage`.
   * @returns PipelineStageView Done.
   * @throws ApiError
   */
  public activate({
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
   * Lists what was changed of a stage, newest first, with who did it.
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
   * Puts a stage to another place in its pipeline; only its own record changes.
   *
   * Needs `pipelines:manage`.
   * @returns PipelineStageView Done.
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
   * Retires a stage: all its deals move to another one, at once or, beyond 1,000, by a job; no deal can be put into it any more.
   *
   * Needs `pipelines:manage`.
   * @returns StageRetirementView Done.
   * @throws ApiError
   */
  public retire({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: StageRetirementOrder,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
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
  /**
   * Lists the stages of a pipeline, in their order unless `sort` says otherwise.
   *
   * Needs `pipelines:read`.
   * @returns PipelineStagePage Done.
   * @throws ApiError
   */
  public list({
    id,
    limit,
    cursor,
    count,
    sort,
    isActive,
    kind,
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
     * The order; `-` before a field means descending. By position when left out.
     */
    sort?: Array<PipelineStageSort>,
    /**
     * Only those that deals can be put in, or only retired ones.
     */
    isActive?: boolean,
    /**
     * Stages of any of these kinds.
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
   * Adds a stage to a pipeline.
   *
   * Needs `pipelines:manage`.
   * @returns PipelineStageView Made.
   * @throws ApiError
   */
  public create({
    id,
    requestBody,
    idempotencyKey,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: PlacedStageCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
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
