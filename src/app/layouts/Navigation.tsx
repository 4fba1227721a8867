import { Boxes, ChartNoAxesCombined, Hexagon, Layers, LayoutGrid, type LucideIcon, Rocket, Server } from 'lucide-react';
import { NavLink } from 'react-router';
import { useMessages } from '../i18n/messages.ts';
import { paths } from '../paths.ts';
import { classNames } from '../util/class-names.ts';
import { Logo } from './Logo.tsx';

interface Entry {
  to: string;
  label: string;
  Icon: LucideIcon;
}

/** The sidebar. Only what has a page is in it. */
export function Navigation() {
  const { shell } = useMessages();
  const { links, groups } = shell;
  const sections: { title?: string; entries: Entry[] }[] = [
    {
      entries: [
        { to: paths.dashboard(), label: links.dashboard, Icon: ChartNoAxesCombined },
        { to: paths.services(), label: links.services, Icon: Layers },
      ],
    },
    { title: groups.resources, entries: [{ to: paths.nodes(), label: links.nodes, Icon: Server }] },
    {
      title: groups.system,
      entries: [
        { to: paths.components(), label: links.components, Icon: LayoutGrid },
        { to: paths.mesos(), label: links.mesos, Icon: Hexagon },
      ],
    },
    {
      title: groups.marathon,
      entries: [
        { to: paths.marathon.apps(), label: links.applications, Icon: Boxes },
        { to: paths.marathon.deployments(), label: links.deployments, Icon: Rocket },
      ],
    },
  ];
  return (
    <nav aria-label={shell.navigation} className="flex h-full flex-col gap-5 overflow-y-auto bg-sidebar px-3 py-3 text-sidebar-text">
      <Logo />
      {sections.map((section) => (
        <div key={section.title ?? ''} className="flex flex-col gap-0.5">
          {section.title !== undefined && <p className="px-2.5 pb-1 text-xs font-medium text-sidebar-muted">{section.title}</p>}
          {section.entries.map(({ to, label, Icon }) => (
            <NavLink
              key={to}
              to={to}
              className={({ isActive }) =>
                classNames(
                  'flex h-9 items-center gap-3 rounded-md px-2.5 text-sm font-medium transition-colors',
                  isActive ? 'bg-sidebar-active text-white' : 'hover:bg-sidebar-hover hover:text-white',
                )
              }
            >
              <Icon aria-hidden size={17} />
              {label}
            </NavLink>
          ))}
        </div>
      ))}
    </nav>
  );
}
