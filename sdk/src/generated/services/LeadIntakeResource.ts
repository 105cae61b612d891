/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadFromText } from '../models/LeadFromText';
import type { LeadParseView } from '../models/LeadParseView';
import type { LeadText } from '../models/LeadText';
import type { LeadView } from '../models/LeadView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class LeadIntakeResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Makes a lead of a text. It needs an e-mail address or a phone number in it, or in `overrides`.
   *
   * Needs `leads:create`.
   * @returns LeadView Made.
   * @throws ApiError
   */
  public fromText({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: LeadFromText,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
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
   * Reads a lead out of a text and says which words it comes from. Nothing is stored.
   *
   * Needs `leads:create`.
   * @returns LeadParseView Done.
   * @throws ApiError
   */
  public parse({
    requestBody,
    idempotencyKey,
  }: {
    requestBody: LeadText,
    /**
     * Makes the request safe to repeat: within 24 hours the same key and body give the same answer and have one effect.
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
}
