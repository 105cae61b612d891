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
   * List record types
   * Returns the types that the caller may read, and the actions that the caller may perform.
   *
   * Requires a credential, but no permission.
   * @returns MetaObjectsView Success
   * @throws ApiError
   */
  public listObjects(): CancelablePromise<MetaObjectsView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/meta/objects',
    });
  }
  /**
   * Get a record type with its fields
   * Requires a credential, but no permission.
   * @returns MetaObjectDetailView Success
   * @throws ApiError
   */
  public getObject({
    object,
  }: {
    /**
     * Record type
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
   * List the fields of a record type
   * Returns standard and custom fields, and how the caller may use them.
   *
   * Requires a credential, but no permission.
   * @returns MetaFieldsView Success
   * @throws ApiError
   */
  public listFields({
    object,
  }: {
    /**
     * Record type
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
