export const revokeCredentials = `
-- The credentials stay revoked when the user is reactivated.
create function revoke_credentials() returns trigger language plpgsql as $$
begin
  update sessions set revoked_at = now(), revoked_reason = 'user-deactivated'
    where user_id = new.id and revoked_at is null;
  update api_keys set revoked_at = now(), updated_at = now(), version = version + 1
    where created_by_id = new.id and revoked_at is null;
  update user_tokens set used_at = now() where user_id = new.id and used_at is null;
  return null;
end $$;
comment on function revoke_credentials() is
  'Revokes the sessions and API keys of a user who was deactivated or deleted, and uses up their links.';
`;
