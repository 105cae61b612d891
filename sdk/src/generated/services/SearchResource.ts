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
   * Search records of all types
   * Finds leads, contacts, companies, deals and activities, sorted by relevance. Compares e-mail address, phone number, domain, external id, name, words, the start of the last word, and parts of words from three letters. If nothing matches, similar spellings are returned. Results contain only records that the caller can see. For very frequent words, only 200 records are ranked, in large tables the newest; add words to narrow the search.
   *
   * Requires a credential, but no permission.
   * @returns SearchView Success
   * @throws ApiError
   */
  public records({
    q,
    kinds,
    limit,
  }: {
    /**
     * Search text: words, the start of a word, an e-mail address, a phone number, a domain, or an external id
     */
    q: string,
    /**
     * Record types to search; default: all. Repeat to select several.
     */
    kinds?: Array<SearchKind>,
    /**
     * Maximum number of hits per record type, 1 to 25
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
