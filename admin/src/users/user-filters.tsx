import SearchIcon from '@mui/icons-material/Search';
import { InputAdornment, MenuItem, Stack, TextField } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useRoles, useTeams } from './use-directory';

const WAIT_MS = 250;
const STATES = ['active', 'invited', 'inactive', 'deleted'];

/** Search, state, role and team. Each choice is a parameter of the address. */
export function UserFilters() {
  const translate = useTranslate();
  const [address, setAddress] = useSearchParams();
  const { data: roles = [] } = useRoles();
  const { data: teams = [] } = useTeams();
  const given = address.get('q') ?? '';
  const [text, setText] = useState(given);
  useEffect(() => setText(given), [given]);

  const choose = (name: string, value: string) =>
    setAddress(
      (before) => {
        before.delete('page');
        if (value === '') before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  useEffect(() => {
    if (text === given) return undefined;
    const timer = setTimeout(() => choose('q', text), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text]);

  const select = (name: string, options: readonly { readonly id: string; readonly name: string }[]) => (
    <TextField
      select
      label={translate(`users.${name}`)}
      value={options.some(({ id }) => id === address.get(name)) ? address.get(name) : ''}
      onChange={({ target }) => choose(name, target.value)}
      sx={{ width: { xs: 'calc(50% - 4px)', sm: 160 } }}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      <MenuItem value="">{translate('users.all')}</MenuItem>
      {options.map((one) => (
        <MenuItem key={one.id} value={one.id}>
          <bdi>{one.name}</bdi>
        </MenuItem>
      ))}
    </TextField>
  );
  return (
    <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
      <TextField
        value={text}
        onChange={({ target }) => setText(target.value)}
        placeholder={translate('users.search')}
        sx={{ width: { xs: '100%', sm: 280 } }}
        slotProps={{
          htmlInput: { 'aria-label': translate('users.search'), maxLength: 100, dir: 'auto' },
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <SearchIcon fontSize="small" />
              </InputAdornment>
            ),
          },
        }}
      />
      {select(
        'status',
        STATES.map((id) => ({ id, name: translate(`users.state_${id}`) })),
      )}
      {roles.length > 0 && select('role', roles)}
      {teams.length > 0 && select('team', teams)}
    </Stack>
  );
}
