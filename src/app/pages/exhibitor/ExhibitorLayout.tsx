import { Outlet } from 'react-router';
import { exhibitorPaths } from '../../exhibitor-paths.ts';
import { useExhibitorWords } from '../../i18n/exhibitor-words.ts';
import { TabLinks } from '../../ui/TabLinks.tsx';

/** Around every page of Exhibitor: its tabs, as Exhibitor has them. */
export function ExhibitorLayout() {
  const { tabs } = useExhibitorWords();
  return (
    <div className="flex min-h-full flex-col">
      <div className="px-4 pt-2 sm:px-6">
        <TabLinks
          label={tabs.label}
          tabs={[
            { to: exhibitorPaths.servers(), label: tabs.servers },
            { to: exhibitorPaths.explorer(), label: tabs.explorer },
            { to: exhibitorPaths.configuration(), label: tabs.configuration },
          ]}
        />
      </div>
      <div className="min-h-0 flex-1">
        <Outlet />
      </div>
    </div>
  );
}
