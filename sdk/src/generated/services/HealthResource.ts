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
   * Check liveness
   * Returns 200 while the process runs; restart the process if this check fails.
   *
   * No credential required.
   * @returns LivenessView Success
   * @throws ApiError
   */
  public checkLiveness(): CancelablePromise<LivenessView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/health/live',
    });
  }
  /**
   * Check readiness
   * Returns 503 if the instance should not receive requests, because of the database, the migrations or the disk.
   *
   * No credential required.
   * @returns ReadinessView Success
   * @throws ApiError
   */
  public checkReadiness(): CancelablePromise<ReadinessView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/health/ready',
    });
  }
}
