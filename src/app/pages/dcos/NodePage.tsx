import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useParams } from 'react-router';
import { AgentMenu } from '../../components/mesos/AgentMenu.tsx';
import { machineOfAgent } from '../../components/mesos/machine-of-agent.ts';
import { NodeFacts } from '../../components/nodes/NodeFacts.tsx';
import { NodeHealth } from '../../components/nodes/NodeHealth.tsx';
import { NodeState } from '../../components/nodes/NodeState.tsx';
import { NodeTasks } from '../../components/nodes/NodeTasks.tsx';
import { NodeUsage } from '../../components/nodes/NodeUsage.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useNodesWords } from '../../i18n/nodes-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { activeTasks, type NodeSummary } from '../../live/cluster-summary.ts';
import { type MachineDescription, machinesQuery } from '../../live/machines-query.ts';
import { agentQuery } from '../../live/mesos-agents.ts';
import { summaryQuery } from '../../live/mesos-queries.ts';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TabLinks } from '../../ui/TabLinks.tsx';

/** One agent: what it has, what runs on it, how its components are. */
export function NodePage() {
  const { dcos, common } = useMessages();
  const { node: words, list } = useNodesWords();
  const agentId = useParams()['agentId'] ?? '';
  const summary = useQuery(summaryQuery());
  const machines = useQuery(machinesQuery);
  const node = summary.data?.nodes.find(({ id }) => id === agentId);
  const machine = machines.data?.machines.find((each) => each.agentId === agentId);
  const title = machine?.name ?? node?.hostname ?? agentId;
  const crumbs = [{ label: dcos.nodes.title, to: paths.nodes() }];
  if (node) return <KnownNode node={node} machine={machine} title={title} crumbs={crumbs} />;
  return (
    <Page title={title} crumbs={crumbs}>
      {summary.isPending && <Skeleton className="h-40" />}
      {summary.isError && !summary.data && (
        <ErrorState
          title={list.cannotLoad}
          detail={summary.error.message}
          advice={common.failureAdvice}
          onRetry={() => void summary.refetch()}
        />
      )}
      {summary.data && (
        <EmptyState title={words.unknown} action={<ButtonLink to={paths.nodes()}>{words.toNodes}</ButtonLink>}>
          {words.unknownAdvice}
        </EmptyState>
      )}
    </Page>
  );
}

interface KnownNodeProps {
  node: NodeSummary;
  machine: MachineDescription | undefined;
  title: string;
  crumbs: { label: string; to: string }[];
}

function KnownNode({ node, machine, title, crumbs }: KnownNodeProps) {
  const { tabs, list } = useNodesWords();
  const { pathname } = useLocation();
  const own = paths.node(node.id);
  const tab = /\/(?:health|details)$/.exec(pathname)?.[0];
  return (
    <Page
      title={title}
      crumbs={crumbs}
      actions={<AgentMenu agent={node} />}
      below={
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted">
          <NodeState state={node.state} />
          <span>{node.isPublic ? list.types.public : list.types.private}</span>
          <span>{node.hostname}</span>
        </p>
      }
    >
      <NodeUsage node={node} />
      <TabLinks
        label={tabs.label}
        tabs={[
          { to: own, label: tabs.tasks, badge: activeTasks(node.tasks), end: true },
          { to: `${own}/health`, label: tabs.health },
          { to: `${own}/details`, label: tabs.details },
        ]}
      />
      {tab === undefined && <NodeTasks node={node} />}
      {tab === '/health' && <HealthOfNode node={node} machine={machine} />}
      {tab === '/details' && <NodeFacts node={node} machine={machine} />}
      <Outlet />
    </Page>
  );
}

/** 3dt knows a node by the address of its machine, which the agent's pid has. */
function HealthOfNode({ node, machine }: Pick<KnownNodeProps, 'node' | 'machine'>) {
  const agent = useQuery(agentQuery(node.id));
  const ip = machine?.ip ?? (agent.data ? (machineOfAgent(agent.data).ip ?? node.hostname) : undefined);
  return ip === undefined ? <Skeleton className="h-40" /> : <NodeHealth ip={ip} />;
}
