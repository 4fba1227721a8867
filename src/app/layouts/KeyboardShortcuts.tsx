import { useEffect, useEffectEvent, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { keepingSearch, marathonIdOf, paths } from '../paths.ts';
import { moveToRow } from './move-to-row.ts';
import { useShellModal } from './shell-modal.ts';
import { type Shortcut, shortcutOf, type Stroke } from './shortcuts.ts';

/** Listens to the keys of the whole window. Draws nothing. */
export function KeyboardShortcuts() {
  const run = useShortcut();
  const before = useRef<Stroke>(undefined);
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.key === 'Shift' || isCovered()) return;
    const { key, shiftKey: shift, ctrlKey, altKey, metaKey, timeStamp: at } = event;
    const command = (ctrlKey || metaKey) && !altKey;
    const stroke = { key, shift, command, modified: ctrlKey || altKey || metaKey, at };
    const shortcut = shortcutOf(stroke, before.current);
    // Who types means letters; who holds a key down wants to move on and on, but nothing else.
    if (isTyping(event.target) && shortcut !== 'palette') return;
    if (event.repeat && shortcut !== 'next-row' && shortcut !== 'previous-row') return;
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

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select, [contenteditable=true]') !== null;
}

/** Something lies over the page: a dialog, a menu. */
const isCovered = (): boolean => document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null;

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
    if (typeof shortcut === 'object') void navigate(shortcut.go);
    else if (shortcut === 'create') void navigate(keepingSearch(paths.marathon.create(group), kept));
    else if (shortcut === 'create-group') void navigate(keepingSearch(paths.marathon.createGroup(group), kept));
    else if (shortcut === 'edit' && app !== undefined) void navigate(paths.marathon.edit(app));
    else if (shortcut === 'search') document.querySelector<HTMLInputElement>('main input[type=search], main [data-page-filter]')?.focus();
    else if (shortcut === 'next-row') moveToRow(1);
    else if (shortcut === 'previous-row') moveToRow(-1);
    else if (shortcut === 'about' || shortcut === 'help' || shortcut === 'palette') open(shortcut);
  };
}
