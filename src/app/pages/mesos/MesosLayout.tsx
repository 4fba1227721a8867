import { Outlet } from 'react-router';
import { SavedViewsMenu } from '../../filters/SavedViewsMenu.tsx';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { TabLinks } from '../../ui/TabLinks.tsx';

/** Around every page of Mesos: the way from one to the other, where Mesos' own pages have it. */
export function MesosLayout() {
  const { tabs } = useMesosWords();
  return (
    <div className="flex min-h-full flex-col">
      <div className="flex items-center gap-2 px-4 pt-2 sm:px-6">
        <div className="min-w-0 flex-1">
          <TabLinks
            label={tabs.label}
            tabs={[
              { to: mesosPaths.overview(), label: tabs.overview },
              { to: mesosPaths.frameworks(), label: tabs.frameworks },
              { to: mesosPaths.agents(), label: tabs.agents },
              { to: mesosPaths.roles(), label: tabs.roles },
              { to: mesosPaths.offers(), label: tabs.offers },
              { to: mesosPaths.maintenance(), label: tabs.maintenance },
            ]}
          />
        </div>
        <SavedViewsMenu />
      </div>
      <div className="min-h-0 flex-1">
        <Outlet />
      </div>
    </div>
  );
}
