import AgendaIcon from '@mui/icons-material/TodayOutlined';
import HomeIcon from '@mui/icons-material/HomeOutlined';
import type { ScreenRoute } from '../screens';

/** Home and agenda. They are the first entries of the menu. */
export const DAILY_SCREENS: readonly ScreenRoute[] = [
  { path: '/', load: () => import('../home/home-screen'), menu: { group: 'daily', icon: HomeIcon, label: 'app.home' } },
  {
    path: '/agenda',
    load: () => import('./agenda/agenda-screen'),
    needs: ['activities', 'read'],
    menu: { group: 'daily', icon: AgendaIcon, label: 'activity.agenda' },
  },
];
