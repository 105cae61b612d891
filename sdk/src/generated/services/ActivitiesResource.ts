/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityCompletion } from '../models/ActivityCompletion';
import type { ActivityCreate } from '../models/ActivityCreate';
import type { ActivityInclude } from '../models/ActivityInclude';
import type { ActivityPage } from '../models/ActivityPage';
import type { ActivitySort } from '../models/ActivitySort';
import type { ActivityStatus } from '../models/ActivityStatus';
import type { ActivityType } from '../models/ActivityType';
import type { ActivityUpdate } from '../models/ActivityUpdate';
import type { ActivityView } from '../models/ActivityView';
import type { AgendaGroupName } from '../models/AgendaGroupName';
import type { AgendaView } from '../models/AgendaView';
import type { CompanyActivityCreate } from '../models/CompanyActivityCreate';
import type { ContactActivityCreate } from '../models/ContactActivityCreate';
import type { CountMode } from '../models/CountMode';
import type { DealActivityCreate } from '../models/DealActivityCreate';
import type { FacetRequest } from '../models/FacetRequest';
import type { FacetsView } from '../models/FacetsView';
import type { HistoryEntryPage } from '../models/HistoryEntryPage';
import type { LeadActivityCreate } from '../models/LeadActivityCreate';
import type { Priority } from '../models/Priority';
import type { SearchRequest } from '../models/SearchRequest';
import type { TimelineEntryPage } from '../models/TimelineEntryPage';
import type { TimelineKind } from '../models/TimelineKind';
import type { TimestampFilter } from '../models/TimestampFilter';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class ActivitiesResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists activities, newest first unless `sort` says otherwise.
   *
   * Needs `activities:read`.
   * @returns ActivityPage Done.
   * @throws ApiError
   */
  public list({
    limit,
    cursor,
    count,
    viewId,
    sort,
    include,
    type,
    status,
    priority,
    assigneeId,
    ownerId,
    teamId,
    leadId,
    companyId,
    contactId,
    dealId,
    followUpOfId,
    overdue,
    custom,
    dueAt,
    createdAt,
    deleted,
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
     * The order; `-` before a field means descending. Newest first when left out. What has no `dueAt` comes last, or first when descending.
     */
    sort?: Array<ActivitySort>,
    /**
     * What to give along with each activity.
     */
    include?: Array<ActivityInclude>,
    /**
     * Any of these types.
     */
    type?: Array<ActivityType>,
    /**
     * Any of these statuses.
     */
    status?: Array<ActivityStatus>,
    /**
     * Any of these priorities.
     */
    priority?: Array<Priority>,
    /**
     * What any of these users is to do.
     */
    assigneeId?: Array<string>,
    /**
     * What belongs to any of these users.
     */
    ownerId?: Array<string>,
    /**
     * What belongs to any of these teams.
     */
    teamId?: Array<string>,
    /**
     * On any of these leads.
     */
    leadId?: Array<string>,
    /**
     * On any of these companies.
     */
    companyId?: Array<string>,
    /**
     * On any of these contacts.
     */
    contactId?: Array<string>,
    /**
     * On any of these deals.
     */
    dealId?: Array<string>,
    /**
     * What follows up any of these activities.
     */
    followUpOfId?: Array<string>,
    /**
     * Only what is open and past its `dueAt`, or only what is not.
     */
    overdue?: boolean,
    /**
     * By custom fields: `custom.<key>=value`, repeated for any of several, or with an operator, `custom.<key>[gte]=value`.
     * `GET /custom-fields` says which there are.
     */
    custom?: Record<string, (string | Array<string>)>,
    /**
     * By the time it is due.
     */
    dueAt?: TimestampFilter,
    /**
     * By the time it was added.
     */
    createdAt?: TimestampFilter,
    /**
     * Deleted activities instead of living ones.
     */
    deleted?: boolean,
  }): CancelablePromise<ActivityPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/activities',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'viewId': viewId,
        'sort': sort,
        'include': include,
        'type': type,
        'status': status,
        'priority': priority,
        'assigneeId': assigneeId,
        'ownerId': ownerId,
        'teamId': teamId,
        'leadId': leadId,
        'companyId': companyId,
        'contactId': contactId,
        'dealId': dealId,
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
   * Adds an activity: something done, or something to be done, on a lead, a company, a contact, a deal, on several of them, or for oneself. A follow-up date makes the next task.
   *
   * Needs `activities:create`.
   * @returns ActivityView Made.
   * @throws ApiError
   */
  public create({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: ActivityCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/activities',
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Gives what the caller has to do, by the days of their own time zone: what is assigned to them, and of their own what is assigned to nobody.
   *
   * Needs `activities:read`.
   * @returns AgendaView Done.
   * @throws ApiError
   */
  public agenda({
    days,
    limit,
    group,
    cursor,
  }: {
    /**
     * How many days behind today `upcoming` reaches.
     */
    days?: number,
    /**
     * How many activities of each group are given, 1 to 100.
     */
    limit?: number,
    /**
     * Only this group, to go on in it.
     */
    group?: AgendaGroupName,
    /**
     * Where to go on in the group: its `nextCursor`. Needs `group`.
     */
    cursor?: string,
  }): CancelablePromise<AgendaView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/activities/agenda',
      query: {
        'days': days,
        'limit': limit,
        'group': group,
        'cursor': cursor,
      },
    });
  }
  /**
   * Counts activities by the values of fields, each as if its own condition were not set.
   *
   * Needs `activities:read`.
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
      url: '/api/v1/activities/facets',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Lists activities by a filter of any depth. There is no text search.
   *
   * Needs `activities:read`.
   * @returns ActivityPage Done.
   * @throws ApiError
   */
  public search({
    requestBody,
  }: {
    requestBody: SearchRequest,
  }): CancelablePromise<ActivityPage> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/activities/search',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Gives one activity.
   *
   * Needs `activities:read`.
   * @returns ActivityView Done.
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
     * What to give along with the activity.
     */
    include?: Array<ActivityInclude>,
    /**
     * The `ETag` of the copy at hand. Where it is still good, the answer is 304 without a body.
     */
    ifNoneMatch?: string,
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/activities/{id}',
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
   * Changes fields of an activity: absent ones stay, null clears. With `If-Match` a stale copy is refused.
   *
   * Needs `activities:update`.
   * @returns ActivityView Done.
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
    requestBody: ActivityUpdate,
    /**
     * The `ETag` of the record as it was last read. Where the record has changed since, nothing is done and the answer is 412.
     */
    ifMatch?: string,
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'PATCH',
      url: '/api/v1/activities/{id}',
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
   * Deletes an activity; it can be restored. Status changes stay.
   *
   * Needs `activities:delete`.
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
      url: '/api/v1/activities/{id}',
      path: {
        'id': id,
      },
      headers: {
        'If-Match': ifMatch,
      },
    });
  }
  /**
   * Cancels an open activity.
   *
   * Needs `activities:update`.
   * @returns ActivityView Done.
   * @throws ApiError
   */
  public cancel({
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
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/activities/{id}/cancel',
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
   * Completes an open activity. A follow-up date, given now or before, makes the next task, once.
   *
   * Needs `activities:update`.
   * @returns ActivityView Done.
   * @throws ApiError
   */
  public complete({
    id,
    idempotencyKey,
    ifMatch,
    requestBody,
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
    requestBody?: ActivityCompletion,
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/activities/{id}/complete',
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
   * Lists what was changed of an activity, newest first, with who did it. Also of a deleted one.
   *
   * Needs `activities:read`.
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
      url: '/api/v1/activities/{id}/history',
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
   * Reopens a completed or cancelled activity: it is pending again. Notes and status changes stay completed.
   *
   * Needs `activities:update`.
   * @returns ActivityView Done.
   * @throws ApiError
   */
  public reopen({
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
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/activities/{id}/reopen',
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
   * Restores a deleted activity.
   *
   * Needs `activities:update`.
   * @returns ActivityView Done.
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
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/activities/{id}/restore',
      path: {
        'id': id,
      },
      headers: {
        'Idempotency-Key': idempotencyKey,
      },
    });
  }
  /**
   * Lists what was done and is to be done on a company, newest first unless `sort` says otherwise.
   *
   * Needs `activities:read`.
   * @returns ActivityPage Done.
   * @throws ApiError
   */
  public listOfCompany({
    id,
    limit,
    cursor,
    count,
    viewId,
    sort,
    include,
    type,
    status,
    priority,
    assigneeId,
    ownerId,
    teamId,
    leadId,
    contactId,
    dealId,
    followUpOfId,
    overdue,
    custom,
    dueAt,
    createdAt,
    deleted,
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
     * A saved view whose filter holds besides, and whose order is taken when `sort` is left out.
     */
    viewId?: string,
    /**
     * The order; `-` before a field means descending. Newest first when left out. What has no `dueAt` comes last, or first when descending.
     */
    sort?: Array<ActivitySort>,
    /**
     * What to give along with each activity.
     */
    include?: Array<ActivityInclude>,
    /**
     * Any of these types.
     */
    type?: Array<ActivityType>,
    /**
     * Any of these statuses.
     */
    status?: Array<ActivityStatus>,
    /**
     * Any of these priorities.
     */
    priority?: Array<Priority>,
    /**
     * What any of these users is to do.
     */
    assigneeId?: Array<string>,
    /**
     * What belongs to any of these users.
     */
    ownerId?: Array<string>,
    /**
     * What belongs to any of these teams.
     */
    teamId?: Array<string>,
    /**
     * On any of these leads.
     */
    leadId?: Array<string>,
    /**
     * On any of these contacts.
     */
    contactId?: Array<string>,
    /**
     * On any of these deals.
     */
    dealId?: Array<string>,
    /**
     * What follows up any of these activities.
     */
    followUpOfId?: Array<string>,
    /**
     * Only what is open and past its `dueAt`, or only what is not.
     */
    overdue?: boolean,
    /**
     * By custom fields: `custom.<key>=value`, repeated for any of several, or with an operator, `custom.<key>[gte]=value`.
     * `GET /custom-fields` says which there are.
     */
    custom?: Record<string, (string | Array<string>)>,
    /**
     * By the time it is due.
     */
    dueAt?: TimestampFilter,
    /**
     * By the time it was added.
     */
    createdAt?: TimestampFilter,
    /**
     * Deleted activities instead of living ones.
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
        'viewId': viewId,
        'sort': sort,
        'include': include,
        'type': type,
        'status': status,
        'priority': priority,
        'assigneeId': assigneeId,
        'ownerId': ownerId,
        'teamId': teamId,
        'leadId': leadId,
        'contactId': contactId,
        'dealId': dealId,
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
   * Adds an activity to a company.
   *
   * Needs `activities:create`.
   * @returns ActivityView Made.
   * @throws ApiError
   */
  public createOnCompany({
    id,
    requestBody,
    idempotencyKey,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: CompanyActivityCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
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
   * Gives what happened to a company, newest first: activities, and the changes that are none; with `related` also those of its contacts and deals. What is no activity needs the right to read such records besides.
   *
   * Needs `activities:read`.
   * @returns TimelineEntryPage Done.
   * @throws ApiError
   */
  public timelineOfCompany({
    id,
    limit,
    cursor,
    kind,
    related,
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
     * Only activities, only events, or only changes of a deal's stage.
     */
    kind?: Array<TimelineKind>,
    /**
     * Whether to tell of the contacts and deals of the company as well, as far as the caller sees them.
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
   * Lists what was done and is to be done on a contact, newest first unless `sort` says otherwise.
   *
   * Needs `activities:read`.
   * @returns ActivityPage Done.
   * @throws ApiError
   */
  public listOfContact({
    id,
    limit,
    cursor,
    count,
    viewId,
    sort,
    include,
    type,
    status,
    priority,
    assigneeId,
    ownerId,
    teamId,
    leadId,
    companyId,
    dealId,
    followUpOfId,
    overdue,
    custom,
    dueAt,
    createdAt,
    deleted,
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
     * A saved view whose filter holds besides, and whose order is taken when `sort` is left out.
     */
    viewId?: string,
    /**
     * The order; `-` before a field means descending. Newest first when left out. What has no `dueAt` comes last, or first when descending.
     */
    sort?: Array<ActivitySort>,
    /**
     * What to give along with each activity.
     */
    include?: Array<ActivityInclude>,
    /**
     * Any of these types.
     */
    type?: Array<ActivityType>,
    /**
     * Any of these statuses.
     */
    status?: Array<ActivityStatus>,
    /**
     * Any of these priorities.
     */
    priority?: Array<Priority>,
    /**
     * What any of these users is to do.
     */
    assigneeId?: Array<string>,
    /**
     * What belongs to any of these users.
     */
    ownerId?: Array<string>,
    /**
     * What belongs to any of these teams.
     */
    teamId?: Array<string>,
    /**
     * On any of these leads.
     */
    leadId?: Array<string>,
    /**
     * On any of these companies.
     */
    companyId?: Array<string>,
    /**
     * On any of these deals.
     */
    dealId?: Array<string>,
    /**
     * What follows up any of these activities.
     */
    followUpOfId?: Array<string>,
    /**
     * Only what is open and past its `dueAt`, or only what is not.
     */
    overdue?: boolean,
    /**
     * By custom fields: `custom.<key>=value`, repeated for any of several, or with an operator, `custom.<key>[gte]=value`.
     * `GET /custom-fields` says which there are.
     */
    custom?: Record<string, (string | Array<string>)>,
    /**
     * By the time it is due.
     */
    dueAt?: TimestampFilter,
    /**
     * By the time it was added.
     */
    createdAt?: TimestampFilter,
    /**
     * Deleted activities instead of living ones.
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
        'viewId': viewId,
        'sort': sort,
        'include': include,
        'type': type,
        'status': status,
        'priority': priority,
        'assigneeId': assigneeId,
        'ownerId': ownerId,
        'teamId': teamId,
        'leadId': leadId,
        'companyId': companyId,
        'dealId': dealId,
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
   * Adds an activity to a contact.
   *
   * Needs `activities:create`.
   * @returns ActivityView Made.
   * @throws ApiError
   */
  public createOnContact({
    id,
    requestBody,
    idempotencyKey,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: ContactActivityCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
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
   * Gives what happened to a contact, newest first: activities, and the changes that are none. Those need `contacts:read` besides.
   *
   * Needs `activities:read`.
   * @returns TimelineEntryPage Done.
   * @throws ApiError
   */
  public timelineOfContact({
    id,
    limit,
    cursor,
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
     * Only activities, only events, or only changes of a deal's stage.
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
   * Lists what was done and is to be done on a deal, newest first unless `sort` says otherwise.
   *
   * Needs `activities:read`.
   * @returns ActivityPage Done.
   * @throws ApiError
   */
  public listOfDeal({
    id,
    limit,
    cursor,
    count,
    viewId,
    sort,
    include,
    type,
    status,
    priority,
    assigneeId,
    ownerId,
    teamId,
    leadId,
    companyId,
    contactId,
    followUpOfId,
    overdue,
    custom,
    dueAt,
    createdAt,
    deleted,
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
     * A saved view whose filter holds besides, and whose order is taken when `sort` is left out.
     */
    viewId?: string,
    /**
     * The order; `-` before a field means descending. Newest first when left out. What has no `dueAt` comes last, or first when descending.
     */
    sort?: Array<ActivitySort>,
    /**
     * What to give along with each activity.
     */
    include?: Array<ActivityInclude>,
    /**
     * Any of these types.
     */
    type?: Array<ActivityType>,
    /**
     * Any of these statuses.
     */
    status?: Array<ActivityStatus>,
    /**
     * Any of these priorities.
     */
    priority?: Array<Priority>,
    /**
     * What any of these users is to do.
     */
    assigneeId?: Array<string>,
    /**
     * What belongs to any of these users.
     */
    ownerId?: Array<string>,
    /**
     * What belongs to any of these teams.
     */
    teamId?: Array<string>,
    /**
     * On any of these leads.
     */
    leadId?: Array<string>,
    /**
     * On any of these companies.
     */
    companyId?: Array<string>,
    /**
     * On any of these contacts.
     */
    contactId?: Array<string>,
    /**
     * What follows up any of these activities.
     */
    followUpOfId?: Array<string>,
    /**
     * Only what is open and past its `dueAt`, or only what is not.
     */
    overdue?: boolean,
    /**
     * By custom fields: `custom.<key>=value`, repeated for any of several, or with an operator, `custom.<key>[gte]=value`.
     * `GET /custom-fields` says which there are.
     */
    custom?: Record<string, (string | Array<string>)>,
    /**
     * By the time it is due.
     */
    dueAt?: TimestampFilter,
    /**
     * By the time it was added.
     */
    createdAt?: TimestampFilter,
    /**
     * Deleted activities instead of living ones.
     */
    deleted?: boolean,
  }): CancelablePromise<ActivityPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/deals/{id}/activities',
      path: {
        'id': id,
      },
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
        'viewId': viewId,
        'sort': sort,
        'include': include,
        'type': type,
        'status': status,
        'priority': priority,
        'assigneeId': assigneeId,
        'ownerId': ownerId,
        'teamId': teamId,
        'leadId': leadId,
        'companyId': companyId,
        'contactId': contactId,
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
   * Adds an activity to a deal.
   *
   * Needs `activities:create`.
   * @returns ActivityView Made.
   * @throws ApiError
   */
  public createOnDeal({
    id,
    requestBody,
    idempotencyKey,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: DealActivityCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
     */
    idempotencyKey?: string,
  }): CancelablePromise<ActivityView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/deals/{id}/activities',
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
   * Gives what happened to a deal, newest first: activities, each stage that it came into, and the changes that are neither. Those two need `deals:read` besides.
   *
   * Needs `activities:read`.
   * @returns TimelineEntryPage Done.
   * @throws ApiError
   */
  public timelineOfDeal({
    id,
    limit,
    cursor,
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
     * Only activities, only events, or only changes of a deal's stage.
     */
    kind?: Array<TimelineKind>,
  }): CancelablePromise<TimelineEntryPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/deals/{id}/timeline',
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
   * Lists what was done and is to be done on a lead, newest first unless `sort` says otherwise.
   *
   * Needs `activities:read`.
   * @returns ActivityPage Done.
   * @throws ApiError
   */
  public listOfLead({
    id,
    limit,
    cursor,
    count,
    viewId,
    sort,
    include,
    type,
    status,
    priority,
    assigneeId,
    ownerId,
    teamId,
    companyId,
    contactId,
    dealId,
    followUpOfId,
    overdue,
    custom,
    dueAt,
    createdAt,
    deleted,
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
     * A saved view whose filter holds besides, and whose order is taken when `sort` is left out.
     */
    viewId?: string,
    /**
     * The order; `-` before a field means descending. Newest first when left out. What has no `dueAt` comes last, or first when descending.
     */
    sort?: Array<ActivitySort>,
    /**
     * What to give along with each activity.
     */
    include?: Array<ActivityInclude>,
    /**
     * Any of these types.
     */
    type?: Array<ActivityType>,
    /**
     * Any of these statuses.
     */
    status?: Array<ActivityStatus>,
    /**
     * Any of these priorities.
     */
    priority?: Array<Priority>,
    /**
     * What any of these users is to do.
     */
    assigneeId?: Array<string>,
    /**
     * What belongs to any of these users.
     */
    ownerId?: Array<string>,
    /**
     * What belongs to any of these teams.
     */
    teamId?: Array<string>,
    /**
     * On any of these companies.
     */
    companyId?: Array<string>,
    /**
     * On any of these contacts.
     */
    contactId?: Array<string>,
    /**
     * On any of these deals.
     */
    dealId?: Array<string>,
    /**
     * What follows up any of these activities.
     */
    followUpOfId?: Array<string>,
    /**
     * Only what is open and past its `dueAt`, or only what is not.
     */
    overdue?: boolean,
    /**
     * By custom fields: `custom.<key>=value`, repeated for any of several, or with an operator, `custom.<key>[gte]=value`.
     * `GET /custom-fields` says which there are.
     */
    custom?: Record<string, (string | Array<string>)>,
    /**
     * By the time it is due.
     */
    dueAt?: TimestampFilter,
    /**
     * By the time it was added.
     */
    createdAt?: TimestampFilter,
    /**
     * Deleted activities instead of living ones.
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
        'viewId': viewId,
        'sort': sort,
        'include': include,
        'type': type,
        'status': status,
        'priority': priority,
        'assigneeId': assigneeId,
        'ownerId': ownerId,
        'teamId': teamId,
        'companyId': companyId,
        'contactId': contactId,
        'dealId': dealId,
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
   * Adds an activity to a lead.
   *
   * Needs `activities:create`.
   * @returns ActivityView Made.
   * @throws ApiError
   */
  public createOnLead({
    id,
    requestBody,
    idempotencyKey,
  }: {
    /**
     * The id of the record.
     */
    id: string,
    requestBody: LeadActivityCreate,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
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
   * Gives what happened to a lead, newest first: activities, and the changes that are none. Those need `leads:read` besides.
   *
   * Needs `activities:read`.
   * @returns TimelineEntryPage Done.
   * @throws ApiError
   */
  public timelineOfLead({
    id,
    limit,
    cursor,
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
     * Only activities, only events, or only changes of a deal's stage.
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
}
