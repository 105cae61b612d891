export const customTexts = `
create function custom_texts(value jsonb) returns text[] language sql immutable parallel safe as $$
  select case jsonb_typeof(value) when 'array' then array(select jsonb_array_elements_text(value)) end $$;
comment on function custom_texts(jsonb) is 'Reads a custom field as a list of texts; null for values of another type.';
`;
