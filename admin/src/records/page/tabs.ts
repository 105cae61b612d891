import { callsOf } from '../../data/calls';
import type { RecordTab } from '../record-screens';

const has = (call: 'getTimeline' | 'getHistory' | 'findDuplicates') => (screens: { resource: string }) =>
  callsOf(screens.resource)[call] !== undefined;

/** Tabs of every record page, one line each. Tabs of one type are in its own file. */
export const TABS: readonly RecordTab[] = [
  { name: 'timeline', isShown: has('getTimeline'), load: () => import('./timeline-tab') },
  {
    name: 'related',
    isShown: ({ related = [] }) => related.length > 0,
    load: () => import('../../relations/related-tab'),
  },
  { name: 'duplicates', isShown: has('findDuplicates'), load: () => import('../../relations/duplicates-tab') },
  { name: 'history', isShown: has('getHistory'), load: () => import('./history-tab') },
  { name: 'access', load: () => import('../../relations/access-tab') },
];
