type Row = 'r' | 'old' | 'new';

/** Counted fields of a record type: public name to column. */
export type Counts = Readonly<Record<string, string>>;

const valuesOf = (counts: Counts, row: Row): string =>
  `jsonb_build_object(${Object.entries(counts)
    .map(([name, column]) => `'${name}', ${row}.${column}`)
    .join(', ')})`;
const dayOf = (row: Row): string => `jsonb_build_object('day', (${row}.created_at at time zone 'UTC')::date)`;

/** What a row counts in: `record_counts.resource` to its fields. Leads are counted by day of creation as well. */
const countedIn = (table: string, counts: Counts, row: Row): (readonly [resource: string, fields: string])[] => [
  [table, valuesOf(counts, row)],
  ...(table === 'leads' ? ([['lead-days', dayOf(row)]] as const) : []),
];

const summed = (table: string, counts: Counts, rows: string, amount: string): string =>
  countedIn(table, counts, 'r')
    .map(
      ([resource, fields]) => `
        select '${resource}', ${fields}, ${amount} from ${rows} r where r.deleted_at is null group by 2`,
    )
    .join('\n        union all');

const changed = (table: string, counts: Counts): string =>
  countedIn(table, counts, 'old')
    .flatMap(([resource, before], at) => {
      const after = countedIn(table, counts, 'new')[at]?.[1] ?? '';
      // An unchanged value is not counted twice.
      const differs = `(old.deleted_at is null, ${before}) is distinct from (new.deleted_at is null, ${after})`;
      return [
        `
        select '${resource}', ${before}, -1 where old.deleted_at is null and ${differs}`,
        `
        select '${resource}', ${after}, 1 where new.deleted_at is null and ${differs}`,
      ];
    })
    .join('\n        union all');

const branch = (table: string, counts: Counts): string => ` tg_table_name = '${table}' then
    if tg_op = 'INSERT' then
      insert into record_counts (resource, fields, count)${summed(table, counts, 'added', 'count(*)')};
    elsif tg_op = 'DELETE' then
      insert into record_counts (resource, fields, count)${summed(table, counts, 'removed', '-count(*)')};
    else
      insert into record_counts (resource, fields, count)${changed(table, counts)};
    end if;`;

/** Creates add_record_counts() with a branch for each counted table, because dynamic SQL would be planned each time. */
export const addRecordCounts = (counted: Readonly<Record<string, Counts>>): string => `
create function add_record_counts() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if${Object.entries(counted)
    .map(([table, counts]) => branch(table, counts))
    .join('\n  elsif')}
  end if;
  return null;
end $$;
comment on function add_record_counts() is
  'Adds rows to record_counts: active records by fields with few values, and leads by day of creation.';
`;
