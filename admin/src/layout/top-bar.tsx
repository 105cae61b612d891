import MenuIcon from '@mui/icons-material/Menu';
import SearchIcon from '@mui/icons-material/Search';
import { Box, ButtonBase, IconButton, Stack, Typography } from '@mui/material';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { AccountMenu } from './account-menu';
import { CreateMenu } from './create-menu';

const loadSearch = () => import('./search-dialog');
const SearchDialog = lazy(loadSearch);
/** The dialog is loaded before it is needed, so that letters typed at once are not lost. */
const PRELOAD_MS = 1_500;
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Search, new records and the account. Ctrl+K, Cmd+K or `/` opens the search. */
export function TopBar({ onMenu }: { readonly onMenu?: () => void }) {
  const translate = useTranslate();
  const [isSearching, setSearching] = useState(false);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      const isShortcut = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (!isShortcut && (event.key !== '/' || isTyping(event.target))) return;
      event.preventDefault();
      setSearching(true);
    };
    globalThis.addEventListener('keydown', open);
    const preload = setTimeout(() => void loadSearch().catch(() => undefined), PRELOAD_MS);
    return () => {
      clearTimeout(preload);
      globalThis.removeEventListener('keydown', open);
    };
  }, []);
  return (
    <Stack
      component="header"
      direction="row"
      spacing={1}
      sx={{
        alignItems: 'center',
        px: { xs: 1, md: 2.5 },
        height: 52,
        borderBottom: 1,
        borderColor: 'divider',
        position: 'sticky',
        top: 0,
        zIndex: 20,
        backgroundColor: 'background.default',
      }}
    >
      {onMenu && (
        <IconButton onClick={onMenu} aria-label={translate('app.menu')}>
          <MenuIcon />
        </IconButton>
      )}
      <ButtonBase
        onClick={() => setSearching(true)}
        aria-keyshortcuts="Control+K"
        sx={{
          flex: 1,
          maxWidth: 420,
          minWidth: 0,
          justifyContent: 'flex-start',
          gap: 1,
          px: 1.25,
          height: 34,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          backgroundColor: 'background.paper',
          color: 'text.secondary',
        }}
      >
        <SearchIcon sx={{ fontSize: 18 }} />
        <Typography variant="body2" noWrap>
          {translate('app.search_hint')}
        </Typography>
        <Box
          component="kbd"
          sx={{
            ml: 'auto',
            display: { xs: 'none', sm: 'block' },
            fontFamily: 'inherit',
            fontSize: '0.6875rem',
            border: 1,
            borderColor: 'divider',
            borderRadius: 0.5,
            px: 0.5,
          }}
        >
          Ctrl K
        </Box>
      </ButtonBase>
      <Box sx={{ flex: 1, display: { xs: 'none', md: 'block' } }} />
      <CreateMenu />
      <AccountMenu />
      {isSearching && (
        <Suspense>
          <SearchDialog onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </Stack>
  );
}
