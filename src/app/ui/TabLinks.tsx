import { NavLink } from 'react-router';
import { classNames } from '../util/class-names.ts';

export interface TabLink {
  to: string;
  label: string;
  badge?: number | undefined;
  /** True where only the exact path counts as this tab, as for an index route. */
  end?: boolean;
}

/** Tabs that are routes: links with the current one marked, so they open in new windows and survive a reload. */
export function TabLinks({ tabs, label }: { tabs: TabLink[]; label: string }) {
  return (
    <nav aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line">
      {tabs.map((tab) => (
        <NavLink
          key={tab.to}
          to={tab.to}
          end={tab.end}
          className={({ isActive }) =>
            classNames(
              '-mb-px flex items-center gap-2 border-b-2 px-3 py-2 text-sm font-medium whitespace-nowrap -outline-offset-2',
              isActive ? 'border-accent text-accent' : 'border-transparent text-muted hover:text-text',
            )
          }
        >
          {tab.label}
          {tab.badge !== undefined && <span className="rounded-full bg-hover px-1.5 text-xs text-muted">{tab.badge}</span>}
        </NavLink>
      ))}
    </nav>
  );
}
