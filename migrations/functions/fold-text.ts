export const foldText = String.raw`
-- Equal to foldText of src/kernel/values/text.ts. Most stored text is ASCII and needs no decomposition.
create function fold_text(value text) returns text language sql immutable parallel safe
return case when octet_length(value) = char_length(value) then lower(value) else
  normalize(translate(
    replace(replace(replace(lower(regexp_replace(normalize(value, NFKD), '[\u0300-\u036f]', '', 'g')),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
    'øłđħıðþς', 'oldhidtσ'), NFKC) end;
comment on function fold_text(text) is 'Returns text for the search: lower case, without accents, ligatures split.';
`;
