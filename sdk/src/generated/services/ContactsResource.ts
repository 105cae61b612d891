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
import type { ContactActivityCreate } from '../models/ContactActivityCreate';
import type { ContactBulk } from '../models/ContactBulk';
import type { ContactBulkView } from '../models/ContactBulkView';
import type { ContactCreate } from '../models/ContactCreate';
import type { ContactDuplicatesQuery } from '../models/ContactDuplicatesQuery';
import type { ContactDuplicatesView } from '../models/ContactDuplicatesView';
import type { ContactFacetsRequest } from '../models/ContactFacetsRequest';
import type { ContactInclude } from '../models/ContactInclude';
import type { ContactMergeView } from '../models/ContactMergeView';
import type { ContactPage } from '../models/ContactPage';
import type { ContactSearchRequest } from '../models/ContactSearchRequest';
import type { ContactSort } from '../models/ContactSort';
import type { ContactSource } from '../models/ContactSource';
import type { ContactStatus } from '../models/ContactStatus';
import type { ContactUpdate } from '../models/ContactUpdate';
import type { ContactView } from '../models/ContactView';
import type { CountMode } from '../models/CountMode';
import type { FacetsView } from '../models/FacetsView';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
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
export class ContactsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * List contacts
   * Default order: newest first.
   *
   * Required permission: `contacts:read`.
   * @returns ContactPage Success
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
    companyId,
    country,
    city,
    email,
    leadScore,
    isPrimary,
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
     * Search text in name, e-mail address and phone numbers; every word must occur
     */
    q?: string,
    /**
     * Sort order; `-` before a field means descending. Default: newest first.
     */
    sort?: Array<(ContactSort | `custom.${string}` | `-custom.${string}`)>,
    /**
     * Related records to include
     */
    include?: Array<ContactInclude>,
    /**
     * Statuses; repeat to match any of several
     */
    status?: Array<ContactStatus>,
    /**
     * Sources; repeat to match any of several
     */
    source?: Array<ContactSource>,
    /**
     * Ids of companies; repeat to match any of several
     */
    companyId?: Array<string>,
    /**
     * Countries, ISO 3166-1 alpha-2; repeat to match any of several
     */
    country?: Array<string>,
    /**
     * Cities; repeat to match any of several
     */
    city?: Array<string>,
    /**
     * E-mail address
     */
    email?: TextFilter,
    /**
     * Lead score
     */
    leadScore?: NumberFilter,
    /**
     * True for primary contacts only, false for all others
     */
    isPrimary?: boolean,
  }): CancelablePromise<ContactPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/contacts',
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
        'companyId': companyId,
        'country': country,
        'city': city,
        'email': email,
        'leadScore': leadScore,
        'isPrimary': isPrimary,
      },
    });
  }
  /**
   * Create a contact
   * A name is required. The e-mail address must not belong to another contact.
   *
   * Required permission: `contacts:create`.
   * @returns ContactView Created
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: ContactCreate,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<ContactView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/contacts',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Change up to 100 contacts
   * All operations succeed or none, unless `atomic` is false. Creating and deleting contacts also need their own permissions.
   *
   * Required permission: `contacts:update`.
   * @returns ContactBulkView Success
   * @throws ApiError
   */
  public bulk({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: ContactBulk,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<ContactBulkView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/contacts/bulk',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Create or update a contact by external id
   * Returns 201 for a new contact and 200 for an existing one.
   *
   * Required permission: `contacts:update`.
   * @returns ContactView Success
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
    requestBody: ContactCreate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<ContactView> {
    return this.httpRequest.request({
      method: 'PUT',
      url: '/api/v1/contacts/by-external-id/{source}/{externalId}',
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
   * Find possible duplicates of a contact
   * Compares e-mail address, phone numbers and name with all contacts that are not deleted.
   *
   * Required permission: `contacts:read`.
   * @returns ContactDuplicatesView Success
   * @throws ApiError
   */
  public findDuplicates({
    requestBody,
  }: {
    requestBody: ContactDuplicatesQuery,
  }): CancelablePromise<ContactDuplicatesView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/contacts/duplicates',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Count contacts by field values
   * Each facet ignores the condition on its own field.
   *
   * Required permission: `contacts:read`.
   * @returns FacetsView Success
   * @throws ApiError
   */
  public countFacets({
    requestBody,
  }: {
    requestBody: ContactFacetsRequest,
  }): CancelablePromise<FacetsView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/contacts/facets',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Search contacts with a filter
   * Required permission: `contacts:read`.
   * @returns ContactPage Success
   * @throws ApiError
   */
  public search({
    requestBody,
  }: {
    requestBody: ContactSearchRequest,
  }): CancelablePromise<ContactPage> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/contacts/search',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Get a contact
   * Required permission: `contacts:read`.
   * @returns ContactView Success
   * @throws ApiError
   */
  public get({
    id,
    include,
    ifNoneMatch,
  }: {
    /**
     * Id of the contact
     */
    id: string,
    /**
     * Related records to include
     */
    include?: Array<ContactInclude>,
    /**
     * `ETag` of the cached copy; the response is 304 without a body if the copy is current
     */
    ifNoneMatch?: string,
  }): CancelablePromise<ContactView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/contacts/{id}',
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
   * Update a contact
   * Omitted fields are unchanged; null clears a field. With `If-Match`, an outdated version is rejected.
   *
   * Required permission: `contacts:update`.
   * @returns ContactView Success
   * @throws ApiError
   */
  public update({
    id,
    requestBody,
    ifMatch,
  }: {
    /**
     * Id of the contact
     */
    id: string,
    requestBody: ContactUpdate,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<ContactView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/contacts/{id}',
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
   * Delete a contact
   * The contact can be restored.
   *
   * Required permission: `contacts:delete`.
   * @returns void
   * @throws ApiError
   */
  public delete({
    id,
    ifMatch,
  }: {
    /**
     * Id of the contact
     */
    id: string,
    /**
     * `ETag` of the record that the change is based on; the request fails with 412 if the record has changed since
     */
    ifMatch?: string,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'DELETE',
      url: '/api/v1/contacts/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * List the activities of a contact
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
    companyId,
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
     * Id of the contact
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
     * Ids of linked companies; repeat to match any of several
     */
    companyId?: Array<string>,
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
      url: '/api/v1/contacts/{id}/activities',
      path: {
        'id': id,
      },
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'leadId': leadId,
        'companyId': companyId,
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
   * Create an activity for a contact
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
     * Id of the contact
     */
    id: string,
    requestBody: ContactActivityCreate,
    /**
     * Unique key that makes the request safe to repeat: within 24 hours, the same key and body return the same response and have one effect
     */
    idempotencyKey?: string,
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/contacts/{id}/activities',
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
   * Assign a contact to an owner or team
   * Null as `ownerId` removes the owner. The response contains the contact even if the caller cannot see it any more.
   *
   * Required permission: `contacts:update`.
   * @returns ContactView Success
   * @throws ApiError
   */
  public assign({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the contact
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
  }): CancelablePromise<ContactView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/contacts/{id}/assign',
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
   * List the changes of a contact
   * Newest first, with the user who made each change. Also available for deleted contacts.
   *
   * Required permission: `contacts:read`.
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
     * Id of the contact
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
      url: '/api/v1/contacts/{id}/history',
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
   * Merge other contacts into this contact
   * Empty fields are filled from the duplicates, their linked records move to this contact, and the duplicates are deleted. Also needs `contacts:delete`.
   *
   * Required permission: `contacts:update`.
   * @returns ContactMergeView Success
   * @throws ApiError
   */
  public merge({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the contact
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
  }): CancelablePromise<ContactMergeView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/contacts/{id}/merge',
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
   * Preview a merge of contacts
   * Returns the value of each field after the merge, and the records that would move. Nothing is changed.
   *
   * Required permission: `contacts:update`.
   * @returns RecordMergePreview Success
   * @throws ApiError
   */
  public previewMerge({
    id,
    requestBody,
  }: {
    /**
     * Id of the contact
     */
    id: string,
    requestBody: RecordMergeRequest,
  }): CancelablePromise<RecordMergePreview> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/contacts/{id}/merge/preview',
      path: {
        'id': id,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * List the merges of a contact
   * Newest first, including merges that were undone.
   *
   * Required permission: `contacts:read`.
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
     * Id of the contact
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
      url: '/api/v1/contacts/{id}/merges',
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
   * Delete a contact permanently
   * Its deals and activities remain, without the contact.
   *
   * Required permission: `contacts:purge`.
   * @returns void
   * @throws ApiError
   */
  public purge({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the contact
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
      url: '/api/v1/contacts/{id}/purge',
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
   * Restore a deleted contact
   * Required permission: `contacts:update`.
   * @returns ContactView Success
   * @throws ApiError
   */
  public restore({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the contact
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
  }): CancelablePromise<ContactView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/contacts/{id}/restore',
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
   * Set the primary contact of a company
   * The previous primary contact is replaced.
   *
   * Required permission: `contacts:update`.
   * @returns ContactView Success
   * @throws ApiError
   */
  public setPrimary({
    id,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the contact
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
  }): CancelablePromise<ContactView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/contacts/{id}/set-primary',
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
   * Get the timeline of a contact
   * Newest first: activities and other changes. Other changes also need `contacts:read`.
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
     * Id of the contact
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
      url: '/api/v1/contacts/{id}/timeline',
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
   * Undo a merge of contacts
   * Restores the earlier state. Rejected if the affected records have changed since. Also needs `contacts:delete`.
   *
   * Required permission: `contacts:update`.
   * @returns ContactMergeView Success
   * @throws ApiError
   */
  public unmerge({
    id,
    requestBody,
    idempotencyKey,
    ifMatch,
  }: {
    /**
     * Id of the contact
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
  }): CancelablePromise<ContactMergeView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/contacts/{id}/unmerge',
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
