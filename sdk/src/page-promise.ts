import type { Answer } from './answer';
import { AnswerPromise } from './answer-promise';

interface SomePage {
  readonly pageInfo: { readonly nextCursor: string | null };
}

/** The first page of a list, and the way to all the others: `for await (const lead of kontor.leads.list())`. */
export class PagePromise<Page, Item> extends AnswerPromise<Page> implements AsyncIterable<Item> {
  readonly #next: (cursor: string) => PagePromise<Page, Item>;

  constructor(answer: Promise<Answer<Page>>, next: (cursor: string) => PagePromise<Page, Item>) {
    super(answer);
    this.#next = next;
  }

  /** This page and all that follow; each is fetched when it is asked for. */
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

  /** All records, or the first `limit` of them. */
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
