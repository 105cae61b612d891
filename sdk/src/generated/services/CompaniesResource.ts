/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CompanyBulk } from '../models/CompanyBulk';
import type { CompanyBulkView } from '../models/CompanyBulkView';
import type { CompanyCreate } from '../models/CompanyCreate';
import type { CompanyDuplicatesQuery } from '../models/CompanyDuplicatesQuery';
import type { CompanyDuplicatesView } from '../models/CompanyDuplicatesView';
import type { CompanyInclude } from '../models/CompanyInclude';
import type { CompanyMergeView } from '../models/CompanyMergeView';
import type { CompanyPage } from '../models/CompanyPage';
import type { CompanySize } from '../models/CompanySize';
import type { CompanySort } from '../models/CompanySort';
import type { CompanyStatus } from '../models/CompanyStatus';
import type { CompanyUpdate } from '../models/CompanyUpdate';
import type { CompanyUpsert } from '../models/CompanyUpsert';
import type { CompanyView } from '../models/CompanyView';
import type { CountMode } from '../models/CountMode';
import type { FacetRequest } from '../models/FacetRequest';
import type { FacetsView } from '../models/FacetsView';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { MoneyFilter } from '../models/MoneyFilter';
import type { NumberFilter } from '../models/NumberFilter';
import type { RecordAssignment } from '../models/RecordAssignment';
import type { RecordMergePage } from '../models/RecordMergePage';
import type { RecordMergePreview } from '../models/RecordMergePreview';
import type { RecordMergeRequest } from '../models/RecordMergeRequest';
import type { RecordUnmergeRequest } from '../models/RecordUnmergeRequest';
import type { SearchRequest } from '../models/SearchRequest';
import type { TextFilter } from '../models/TextFilter';
import type { TimestampFilter } from '../models/TimestampFilter';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class CompaniesResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists companies, newest first unless `sort` says otherwise.
   *
   * Needs `companies:read`.
   * @returns CompanyPage Done.
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
    size,
    industry,
    country,
    domain,
    city,
    email,
    annualRevenue,
    employeeCount,
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
     * Text that the name, domain, e-mail address, phone number or city holds; each word must be there.
     */
    q?: string,
    /**
     * The order; `-` before a field means descending. Newest first when left out.
     */
    sort?: Array<CompanySort>,
    /**
     * What to give along with each company.
     */
    include?: Array<CompanyInclude>,
    /**
     * Any of these statuses.
     */
    status?: Array<CompanyStatus>,
    /**
     * Any of these sizes.
     */
    size?: Array<CompanySize>,
    /**
     * Any of these industries.
     */
    industry?: Array<string>,
    /**
     * Any of these countries, ISO 3166 alpha-2.
     */
    country?: Array<string>,
    /**
     * By web domain.
     */
    domain?: TextFilter,
    /**
     * By city.
     */
    city?: TextFilter,
    /**
     * By e-mail address.
     */
    email?: TextFilter,
    /**
     * By what it takes in a year.
     */
    annualRevenue?: MoneyFilter,
    /**
     * By the number of people who work there.
     */
    employeeCount?: NumberFilter,
  }): CancelablePromise<CompanyPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/companies',
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
        'size': size,
        'industry': industry,
        'country': country,
        'domain': domain,
        'city': city,
        'email': email,
        'annualRevenue': annualRevenue,
        'employeeCount': employeeCount,
      },
    });
  }
  /**
   * Adds a company. Only a name is needed. A domain that another living company has is refused with its id.
   *
   * Needs `companies:create`.
   * @returns CompanyView Made.
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: CompanyCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<CompanyView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/companies',
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
   * Needs `companies:update`.
   * @returns CompanyBulkView Done.
   * @throws ApiError
   */
  public bulk({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: CompanyBulk,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<CompanyBulkView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/companies/bulk',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Creates the company that another system knows by this id (201), or updates the one that is there (200), whose owner and team stay.
   *
   * Needs `companies:update`.
   * @returns CompanyView Done.
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
    requestBody: CompanyUpsert,
  }): CancelablePromise<CompanyView> {
    return this.httpRequest.request({
      method: 'PUT',
      url: '/api/v1/companies/by-external-id/{source}/{externalId}',
      path: {
        'source': source,
        'externalId': externalId,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Finds living companies that may be the same one: same domain, same e-mail address, same phone number, similar name.
   *
   * Needs `companies:read`.
   * @returns CompanyDuplicatesView Done.
   * @throws ApiError
   */
  public duplicates({
    requestBody,
  }: {
    requestBody: CompanyDuplicatesQuery,
  }): CancelablePromise<CompanyDuplicatesView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/companies/duplicates',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Counts companies by the values of fields, each as if its own condition were not set.
   *
   * Needs `companies:read`.
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
      url: '/api/v1/companies/facets',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Lists companies by a filter of any depth.
   *
   * Needs `companies:read`.
   * @returns CompanyPage Done.
   * @throws ApiError
   */
  public search({
    requestBody,
  }: {
    requestBody: SearchRequest,
  }): CancelablePromise<CompanyPage> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/companies/search',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Gives one company.
   *
   * Needs `companies:read`.
   * @returns CompanyView Done.
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
     * What to give along with the company.
     */
    include?: Array<CompanyInclude>,
    /**
     * The `ETag` of the copy at hand. Where it is still good, the answer is 304 without a body.
     */
    ifNoneMatch?: string,
  }): CancelablePromise<CompanyView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/companies/{id}',
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
   * Changes fields of a company: absent ones stay, null clears. With `If-Match` a stale copy is refused.
   *
   * Needs `companies:update`.
   * @returns CompanyView Done.
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
    requestBody: CompanyUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<CompanyView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/companies/{id}',
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
   * Deletes a company; it can be restored.
   *
   * Needs `companies:delete`.
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
      url: '/api/v1/companies/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * Gives a company an owner, or takes the owner away and leaves it to a team. Whoever gives a company away gets this answer, and may not see the company afterwards.
   *
   * Needs `companies:update`.
   * @returns CompanyView Done.
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
  }): CancelablePromise<CompanyView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/companies/{id}/assign',
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
   * Lists what was changed of a company, newest first, with who did it. Also of a deleted one.
   *
   * Needs `companies:read`.
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
      url: '/api/v1/companies/{id}/history',
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
   * Merges other companies into this one: what it lacks it gets from them, what is on them moves to it, and they are deleted. Needs companies:delete besides.
   *
   * Needs `companies:update`.
   * @returns CompanyMergeView Done.
   * @throws ApiError
   */
  public mergeCompany({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: RecordMergeRequest,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<CompanyMergeView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/companies/{id}/merge',
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
   * Says what a merge would do: which value of each field wins, and what moves. Nothing is changed.
   *
   * Needs `companies:update`.
   * @returns RecordMergePreview Done.
   * @throws ApiError
   */
  public previewCompanyMerge({
    id,
    requestBody,
    idempotencyKey,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: RecordMergeRequest,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<RecordMergePreview> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/companies/{id}/merge/preview',
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
   * Lists what was merged into a company, newest first, also what was taken back.
   *
   * Needs `companies:read`.
   * @returns RecordMergePage Done.
   * @throws ApiError
   */
  public listCompanyMerges({
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
  }): CancelablePromise<RecordMergePage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/companies/{id}/merges',
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
   * Removes a company for good. Contacts, deals and activities on it stay, without a company.
   *
   * Needs `companies:purge`.
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
      url: '/api/v1/companies/{id}/purge',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Restores a deleted company. Refused where another one has its domain by now.
   *
   * Needs `companies:update`.
   * @returns CompanyView Done.
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
  }): CancelablePromise<CompanyView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/companies/{id}/restore',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Takes a merge back while nobody has touched what it did: everything is as it was. Needs companies:delete besides.
   *
   * Needs `companies:update`.
   * @returns CompanyMergeView Done.
   * @throws ApiError
   */
  public unmergeCompany({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: RecordUnmergeRequest,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<CompanyMergeView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/companies/{id}/unmerge',
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
