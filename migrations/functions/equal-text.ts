export const equalText = String.raw`
-- Equal to equalText of src/kernel/values/text.ts.
create function equal_text(value text) returns text language sql immutable parallel safe
return lower(btrim(normalize(value, NFC), E' \t\n\r\u00a0\u3000'));
comment on function equal_text(text) is
  'Returns the form in which two texts count as equal: lower case, trimmed, composed.';
`;
