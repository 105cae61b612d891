import type { ComponentType } from 'react';
import type { SvgIconComponent } from '@mui/icons-material';
import { RECORD_TYPES } from './records';
import { SETTINGS } from './settings/screens';
import type { RecordScreens } from './records/record-screens';

/** A module of a screen exports the component `Screen`. It is loaded when the path is opened. */
export type LoadScreen = () => Promise<{ Screen: ComponentType<never> }>;

export interface ScreenRoute {
  /** Path under /admin. */
  readonly path: string;
  readonly load: LoadScreen;
  /** Resource and action that the person needs. */
  readonly needs?: readonly [resource: string, action: string];
  /** Entry of the menu: the group, the icon and the key of the label. */
  readonly menu?: { readonly group: string; readonly icon: SvgIconComponent; readonly label: string };
  /** The record type of a generic screen. */
  readonly screens?: RecordScreens;
}

const list: LoadScreen = () => import('./records/list/record-list');
const page: LoadScreen = () => import('./records/page/record-page');
const create: LoadScreen = () => import('./records/create/record-create');

/** Every screen of the UI, one line each. Record types have three generic screens. */
export const SCREENS: readonly ScreenRoute[] = [
  { path: '/', load: () => import('./start-screen') },
  ...RECORD_TYPES.flatMap((screens): ScreenRoute[] => {
    const { resource, icon } = screens;
    const menu = { group: 'records', icon, label: `records.${resource}.many` };
    return [
      { path: `/${resource}`, load: list, needs: [resource, 'read'], menu, screens },
      { path: `/${resource}/create`, load: create, needs: [resource, 'create'], screens },
      { path: `/${resource}/:id/:tab?`, load: page, needs: [resource, 'read'], screens },
    ];
  }),
  { path: '/profile/:tab?', load: () => import('./profile/profile-page') },
  { path: '/settings', load: () => import('./settings/start') },
  ...SETTINGS,
];
