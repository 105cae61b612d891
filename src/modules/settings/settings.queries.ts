import { sql, type RawBuilder } from 'kysely';

export interface SettingRow {
  readonly key: string;
  /** JSON text, so that equal values have equal texts. */
  readonly text: string;
  readonly isSecret: boolean;
  readonly updatedAt: string;
}

const columns = sql`key, value::text as text, is_secret as "isSecret", updated_at as "updatedAt"`;

export const storedSettings = (): RawBuilder<SettingRow> => sql<SettingRow>`select ${columns} from settings`;

export const lockedSetting = (key: string): RawBuilder<SettingRow> =>
  sql<SettingRow>`select ${columns} from settings where key = ${key} for update`;

export const putSetting = (
  key: string,
  value: unknown,
  isSecret: boolean,
  userId: string | null,
): RawBuilder<unknown> => sql`
  insert into settings (key, value, is_secret, updated_by_id)
    values (${key}, ${JSON.stringify(value)}::jsonb, ${isSecret}, ${userId})
  on conflict (key) do update set value = excluded.value, is_secret = excluded.is_secret, updated_at = now(),
    updated_by_id = excluded.updated_by_id
  where settings.value is distinct from excluded.value returning 1 as changed`;

/** The first writer wins. Other writers read the stored value. */
export const putSettingOnce = (key: string, value: unknown): RawBuilder<unknown> =>
  sql`insert into settings (key, value, is_secret) values (${key}, ${JSON.stringify(value)}::jsonb, true)
    on conflict (key) do nothing`;

export const deleteSetting = (key: string): RawBuilder<unknown> =>
  sql`delete from settings where key = ${key} returning 1 as changed`;
