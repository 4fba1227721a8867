import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { healthTone, healthWord } from '../../live/health-words.ts';
import { useDashboardWords } from '../../i18n/dashboard-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { unitsQuery, worstFirst } from '../../live/health-queries.ts';
import { paths } from '../../paths.ts';
import { StatusText } from '../../ui/StatusText.tsx';
import { ApiError } from '../../util/http.ts';
import { Panel } from './Panel.tsx';
import { PanelList } from './PanelList.tsx';
import { Reason } from './Reason.tsx';

const SHOWN = 5;

/** The components that need a look first, with the reason. */
export function ComponentsPanel() {
  const words = useDashboardWords();
  const { health } = useMessages().dcos;
  const units = useQuery(unitsQuery);
  const absent = units.error instanceof ApiError && units.error.status === 404;
  const worst = worstFirst(units.data ?? []).slice(0, SHOWN);
  return (
    <Panel wide title={words.components} to={paths.components()}>
      <PanelList
        loading={units.isPending}
        error={units.data ? undefined : absent ? words.componentsAbsent : units.error?.message}
        empty={words.noComponents}
        more={{ to: paths.components(), label: words.viewAllComponents(units.data?.length ?? 0) }}
      >
        {worst.map((unit) => (
          <li key={unit.id}>
            <Link to={paths.component(unit.id)} className="block rounded-md px-1 py-2 hover:bg-hover">
              <span className="flex items-center justify-between gap-3">
                <span className="truncate font-medium">{unit.name}</span>
                <span className="flex shrink-0 text-muted">
                  <StatusText tone={healthTone(unit.health)}>{healthWord(unit.health, health)}</StatusText>
                </span>
              </span>
              {unit.reason !== undefined && <Reason since={unit.since}>{unit.reason}</Reason>}
            </Link>
          </li>
        ))}
      </PanelList>
    </Panel>
  );
}
