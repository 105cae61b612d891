import { lazy, Suspense, useEffect, useState } from 'react';
import { useStore } from 'react-admin';
import { useLocation, useNavigate } from 'react-router-dom';
import { useAccess } from '../api/access';
import { RECORD_TYPES } from '../records';
import { SCREENS } from '../screens';

const ShortcutsDialog = lazy(() => import('./shortcuts-dialog'));

/** Second key after `g`, by the path of the screen. */
const KEYS: Readonly<Record<string, string>> = {
  '/': 'h',
  '/agenda': 'a',
  '/leads': 'l',
  '/contacts': 'c',
  '/companies': 'o',
  '/deals': 'd',
  '/board': 'b',
  '/forecast': 'f',
  '/activities': 't',
  '/settings': 's',
};
const SECOND_KEY_MS = 1_500;

export interface Destination {
  readonly key: string;
  readonly path: string;
  readonly label: string;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
const isDialogOpen = (): boolean => document.querySelector('[role=dialog], [role=menu], [role=listbox]') !== null;

/** Whether single keys are shortcuts. A person can turn them off, because speech input and tremor press keys by chance. */
export const useAreShortcutsOn = () => useStore<boolean>('shortcuts', true);

/** Returns the screens with a shortcut that the person may open. */
export function useDestinations(): readonly Destination[] {
  const { can } = useAccess();
  return SCREENS.flatMap(({ path, menu, needs }) => {
    const key = KEYS[path];
    return key && menu && (!needs || can(...needs)) ? [{ key, path, label: menu.label }] : [];
  });
}

/** Keyboard: `?` lists the shortcuts, `g` and a letter opens a screen, `c` creates a record. */
export function Shortcuts() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { can } = useAccess();
  const destinations = useDestinations();
  const [areOn] = useAreShortcutsOn();
  const [isHelpOpen, setHelpOpen] = useState(false);
  useEffect(() => {
    let lastG = -Infinity;
    const create = () => {
      const type = RECORD_TYPES.find(({ resource }) => pathname.split('/')[1] === resource);
      if (type && can(type.resource, 'create')) void navigate(`/${type.resource}/create`);
      else document.querySelector<HTMLElement>('[aria-keyshortcuts="c"]')?.click();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (isTyping(event.target) || isDialogOpen()) return;
      const isSecond = event.timeStamp - lastG < SECOND_KEY_MS;
      lastG = -Infinity;
      if (event.key === '?') setHelpOpen(true);
      else if (!areOn) return;
      else if (isSecond) {
        const found = destinations.find(({ key }) => key === event.key);
        if (!found) return;
        void navigate(found.path);
      } else if (event.key === 'g') lastG = event.timeStamp;
      else if (event.key === 'c') create();
      else return;
      event.preventDefault();
    };
    globalThis.addEventListener('keydown', onKeyDown);
    return () => globalThis.removeEventListener('keydown', onKeyDown);
  }, [areOn, can, destinations, navigate, pathname]);
  return <Suspense>{isHelpOpen && <ShortcutsDialog onClose={() => setHelpOpen(false)} />}</Suspense>;
}
