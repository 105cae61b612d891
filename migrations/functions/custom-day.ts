export const customDay = String.raw`
-- A cast to date depends on the session, so that no index could use it.
create function custom_day(value jsonb) returns date language sql immutable parallel safe as $$
  select case when value #>> '{}' ~ '^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$'
    then case when substr(value #>> '{}', 9, 2)::int <= extract(day from
        make_date(substr(value #>> '{}', 1, 4)::int, substr(value #>> '{}', 6, 2)::int, 1)
        + interval '1 month' - interval '1 day')
      then make_date(substr(value #>> '{}', 1, 4)::int, substr(value #>> '{}', 6, 2)::int,
        substr(value #>> '{}', 9, 2)::int) end end $$;
comment on function custom_day(jsonb) is
  'Reads a custom field as a day; null for values of another type and days that do not exist.';
`;
