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
import type { CompanyActivityCreate } from '../models/CompanyActivityCreate';
import type { CompanyBulk } from '../models/CompanyBulk';
import type { CompanyBulkView } from '../models/CompanyBulkView';
import type { CompanyCreate } from '../models/CompanyCreate';
import type { CompanyDuplicatesQuery } from '../models/CompanyDuplicatesQuery';
import type { CompanyDuplicatesView } from '../models/CompanyDuplicatesView';
import type { CompanyFacetsRequest } from '../models/CompanyFacetsRequest';
import type { CompanyInclude } from '../models/CompanyInclude';
import type { CompanyMergeView } from '../models/CompanyMergeView';
import type { CompanyPage } from '../models/CompanyPage';
import type { CompanySearchRequest } from '../models/CompanySearchRequest';
import type { CompanySize } from '../models/CompanySize';
import type { CompanySort } from '../models/CompanySort';
import type { CompanyStatus } from '../models/CompanyStatus';
import type { CompanyUpdate } from '../models/CompanyUpdate';
import type { CompanyUpsert } from '../models/CompanyUpsert';
import type { CompanyView } from '../models/CompanyView';
import type { CountMode } from '../models/CountMode';
import type { FacetsView } from '../models/FacetsView';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { MoneyFilter } from '../models/MoneyFilter';
import type { NumberFilter } from '../models/NumberFilter';
import type { Priority } from '../models/Priority';
import type { RecordAssignment } from '../models/RecordAssignment';
import type { RecordMergePage } from '../models/RecordMergePage';
import type { RecordMergePreview } from '../models/RecordMergePreview';
import type { RecordMergeRequest } from '../models/RecordMergeRequest';
import type { RecordUnmergeRequest } from '../models/RecordUnmergeRequest';
import type { TextFilter } from '../models/TextFilter';
import type { TimelineEntryPage } from '../models/TimelineEntryPage';
import type { TimelineKind } from '../models/TimelineKind';
import type { TimestampFilter } from '../models/TimestampFilter';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class CompaniesResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List companies
   * Default order: newest first.
   *
   * Required permission: `companies:read`.
   * @returns CompanyPage Success
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
     * Search text in name, domain, e-mail address, phone number and city; every word must occur
     */
    q?: string,
    /**
     * Sort order; `-` before a field means descending. Default: newest first.
     */
    sort?: Array<(CompanySort | `custom.${string}` | `-custom.${string}`)>,
    /**
     * Related records to include
     */
    include?: Array<CompanyInclude>,
    /**
     * Statuses; repeat to match any of several
     */
    status?: Array<CompanyStatus>,
    /**
     * Company sizes; repeat to match any of several
     */
    size?: Array<CompanySize>,
    /**
     * Industries; repeat to match any of several
     */
    industry?: Array<string>,
    /**
     * Countries, ISO 3166-1 alpha-2; repeat to match any of several
     */
    country?: Array<string>,
    /**
     * Web domain
     */
    domain?: TextFilter,
    /**
     * City
     */
    city?: TextFilter,
    /**
     * E-mail address
     */
    email?: TextFilter,
    /**
     * Annual revenue
     */
    annualRevenue?: MoneyFilter,
    /**
     * Number of employees
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
   * Create a company
   * Only the name is required. A domain that belongs to another company is rejected with the id of that company.
   *
   * Required permission: `companies:create`.
   * @returns CompanyView Created
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: CompanyCreate,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
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
   * Change up to 100 companies
   * All operations succeed or none, unless `atomic` is false. Creating and deleting companies also need their own permissions.
   *
   * Required permission: `companies:update`.
   * @returns CompanyBulkView Success
   * @throws ApiError
   */
  public bulk({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: CompanyBulk,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
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
   * Create or update a company by external id
   * Returns 201 for a new company and 200 for an existing one, which keeps its owner and team.
   *
   * Required permission: `companies:update`.
   * @returns CompanyView Success
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
    requestBody: CompanyUpsert,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<CompanyView> {
    return this.httpRequest.request({
      method: 'PUT',
      url: '/api/v1/companies/by-external-id/{source}/{externalId}',
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
   * Find possible duplicates of a company
   * Compares domain, e-mail address, phone number and name with all companies that are not deleted.
   *
   * Required permission: `companies:read`.
   * @returns CompanyDuplicatesView Success
   * @throws ApiError
   */
  public findDuplicates({
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
   * Count companies by field values
   * Each facet ignores the condition on its own field.
   *
   * Required permission: `companies:read`.
   * @returns FacetsView Success
   * @throws ApiError
   */
  public countFacets({
    requestBody,
  }: {
    requestBody: CompanyFacetsRequest,
  }): CancelablePromise<FacetsView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/companies/facets',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Search companies with a filter
   * Required permission: `companies:read`.
   * @returns CompanyPage Success
   * @throws ApiError
   */
  public search({
    requestBody,
  }: {
    requestBody: CompanySearchRequest,
  }): CancelablePromise<CompanyPage> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/companies/search',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Get a company
   * Required permission: `companies:read`.
   * @returns CompanyView Success
   * @throws ApiError
   */
  public get({
    id,
    include,
    ifNoneMatch,
  }: {
    /**
     * Id of the company
     */
    id: string,
    /**
     * Related records to include
     */
    include?: Array<CompanyInclude>,
    /**
     * `ETag` of the cached copy; the response is 304 without a body if the copy is current
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
   * Update a company
   * Omitted fields are unchanged; null clears a field. With `If-Match`, an outdated version is rejected.
   *
   * Required permission: `companies:update`.
   * @returns CompanyView Success
   * @throws ApiError
   */
  public update({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the company
     */
    id: string,
    requestBody: CompanyUpdate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Delete a company
   * The company can be restored.
   *
   * Required permission: `companies:delete`.
   * @returns void
   * @throws ApiError
   */
  public delete({
    id,
    ifMatch,
  }: {
    /**
     * Id of the company
     */
    id: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * List the activities of a company
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
     * Id of the company
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
      url: '/api/v1/companies/{id}/activities',
      path: {
        'id': id,
      },
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'leadId': leadId,
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
   * Create an activity for a company
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
     * Id of the company
     */
    id: string,
    requestBody: CompanyActivityCreate,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/companies/{id}/activities',
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
   * Assign a company to an owner or team
   * Null as `ownerId` removes the owner. The response contains the company even if the caller cannot see it any more.
   *
   * Required permission: `companies:update`.
   * @returns CompanyView Success
   * @throws ApiError
   */
  public assign({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the company
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
   * List the changes of a company
   * Newest first, with the user who made each change. Also available for deleted companies.
   *
   * Required permission: `companies:read`.
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
     * Id of the company
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
   * Merge other companies into this company
   * Empty fields are filled from the duplicates, their linked records move to this company, and the duplicates are deleted. Also needs `companies:delete`.
   *
   * Required permission: `companies:update`.
   * @returns CompanyMergeView Success
   * @throws ApiError
   */
  public merge({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the company
     */
    id: string,
    requestBody: RecordMergeRequest,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Preview a merge of companies
   * Returns the value of each field after the merge, and the records that would move. Nothing is changed.
   *
   * Required permission: `companies:update`.
   * @returns RecordMergePreview Success
   * @throws ApiError
   */
  public previewMerge({
    id,
    requestBody,
  }: {
    /**
     * Id of the company
     */
    id: string,
    requestBody: RecordMergeRequest,
  }): CancelablePromise<RecordMergePreview> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/companies/{id}/merge/preview',
      path: {
        'id': id,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * List the merges of a company
   * Newest first, including merges that were undone.
   *
   * Required permission: `companies:read`.
   * @returns RecordMergePage Success
   * @throws ApiError
   */
  public listMerges({
    id,
    limit,
    cursor,
    count,
  }: {
    /**
     * Id of the company
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
   * Delete a company permanently
   * Its contacts, deals and activities remain, without a company.
   *
   * Required permission: `companies:purge`.
   * @returns void
   * @throws ApiError
   */
  public purge({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the company
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
      url: '/api/v1/companies/{id}/purge',
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
   * Restore a deleted company
   * Rejected if another company has the same domain now.
   *
   * Required permission: `companies:update`.
   * @returns CompanyView Success
   * @throws ApiError
   */
  public restore({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the company
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
  }): CancelablePromise<CompanyView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/companies/{id}/restore',
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
   * Get the timeline of a company
   * Newest first: activities and other changes; with `related`, also those of its contacts and deals. Entries that are not activities also need the permission to read the changed records.
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
    related,
  }: {
    /**
     * Id of the company
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
    /**
     * Whether to include entries of the company's contacts and deals that the caller can see
     */
    related?: boolean,
  }): CancelablePromise<TimelineEntryPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/companies/{id}/timeline',
      path: {
        'id': id,
      },
      query: {
        'limit': limit,
        'cursor': cursor,
        'kind': kind,
        'related': related,
      },
    });
  }
  /**
   * Undo a merge of companies
   * Restores the earlier state. Rejected if the affected records have changed since. Also needs `companies:delete`.
   *
   * Required permission: `companies:update`.
   * @returns CompanyMergeView Success
   * @throws ApiError
   */
  public unmerge({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the company
     */
    id: string,
    requestBody: RecordUnmergeRequest,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
