import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Outlet } from 'react-router';
import { useMessages } from '../../i18n/messages.ts';
import { Page } from '../../layouts/Page.tsx';
import { deploymentsQuery } from '../../live/marathon-queries.ts';
import type { Deployment } from '../../live/marathon-wire.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { deploymentColumns } from './parts/deployment-columns.tsx';

const deploymentId = (deployment: Deployment): string => deployment.id;

/** The deployments that are running, with their steps, and rolling one back. */
export function DeploymentsPage() {
  const { marathon } = useMessages();
  const { deployment: words } = marathon;
  const deployments = useQuery(deploymentsQuery);
  const columns = useMemo(() => deploymentColumns(words), [words]);
  const failed = deployments.isError && deployments.data === undefined;
  return (
    <Page title={marathon.deployments}>
      <DataTable
        label={words.label}
        columns={columns}
        rows={deployments.data}
        rowKey={deploymentId}
        stale={deployments.isError}
        empty={<EmptyState title={words.none}>{words.noneHint}</EmptyState>}
        error={
          failed ? (
            <ErrorState title={words.loadFailed} detail={deployments.error.message} onRetry={() => void deployments.refetch()} />
          ) : undefined
        }
      />
      <Outlet />
    </Page>
  );
}
