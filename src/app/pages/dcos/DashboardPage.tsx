import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { AllocationPanel } from '../../components/dashboard/AllocationPanel.tsx';
import { ComponentsPanel } from '../../components/dashboard/ComponentsPanel.tsx';
import { NodesPanel } from '../../components/dashboard/NodesPanel.tsx';
import { ServicesPanel } from '../../components/dashboard/ServicesPanel.tsx';
import { TasksPanel } from '../../components/dashboard/TasksPanel.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { Page } from '../../layouts/Page.tsx';
import { mesosFreshness, minuteQuery, summaryQuery, useSeenSamples } from '../../live/mesos-queries.ts';
import { joinedSamples, type Sample } from '../../live/samples.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { classNames } from '../../util/class-names.ts';

const NO_SAMPLES: Sample[] = [];

/** The cluster at a glance; every number leads to its list. */
export function DashboardPage() {
  const { dcos, common } = useMessages();
  const summary = useQuery(summaryQuery());
  const history = useQuery(minuteQuery);
  const seen = useSeenSamples();
  const samples = useMemo(() => joinedSamples(history.data ?? NO_SAMPLES, seen), [history.data, seen]);
  const freshness = useSyncExternalStore(mesosFreshness.subscribe, mesosFreshness.current);

  if (summary.isError && !summary.data) {
    return (
      <Page title={dcos.dashboard.title}>
        <ErrorState
          title={dcos.dashboard.cannotLoad}
          detail={summary.error.message}
          advice={common.failureAdvice}
          onRetry={() => void summary.refetch()}
        />
      </Page>
    );
  }
  return (
    <Page title={dcos.dashboard.title}>
      <div
        className={classNames(
          'grid grid-cols-1 gap-4 sm:grid-cols-2 xl:grid-cols-12',
          freshness.kind === 'reconnecting' && freshness.attempt > 1 && 'stale',
        )}
      >
        <AllocationPanel resource="cpus" summary={summary.data} samples={samples} />
        <AllocationPanel resource="mem" summary={summary.data} samples={samples} />
        <AllocationPanel resource="disk" summary={summary.data} samples={samples} />
        <NodesPanel summary={summary.data} samples={samples} />
        <TasksPanel summary={summary.data} />
        <ServicesPanel />
        <ComponentsPanel />
      </div>
    </Page>
  );
}
