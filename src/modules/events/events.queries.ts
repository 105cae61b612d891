import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { BadRequest, Gone, notFound } from '../../kernel/errors.js';
import { fixed, Reader } from '../../platform/database/index.js';
import { seesRecord } from '../../platform/sight/index.js';
import { toPublicEvent, type OutboxEvent, type PublicEvent } from '../../platform/outbox/index.js';
import type { EventActor, EventFeedQuery, EventFeedView, EventView } from './events.dto.js';
import { visibleTypes } from './visible-events.js';

const DAYS_KEPT = 30;
const kept = sql.raw(`now() - interval '${DAYS_KEPT} days'`);
/** Numbers are given a little out of the order of time; the first of the feed is among the oldest of this many. */
const OLDEST = sql.lit(1000);
/** How many events are looked at in one request for those who see only some records. */
const WINDOW = 1000;

const columns = fixed(
  sql`e.id, e.feed_sequence as sequence, e.type, e.resource_type as "resourceType", e.resource_id as "resourceId", e.payload, e.actor, e.request_id as "requestId", e.occurred_at as "occurredAt"`,
);

// The outbox takes actors as they come; these are all of one shape.
const viewOf = (event: OutboxEvent): EventView =>
  toPublicEvent(event) as PublicEvent & { readonly actor: EventActor | null };

interface Position {
  /** The last number that is visible, and the last one that was ever given. */
  readonly head: number | null;
  readonly given: number;
  /** Of a reader at the beginning: the first number that is kept. Of others: whether something behind them is gone. */
  readonly first: number | null;
  readonly isGone: boolean | null;
}

interface Numbers {
  readonly after: number;
  readonly limit: number;
  readonly types: readonly string[];
  readonly resourceIds: readonly string[] | undefined;
}

/** Reads of the feed. Numbers become visible in their order, so whoever has read up to one has missed none below. */
@Injectable()
export class EventsQueries {
  constructor(private readonly reader: Reader) {}

  async feed(actor: Actor, { after = 0, limit = 25, resourceId, ...wanted }: EventFeedQuery): Promise<EventFeedView> {
    const types = visibleTypes(actor, wanted);
    // Before the page: what the page does not hold of the numbers up to this head is not wanted, and never will be.
    const position = await this.position(after);
    const start = after > 0 ? after : (position.first ?? 1) - 1;
    if (types.length === 0) return toPiece([], undefined, { start, limit, head: position.head });
    const numbers = { after: start, limit: limit + 1, types, resourceIds: resourceId };
    const sees = seesRecord(actor, sql.ref('e.resource_type'), sql.ref('e.resource_id'));
    if (sees.length === 0) return toPiece(await this.events(numbers), undefined, { start, limit, head: position.head });
    const looked = await this.lookedThrough(numbers, sees);
    return toPiece(looked.events, looked.upTo, { start, limit, head: position.head });
  }

  async get(actor: Actor, id: string): Promise<EventView> {
    const types = visibleTypes(actor);
    const where = [
      sql`id = ${id}::uuid`,
      sql`feed_sequence is not null`,
      sql`coalesce(dispatched_at, occurred_at) >= ${kept}`,
      sql`type = any(${[...types]}::text[])`,
      ...seesRecord(actor, sql.ref('e.resource_type'), sql.ref('e.resource_id')),
    ];
    const event = await this.reader.row<OutboxEvent>(
      sql`select ${columns} from events e where ${sql.join(where, sql` and `)}`,
    );
    if (!event) throw notFound('event');
    return viewOf(event);
  }

  private async position(after: number): Promise<Position> {
    const position = (await this.reader.row<Position>(after > 0 ? positionBehind(after) : beginning)) as Position;
    if (after > Math.max(position.given, position.head ?? 0))
      throw new BadRequest(
        'sequence-ahead',
        'No event has had this number yet: is it of another server, or was this one restored from a backup?',
        { errors: [{ parameter: 'after', code: 'sequence-ahead', detail: `The last number is ${position.given}.` }] },
      );
    if (position.isGone)
      throw new Gone(
        'sequence-expired',
        `Events after this one are older than ${DAYS_KEPT} days and not kept any longer. Without after, the feed begins with the oldest that is.`,
      );
    return position;
  }

