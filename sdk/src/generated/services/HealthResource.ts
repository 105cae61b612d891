/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LivenessView } from '../models/LivenessView';
import type { ReadinessView } from '../models/ReadinessView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class HealthResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Says that the process is alive, whatever else is broken: restart it when this fails.
   *
   * Needs no credential.
   * @returns LivenessView Done.
   * @throws ApiError
   */
  public live(): CancelablePromise<LivenessView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/health/live',
    });
  }
  /**
   * Says whether this instance should get requests: database, schema, and how far deliveries are behind. 503 when not.
   *
   * Needs no credential.
   * @returns ReadinessView Done.
   * @throws ApiError
   */
  public ready(): CancelablePromise<ReadinessView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/health/ready',
    });
  }
}
