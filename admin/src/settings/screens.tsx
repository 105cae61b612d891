import CompanyIcon from '@mui/icons-material/TuneOutlined';
import FieldIcon from '@mui/icons-material/ViewColumnOutlined';
import RoleIcon from '@mui/icons-material/AdminPanelSettingsOutlined';
import TeamIcon from '@mui/icons-material/GroupsOutlined';
import UserIcon from '@mui/icons-material/PersonOutlined';
import AuditIcon from '@mui/icons-material/HistoryOutlined';
import ChannelIcon from '@mui/icons-material/NotificationsOutlined';
import ErasureIcon from '@mui/icons-material/PersonRemoveOutlined';
import EventIcon from '@mui/icons-material/RssFeedOutlined';
import JobIcon from '@mui/icons-material/PendingActionsOutlined';
import RetentionIcon from '@mui/icons-material/AutoDeleteOutlined';
import ScheduleIcon from '@mui/icons-material/ScheduleOutlined';
import SecurityIcon from '@mui/icons-material/SecurityOutlined';
import WebhookIcon from '@mui/icons-material/WebhookOutlined';
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
  {
    path: '/settings/webhooks',
    load: () => import('../webhooks/webhook-list'),
    needs: ['webhooks', 'read'],
    menu: menu(WebhookIcon, 'settings.webhooks'),
  },
  { path: '/settings/webhooks/:id', load: () => import('../webhooks/webhook-page'), needs: ['webhooks', 'read'] },
  {
    path: '/settings/notification-channels',
    load: () => import('../channels/channel-list'),
    needs: ['notification-channels', 'read'],
    menu: menu(ChannelIcon, 'settings.channels'),
  },
  {
    path: '/settings/notification-channels/:id',
    load: () => import('../channels/channel-page'),
    needs: ['notification-channels', 'read'],
  },
  {
    path: '/settings/events',
    load: () => import('../events/event-feed'),
    needs: ['events', 'read'],
    menu: menu(EventIcon, 'settings.events'),
  },
  {
    path: '/settings/retention',
    load: () => import('../privacy/retention'),
    needs: ['retention', 'read'],
    menu: menu(RetentionIcon, 'settings.retention'),
  },
  {
    path: '/settings/erasure',
    load: () => import('../privacy/erasure-list'),
    needs: ['erasure', 'manage'],
    menu: menu(ErasureIcon, 'settings.erasure'),
  },
  {
    path: '/settings/audit-log',
    load: () => import('../logs/audit-log'),
    needs: ['audit', 'read'],
    menu: menu(AuditIcon, 'settings.audit'),
  },
  {
    path: '/settings/security-log',
    load: () => import('../logs/security-log'),
    needs: ['security-logs', 'read'],
    menu: menu(SecurityIcon, 'settings.security'),
  },
  {
    path: '/settings/jobs',
    load: () => import('../jobs/jobs'),
    needs: ['jobs', 'read'],
    menu: menu(JobIcon, 'settings.jobs'),
  },
  {
    path: '/settings/scheduled-jobs',
    load: () => import('../jobs/schedule-list'),
    needs: ['jobs', 'read'],
    menu: menu(ScheduleIcon, 'settings.schedules'),
  },
  { path: '/settings/scheduled-jobs/:name', load: () => import('../jobs/schedule-page'), needs: ['jobs', 'read'] },
];
