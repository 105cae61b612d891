/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ContactBulk } from '../models/ContactBulk';
import type { ContactBulkView } from '../models/ContactBulkView';
import type { ContactCreate } from '../models/ContactCreate';
import type { ContactDuplicatesQuery } from '../models/ContactDuplicatesQuery';
import type { ContactDuplicatesView } from '../models/ContactDuplicatesView';
import type { ContactInclude } from '../models/ContactInclude';
import type { ContactMergeView } from '../models/ContactMergeView';
import type { ContactPage } from '../models/ContactPage';
import type { ContactSort } from '../models/ContactSort';
import type { ContactSource } from '../models/ContactSource';
import type { ContactStatus } from '../models/ContactStatus';
import type { ContactUpdate } from '../models/ContactUpdate';
import type { ContactView } from '../models/ContactView';
import type { CountMode } from '../models/CountMode';
import type { FacetRequest } from '../models/FacetRequest';
import type { FacetsView } from '../models/FacetsView';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
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
export class ContactsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists contacts, newest first unless `sort` says otherwise.
   *
   * Needs `contacts:read`.
   * @returns ContactPage Done.
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
     * Text that the name, e-mail address or a phone number holds; each word must be there.
     */
    q?: string,
    /**
     * The order; `-` before a field means descending. Newest first when left out.
     */
    sort?: Array<ContactSort>,
    /**
     * What to give along with each contact.
     */
    include?: Array<ContactInclude>,
    /**
     * Any of these statuses.
     */
    status?: Array<ContactStatus>,
    /**
     * Any of these sources.
     */
    source?: Array<ContactSource>,
    /**
     * Contacts of any of these companies.
     */
    companyId?: Array<string>,
    /**
     * Any of these countries, ISO 3166-1 alpha-2.
     */
    country?: Array<string>,
    /**
     * Any of these cities.
     */
    city?: Array<string>,
    /**
     * By e-mail address.
     */
    email?: TextFilter,
    /**
     * By lead score.
     */
    leadScore?: NumberFilter,
    /**
     * Primary contacts of their companies, or all others.
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
   * Adds a contact. A name is needed; an e-mail address must not be that of another contact.
   *
   * Needs `contacts:create`.
   * @returns ContactView Made.
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: ContactCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
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
   * Does up to 100 operations, all or none unless `atomic` is false. Making and deleting need their own permission besides.
   *
   * Needs `contacts:update`.
   * @returns ContactBulkView Done.
   * @throws ApiError
   */
  public bulk({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: ContactBulk,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
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
   * Creates the contact that another system knows by this id (201), or updates the one that is there (200).
   *
   * Needs `contacts:update`.
   * @returns ContactView Done.
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
    requestBody: ContactCreate,
  }): CancelablePromise<ContactView> {
    return this.httpRequest.request({
      method: 'PUT',
      url: '/api/v1/contacts/by-external-id/{source}/{externalId}',
      path: {
        'source': source,
        'externalId': externalId,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Finds living contacts that may be the same person: same e-mail address, same phone or mobile number, similar name.
   *
   * Needs `contacts:read`.
   * @returns ContactDuplicatesView Done.
   * @throws ApiError
   */
  public duplicates({
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
   * Counts contacts by the values of fields, each as if its own condition were not set.
   *
   * Needs `contacts:read`.
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
      url: '/api/v1/contacts/facets',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Lists contacts by a filter of any depth.
   *
   * Needs `contacts:read`.
   * @returns ContactPage Done.
   * @throws ApiError
   */
  public search({
    requestBody,
  }: {
    requestBody: SearchRequest,
  }): CancelablePromise<ContactPage> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/contacts/search',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Gives one contact.
   *
   * Needs `contacts:read`.
   * @returns ContactView Done.
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
     * What to give along with the contact.
     */
    include?: Array<ContactInclude>,
    /**
     * The `ETag` of the copy at hand. Where it is still good, the answer is 304 without a body.
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
   * Changes fields of a contact: absent ones stay, null clears. With `If-Match` a stale copy is refused.
   *
   * Needs `contacts:update`.
   * @returns ContactView Done.
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
    requestBody: ContactUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
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
   * Deletes a contact; it can be restored.
   *
   * Needs `contacts:delete`.
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
   * Gives a contact an owner, or takes the owner away and leaves it to a team. Whoever gives a contact away gets this answer, and may not see the contact afterwards.
   *
   * Needs `contacts:update`.
   * @returns ContactView Done.
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
   * Lists what was changed of a contact, newest first, with who did it. Also of a deleted one.
   *
   * Needs `contacts:read`.
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
   * Makes a contact the primary one of its company; whoever was it before is not any longer.
   *
   * Needs `contacts:update`.
   * @returns ContactView Done.
   * @throws ApiError
   */
  public makePrimary({
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
  }): CancelablePromise<ContactView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/contacts/{id}/make-primary',
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
   * Merges other contacts into this one: what it lacks it gets from them, what is on them moves to it, and they are deleted. Needs contacts:delete besides.
   *
   * Needs `contacts:update`.
   * @returns ContactMergeView Done.
   * @throws ApiError
   */
  public mergeContact({
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
   * Says what a merge would do: which value of each field wins, and what moves. Nothing is changed.
   *
   * Needs `contacts:update`.
   * @returns RecordMergePreview Done.
   * @throws ApiError
   */
  public previewContactMerge({
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
      url: '/api/v1/contacts/{id}/merge/preview',
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
   * Lists what was merged into a contact, newest first, also what was taken back.
   *
   * Needs `contacts:read`.
   * @returns RecordMergePage Done.
   * @throws ApiError
   */
  public listContactMerges({
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
   * Removes a contact for good. Deals and activities that it was on stay, without it.
   *
   * Needs `contacts:purge`.
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
      url: '/api/v1/contacts/{id}/purge',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Restores a deleted contact.
   *
   * Needs `contacts:update`.
   * @returns ContactView Done.
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
  }): CancelablePromise<ContactView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/contacts/{id}/restore',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Takes a merge back while nobody has touched what it did: everything is as it was. Needs contacts:delete besides.
   *
   * Needs `contacts:update`.
   * @returns ContactMergeView Done.
   * @throws ApiError
   */
  public unmergeContact({
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
