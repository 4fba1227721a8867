import { useQuery } from '@tanstack/react-query';
import { CalendarClock } from 'lucide-react';
import { useMemo } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { maintenanceColumns } from '../../components/mesos/maintenance-columns.tsx';
import { SearchableTable } from '../../components/mesos/SearchableTable.tsx';
import { maintenanceFields } from '../../components/mesos/table-fields.ts';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { machineName, type MaintenanceRow, maintenanceQuery } from '../../live/mesos-maintenance.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { keepingSearch } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

const SOONEST_FIRST = { id: 'begin', descending: false };
const rowKey = ({ machine }: MaintenanceRow): string => machineName(machine);

/** When which machines are away, and which are down now. */
export function MaintenancePage() {
  const words = useMesosWords();
  const { maintenance: own } = words;
  const maintenance = useQuery(maintenanceQuery);
  const columns = useMemo(() => maintenanceColumns(words), [words]);
  const navigate = useNavigate();
  const { search } = useLocation();
  const schedule = () => void navigate(keepingSearch(mesosPaths.maintenanceDialog('schedule'), search), { preventScrollReset: true });
  return (
    <Page title={own.title} hideHeader>
      <SearchableTable
        title={own.schedule}
        name="maintenance"
        extra={
          <Button variant="primary" size="sm" onClick={schedule}>
            {own.add}
          </Button>
        }
        columns={columns}
        rows={maintenance.data?.rows}
        rowKey={rowKey}
        fields={maintenanceFields}
        initialSort={SOONEST_FIRST}
        failure={maintenance.error}
        onRetry={() => void maintenance.refetch()}
        empty={
          <EmptyState icon={<CalendarClock aria-hidden size={28} />} title={own.none}>
            {own.noneHint}
          </EmptyState>
        }
      />
      <Outlet />
    </Page>
  );
}
