import { callsOf } from '../../data/calls';
import type { RecordTab } from '../record-screens';

const has = (call: 'getTimeline' | 'getHistory') => (screens: { resource: string }) =>
  callsOf(screens.resource)[call] !== undefined;

/** Tabs of every record page, one line each. Tabs of one type are in its own file. */
export const TABS: readonly RecordTab[] = [
  { name: 'timeline', isShown: has('getTimeline'), load: () => import('./timeline-tab') },
  { name: 'history', isShown: has('getHistory'), load: () => import('./history-tab') },
];
