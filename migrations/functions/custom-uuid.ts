export const customUuid = `
create function custom_uuid(value jsonb) returns uuid language sql immutable parallel safe as $$
  select case when value #>> '{}' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (value #>> '{}')::uuid end $$;
comment on function custom_uuid(jsonb) is 'Reads a custom field as an id; null for values of another type.';
`;
