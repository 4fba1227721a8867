import { useQuery } from '@tanstack/react-query';
import { Menu as MenuIcon } from 'lucide-react';
import { Suspense } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { clusterNameQuery } from '../live/cluster-name.ts';
import { machinesQuery } from '../live/machines-query.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { lazyPart } from '../util/load-again.ts';
import { FreshnessIndicator } from './FreshnessIndicator.tsx';
import { HelpMenu } from './HelpMenu.tsx';
import { ReadOnlyMark } from './ReadOnlyMark.tsx';
import { PaletteButton } from './PaletteButton.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';

const UserMenu = lazyPart(async () => ({ default: (await import('./UserMenu.tsx')).UserMenu }));

export function Header({ onOpenNavigation, busy }: { onOpenNavigation: () => void; busy: boolean }) {
  const { shell } = useMessages();
  const machines = useQuery(machinesQuery);
  // the local cluster's own description has its name; other clusters are asked
  const name = useQuery({ ...clusterNameQuery, enabled: machines.data === null });
  const cluster = machines.data?.name ?? name.data;
  return (
    <header className="relative flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-3 sm:px-5">
      <span className="lg:hidden">
        <IconButton label={shell.openNavigation} tooltip={false} onClick={onOpenNavigation}>
          <MenuIcon aria-hidden size={18} />
        </IconButton>
      </span>
      <span className="mr-auto min-w-0 truncate font-medium">{cluster ?? ' '}</span>
      <ReadOnlyMark />
      <PaletteButton />
      <FreshnessIndicator />
      <ThemeMenu />
      <HelpMenu />
      <Suspense>
        <UserMenu />
      </Suspense>
      {busy && <span aria-hidden className="absolute inset-x-0 -bottom-px h-0.5 animate-pulse bg-accent" />}
    </header>
  );
}
