import { Avatar, Box, Divider, IconButton, ListSubheader, Menu, MenuItem, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetIdentity, useLocaleState, useTheme, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useSignOut } from '../auth/use-sign-out';
import { LOCALES } from '../i18n';
import { UserText } from '../ui/text';
import { useChooseLocale } from './profile-locale';

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('');

/** The person, appearance, language and sign-out. */
export function AccountMenu() {
  const translate = useTranslate();
  const signOut = useSignOut();
  const { identity } = useGetIdentity();
  const [locale] = useLocaleState();
  const chooseLocale = useChooseLocale();
  const [theme, setTheme] = useTheme();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const name = identity?.fullName ?? '';
  return (
    <>
      <IconButton aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        <Avatar
          aria-hidden
          sx={{
            width: 30,
            height: 30,
            fontSize: '0.75rem',
            fontWeight: 600,
            bgcolor: 'action.selected',
            color: 'text.primary',
          }}
        >
          {initialsOf(name)}
        </Avatar>
        <Box component="span" sx={{ position: 'absolute', left: -9999 }}>
          {translate('app.account')}
        </Box>
      </IconButton>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ paper: { sx: { width: 240 } } }}
      >
        <MenuItem disabled sx={{ display: 'block', '&.Mui-disabled': { opacity: 1 } }}>
          <Typography variant="subtitle2" component="div">
            <UserText>{name}</UserText>
          </Typography>
          <Typography variant="caption" color="textSecondary" component="div">
            <UserText>{String(identity?.['email'] ?? '')}</UserText>
          </Typography>
        </MenuItem>
        <MenuItem component={Link} to="/profile" onClick={() => setAnchor(null)}>
          {translate('app.profile')}
        </MenuItem>
        <Divider />
        <ListSubheader disableSticky sx={{ lineHeight: '28px', backgroundColor: 'transparent' }}>
          {translate('app.theme')}
        </ListSubheader>
        {(['light', 'dark'] as const).map((one) => (
          <MenuItem
            key={one}
            role="menuitemradio"
            aria-checked={theme === one}
            selected={theme === one}
            onClick={() => setTheme(one)}
          >
            {translate(`app.theme_${one}`)}
          </MenuItem>
        ))}
        <Divider />
        <ListSubheader disableSticky sx={{ lineHeight: '28px', backgroundColor: 'transparent' }}>
          {translate('app.language')}
        </ListSubheader>
        {LOCALES.map((one) => (
          <MenuItem
            key={one.locale}
            role="menuitemradio"
            aria-checked={locale === one.locale}
            selected={locale === one.locale}
            lang={one.locale}
            onClick={() => chooseLocale(one.locale)}
          >
            {one.name}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem component="a" href="/docs" target="_blank" rel="noopener">
          {translate('app.api')}
        </MenuItem>
        <MenuItem
          onClick={() => {
            setAnchor(null);
            signOut();
          }}
        >
          {translate('app.sign_out')}
        </MenuItem>
      </Menu>
    </>
  );
}
