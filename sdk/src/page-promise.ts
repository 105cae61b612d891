import type { Answer } from './answer.js';
import { AnswerPromise } from './answer-promise.js';

interface SomePage {
  readonly pageInfo: { readonly nextCursor: string | null };
}

/** The first page of a list. Iterate to read all pages: `for await (const lead of kontor.leads.list())`. */
export class PagePromise<Page, Item> extends AnswerPromise<Page> implements AsyncIterable<Item> {
  readonly #next: (cursor: string) => PagePromise<Page, Item>;

  constructor(answer: Promise<Answer<Page>>, next: (cursor: string) => PagePromise<Page, Item>) {
    super(answer);
    this.#next = next;
  }

  /** Returns whether another page follows. */
  async hasNextPage(): Promise<boolean> {
    return (await this.#nextCursor()) !== null;
  }

  /** Fetches the next page. Throws a RangeError after the last page. */
  async nextPage(): Promise<Page> {
    const cursor = await this.#nextCursor();
    if (cursor === null) throw new RangeError('This is the last page: check hasNextPage() first.');
    return this.#next(cursor);
  }

  async #nextCursor(): Promise<string | null> {
    return ((await this.withResponse()).data as SomePage).pageInfo.nextCursor;
  }

  /** Iterates over this and all following pages. Each page is fetched on demand. */
  async *pages(): AsyncGenerator<Page, void, undefined> {
    let page = (await this.withResponse()).data;
    for (;;) {
      yield page;
      const cursor = (page as SomePage).pageInfo.nextCursor;
      if (!cursor) return;
      page = (await this.#next(cursor).withResponse()).data;
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) yield* (page as { data: Item[] }).data;
  }

  /** Returns all records, or the first `limit` records. */
  async toArray({ limit = Infinity }: { limit?: number } = {}): Promise<Item[]> {
    const records: Item[] = [];
    if (limit <= 0) return records;
    for await (const record of this) {
      records.push(record);
      if (records.length >= limit) break;
    }
    return records;
  }
}
