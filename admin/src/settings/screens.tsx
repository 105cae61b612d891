import CompanyIcon from '@mui/icons-material/TuneOutlined';
import FieldIcon from '@mui/icons-material/ViewColumnOutlined';
import RoleIcon from '@mui/icons-material/AdminPanelSettingsOutlined';
import TeamIcon from '@mui/icons-material/GroupsOutlined';
import UserIcon from '@mui/icons-material/PersonOutlined';
import type { SvgIconComponent } from '@mui/icons-material';
import type { ScreenRoute } from '../screens';

const menu = (icon: SvgIconComponent, label: string) => ({ group: 'settings', icon, label });

/** Screens of the settings. The text of a tile is the label with `_text`. */
export const SETTINGS: readonly ScreenRoute[] = [
  {
    path: '/settings/users',
    load: () => import('../users/user-list'),
    needs: ['users', 'read'],
    menu: menu(UserIcon, 'settings.users'),
  },
  { path: '/settings/users/:id', load: () => import('../users/user-page'), needs: ['users', 'read'] },
  {
    path: '/settings/teams',
    load: () => import('../teams/team-list'),
    needs: ['teams', 'read'],
    menu: menu(TeamIcon, 'settings.teams'),
  },
  { path: '/settings/teams/:id', load: () => import('../teams/team-page'), needs: ['teams', 'read'] },
  {
    path: '/settings/roles',
    load: () => import('../roles/role-list'),
    needs: ['roles', 'read'],
    menu: menu(RoleIcon, 'settings.roles'),
  },
  { path: '/settings/roles/:id', load: () => import('../roles/role-page'), needs: ['roles', 'read'] },
  {
    path: '/settings/custom-fields',
    load: () => import('../custom-fields/field-list'),
    needs: ['custom-fields', 'read'],
    menu: menu(FieldIcon, 'settings.fields'),
  },
  {
    path: '/settings/custom-fields/:id',
    load: () => import('../custom-fields/field-page'),
    needs: ['custom-fields', 'read'],
  },
  {
    path: '/settings/company',
    load: () => import('../company/company-settings'),
    needs: ['settings', 'read'],
    menu: menu(CompanyIcon, 'settings.company'),
  },
];
