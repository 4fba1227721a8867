import {
  Boxes,
  CalendarClock,
  ChartNoAxesCombined,
  Hexagon,
  Layers,
  LayoutGrid,
  LayoutList,
  ListTodo,
  type LucideIcon,
  MonitorCog,
  Network,
  Radio,
  Rocket,
  Server,
  Settings,
  Users,
  Waypoints,
} from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useMessages } from '../i18n/messages.ts';
import { uiConfigQuery } from '../live/ui-config.ts';
import { useHasMachines } from '../live/use-places.ts';
import { machinePaths } from '../machine-paths.ts';
import { paths } from '../paths.ts';
import { userPaths } from '../user-paths.ts';
import { classNames } from '../util/class-names.ts';
import { Logo } from './Logo.tsx';
import { useShellModal } from './shell-modal.ts';
import { lazyPart } from '../util/load-again.ts';

const DeploymentsBadge = lazyPart(async () => ({ default: (await import('./DeploymentsBadge.tsx')).DeploymentsBadge }));

interface Entry {
  to: string;
  label: string;
  Icon: LucideIcon;
  /** Where the entry is the current one, if not at its address and below. */
  isAt?: (pathname: string) => boolean;
  badge?: boolean;
}

/** Lists of groups and the dialogs over them have addresses beside that of the whole list. */
const isAtApplications = (pathname: string): boolean => /^\/marathon(?!\/deployments)/.test(pathname);

/** Chronos' pages are below one place, whatever is over the list. */
const isAtJobs = (pathname: string): boolean => pathname.startsWith('/service/chronos');

const ENTRY = 'flex h-9 shrink-0 items-center [@media(max-height:52rem)]:h-8 gap-3 rounded-md px-2.5 text-sm font-medium transition-colors';

interface Section {
  title?: string;
  entries: Entry[];
}

/** Only what has a page is in it. */
function useSections(): Section[] {
  const { links, groups } = useMessages().shell;
  const hasMachines = useHasMachines();
  const managesUsers = useQuery(uiConfigQuery).data?.user?.role === 'admin';
  return [
    {
      entries: [
        { to: paths.dashboard(), label: links.dashboard, Icon: ChartNoAxesCombined },
        { to: paths.services(), label: links.services, Icon: Layers },
        { to: paths.jobs(), label: links.jobs, Icon: CalendarClock, isAt: isAtJobs },
        { to: paths.catalog(), label: links.catalog, Icon: LayoutList },
      ],
    },
    {
      title: groups.resources,
      entries: [
        { to: paths.nodes(), label: links.nodes, Icon: Server },
        { to: paths.tasks(), label: links.tasks, Icon: ListTodo },
        ...(hasMachines
          ? [
              { to: machinePaths.machines(), label: links.machines, Icon: MonitorCog },
              { to: paths.network(), label: links.network, Icon: Waypoints },
            ]
          : []),
      ],
    },
    {
      title: groups.system,
      entries: [
        { to: paths.cluster(), label: links.cluster, Icon: Network },
        { to: paths.components(), label: links.components, Icon: LayoutGrid },
        { to: paths.events(), label: links.events, Icon: Radio },
        { to: paths.mesos(), label: links.mesos, Icon: Hexagon },
        ...(managesUsers ? [{ to: userPaths.users(), label: links.users, Icon: Users }] : []),
      ],
    },
    {
      title: groups.marathon,
      entries: [
        { to: paths.marathon.apps(), label: links.applications, Icon: Boxes, isAt: isAtApplications },
        { to: paths.marathon.deployments(), label: links.deployments, Icon: Rocket, badge: true },
      ],
    },
  ];
}

/** The sidebar. */
export function Navigation() {
  const { shell } = useMessages();
  const sections = useSections();
  return (
    <nav
      aria-label={shell.navigation}
      className="flex h-full flex-col gap-5 overflow-y-auto [@media(max-height:52rem)]:gap-3 bg-sidebar px-3 py-3 text-sidebar-text"
    >
      <Logo />
      {sections.map((section) => (
        <div key={section.title ?? ''} className="flex flex-col gap-0.5">
          {section.title !== undefined && <p className="px-2.5 pb-1 text-xs font-medium text-sidebar-muted">{section.title}</p>}
          {section.entries.map((entry) => (
            <EntryLink key={entry.to} entry={entry} />
          ))}
        </div>
      ))}
      <SettingsButton />
    </nav>
  );
}

function EntryLink({ entry: { to, label, Icon, isAt, badge } }: { entry: Entry }) {
  const { pathname } = useLocation();
  return (
    <NavLink
      to={to}
      className={({ isActive }) =>
        classNames(ENTRY, isActive || isAt?.(pathname) ? 'bg-sidebar-active text-white' : 'hover:bg-sidebar-hover hover:text-white')
      }
    >
      <Icon aria-hidden size={17} />
      {label}
      {badge && (
        <Suspense>
          <DeploymentsBadge />
        </Suspense>
      )}
    </NavLink>
  );
}

function SettingsButton() {
  const { shell } = useMessages();
  const { open } = useShellModal();
  return (
    <button type="button" onClick={() => open('settings')} className={classNames(ENTRY, 'mt-auto hover:bg-sidebar-hover hover:text-white')}>
      <Settings aria-hidden size={17} />
      {shell.settings}
    </button>
  );
}
