import { sql } from 'kysely';

/** Same expression as in its index. Activities without a due time come last. */
export const dueAtOrLast = sql`coalesce(a.due_at, '9999-12-31T00:00:00Z'::timestamptz)`;

/** Same condition and expression as in the index of open activities. */
export const overdue = sql`(a.status in ('pending', 'in_progress') and ${dueAtOrLast} < now())`;
