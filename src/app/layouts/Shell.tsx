import { Suspense, useRef, useState } from 'react';
import { Outlet, useLocation, useNavigation } from 'react-router';
import { useMessages } from '../i18n/messages.ts';
import { useActionsOff } from '../live/use-actions-off.ts';
import { useIsStale } from '../live/use-sources.ts';
import { LoadingPage } from '../pages/LoadingPage.tsx';
import { ActionsOffContext } from '../util/actions-off.ts';
import { classNames } from '../util/class-names.ts';
import { ScrollParentContext } from '../util/scroll-parent.ts';
import { Header } from './Header.tsx';
import { Navigation } from './Navigation.tsx';
import { useShellModal } from './shell-modal.ts';
import { SimulationBanner } from './SimulationBanner.tsx';
import { useDisplayKey } from './use-display-key.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import { lazyPart } from '../util/load-again.ts';

const KeyboardShortcuts = lazyPart(async () => ({ default: (await import('./KeyboardShortcuts.tsx')).KeyboardShortcuts }));
const ShellDialogs = lazyPart(async () => ({ default: (await import('./ShellDialogs.tsx')).ShellDialogs }));
const NavigationDrawer = lazyPart(async () => ({ default: (await import('./NavigationDrawer.tsx')).NavigationDrawer }));

/** What stays around every page: navigation, header, notices. */
export function Shell() {
  const { shell } = useMessages();
  const main = useRef<HTMLElement>(null);
  useKeptScroll(main);
  // The drawer belongs to the place where it was opened: any navigation closes it.
  const [drawerAt, setDrawerAt] = useState<string>();
  const { key } = useLocation();
  const { modal } = useShellModal();
  const display = useDisplayKey();
  const actionsOff = useActionsOff();
  const stale = useIsStale();
  const busy = useNavigation().state !== 'idle';
  return (
    <div className="flex h-full">
      <a
        href="#content"
        className="sr-only z-80 rounded-md bg-accent-fill px-3 py-2 text-white focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {shell.skipToContent}
      </a>
      <div className="hidden w-56 shrink-0 lg:block">
        <Navigation />
      </div>
      {drawerAt === key && (
        <Suspense>
          <NavigationDrawer onClose={() => setDrawerAt(undefined)} />
        </Suspense>
      )}
      <div className="flex min-w-0 flex-1 flex-col">
        <Header onOpenNavigation={() => setDrawerAt(key)} busy={busy} />
        <main
          ref={main}
          id="content"
          tabIndex={-1}
          // what may be old has no colour: its states are those of some time ago
          className={classNames('relative min-h-0 flex-1 overflow-y-auto outline-hidden', stale && 'grayscale')}
        >
          <SimulationBanner />
          <ScrollParentContext value={main}>
            <ActionsOffContext value={actionsOff}>
              <Suspense fallback={<LoadingPage />}>
                <Outlet key={display} />
              </Suspense>
            </ActionsOffContext>
          </ScrollParentContext>
        </main>
      </div>
      <Suspense>
        <KeyboardShortcuts />
        {modal !== null && <ShellDialogs />}
      </Suspense>
    </div>
  );
}
