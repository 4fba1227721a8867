import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { usageQuery } from '../../live/agent-statistics.ts';
import type { Agent } from '../../live/mesos-agents.ts';
import { executorsQuery } from '../../live/mesos-executors.ts';
import { withoutQuantities } from '../../live/mesos-quantities.ts';
import { paths } from '../../paths.ts';
import { Fact, FactCard } from '../../ui/FactCard.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { measuredTotal } from './measured-total.ts';
import { QuantityTable } from './QuantityTable.tsx';

/** Identity, resources and reservations of an agent. */
export function AgentFacts({ agent }: { agent: Agent }) {
  const words = useMesosWords();
  const { agent: own, columns, overview } = words;
  const startedAt = useQuery(executorsQuery(agent.id)).data?.startedAt;
  const usage = useQuery(usageQuery(agent.id)).data;
  const attributes = Object.entries(agent.attributes);
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <FactCard title={own.facts}>
        <Fact name={columns.id}>
          <span className="font-mono text-xs">{agent.id}</span>
        </Fact>
        <Fact name="PID">
          <span className="font-mono text-xs">{agent.pid}</span>
        </Fact>
        <Fact name={overview.version}>{agent.version}</Fact>
        <Fact name={columns.registered}>
          <RelativeTime at={agent.registeredAt} />
        </Fact>
        {agent.reregisteredAt !== undefined && (
          <Fact name={columns.reregistered}>
            <RelativeTime at={agent.reregisteredAt} />
          </Fact>
        )}
        {startedAt !== undefined && (
          <Fact name={overview.started}>
            <RelativeTime at={startedAt} />
          </Fact>
        )}
        <Fact name={own.attributes}>
          {attributes.length === 0 && <span className="text-muted">{own.noAttributes}</span>}
          {attributes.map(([name, value]) => (
            <span key={name} className="rounded-md bg-hover px-1.5 font-mono text-xs leading-5">
              {name}: {value}
            </span>
          ))}
        </Fact>
        <Fact name="DC/OS">
          <Link to={paths.node(agent.id)} className="text-accent hover:underline">
            {own.node}
          </Link>
        </Fact>
      </FactCard>
      <section className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-4">
        <div>
          <h2 className="pb-2 font-semibold">{own.resources}</h2>
          <QuantityTable
            title={own.resources}
            rows={[
              { label: own.rows.used, quantities: usage && measuredTotal(usage) },
              { label: own.rows.allocated, quantities: agent.used },
              { label: own.rows.available, quantities: withoutQuantities(agent.total, agent.used) },
              { label: own.rows.total, quantities: agent.total },
            ]}
          />
        </div>
        <div>
          <h2 className="pb-2 font-semibold">{own.reservations}</h2>
          <QuantityTable
            title={own.reservations}
            rows={agent.reservations.map(({ role, total }) => ({ label: role ?? own.unreserved, quantities: total }))}
          />
        </div>
      </section>
    </div>
  );
}
