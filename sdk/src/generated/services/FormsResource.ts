/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SubmissionAnswer } from '../models/SubmissionAnswer';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class FormsResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Submits a form, as JSON or urlencoded. The answer is the same whatever becomes of it, also for a key that does not exist: spammers learn nothing. Browsers without JavaScript are sent on to a page of thanks (303).
   *
   * Needs no credential.
   * @returns SubmissionAnswer Accepted.
   * @throws ApiError
   */
  public submit({
    key,
    requestBody,
  }: {
    /**
     * The public key of the form.
     */
    key: string,
    /**
     * The answers by field name; whatever else is sent is kept beside them.
     */
    requestBody: Record<string, any>,
  }): CancelablePromise<SubmissionAnswer> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/forms/{key}/submissions',
      path: {
        'key': key,
      },
      body: requestBody,
      mediaType: 'application/json',
    });
  }
}
