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
import type { FacetsView } from '../models/FacetsView';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { LeadActivityCreate } from '../models/LeadActivityCreate';
import type { LeadBulk } from '../models/LeadBulk';
import type { LeadBulkView } from '../models/LeadBulkView';
import type { LeadConversion } from '../models/LeadConversion';
import type { LeadConversionView } from '../models/LeadConversionView';
import type { LeadCreate } from '../models/LeadCreate';
import type { LeadDuplicatesQuery } from '../models/LeadDuplicatesQuery';
import type { LeadDuplicatesView } from '../models/LeadDuplicatesView';
import type { LeadFacetsRequest } from '../models/LeadFacetsRequest';
import type { LeadFromText } from '../models/LeadFromText';
import type { LeadInclude } from '../models/LeadInclude';
import type { LeadPage } from '../models/LeadPage';
import type { LeadParseView } from '../models/LeadParseView';
import type { LeadSearchRequest } from '../models/LeadSearchRequest';
import type { LeadSort } from '../models/LeadSort';
import type { LeadStatsView } from '../models/LeadStatsView';
import type { LeadStatus } from '../models/LeadStatus';
import type { LeadStatusMove } from '../models/LeadStatusMove';
import type { LeadText } from '../models/LeadText';
import type { LeadUpdate } from '../models/LeadUpdate';
import type { LeadView } from '../models/LeadView';
import type { NumberFilter } from '../models/NumberFilter';
import type { Priority } from '../models/Priority';
import type { RecordAssignment } from '../models/RecordAssignment';
import type { TextFilter } from '../models/TextFilter';
import type { TimelineEntryPage } from '../models/TimelineEntryPage';
import type { TimelineKind } from '../models/TimelineKind';
import type { TimestampFilter } from '../models/TimestampFilter';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class LeadsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List leads
   * Default order: newest first.
   *
   * Required permission: `leads:read`.
   * @returns LeadPage Success
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
     * Search text in name, e-mail address, company and phone number; every word must occur
     */
    q?: string,
    /**
     * Sort order; `-` before a field means descending. Default: newest first.
     */
    sort?: Array<(LeadSort | `custom.${string}` | `-custom.${string}`)>,
    /**
     * Related records to include
     */
    include?: Array<LeadInclude>,
    /**
     * Statuses; repeat to match any of several
     */
    status?: Array<LeadStatus>,
    /**
     * Sources; repeat to match any of several
     */
    source?: Array<string>,
    /**
     * E-mail address
     */
    email?: TextFilter,
    /**
     * Company name
     */
    company?: TextFilter,
    /**
     * Lead score
     */
    score?: NumberFilter,
    /**
     * Expected close date
     */
    expectedCloseDate?: DayFilter,
    /**
     * True for converted leads only, false for all others
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
   * Create a lead
   * Needs a name, and an e-mail address or a phone number.
   *
   * Required permission: `leads:create`.
   * @returns LeadView Created
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: LeadCreate,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
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
   * Change up to 100 leads
   * All operations succeed or none, unless `atomic` is false. Creating and deleting leads also need their own permissions.
   *
   * Required permission: `leads:update`.
   * @returns LeadBulkView Success
   * @throws ApiError
   */
  public bulk({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: LeadBulk,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
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
   * Create or update a lead by external id
   * Returns 201 for a new lead and 200 for an existing one.
   *
   * Required permission: `leads:update`.
   * @returns LeadView Success
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
    requestBody: LeadCreate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<LeadView> {
    return this.httpRequest.request({
      method: 'PUT',
      url: '/api/v1/leads/by-external-id/{source}/{externalId}',
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
   * Find possible duplicates of a lead
   * Compares e-mail address, phone number and name with all leads that are not deleted.
   *
   * Required permission: `leads:read`.
   * @returns LeadDuplicatesView Success
   * @throws ApiError
   */
  public findDuplicates({
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
   * Count leads by field values
   * Each facet ignores the condition on its own field.
   *
   * Required permission: `leads:read`.
   * @returns FacetsView Success
   * @throws ApiError
   */
  public countFacets({
    requestBody,
  }: {
    requestBody: LeadFacetsRequest,
  }): CancelablePromise<FacetsView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/leads/facets',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Create a lead from text
   * The text or `overrides` must contain an e-mail address or a phone number.
   *
   * Required permission: `leads:create`.
   * @returns LeadView Created
   * @throws ApiError
   */
  public createFromText({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: LeadFromText,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<LeadView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/leads/from-text',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Parse a text into lead fields
   * Returns the fields and the words they come from. Nothing is stored.
   *
   * Required permission: `leads:create`.
   * @returns LeadParseView Success
   * @throws ApiError
   */
  public parseText({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: LeadText,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<LeadParseView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/leads/parse',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Search leads with a filter
   * Required permission: `leads:read`.
   * @returns LeadPage Success
   * @throws ApiError
   */
  public search({
    requestBody,
  }: {
    requestBody: LeadSearchRequest,
  }): CancelablePromise<LeadPage> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/leads/search',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Get lead statistics
   * Returns the number of visible leads by status, source and day, and the newest leads.
   *
   * Required permission: `leads:read`.
   * @returns LeadStatsView Success
   * @throws ApiError
   */
  public getStats({
    days,
  }: {
    /**
     * Number of days that `perDay` covers, 1 to 366
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
   * Get a lead
   * Required permission: `leads:read`.
   * @returns LeadView Success
   * @throws ApiError
   */
  public get({
    id,
    include,
    ifNoneMatch,
  }: {
    /**
     * Id of the lead
     */
    id: string,
    /**
     * Related records to include
     */
    include?: Array<LeadInclude>,
    /**
     * `ETag` of the cached copy; the response is 304 without a body if the copy is current
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
   * Update a lead
   * Omitted fields are unchanged; null clears a field. With `If-Match`, an outdated version is rejected.
   *
   * Required permission: `leads:update`.
   * @returns LeadView Success
   * @throws ApiError
   */
  public update({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the lead
     */
    id: string,
    requestBody: LeadUpdate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Delete a lead
   * The lead can be restored.
   *
   * Required permission: `leads:delete`.
   * @returns void
   * @throws ApiError
   */
  public delete({
    id,
    ifMatch,
  }: {
    /**
     * Id of the lead
     */
    id: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * List the activities of a lead
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
    companyId,
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
     * Id of the lead
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
     * Ids of linked companies; repeat to match any of several
     */
    companyId?: Array<string>,
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
      url: '/api/v1/leads/{id}/activities',
      path: {
        'id': id,
      },
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'companyId': companyId,
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
   * Create an activity for a lead
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
     * Id of the lead
     */
    id: string,
    requestBody: LeadActivityCreate,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/leads/{id}/activities',
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
   * Assign a lead to an owner or team
   * Null as `ownerId` removes the owner. The response contains the lead even if the caller cannot see it any more.
   *
   * Required permission: `leads:update`.
   * @returns LeadView Success
   * @throws ApiError
   */
  public assign({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the lead
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
   * Convert a lead
   * Creates a company, a contact and a deal from the lead, or links existing records, in one transaction. Only empty fields of existing records are filled. A converted lead cannot be changed or converted again. Creating or changing the other records also needs their own permissions.
   *
   * Required permission: `leads:update`.
   * @returns LeadConversionView Success
   * @throws ApiError
   */
  public convert({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the lead
     */
    id: string,
    requestBody: LeadConversion,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * List the changes of a lead
   * Newest first, with the user who made each change. Also available for deleted leads.
   *
   * Required permission: `leads:read`.
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
     * Id of the lead
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
   * Delete a lead permanently
   * Everything stored on the lead is deleted too.
   *
   * Required permission: `leads:purge`.
   * @returns void
   * @throws ApiError
   */
  public purge({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the lead
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
      url: '/api/v1/leads/{id}/purge',
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
   * Restore a deleted lead
   * Required permission: `leads:update`.
   * @returns LeadView Success
   * @throws ApiError
   */
  public restore({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the lead
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
  }): CancelablePromise<LeadView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/leads/{id}/restore',
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
   * Change the status of a lead
   * A transition that is not allowed is rejected with a list of allowed statuses.
   *
   * Required permission: `leads:update`.
   * @returns LeadView Success
   * @throws ApiError
   */
  public changeStatus({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the lead
     */
    id: string,
    requestBody: LeadStatusMove,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
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
   * Get the timeline of a lead
   * Newest first: activities and other changes. Other changes also need `leads:read`.
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
     * Id of the lead
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
      url: '/api/v1/leads/{id}/timeline',
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
   * Undo the conversion of a lead
   * Deletes the created records permanently, clears the filled fields, and links the activities to the lead again. Rejected with `conversion-changed` if the records were changed or used since.
   *
   * Required permission: `leads:update`.
   * @returns LeadView Success
   * @throws ApiError
   */
  public unconvert({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the lead
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
