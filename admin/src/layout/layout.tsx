import { Box, Drawer, useMediaQuery, type Theme } from '@mui/material';
import { Suspense, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { SessionDialogs } from '../auth/session-dialogs';
import { SecondFactorGate } from '../profile/second-factor-gate';
import { ErrorBoundary, Loading } from '../ui/feedback';
import { useProfileLocale } from './profile-locale';
import { Shortcuts } from './shortcuts';
import { SideMenu } from './side-menu';
import { TopBar } from './top-bar';

const MENU_WIDTH = 208;

/** The layout of every screen: menu, top bar, dialogs of the session, messages. */
export function Layout({ children }: { readonly children?: ReactNode }) {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  const [isMenuOpen, setMenuOpen] = useState(false);
  useProfileLocale();
  return (
    <Box sx={{ display: 'flex', minHeight: '100dvh', backgroundColor: 'background.default' }}>
      <Box
        component="a"
        href="#content"
        sx={{
          position: 'absolute',
          left: -9999,
          zIndex: 2000,
          p: 1,
          '&:focus': { left: 8, top: 8, bgcolor: 'background.paper' },
        }}
      >
        {translate('app.skip')}
      </Box>
      {isWide ? (
        <Box
          component="nav"
          aria-label={translate('app.menu')}
          sx={{
            width: MENU_WIDTH,
            flexShrink: 0,
            borderRight: 1,
            borderColor: 'divider',
            position: 'sticky',
            top: 0,
            height: '100dvh',
            overflowY: 'auto',
          }}
        >
          <SideMenu />
        </Box>
      ) : (
        <Drawer
          open={isMenuOpen}
          onClose={() => setMenuOpen(false)}
          slotProps={{ paper: { component: 'nav', 'aria-label': translate('app.menu'), sx: { width: 260 } } }}
        >
          <SideMenu onNavigate={() => setMenuOpen(false)} />
        </Drawer>
      )}
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <TopBar {...(!isWide && { onMenu: () => setMenuOpen(true) })} />
        <Box
          component="main"
          id="content"
          tabIndex={-1}
          sx={{ flex: 1, minWidth: 0, p: { xs: 1.5, md: 2.5 }, outline: 'none' }}
        >
          <ErrorBoundary key={pathname} title={translate('app.failed')}>
            <Suspense fallback={<Loading />}>
              <SecondFactorGate>{children}</SecondFactorGate>
            </Suspense>
          </ErrorBoundary>
        </Box>
      </Box>
      <Shortcuts />
      <SessionDialogs />
    </Box>
  );
}
