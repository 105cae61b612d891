import type pg from 'pg';

/** Tables and columns that a rejection may change: counters, logs of rejections, and the last use of a credential. */
const LEFT_OUT = new Set([
  'rate_limits',
  'idempotency_keys',
  'security_logs',
  'login_failures',
  'access_epoch',
  'mikro_orm_migrations',
]);
const USE_ONLY: Readonly<Record<string, readonly string[]>> = {
  api_keys: ['last_used_at', 'last_used_ip'],
  sessions: ['last_activity_at'],
  users: ['last_login_at'],
};

export interface Fingerprint {
  /** Row count and checksum of each table. */
  readonly [table: string]: string;
}

/** Returns the state of the whole database. Equal fingerprints mean equal rows. */
export async function fingerprintOf(db: pg.Pool): Promise<Fingerprint> {
  const { rows: tables } = await db.query<{ name: string }>(`
    select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition order by 1`);
  const parts = tables
    .filter(({ name }) => !LEFT_OUT.has(name))
    .map(({ name }) => {
      const without = (USE_ONLY[name] ?? []).map((column) => ` - '${column}'`).join('');
      // Security events are also an expected effect of rejections.
      const where = name === 'events' ? ` where t.type not like 'security%'` : '';
      return `select '${name}' as name, count(*) || ' rows, '
        || coalesce(sum(hashtextextended((to_jsonb(t)${without})::text, 0)::numeric), 0) as state
        from "${name}" t${where}`;
    });
  const { rows } = await db.query<{ name: string; state: string }>(parts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, state }) => [name, state]));
}

/** Returns the tables that differ. */
export const changedBetween = (before: Fingerprint, after: Fingerprint): string[] =>
  Object.keys({ ...before, ...after }).filter((table) => before[table] !== after[table]);
