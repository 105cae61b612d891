import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { BadRequestError, GoneError, notFound } from '../../kernel/errors.js';
import { precompiled, QueryRunner } from '../../platform/database/index.js';
import { canSeeRecord } from '../../platform/visibility/index.js';
import { toPublicEvent, type OutboxEvent, type PublicEvent } from '../../platform/outbox/index.js';
import type { EventActor, EventFeedQuery, EventFeedView, EventView } from './events.dto.js';
import { visibleTypes } from './visible-events.js';

const DAYS_RETAINED = 30;
const retentionStart = sql.raw(`now() - interval '${DAYS_RETAINED} days'`);
/** Sequence numbers and times differ slightly. The first number of the feed is among this many oldest events. */
const OLDEST = sql.lit(1000);
/** Number of events per request that are checked for callers who see only some records. */
const WINDOW = 1000;

const columns = precompiled(
  sql`e.id, e.feed_sequence as sequence, e.type, e.resource_type as "resourceType", e.resource_id
    as "resourceId", e.payload, e.actor, e.request_id as "requestId", e.occurred_at as "occurredAt"`,
);

// The outbox has no type for actors. All stored actors have this shape.
const viewOf = (event: OutboxEvent): EventView =>
  toPublicEvent(event) as PublicEvent & { readonly actor: EventActor | null };

interface Position {
  /** Last visible sequence number. `issued` is the last assigned sequence number. */
  readonly head: number | null;
  readonly issued: number;
  /**
   * First stored sequence number, only without `after`. `isGone` is set only with `after`: later events are missing.
   */
  readonly first: number | null;
  readonly isGone: boolean | null;
}

interface Numbers {
  readonly after: number;
  readonly limit: number;
  readonly types: readonly string[];
  readonly resourceIds: readonly string[] | undefined;
}

/** Reads of the event feed. Sequence numbers become visible in order, so a reader never misses an event. */
@Injectable()
export class EventsQueries {
  constructor(private readonly queryRunner: QueryRunner) {}

  async feed(
    actor: Actor,
    { after = 0, limit = 25, resourceId, ...requested }: EventFeedQuery,
  ): Promise<EventFeedView> {
    const types = visibleTypes(actor, requested);
    // Read before the page: events up to this head that are not in the page can never match the query.
    const position = await this.position(after);
    const start = after > 0 ? after : (position.first ?? 1) - 1;
    if (types.length === 0) return toPiece([], undefined, { start, limit, head: position.head });
    const numbers = { after: start, limit: limit + 1, types, resourceIds: resourceId };
    const canSee = canSeeRecord(actor, sql.ref('e.resource_type'), sql.ref('e.resource_id'));
    if (canSee.length === 0)
      return toPiece(await this.events(numbers), undefined, { start, limit, head: position.head });
    const looked = await this.lookedThrough(numbers, canSee);
    return toPiece(looked.events, looked.upTo, { start, limit, head: position.head });
  }

  async get(actor: Actor, id: string): Promise<EventView> {
    const types = visibleTypes(actor);
    const where = [
      sql`id = ${id}::uuid`,
      sql`feed_sequence is not null`,
      sql`coalesce(dispatched_at, occurred_at) >= ${retentionStart}`,
      sql`type = any(${[...types]}::text[])`,
      ...canSeeRecord(actor, sql.ref('e.resource_type'), sql.ref('e.resource_id')),
    ];
    const event = await this.queryRunner.row<OutboxEvent>(
      sql`select ${columns} from events e where ${sql.join(where, sql` and `)}`,
    );
    if (!event) throw notFound('event');
    return viewOf(event);
  }

  private async position(after: number): Promise<Position> {
    const position = (await this.queryRunner.row<Position>(after > 0 ? positionAfter(after) : beginning)) as Position;
    if (after > Math.max(position.issued, position.head ?? 0))
      throw new BadRequestError(
        'sequence-ahead',
        'No event has this sequence number yet. The number may come from another server, or this server was ' +
          'restored from a backup.',
        {
          errors: [
            { parameter: 'after', code: 'sequence-ahead', detail: `The last sequence number is ${position.issued}.` },
          ],
        },
      );
    if (position.isGone)
      throw new GoneError(
        'sequence-expired',
        `Events after this one are older than ${DAYS_RETAINED} days and no longer stored. Without after, the ` +
          `feed starts with the oldest stored event.`,
      );
    return position;
  }

  private events(numbers: Numbers): Promise<OutboxEvent[]> {
    return this.queryRunner.rows<OutboxEvent>(sql`
      with page as materialized (${numbersQuery(numbers)})
      select ${columns} from page join events e using (feed_sequence) order by feed_sequence`);
  }

  /** For callers who see only some records. Checks a limited number of events and returns the visible events. */
  private async lookedThrough(
    numbers: Numbers,
    canSee: readonly RawBuilder<unknown>[],
  ): Promise<{ events: OutboxEvent[]; upTo: number | undefined }> {
    const rows = await this.queryRunner.rows<OutboxEvent & Looked>(sql`
      with candidate as materialized (${numbersQuery({ ...numbers, limit: WINDOW })}),
      looked as (select count(*)::int as "~looked", max(feed_sequence) as "~upTo" from candidate),
      page as materialized (select feed_sequence from candidate join events e using (feed_sequence)
        where ${sql.join([...canSee], sql` and `)} order by feed_sequence limit ${sql.lit(numbers.limit)})
      select ${columns}, looked.* from looked left join (page join events e using (feed_sequence)) on true
        order by feed_sequence`);
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

/** Sets where the next page starts: after the last returned event, after the last checked event, or at the head. */
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
    ? sql`select feed_sequence from events where resource_id = any(${[...resourceIds]}::uuid[])
      and type = any(${[...types]}::text[]) and feed_sequence > ${after}::bigint`
    : // Reads each type from its own index range, because a scan of all events is slow for a rare type. The row
      // comparison keeps the planner from that scan, which `type = …` would allow.
      sql`select found.feed_sequence from unnest(${[...types]}::text[]) as wanted (type) cross join lateral (
        select feed_sequence from events where (type, feed_sequence) > (wanted.type, ${after}::bigint)
          and (type, feed_sequence) <= (wanted.type, ${sql.lit(Number.MAX_SAFE_INTEGER)}::bigint)
        order by type, feed_sequence limit ${most}) found`;
  return sql`${numbers} order by feed_sequence limit ${most}`;
}

const head = sql`(select max(feed_sequence) from events) as head, (select case when is_called then last_value else 0 end
  from events_feed_sequence) as issued`;

const beginning: RawBuilder<unknown> = sql`
  select ${head}, null::boolean as "isGone", (select min(number) from (
    select feed_sequence as number from events where occurred_at >= ${retentionStart} and feed_sequence is not null
      order by occurred_at limit ${OLDEST}) oldest) as first`;

/** Events are missing if the next event is too old, or if the oldest stored number is above the next number. */
const positionAfter = (after: number): RawBuilder<unknown> => sql`
  select ${head}, null::bigint as first, ${after}::bigint < (select min(feed_sequence) from events) - 1
    or coalesce((select coalesce(dispatched_at, occurred_at) < ${retentionStart} from events
      where feed_sequence > ${after}::bigint order by feed_sequence limit 1), false) as "isGone"`;
