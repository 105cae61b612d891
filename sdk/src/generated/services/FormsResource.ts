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
   * Submit a lead form
   * Accepts JSON and URL-encoded data. Invalid values are rejected with pointers. A suspicious submission, or one over a limit, is held for review, with the same response as an accepted one. Browsers without JavaScript are redirected to a confirmation page (303), or see the form again with the values and the error.
   *
   * No credential required.
   * @returns SubmissionAnswer Accepted
   * @throws ApiError
   */
  public submit({
    key,
    requestBody,
  }: {
    /**
     * Public key of the form
     */
    key: string,
    /**
     * Values by field name; unknown fields are stored in the submission
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
