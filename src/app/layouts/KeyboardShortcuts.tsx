import { useEffect, useEffectEvent, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { keepingSearch, marathonIdOf, paths } from '../paths.ts';
import { useShellModal } from './shell-modal.ts';
import { type Shortcut, shortcutOf, type Stroke } from './shortcuts.ts';

/** Listens to the keys of the whole window. Draws nothing. */
export function KeyboardShortcuts() {
  const run = useShortcut();
  const before = useRef<Stroke>(undefined);
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || isBusy(event.target)) return;
    if (event.key === 'Shift') return;
    const { key, shiftKey: shift, ctrlKey, altKey, metaKey, timeStamp: at } = event;
    const stroke = { key, shift, modified: ctrlKey || altKey || metaKey, at };
    const shortcut = shortcutOf(stroke, before.current);
    before.current = stroke;
    if (shortcut === undefined) return;
    // Else the key would be typed into the field that it leads to.
    event.preventDefault();
    before.current = undefined;
    run(shortcut);
  });
  useEffect(() => {
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return undefined;
}

/** Somebody is typing, or something lies over the page: a dialog, a menu. */
function isBusy(target: EventTarget | null): boolean {
  if (target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select, [contenteditable=true]')) return true;
  return document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null;
}

const GROUP_PAGE = /^\/marathon\/group\/([^/]+)/;
const APP_PAGE = /^\/marathon\/apps\/([^/]+)/;

function useShortcut(): (shortcut: Shortcut) => void {
  const navigate = useNavigate();
  const { open } = useShellModal();
  const { pathname, search } = useLocation();
  const idIn = (pattern: RegExp): string | undefined => {
    const segment = pattern.exec(pathname)?.[1];
    return segment === undefined ? undefined : marathonIdOf(decodeURIComponent(segment));
  };
  return (shortcut) => {
    const group = idIn(GROUP_PAGE) ?? '/';
    const kept = /^\/marathon\/(apps\/?$|group\/[^/]+\/?$)/.test(pathname) ? search : '';
    const app = idIn(APP_PAGE);
    if (shortcut === 'create') void navigate(keepingSearch(paths.marathon.create(group), kept));
    else if (shortcut === 'create-group') void navigate(keepingSearch(paths.marathon.createGroup(group), kept));
    else if (shortcut === 'applications') void navigate(paths.marathon.apps());
    else if (shortcut === 'deployments') void navigate(paths.marathon.deployments());
    else if (shortcut === 'edit' && app !== undefined) void navigate(paths.marathon.edit(app));
    else if (shortcut === 'search') document.querySelector<HTMLInputElement>('main input[type=search]')?.focus();
    else if (shortcut === 'about' || shortcut === 'help') open(shortcut);
  };
}