  private events(numbers: Numbers): Promise<OutboxEvent[]> {
    return this.reader.rows<OutboxEvent>(sql`
      with page as materialized (${numbersQuery(numbers)})
      select ${columns} from page join events e using (feed_sequence) order by feed_sequence`);
  }

  /** For those who see only some records: so many events are looked at, and those that they see are given. */
  private async lookedThrough(
    numbers: Numbers,
    sees: readonly RawBuilder<unknown>[],
  ): Promise<{ events: OutboxEvent[]; upTo: number | undefined }> {
    const rows = await this.reader.rows<OutboxEvent & Looked>(sql`
      with candidate as materialized (${numbersQuery({ ...numbers, limit: WINDOW })}),
      looked as (select count(*)::int as "~looked", max(feed_sequence) as "~upTo" from candidate),
      page as materialized (select feed_sequence from candidate join events e using (feed_sequence) where ${sql.join([...sees], sql` and `)} order by feed_sequence limit ${sql.lit(numbers.limit)})
      select ${columns}, looked.* from looked left join (page join events e using (feed_sequence)) on true order by feed_sequence`);
    return {
      events: rows.filter(({ id }) => id !== null),
      upTo: rows[0]?.['~looked'] === WINDOW ? (rows[0]['~upTo'] ?? undefined) : undefined,
    };
  }
}

interface Looked {
  readonly '~looked': number;
  readonly '~upTo': number | null;
}

/** Where a reader goes on: behind what was given, behind what was looked at, or at the head where nothing more is wanted. */
function toPiece(
  found: readonly OutboxEvent[],
  upTo: number | undefined,
  { start, limit, head }: { readonly start: number; readonly limit: number; readonly head: number | null },
): EventFeedView {
  const data = found.slice(0, limit).map(viewOf);
  const last = data.at(-1)?.sequence ?? 0;
  if (found.length > limit) return { data, lastSequence: last, hasMore: true };
  return upTo === undefined
    ? { data, lastSequence: Math.max(start, last, head ?? 0), hasMore: false }
    : { data, lastSequence: upTo, hasMore: true };
}

function numbersQuery({ after, limit, types, resourceIds }: Numbers): RawBuilder<unknown> {
  const most = sql.lit(limit);
  const numbers = resourceIds
    ? sql`select feed_sequence from events where resource_id = any(${[...resourceIds]}::uuid[]) and type = any(${[...types]}::text[]) and feed_sequence > ${after}::bigint`
    : // Type by type, each along the index that has its types together: along the one of all events, a rare type would mean
      // to walk to the end. Compared as rows, because `type = …` would let the planner believe that it finds enough on the way.
      sql`select found.feed_sequence from unnest(${[...types]}::text[]) as wanted (type) cross join lateral (
        select feed_sequence from events where (type, feed_sequence) > (wanted.type, ${after}::bigint) and (type, feed_sequence) <= (wanted.type, ${sql.lit(Number.MAX_SAFE_INTEGER)}::bigint)
        order by type, feed_sequence limit ${most}) found`;
  return sql`${numbers} order by feed_sequence limit ${most}`;
}

const head = sql`(select max(feed_sequence) from events) as head, (select case when is_called then last_value else 0 end from events_feed_sequence) as given`;

const beginning: RawBuilder<unknown> = sql`
  select ${head}, null::boolean as "isGone", (select min(number) from (
    select feed_sequence as number from events where occurred_at >= ${kept} and feed_sequence is not null order by occurred_at limit ${OLDEST}) oldest) as first`;

/** Something is gone where the next event is too old, or where the oldest event of all is not the next number. */
const positionBehind = (after: number): RawBuilder<unknown> => sql`
  select ${head}, null::bigint as first, ${after}::bigint < (select min(feed_sequence) from events) - 1
    or coalesce((select coalesce(dispatched_at, occurred_at) < ${kept} from events where feed_sequence > ${after}::bigint order by feed_sequence limit 1), false) as "isGone"`;
