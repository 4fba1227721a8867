import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { useNodesWords } from '../../i18n/nodes-words.ts';
import type { NodeSummary } from '../../live/cluster-summary.ts';
import type { MachineDescription } from '../../live/machines-query.ts';
import { type Agent, agentQuery } from '../../live/mesos-agents.ts';
import { machinePaths } from '../../machine-paths.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { Fact, FactCard } from '../../ui/FactCard.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { QuantityTable } from '../mesos/QuantityTable.tsx';
import { NodeState } from './NodeState.tsx';

/** What an agent is: identity, attributes, reservations. */
export function NodeFacts({ node, machine }: { node: NodeSummary; machine: MachineDescription | undefined }) {
  const { agent: mesos } = useMesosWords();
  const agent = useQuery(agentQuery(node.id)).data;
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Identity node={node} machine={machine} agent={agent ?? undefined} />
      {agent && (
        <section className="flex flex-col gap-2 rounded-xl border border-line bg-surface p-4">
          <h2 className="font-semibold">{mesos.reservations}</h2>
          <QuantityTable
            title={mesos.reservations}
            rows={agent.reservations.map(({ role, total }) => ({ label: role ?? mesos.unreserved, quantities: total }))}
          />
        </section>
      )}
    </div>
  );
}

interface IdentityProps {
  node: NodeSummary;
  machine: MachineDescription | undefined;
  agent: Agent | undefined;
}

function Identity({ node, machine, agent }: IdentityProps) {
  const { facts, node: words } = useNodesWords();
  const attributes = Object.entries(node.attributes);
  return (
    <FactCard title={words.details}>
      <Fact name={facts.state}>
        <NodeState state={node.state} />
      </Fact>
      <Fact name={facts.host}>{node.hostname}</Fact>
      {machine && (
        <Fact name={facts.machine}>
          <TextLink to={machinePaths.machines()}>{machine.name}</TextLink>
        </Fact>
      )}
      <Fact name={words.id}>
        <span className="font-mono text-xs wrap-anywhere">{node.id}</span>
      </Fact>
      {agent && (
        <Fact name="PID">
          <span className="font-mono text-xs wrap-anywhere">{agent.pid}</span>
        </Fact>
      )}
      <Fact name={words.registered}>
        <RelativeTime at={node.registeredAt} />
      </Fact>
      {agent?.reregisteredAt !== undefined && (
        <Fact name={facts.reregistered}>
          <RelativeTime at={agent.reregisteredAt} />
        </Fact>
      )}
      <Fact name={words.version}>{node.version}</Fact>
      <Fact name={words.attributes}>
        {attributes.length === 0 && <span className="text-muted">{words.noAttributes}</span>}
        {attributes.map(([key, value]) => (
          <span key={key} className="rounded-md bg-hover px-1.5 font-mono text-xs leading-5">
            {key}: {value}
          </span>
        ))}
      </Fact>
      <Fact name={facts.mesos}>
        <TextLink to={mesosPaths.agent(node.id)}>{facts.mesosPage}</TextLink>
      </Fact>
    </FactCard>
  );
}

function TextLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="text-accent hover:underline">
      {children}
    </Link>
  );
}
