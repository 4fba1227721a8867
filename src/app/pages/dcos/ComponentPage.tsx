import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { HealthNode } from '../../../api/dcos/health.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Page } from '../../layouts/Page.tsx';
import { unitNodesQuery, unitOnNodeQuery, unitQuery } from '../../live/health-queries.ts';
import { healthTone, healthWord } from '../../live/health-words.ts';
import { paths } from '../../paths.ts';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatusText } from '../../ui/StatusText.tsx';

/** One component: the nodes that have it, and what it last wrote where it is not well. */
export function ComponentPage() {
  const { dcos, common } = useMessages();
  const unitId = useParams()['unitId'] ?? '';
  const unit = useQuery(unitQuery(unitId));
  const nodes = useQuery(unitNodesQuery(unitId));
  const error = unit.error ?? nodes.error;
  return (
    <Page
      title={unit.data?.name ?? unitId}
      crumbs={[{ label: dcos.components.title, to: paths.components() }]}
      below={
        unit.data && (
          <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted">
            <StatusText tone={healthTone(unit.data.health)}>{healthWord(unit.data.health, dcos.health)}</StatusText>
            <span>{unit.data.description}</span>
            <span className="font-mono text-xs leading-5">{unit.data.id}</span>
          </p>
        )
      }
    >
      {error && !nodes.data ? (
        <ErrorState
          title={dcos.components.cannotLoad}
          detail={error.message}
          advice={common.failureAdvice}
          onRetry={() => void nodes.refetch()}
        />
      ) : (
        <ul aria-label={dcos.components.nodes} className="divide-y divide-line rounded-lg border border-line bg-surface">
          {nodes.isPending && (
            <li className="p-4">
              <Skeleton />
            </li>
          )}
          {nodes.data?.length === 0 && (
            <li>
              <EmptyState title={dcos.components.noNodes} />
            </li>
          )}
          {nodes.data?.map((node) => (
            <UnitOnNode key={node.host_ip} unitId={unitId} node={node} />
          ))}
        </ul>
      )}
    </Page>
  );
}

/** Opens to the component's output there, which is read only then. */
function UnitOnNode({ unitId, node }: { unitId: string; node: HealthNode }) {
  const { components, health } = useMessages().dcos;
  return (
    <li>
      <details className="group">
        <summary className="grid grid-cols-[1fr_auto] items-center gap-3 rounded-lg px-4 py-2.5 hover:bg-hover sm:grid-cols-[1fr_1fr_8rem]">
          <span className="font-medium">{node.host_ip}</span>
          <span className="text-muted max-sm:hidden">{components.roles[node.role]}</span>
          <StatusText tone={healthTone(node.health)}>{healthWord(node.health, health)}</StatusText>
        </summary>
        <div className="px-4 pb-4">
          <UnitOutput unitId={unitId} host={node.host_ip} />
        </div>
      </details>
    </li>
  );
}

function UnitOutput({ unitId, host }: { unitId: string; host: string }) {
  const { components } = useMessages().dcos;
  const output = useQuery(unitOnNodeQuery(unitId, host));
  if (output.isPending) return <Skeleton />;
  if (output.error) return <p className="text-danger">{output.error.message}</p>;
  if (output.data.output === '') return <p className="text-muted">{components.noOutput}</p>;
  return <CodeBlock label={components.output(host)} code={output.data.output} />;
}
