/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { DayFilter } from '../models/DayFilter';
import type { DealAbandonment } from '../models/DealAbandonment';
import type { DealBulk } from '../models/DealBulk';
import type { DealBulkView } from '../models/DealBulkView';
import type { DealCreate } from '../models/DealCreate';
import type { DealInclude } from '../models/DealInclude';
import type { DealLoss } from '../models/DealLoss';
import type { DealMove } from '../models/DealMove';
import type { DealPage } from '../models/DealPage';
import type { DealPriority } from '../models/DealPriority';
import type { DealReopening } from '../models/DealReopening';
import type { DealSort } from '../models/DealSort';
import type { DealStagesView } from '../models/DealStagesView';
import type { DealStatus } from '../models/DealStatus';
import type { DealUpdate } from '../models/DealUpdate';
import type { DealView } from '../models/DealView';
import type { DealWin } from '../models/DealWin';
import type { FacetRequest } from '../models/FacetRequest';
import type { FacetsView } from '../models/FacetsView';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { MoneyFilter } from '../models/MoneyFilter';
import type { NumberFilter } from '../models/NumberFilter';
import type { RecordAssignment } from '../models/RecordAssignment';
import type { SearchRequest } from '../models/SearchRequest';
import type { TimestampFilter } from '../models/TimestampFilter';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class DealsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists deals, newest first unless `sort` says otherwise.
   *
   * Needs `deals:read`.
   * @returns DealPage Done.
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
     * A saved view whose filter holds besides, and whose order is taken when `sort` is left out.
     */
    viewId?: string,
    /**
     * Records of any of these owners.
     */
    ownerId?: Array<string>,
    /**
     * Records of any of these teams.
     */
    teamId?: Array<string>,
    /**
     * Records with any of these tags.
     */
    tags?: Array<string>,
    /**
     * By custom fields: `custom.<key>=value`, repeated for any of several, or with an operator, `custom.<key>[gte]=value`.
     * `GET /custom-fields` says which there are.
     */
    custom?: Record<string, (string | Array<string>)>,
    /**
     * By the time of making.
     */
    createdAt?: TimestampFilter,
    /**
     * By the time of the last change.
     */
    updatedAt?: TimestampFilter,
    /**
     * Deleted records instead of living ones.
     */
    deleted?: boolean,
    /**
     * Text that the title holds; each word must be there.
     */
    q?: string,
    /**
     * The order; `-` before a field means descending. Newest first when left out.
     */
    sort?: Array<DealSort>,
    /**
     * What to give along with each deal.
     */
    include?: Array<DealInclude>,
    /**
     * Any of these statuses.
     */
    status?: Array<DealStatus>,
    /**
     * Any of these pipelines.
     */
    pipelineId?: Array<string>,
    /**
     * Any of these stages.
     */
    stageId?: Array<string>,
    /**
     * Of any of these companies.
     */
    companyId?: Array<string>,
    /**
     * With any of these contacts.
     */
    contactId?: Array<string>,
    /**
     * From any of these leads.
     */
    leadId?: Array<string>,
    /**
     * Any of these priorities.
     */
    priority?: Array<DealPriority>,
    /**
     * Any of these sources.
     */
    source?: Array<string>,
    /**
     * By value.
     */
    value?: MoneyFilter,
    /**
     * By probability.
     */
    probability?: NumberFilter,
    /**
     * By the expected day of decision.
     */
    expectedCloseDate?: DayFilter,
    /**
     * By the time of the decision.
     */
    closedAt?: TimestampFilter,
    /**
     * By the time at which it came to its stage.
     */
    stageEnteredAt?: TimestampFilter,
    /**
     * Only those that have been in their stage for too long, or only the others.
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
   * Adds an open deal, in the first open stage of the default pipeline unless another one is named.
   *
   * Needs `deals:create`.
   * @returns DealView Made.
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: DealCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
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
   * Does up to 100 operations, all or none unless `atomic` is false. Making and deleting need their own permission besides.
   *
   * Needs `deals:update`.
   * @returns DealBulkView Done.
   * @throws ApiError
   */
  public bulk({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: DealBulk,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
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
   * Creates the deal that another system knows by this id (201), or updates the one that is there (200), whose stage, owner and team stay.
   *
   * Needs `deals:update`.
   * @returns DealView Done.
   * @throws ApiError
   */
  public upsert({
    source,
    externalId,
    requestBody,
  }: {
    /**
     * The other system.
     */
    source: string,
    /**
     * The id that it has there.
     */
    externalId: string,
    requestBody: DealCreate,
  }): CancelablePromise<DealView> {
    return this.httpRequest.request({
      method: 'PUT',
      url: '/api/v1/deals/by-external-id/{source}/{externalId}',
      path: {
        'source': source,
        'externalId': externalId,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Counts deals by the values of fields, each as if its own condition were not set.
   *
   * Needs `deals:read`.
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
      url: '/api/v1/deals/facets',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Lists deals by a filter of any depth.
   *
   * Needs `deals:read`.
   * @returns DealPage Done.
   * @throws ApiError
   */
  public search({
    requestBody,
  }: {
    requestBody: SearchRequest,
  }): CancelablePromise<DealPage> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/deals/search',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Gives one deal.
   *
   * Needs `deals:read`.
   * @returns DealView Done.
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
     * What to give along with the deal.
     */
    include?: Array<DealInclude>,
    /**
     * The `ETag` of the copy at hand. Where it is still good, the answer is 304 without a body.
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
   * Changes fields of a deal: absent ones stay, null clears. With `If-Match` a stale copy is refused.
   *
   * Needs `deals:update`.
   * @returns DealView Done.
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
    requestBody: DealUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
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
   * Deletes a deal; it can be restored.
   *
   * Needs `deals:delete`.
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
   * Gives an open deal up where it stands; it counts no more.
   *
   * Needs `deals:update`.
   * @returns DealView Done.
   * @throws ApiError
   */
  public abandon({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: DealAbandonment,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
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
   * Gives a deal an owner, or takes the owner away and leaves it to a team. Whoever gives a deal away gets this answer, and may not see the deal afterwards.
   *
   * Needs `deals:update`.
   * @returns DealView Done.
   * @throws ApiError
   */
  public assign({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: RecordAssignment,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
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
   * Lists what was changed of a deal, newest first, with who did it. Also of a deleted one.
   *
   * Needs `deals:read`.
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
   * Loses an open deal, for a reason: it goes to the first active stage of its pipeline where deals are lost, and counts no more.
   *
   * Needs `deals:update`.
   * @returns DealView Done.
   * @throws ApiError
   */
  public lose({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: DealLoss,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
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
   * Moves an open deal to another open stage, also of another pipeline; its probability is that of the stage again. Stages where deals are won or lost are reached by `win` and `lose` alone.
   *
   * Needs `deals:update`.
   * @returns DealView Done.
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
    requestBody: DealMove,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
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
   * Removes a deal and everything on it for good.
   *
   * Needs `deals:purge`.
   * @returns void
   * @throws ApiError
   */
  public purge({
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
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/deals/{id}/purge',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Opens a deal again that was won, lost or abandoned: when and why is cleared, the history stays.
   *
   * Needs `deals:update`.
   * @returns DealView Done.
   * @throws ApiError
   */
  public reopen({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: DealReopening,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
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
   * Restores a deleted deal.
   *
   * Needs `deals:update`.
   * @returns DealView Done.
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
  }): CancelablePromise<DealView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/deals/{id}/restore',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Lists every visit of a stage, in order, with how long it took and who brought the deal there. Also of a deleted one.
   *
   * Needs `deals:read`.
   * @returns DealStagesView Done.
   * @throws ApiError
   */
  public stages({
    id,
  }: {
    /**
     * The id of the record.
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
   * Wins an open deal: it goes to the first active stage of its pipeline where deals are won, and counts whole.
   *
   * Needs `deals:update`.
   * @returns DealView Done.
   * @throws ApiError
   */
  public win({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: DealWin,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
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
