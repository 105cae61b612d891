import SettingsIcon from '@mui/icons-material/SettingsOutlined';
import {
  Box,
  List,
  ListItem,
  ListItemButton,
  ListItemIcon,
  ListItemText,
  ListSubheader,
  Stack,
  Typography,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import { NavLink, useLocation } from 'react-router-dom';
import { useAccess } from '../api/access';
import { SCREENS, type ScreenRoute } from '../screens';
import { Logo } from '../ui/logo';

const START = {
  path: '/settings',
  menu: { group: 'settings', icon: SettingsIcon, label: 'settings.overview' },
} satisfies Partial<ScreenRoute>;

/** The screens of the settings are listed only while one of them is open. */
function useEntries(): readonly Pick<ScreenRoute, 'path' | 'menu'>[] {
  const { can } = useAccess();
  const { pathname } = useLocation();
  const entries = SCREENS.filter(({ menu, needs }) => menu && (!needs || can(...needs)));
  const settings = entries.filter(({ menu }) => menu?.group === START.menu.group);
  if (settings.length === 0) return entries;
  const isOpen = [START, ...settings].some(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return [...entries.filter((entry) => !settings.includes(entry)), START, ...(isOpen ? settings : [])];
}

/** The screens that the person may open, in the order of `screens.tsx`. */
export function SideMenu({ onNavigate }: { readonly onNavigate?: () => void }) {
  const translate = useTranslate();
  const entries = useEntries();
  const groups = [...new Set(entries.map(({ menu }) => menu?.group ?? ''))];
  return (
    <Box sx={{ px: 1, py: 1.5 }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', px: 1, pb: 1.5 }}>
        <Logo />
        <Typography variant="h6" component="span">
          Kontor
        </Typography>
      </Stack>
      {groups.map((group) => (
        <List
          key={group}
          dense
          disablePadding
          sx={{ pb: 1 }}
          subheader={
            <ListSubheader
              disableSticky
              sx={{ lineHeight: '28px', fontSize: '0.6875rem', backgroundColor: 'transparent', px: 1.25 }}
            >
              {translate(`menu.${group}`)}
            </ListSubheader>
          }
        >
          {entries
            .filter(({ menu }) => menu?.group === group)
            .map(({ path, menu }) => (
              <ListItem key={path} disablePadding>
                <ListItemButton
                  component={NavLink}
                  to={path}
                  end={path === START.path}
                  onClick={onNavigate}
                  sx={{
                    py: 0.4,
                    px: 1.25,
                    color: 'text.secondary',
                    '&.active': { color: 'text.primary', backgroundColor: 'action.selected' },
                    '&.active svg': { color: 'primary.main' },
                  }}
                >
                  <ListItemIcon sx={{ minWidth: 30, color: 'inherit', '& svg': { fontSize: 19 } }}>
                    {menu && <menu.icon />}
                  </ListItemIcon>
                  <ListItemText
                    primary={translate(menu?.label ?? '')}
                    slotProps={{ primary: { sx: { fontSize: '0.8125rem', fontWeight: 500 } } }}
                  />
                </ListItemButton>
              </ListItem>
            ))}
        </List>
      ))}
    </Box>
  );
}
