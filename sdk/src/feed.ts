import type { Answer } from './answer.js';
import type { CustomFieldTypes } from './custom-fields.js';
import { isKontorError, KontorConnectionError, type KontorError } from './errors.js';
import type { EventName, KontorEvent } from './events.js';
import type { EventFeedView } from './generated/models.js';
import type { Methods } from './operation.js';
import { pause } from './send.js';

export interface FeedOptions {
  /** The sequence of the last processed event; the feed continues after it. Default: the oldest stored event. */
  after?: number;
  /** Event types, or wildcards such as `lead.*`. */
  types?: ReadonlyArray<EventName | `${string}.*` | (string & {})>;
  /** Ends the loop. */
  signal?: AbortSignal | undefined;
  /** Seconds to wait if no new event exists. Default: 5. */
  pollSeconds?: number;
  /** Called with the sequence up to which all events are processed, also past events of other types. */
  onPosition?: (sequence: number) => void | Promise<void>;
}

/** The methods of `kontor.events` that are not operations of the API. */
export interface Feed<C extends CustomFieldTypes = {}> {
  /**
   * Iterates over the feed: `for await (const event of kontor.events.feed())`. Ends with the signal, or with an error
   * that a retry cannot solve.
   */
  feed(options?: FeedOptions): AsyncGenerator<KontorEvent<C>, void, undefined>;
}

type List = (query: { after: number; type?: string[]; limit: number; signal?: AbortSignal }) => {
  withResponse(): Promise<Answer<EventFeedView>>;
};

/** Adds the feed to the methods of `kontor.events`. */
export const withFeed = (methods: Methods): Methods => ({
  ...methods,
  feed: (options: FeedOptions = {}) => follow(methods['list'] as unknown as List, options),
});

const PIECE = 100;
const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/** Iterates over the feed, each event once and in order, also after network errors. */
async function* follow(
  list: List,
  { after = 0, types, signal, pollSeconds = 5, onPosition }: FeedOptions,
): AsyncGenerator<KontorEvent, void, undefined> {
  if (!(pollSeconds > 0)) throw new TypeError('pollSeconds must be greater than 0.');
  let position = after;
  for (let failures = 0; !signal?.aborted;) {
    const piece = await pieceOf(
      list,
      { after: position, limit: PIECE, ...(types && { type: [...types] }), ...(signal && { signal }) },
      signal,
    );
    if (isKontorError(piece)) {
      failures += 1;
      // Full jitter: clients that lost the server together do not return together.
      await rest(
        Math.max((piece.retryAfter ?? 0) * 1000, Math.random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** failures)),
        signal,
      );
      continue;
    }
    failures = 0;
    if (!piece) return;
    for (const event of piece.data) {
      if (event.sequence <= position) continue;
      yield event as unknown as KontorEvent;
      position = event.sequence;
      if (signal?.aborted) return;
    }
    if (piece.lastSequence > position || piece.data.length > 0)
      await onPosition?.(Math.max(position, piece.lastSequence));
    position = Math.max(position, piece.lastSequence);
    if (!piece.hasMore) await rest(pollSeconds * 1000, signal);
  }
}

/**
 * Returns a page of the feed, or an error that allows a retry, or undefined if the caller ended the loop. Throws all
 * other errors.
 */
async function pieceOf(list: List, query: Parameters<List>[0], signal: AbortSignal | undefined) {
  try {
    return (await list(query).withResponse()).data;
  } catch (error) {
    if (signal?.aborted) return undefined;
    if (isKontorError(error) && isPassing(error)) return error;
    throw error;
  }
}

/** Errors of the network, a proxy, or a server that restarts or is overloaded. */
const isPassing = (error: KontorError): boolean =>
  error instanceof KontorConnectionError ||
  error.status >= 500 ||
  [408, 429].includes(error.status) ||
  error.code === 'unreadable-answer';

const rest = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  pause(milliseconds, signal).catch((error: unknown) => {
    if (!signal?.aborted) throw error;
  });
