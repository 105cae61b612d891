/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SearchKind } from '../models/SearchKind';
import type { SearchView } from '../models/SearchView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class SearchResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Finds leads, contacts, companies, deals and activities by relevance: by e-mail address, phone number, domain, external id or name, by words (the last one may be a beginning), by fragments of three letters and more, and, where nothing is found, by what is written almost so. Kinds that the caller may not read are left out, as are records that they do not see. Nothing is counted: of a word that thousands of records have, two hundred are ranked, in large tables of the newest; more words find what is meant.
   *
   * Needs a credential, and no permission.
   * @returns SearchView Done.
   * @throws ApiError
   */
  public find({
    q,
    kinds,
    limit,
  }: {
    /**
     * What to look for: words, the beginning of one, an e-mail address, a phone number, a domain, the id of a record in another system.
     */
    q: string,
    /**
     * Only these kinds of records; all by default. May be repeated.
     */
    kinds?: Array<SearchKind>,
    /**
     * How many hits a kind gives at most, 1 to 25.
     */
    limit?: number,
  }): CancelablePromise<SearchView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/search',
      query: {
        'q': q,
        'kinds': kinds,
        'limit': limit,
      },
    });
  }
}
