interface Links {
  readonly table: string;
  readonly owner: string;
  readonly link: string;
  readonly linked: string;
  /** Name of a linked row `r`. */
  readonly name: string;
}

/** Whether the row `r` is linked to the owner now, and whether the statement added or removed the link. */
const isLinked = ({ table, owner, link }: Links): string =>
  `exists (select from ${table} h where h.${owner}_id = p.${owner}_id and h.${link} = r.id)`;
const isChanged = ({ owner, link }: Links): string =>
  `exists (select from changed m where m.${owner}_id = p.${owner}_id and m.${link} = r.id)`;

/** A change of links is a change of their owner: one row of the audit log with all names before and after. */
const auditLinks = (links: Links): string => {
  const { owner, linked, name } = links;
  const names = `select coalesce(jsonb_agg(${name} order by ${name}), '[]') from ${linked} r`;
  return `
create function audit_${owner}_links() returns trigger language plpgsql as $$
begin
  perform write_audit('update', '${owner}s', p.${owner}_id::text,
    jsonb_build_object('${linked}', jsonb_build_object(
      'from', (${names} where case tg_argv[0]
        when 'added' then
          ${isLinked(links)} and not
          ${isChanged(links)}
        else
          ${isLinked(links)} or
          ${isChanged(links)} end),
      'to', (${names} where
        ${isLinked(links)}))))
  from (select distinct ${owner}_id from changed) p;
  return null;
end $$;
comment on function audit_${owner}_links() is 'Writes the ${linked} of a ${owner}, before and after, to audit_logs.';
`;
};

export const auditUserLinks = auditLinks({
  table: 'user_roles',
  owner: 'user',
  link: 'role_id',
  linked: 'roles',
  name: 'r.name',
});
export const auditRoleLinks = auditLinks({
  table: 'role_permissions',
  owner: 'role',
  link: 'permission_id',
  linked: 'permissions',
  name: `r.resource || ':' || r.action`,
});
