import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { agentsQuery, sumOf } from '../../live/mesos-agents.ts';
import { masterQuery } from '../../live/mesos-operator.ts';
import { addQuantities, withoutQuantities } from '../../live/mesos-quantities.ts';
import { summaryQuery } from '../../live/mesos-queries.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Fact, FactCard } from '../../ui/FactCard.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { QuantityTable } from './QuantityTable.tsx';

/** The facts of Mesos' own first page: who leads, and what the cluster has and does. */
export function MasterFacts() {
  const words = useMesosWords();
  const { common } = useMessages();
  const master = useQuery(masterQuery);
  if (master.isError && master.data === undefined) {
    return (
      <ErrorState
        title={words.cannotLoad(words.title)}
        detail={master.error.message}
        advice={common.failureAdvice}
        onRetry={() => void master.refetch()}
      />
    );
  }
  return (
    <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      <MasterCard />
      <CountsCard />
      <ResourcesCard />
    </div>
  );
}

function MasterCard() {
  const { overview: words, title } = useMesosWords();
  const master = useQuery(masterQuery).data;
  const cluster = useQuery(summaryQuery()).data?.name;
  if (!master) return <Skeleton className="h-40" />;
  return (
    <FactCard title={title}>
      <Fact name={words.cluster}>{cluster ?? words.unnamed}</Fact>
      <Fact name={words.leader}>{master.address}</Fact>
      <Fact name={words.version}>{master.version}</Fact>
      <Fact name={words.built}>
        <RelativeTime at={master.builtAt} />
        {master.builtBy !== undefined && <span className="text-muted">{words.builtBy(master.builtBy)}</span>}
      </Fact>
      <Fact name={words.started}>
        <RelativeTime at={master.startedAt} />
      </Fact>
      <Fact name={words.elected}>
        <RelativeTime at={master.electedAt} />
      </Fact>
      <Fact name={words.masterId}>
        <span className="font-mono text-xs">{master.id}</span>
      </Fact>
    </FactCard>
  );
}

function CountsCard() {
  const { overview: words } = useMesosWords();
  const summary = useQuery(summaryQuery()).data;
  if (!summary) return <Skeleton className="h-40" />;
  const { taskKinds } = words;
  const kinds = Object.keys(taskKinds) as (keyof typeof taskKinds)[];
  return (
    <section className="rounded-xl border border-line bg-surface p-4">
      <h2 className="pb-1 font-semibold">
        <Link to={mesosPaths.agents()} className="hover:text-accent">
          {words.agents}
        </Link>
      </h2>
      <dl>
        <Count name={words.agentKinds.activated} count={summary.connectedNodes} />
        <Count name={words.agentKinds.deactivated} count={summary.nodes.length - summary.connectedNodes} />
      </dl>
      <h2 className="pt-3 pb-1 font-semibold">{words.tasks}</h2>
      <dl>
        {kinds.map((kind) => (
          <Count key={kind} name={taskKinds[kind]} count={summary.tasks[kind]} />
        ))}
      </dl>
    </section>
  );
}

function Count({ name, count }: { name: string; count: number }) {
  return (
    <div className="flex justify-between border-t border-line py-1 first:border-t-0">
      <dt className="text-muted">{name}</dt>
      <dd className="tabular-nums">{count}</dd>
    </div>
  );
}

function ResourcesCard() {
  const { overview: words } = useMesosWords();
  const agents = useQuery(agentsQuery).data;
  if (!agents) return <Skeleton className="h-40" />;
  const total = sumOf(agents, (agent) => agent.total);
  const allocated = sumOf(agents, (agent) => agent.used);
  const offered = sumOf(agents, (agent) => agent.offered);
  const { rows } = words;
  return (
    <section className="rounded-xl border border-line bg-surface p-4">
      <h2 className="pb-2 font-semibold">{words.resources}</h2>
      <QuantityTable
        title={words.resources}
        rows={[
          { label: rows.total, quantities: total },
          { label: rows.allocated, quantities: allocated },
          { label: rows.offered, quantities: offered },
          { label: rows.idle, quantities: withoutQuantities(total, addQuantities(allocated, offered)) },
        ]}
      />
    </section>
  );
}
