import type { Answer } from './answer';
import { isKontorError, KontorConnectionError, type KontorError } from './errors';
import type { EventName, KontorEvent } from './events';
import type { EventFeedView } from './generated/models/EventFeedView';
import { pause } from './send';

export interface FeedOptions {
  /** The sequence of the last event that was dealt with; the feed goes on behind it. Left out, it begins with the oldest event that is kept. */
  after?: number;
  /** Only events of these types: by name, or by wildcards such as `lead.*`. */
  types?: ReadonlyArray<EventName | `${string}.*` | (string & {})>;
  /** Ends the loop. */
  signal?: AbortSignal | undefined;
  /** How long to wait where nothing new is there; 5 when left out. */
  pollSeconds?: number;
  /** Told how far the feed has been read, also past events of other types, whenever all events up to there have been dealt with. */
  onPosition?: (sequence: number) => void | Promise<void>;
}

/** What is on `kontor.events` besides its calls. */
export interface Feed {
  /** Follows the feed: `for await (const event of kontor.events.feed())`. Ends only with its signal, or with an error that waiting would not mend. */
  feed(options?: FeedOptions): AsyncGenerator<KontorEvent, void, undefined>;
}

export type List = (query: { after: number; type?: string[]; limit: number; signal?: AbortSignal }) => {
  withResponse(): Promise<Answer<EventFeedView>>;
};

const PIECE = 100;
const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/** Follows the feed for as long as the loop runs: each event once, in order, whatever happens to the network. */
export async function* follow(
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
      // Full jitter: readers that lost the server together do not come back together.
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

/** A piece of the feed; the failure where another try makes sense; nothing where the caller ended the loop. Anything else is thrown. */
async function pieceOf(list: List, query: Parameters<List>[0], signal: AbortSignal | undefined) {
  try {
    return (await list(query).withResponse()).data;
  } catch (error) {
    if (signal?.aborted) return undefined;
    if (isKontorError(error) && isPassing(error)) return error;
    throw error;
  }
}

/** The network, a proxy, a server that restarts or is overloaded: not what was asked for. */
const isPassing = (error: KontorError): boolean =>
  error instanceof KontorConnectionError ||
  error.status >= 500 ||
  [408, 429].includes(error.status) ||
  error.code === 'unreadable-answer';

const rest = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  pause(milliseconds, signal).catch((error: unknown) => {
    if (!signal?.aborted) throw error;
  });
