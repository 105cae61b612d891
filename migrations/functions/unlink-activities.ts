/** Foreign keys of activities by table of the record. */
export const ACTIVITY_LINKS = {
  leads: 'lead_id',
  companies: 'company_id',
  contacts: 'contact_id',
  deals: 'deal_id',
} as const;

type Links = Readonly<Record<string, string>>;

function branch(table: string, links: Links): string {
  const column = links[table];
  const others = Object.values(links).filter((other) => other !== column);
  return ` tg_table_name = '${table}' then
    delete from activities where ${column} = old.id
      and (type = 'status_change' or num_nonnulls(${others.join(', ')}) = 0);
    update activities set ${column} = null, updated_at = now(), version = version + 1 where ${column} = old.id;`;
}

/** Creates unlink_activities() with a branch for each linked table. */
export const unlinkActivities = (links: Links = ACTIVITY_LINKS): string => `
create function unlink_activities() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if${Object.keys(links)
    .map((table) => branch(table, links))
    .join('\n  elsif')}
  end if;
  return old;
end $$;
comment on function unlink_activities() is
  'Removes activities that are on this record alone, and takes the others off the record.';
`;
