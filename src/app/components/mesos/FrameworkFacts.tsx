import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import type { Framework } from '../../live/mesos-frameworks.ts';
import { summaryQuery } from '../../live/mesos-queries.ts';
import { Fact, FactCard } from '../../ui/FactCard.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { StatusText } from '../../ui/StatusText.tsx';
import type { Tone } from '../../ui/tones.ts';
import { formatDuration } from '../../util/format.ts';
import { frameworkPage } from './framework-page.ts';
import { QuantityTable } from './QuantityTable.tsx';

const TONES: Record<Framework['state'], Tone> = { active: 'ok', inactive: 'warn', completed: 'idle' };

/** What a framework told the master about itself, and what it has. */
export function FrameworkFacts({ framework }: { framework: Framework }) {
  const words = useMesosWords();
  const { framework: own, columns } = words;
  const { state, capabilities } = framework;
  const activeTasks = useQuery(summaryQuery()).data?.activeByFramework[framework.id];
  const page = frameworkPage(framework);
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <FactCard title={own.facts}>
        <Fact name={columns.state}>
          <StatusText tone={TONES[state]} hint={state === 'inactive' ? own.inactiveHint : undefined}>
            {own.states[state]}
          </StatusText>
        </Fact>
        <Fact name={columns.id}>
          <span className="font-mono text-xs">{framework.id}</span>
        </Fact>
        <Fact name={words.frameworks.webUi}>
          {page === undefined ? (
            <span className="text-muted">–</span>
          ) : (
            <a href={page} className="inline-flex items-center gap-1 text-accent hover:underline">
              {own.openWebUi}
              <ExternalLink aria-hidden size={13} />
            </a>
          )}
        </Fact>
        <Fact name={columns.host}>{framework.host}</Fact>
        <Fact name={columns.user}>{framework.user}</Fact>
        <Fact name={columns.roles}>{framework.roles.join(', ')}</Fact>
        {framework.principal !== undefined && <Fact name={columns.principal}>{framework.principal}</Fact>}
      </FactCard>
      <FactCard title={words.overview.resources}>
        <dt className="sr-only">{words.overview.resources}</dt>
        <dd className="col-span-2">
          <QuantityTable
            title={words.overview.resources}
            rows={[
              { label: own.allocated, quantities: framework.allocated },
              { label: own.offered, quantities: framework.offered },
            ]}
          />
        </dd>
        {activeTasks !== undefined && <Fact name={columns.activeTasks}>{activeTasks}</Fact>}
        <Fact name={columns.registered}>
          <RelativeTime at={framework.registeredAt} />
        </Fact>
        {framework.reregisteredAt !== undefined && (
          <Fact name={columns.reregistered}>
            <RelativeTime at={framework.reregisteredAt} />
          </Fact>
        )}
        {framework.unregisteredAt !== undefined && (
          <Fact name={columns.unregistered}>
            <RelativeTime at={framework.unregisteredAt} />
          </Fact>
        )}
        <Fact name={own.failoverTimeout}>{formatDuration(framework.failoverTimeout * 1000)}</Fact>
        <Fact name={own.capabilities}>
          <span className="text-xs text-muted">{capabilities.length === 0 ? own.noCapabilities : capabilities.join(', ')}</span>
        </Fact>
      </FactCard>
    </div>
  );
}
