import { Suspense } from 'react';
import { AllocationPanel } from '../../components/dashboard/AllocationPanel.tsx';
import { FailuresPanel } from '../../components/dashboard/FailuresPanel.tsx';
import { LoadingPanel } from '../../components/dashboard/LoadingPanel.tsx';
import { NodesPanel } from '../../components/dashboard/NodesPanel.tsx';
import { SpanChoice } from '../../components/dashboard/SpanChoice.tsx';
import { TasksPanel } from '../../components/dashboard/TasksPanel.tsx';
import { useDashboard } from '../../components/dashboard/use-dashboard.ts';
import { useDashboardWords } from '../../i18n/dashboard-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Page } from '../../layouts/Page.tsx';
import { paths } from '../../paths.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { classNames } from '../../util/class-names.ts';
import { lazyPart } from '../../util/load-again.ts';

// The lists are below the numbers, and come after them.
const ServicesPanel = lazyPart(async () => ({ default: (await import('../../components/dashboard/ServicesPanel.tsx')).ServicesPanel }));
const ComponentsPanel = lazyPart(async () => ({
  default: (await import('../../components/dashboard/ComponentsPanel.tsx')).ComponentsPanel,
}));

/** The cluster at a glance; every number leads to its list. */
export function DashboardPage() {
  const words = useDashboardWords();
  const { common } = useMessages();
  const view = useDashboard();
  if (view.error) {
    return (
      <Page title={words.title}>
        <ErrorState title={words.cannotLoad} detail={view.error.message} advice={common.failureAdvice} onRetry={view.retry} />
      </Page>
    );
  }
  return (
    <Page title={words.title} actions={<SpanChoice span={view.span} />}>
      <div className={classNames('grid grid-cols-1 gap-4 sm:grid-cols-2 xl:grid-cols-6', view.stale && 'stale')}>
        <AllocationPanel resource="cpus" view={view} />
        <AllocationPanel resource="mem" view={view} />
        <AllocationPanel resource="disk" view={view} />
        <NodesPanel view={view} />
        <TasksPanel view={view} />
        <FailuresPanel view={view} />
        <Suspense fallback={<LoadingPanel wide title={words.services} to={paths.services()} />}>
          <ServicesPanel />
        </Suspense>
        <Suspense fallback={<LoadingPanel wide title={words.components} to={paths.components()} />}>
          <ComponentsPanel />
        </Suspense>
      </div>
    </Page>
  );
}
