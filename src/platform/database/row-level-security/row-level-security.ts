import { Injectable, Logger } from '@nestjs/common';
import pg from 'pg';
import { Config, ConfigError } from '../../config/index.js';

/** Role that can read and write all tables but owns none. */
export const APP_ROLE = 'kontor_app';
/**
 * Role under row-level security. Sees only rows that the context of the transaction allows; without a context, no rows.
 */
export const RLS_ROLE = 'kontor_rls';

const ROLES_EXIST = `
  select coalesce(bool_and(to_regrole(role) is not null and pg_has_role(current_user, to_regrole(role), case
    when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end)
    and has_table_privilege(to_regrole(role), 'users', 'select')), false) as stands
      from unnest(array['${APP_ROLE}', '${RLS_ROLE}']) role`;

/**
 * Returns the role of the application. If possible, this is not the owner of the tables, so that role privileges always
 * apply.
 */
export async function applicationRole({ ROW_LEVEL_SECURITY: rls }: Config, url: string): Promise<string | undefined> {
  const owner = new pg.Client({ connectionString: url, application_name: 'kontor-role' });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ stands: boolean }>(ROLES_EXIST);
    if (rows[0]?.stands) return rls === 'on' ? RLS_ROLE : APP_ROLE;
  } finally {
    await owner.end();
  }
  if (rls === 'on')
    throw new ConfigError(
      `ROW_LEVEL_SECURITY=on needs the roles ${APP_ROLE} and ${RLS_ROLE}, which the user of DATABASE_URL ` +
        `cannot create. As a superuser: create role ${APP_ROLE} nologin; create role ${RLS_ROLE} nologin in role ` +
        `${APP_ROLE}; grant ${APP_ROLE}, ${RLS_ROLE} to that user; then start again.`,
    );
  new Logger('Database').warn(
    `The user of DATABASE_URL cannot create the role ${APP_ROLE}: Kontor works as the owner of its tables.`,
  );
  return undefined;
}

const PROTECTED_RELATIONS = `
  select relname as name from pg_class where relnamespace = 'public'::regnamespace and (relrowsecurity or (relkind = 'v'
    and reloptions && array['security_invoker=true']))`;

/** Decides which statements need row-level security. */
@Injectable()
export class RowLevelSecurity {
  private protectedNames: Promise<RegExp> | undefined;

  constructor(private readonly config: Config) {}

  get isEnabled(): boolean {
    return this.config.ROW_LEVEL_SECURITY === 'on';
  }

  /**
   * Searches the text for names of protected tables. A missed table cannot leak rows, because policies return no rows
   * without a context.
   */
  async appliesTo(text: string, pool: pg.Pool): Promise<boolean> {
    this.protectedNames ??= this.readNames(pool);
    return (await this.protectedNames).test(text);
  }

  private async readNames(pool: pg.Pool): Promise<RegExp> {
    try {
      const { rows } = await pool.query<{ name: string }>(PROTECTED_RELATIONS);
      return new RegExp(`\\b(${rows.map(({ name }) => name).join('|')})\\b`);
    } catch (error) {
      this.protectedNames = undefined;
      throw error;
    }
  }
}
