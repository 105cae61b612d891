import { sql, type RawBuilder } from 'kysely';

const isOver = sql`f.window_started_at <= now() - interval '15 minutes'`;
const isForgotten = sql`f.last_failed_at <= now() - interval '24 hours'`;
/** Delay from the 20th failure on: 1, 2, 4 … 32 seconds. */
const delay = sql`make_interval(secs => power(2, least(f.failures - 20, 5)))`;

/**
 * Counts an attempt. Returns no row if `limit` attempts were made in the 15-minute window. A single statement counts
 * concurrent attempts one by one.
 */
export const countInWindow = (bucket: string, limit: number): RawBuilder<unknown> => sql`
  insert into login_failures as f (bucket, failures) values (${bucket}, 1)
  on conflict (bucket) do update set
    failures = case when ${isOver} then 1 else f.failures + 1 end,
    window_started_at = case when ${isOver} then now() else f.window_started_at end,
    last_failed_at = now()
  where ${isOver} or f.failures < ${limit} returning failures`;

/** Counts an attempt. Returns no row if the delay since the previous attempt is not over. */
export const countWithDelay = (bucket: string): RawBuilder<unknown> => sql`
  insert into login_failures as f (bucket, failures) values (${bucket}, 1)
  on conflict (bucket) do update set failures = case when ${isForgotten} then 1 else f.failures + 1
    end, last_failed_at = now()
  where ${isForgotten} or f.failures < 20 or f.last_failed_at + ${delay} <= now() returning failures`;

export const windowLeft = (bucket: string): RawBuilder<unknown> =>
  sql`select ceil(extract(epoch from f.window_started_at + interval '15 minutes' - now()))::int as seconds
    from login_failures f where bucket = ${bucket}`;

export const delayLeft = (bucket: string): RawBuilder<unknown> =>
  sql`select ceil(extract(epoch from f.last_failed_at + ${delay} - now()))::int as seconds from login_failures f
    where bucket = ${bucket}`;

export const decrementFailures = (buckets: readonly string[]): RawBuilder<unknown> =>
  sql`update login_failures set failures = greatest(failures - 1, 0) where bucket = any(${buckets}::text[])`;

export const forget = (buckets: readonly string[]): RawBuilder<unknown> =>
  sql`delete from login_failures where bucket = any(${buckets}::text[])`;

/** Number of wrong codes per account before the delay begins. */
export const FREE_CODES = 10;
const CODE_DELAY = sql`interval '15 minutes'`;

/**
 * Counts a code. Returns no row if the delay since the previous code is not over. Time alone never resets the count.
 */
export const countCode = (bucket: string): RawBuilder<unknown> => sql`
  insert into login_failures as f (bucket, failures) values (${bucket}, 1)
  on conflict (bucket) do update set failures = f.failures + 1, last_failed_at = now()
  where f.failures < ${sql.lit(FREE_CODES)} or f.last_failed_at + ${CODE_DELAY} <= now() returning failures`;

export const codeDelayLeft = (bucket: string): RawBuilder<unknown> =>
  sql`select ceil(extract(epoch from f.last_failed_at + ${CODE_DELAY} - now()))::int as seconds from login_failures f
    where bucket = ${bucket}`;

export const isForgettable: RawBuilder<unknown> = sql`last_failed_at < now() - interval '2 days'
  and bucket not like 'factor:%'`;
