export const contactsIn = String.raw`
-- A zero in brackets is not dialled together with the country code.
create function contacts_in(payload jsonb) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct found.contact), '{}')
  from jsonb_each_text(payload) as given (key, value) cross join lateral (
    select rtrim(m[1], '.') as contact
    from regexp_matches(lower(given.value), '[^][[:space:]<>()@,;:"'']+@[^][[:space:]<>()@,;:"'']+', 'g') m
    union all
    select 'tel:' || ltrim(regexp_replace(given.value, '\(0\)|[^0-9]', '', 'g'), '0')
    where given.value ~ '^[0-9+()./ -]{7,40}$') found
$$;
comment on function contacts_in(jsonb) is
  'Lists the e-mail addresses and phone numbers in the values of a form submission.';
`;
