/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { DayFilter } from '../models/DayFilter';
import type { FacetRequest } from '../models/FacetRequest';
import type { FacetsView } from '../models/FacetsView';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { LeadBulk } from '../models/LeadBulk';
import type { LeadBulkView } from '../models/LeadBulkView';
import type { LeadConversion } from '../models/LeadConversion';
import type { LeadConversionView } from '../models/LeadConversionView';
import type { LeadCreate } from '../models/LeadCreate';
import type { LeadDuplicatesQuery } from '../models/LeadDuplicatesQuery';
import type { LeadDuplicatesView } from '../models/LeadDuplicatesView';
import type { LeadInclude } from '../models/LeadInclude';
import type { LeadPage } from '../models/LeadPage';
import type { LeadSort } from '../models/LeadSort';
import type { LeadStatsView } from '../models/LeadStatsView';
import type { LeadStatus } from '../models/LeadStatus';
import type { LeadStatusMove } from '../models/LeadStatusMove';
import type { LeadUpdate } from '../models/LeadUpdate';
import type { LeadView } from '../models/LeadView';
import type { NumberFilter } from '../models/NumberFilter';
import type { RecordAssignment } from '../models/RecordAssignment';
import type { SearchRequest } from '../models/SearchRequest';
import type { TextFilter } from '../models/TextFilter';
import type { TimestampFilter } from '../models/TimestampFilter';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class LeadsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists leads, newest first unless `sort` says otherwise.
   *
   * Needs `leads:read`.
   * @returns LeadPage Done.
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
    source,
    email,
    company,
    score,
    expectedCloseDate,
    converted,
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
     * Text that the name, e-mail address, company or phone number holds; each word must be there.
     */
    q?: string,
    /**
     * The order; `-` before a field means descending. Newest first when left out.
     */
    sort?: Array<LeadSort>,
    /**
     * What to give along with each lead.
     */
    include?: Array<LeadInclude>,
    /**
     * Any of these statuses.
     */
    status?: Array<LeadStatus>,
    /**
     * Any of these sources.
     */
    source?: Array<string>,
    /**
     * By e-mail address.
     */
    email?: TextFilter,
    /**
     * By company.
     */
    company?: TextFilter,
    /**
     * By score.
     */
    score?: NumberFilter,
    /**
     * By the expected day of decision.
     */
    expectedCloseDate?: DayFilter,
    /**
     * Only those that were converted, or only those that were not.
     */
    converted?: boolean,
  }): CancelablePromise<LeadPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/leads',
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
        'source': source,
        'email': email,
        'company': company,
        'score': score,
        'expectedCloseDate': expectedCloseDate,
        'converted': converted,
      },
    });
  }
  /**
   * Adds a lead. A name and an e-mail address or a phone number are needed.
   *
   * Needs `leads:create`.
   * @returns LeadView Made.
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: LeadCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<LeadView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/leads',
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
   * Needs `leads:update`.
   * @returns LeadBulkView Done.
   * @throws ApiError
   */
  public bulk({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: LeadBulk,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<LeadBulkView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/leads/bulk',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Creates the lead that another system knows by this id (201), or updates the one that is there (200).
   *
   * Needs `leads:update`.
   * @returns LeadView Done.
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
    requestBody: LeadCreate,
  }): CancelablePromise<LeadView> {
    return this.httpRequest.request({
      method: 'PUT',
      url: '/api/v1/leads/by-external-id/{source}/{externalId}',
      path: {
        'source': source,
        'externalId': externalId,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Finds living leads that may be the same person: same e-mail address, same phone number, similar name.
   *
   * Needs `leads:read`.
   * @returns LeadDuplicatesView Done.
   * @throws ApiError
   */
  public duplicates({
    requestBody,
  }: {
    requestBody: LeadDuplicatesQuery,
  }): CancelablePromise<LeadDuplicatesView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/leads/duplicates',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Counts leads by the values of fields, each as if its own condition were not set.
   *
   * Needs `leads:read`.
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
      url: '/api/v1/leads/facets',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Lists leads by a filter of any depth.
   *
   * Needs `leads:read`.
   * @returns LeadPage Done.
   * @throws ApiError
   */
  public search({
    requestBody,
  }: {
    requestBody: SearchRequest,
  }): CancelablePromise<LeadPage> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/leads/search',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Counts the leads that the caller may see: by status, by source, per day, and the newest.
   *
   * Needs `leads:read`.
   * @returns LeadStatsView Done.
   * @throws ApiError
   */
  public stats({
    days,
  }: {
    /**
     * How many days back `perDay` reaches, 1 to 366.
     */
    days?: number,
  }): CancelablePromise<LeadStatsView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/leads/stats',
      query: {
        'days': days,
      },
    });
  }
  /**
   * Gives one lead.
   *
   * Needs `leads:read`.
   * @returns LeadView Done.
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
     * What to give along with the lead.
     */
    include?: Array<LeadInclude>,
    /**
     * The `ETag` of the copy at hand. Where it is still good, the answer is 304 without a body.
     */
    ifNoneMatch?: string,
  }): CancelablePromise<LeadView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/leads/{id}',
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
   * Changes fields of a lead: absent ones stay, null clears. With `If-Match` a stale copy is refused.
   *
   * Needs `leads:update`.
   * @returns LeadView Done.
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
    requestBody: LeadUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<LeadView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/leads/{id}',
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
   * Deletes a lead; it can be restored.
   *
   * Needs `leads:delete`.
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
      url: '/api/v1/leads/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * Gives a lead an owner, or takes the owner away and leaves it to a team. Whoever gives a lead away gets this answer, and may not see the lead afterwards.
   *
   * Needs `leads:update`.
   * @returns LeadView Done.
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
  }): CancelablePromise<LeadView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/leads/{id}/assign',
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
   * Makes a company, a contact and a deal of a lead, or joins it to ones that are there, all or nothing. Of those only empty fields are filled. The lead cannot be changed afterwards; a second try is refused with the ids. Making and changing the others needs their own permissions.
   *
   * Needs `leads:update`.
   * @returns LeadConversionView Done.
   * @throws ApiError
   */
  public convert({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: LeadConversion,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<LeadConversionView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/leads/{id}/convert',
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
   * Lists what was changed of a lead, newest first, with who did it. Also of a deleted one.
   *
   * Needs `leads:read`.
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
      url: '/api/v1/leads/{id}/history',
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
   * Removes a lead and everything on it for good.
   *
   * Needs `leads:purge`.
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
      url: '/api/v1/leads/{id}/purge',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Restores a deleted lead.
   *
   * Needs `leads:update`.
   * @returns LeadView Done.
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
  }): CancelablePromise<LeadView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/leads/{id}/restore',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Moves a lead through its lifecycle. A move that is not allowed is refused with the allowed ones.
   *
   * Needs `leads:update`.
   * @returns LeadView Done.
   * @throws ApiError
   */
  public changeStatus({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: LeadStatusMove,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<LeadView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/leads/{id}/status',
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
   * Takes a conversion back: what it made is removed for good, what it filled is emptied, activities get their links back. Refused once something came of it (`conversion-changed`, with what).
   *
   * Needs `leads:update`.
   * @returns LeadView Done.
   * @throws ApiError
   */
  public unconvert({
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
  }): CancelablePromise<LeadView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/leads/{id}/unconvert',
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
