/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MetaFieldsView } from '../models/MetaFieldsView';
import type { MetaObjectDetailView } from '../models/MetaObjectDetailView';
import type { MetaObjectsView } from '../models/MetaObjectsView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class MetaResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Lists the kinds of records that the caller may read, and what they may do with them.
   *
   * Needs a credential, and no permission.
   * @returns MetaObjectsView Done.
   * @throws ApiError
   */
  public objects(): CancelablePromise<MetaObjectsView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/meta/objects',
    });
  }
  /**
   * Gives one kind of records with its fields.
   *
   * Needs a credential, and no permission.
   * @returns MetaObjectDetailView Done.
   * @throws ApiError
   */
  public object({
    object,
  }: {
    /**
     * The kind of records.
     */
    object: string,
  }): CancelablePromise<MetaObjectDetailView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/meta/objects/{object}',
      path: {
        'object': object,
      },
    });
  }
  /**
   * Lists the fields of one kind of records, its own and custom ones: what they are, and what the caller may do with them.
   *
   * Needs a credential, and no permission.
   * @returns MetaFieldsView Done.
   * @throws ApiError
   */
  public fields({
    object,
  }: {
    /**
     * The kind of records.
     */
    object: string,
  }): CancelablePromise<MetaFieldsView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/meta/objects/{object}/fields',
      path: {
        'object': object,
      },
    });
  }
}
