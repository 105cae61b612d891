import { Injectable, Logger } from '@nestjs/common';
import pg from 'pg';
import { Config, ConfigError } from '../config/index.js';

/** Reads and writes everything, owns nothing. */
export const FREE = 'kontor_app';
/** The same behind the policies: sees what the context of its transaction lets it see, and nothing without one. */
export const GUARDED = 'kontor_guarded';

const STANDS = `
  select coalesce(bool_and(to_regrole(role) is not null and pg_has_role(current_user, to_regrole(role), case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end)
    and has_table_privilege(to_regrole(role), 'users', 'select')), false) as stands from unnest(array['${FREE}', '${GUARDED}']) role`;

/**
 * The role that the application works in. It is never the owner of the tables where that can be helped, so that the
 * rights of the role hold for whatever the application does.
 */
export async function applicationRole({ ROW_LEVEL_SECURITY: wall }: Config, url: string): Promise<string | undefined> {
  const owner = new pg.Client({ connectionString: url, application_name: 'kontor-role' });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ stands: boolean }>(STANDS);
    if (rows[0]?.stands) return wall === 'on' ? GUARDED : FREE;
  } finally {
    await owner.end();
  }
  if (wall === 'on')
    throw new ConfigError(
      `ROW_LEVEL_SECURITY=on needs the roles ${FREE} and ${GUARDED}, which the user of DATABASE_URL may not make. As a superuser: create role ${FREE} nologin; create role ${GUARDED} nologin in role ${FREE}; grant ${FREE}, ${GUARDED} to that user; then start again.`,
    );
  new Logger('Database').warn(
    `The user of DATABASE_URL may not make the role ${FREE}: Kontor works as the owner of its tables.`,
  );
  return undefined;
}

const GUARDED_RELATIONS = `
  select relname as name from pg_class where relnamespace = 'public'::regnamespace and (relrowsecurity or (relkind = 'v' and reloptions && array['security_invoker=true']))`;

/** Whether there is a wall, and which statements meet it. */
@Injectable()
export class Wall {
  private guarded: Promise<RegExp> | undefined;

  constructor(private readonly config: Config) {}

  get stands(): boolean {
    return this.config.ROW_LEVEL_SECURITY === 'on';
  }

  /**
   * By the names of the tables in its text. To take one for harmless that is not gives no row away: without a context the
   * database refuses to answer.
   */
  async isMetBy(text: string, pool: pg.Pool): Promise<boolean> {
    this.guarded ??= this.readNames(pool);
    return (await this.guarded).test(text);
  }

  private async readNames(pool: pg.Pool): Promise<RegExp> {
    try {
      const { rows } = await pool.query<{ name: string }>(GUARDED_RELATIONS);
      return new RegExp(`\\b(${rows.map(({ name }) => name).join('|')})\\b`);
    } catch (error) {
      this.guarded = undefined;
      throw error;
    }
  }
}
