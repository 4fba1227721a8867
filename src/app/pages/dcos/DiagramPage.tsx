import { useQuery } from '@tanstack/react-query';
import { ArrowUp } from 'lucide-react';
import { NodeDiagram } from '../../components/machines/NodeDiagram.tsx';
import { useComponentsWords } from '../../i18n/components-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useUnitWords } from '../../i18n/unit-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { type MachineDescription, machinesQuery } from '../../live/machines-query.ts';
import { nodeTasksQuery } from '../../live/node-tasks.ts';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Select } from '../../ui/Select.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useSearchText } from '../../util/use-search-text.ts';

/** All components of a master and of an agent as one picture, as they are at the moment. */
export function DiagramPage() {
  const { diagram: words } = useUnitWords();
  const { title } = useComponentsWords();
  const { common } = useMessages();
  const machines = useQuery({ ...machinesQuery, refetchInterval: LOOK_MS });
  return (
    <Page title={words.title} crumbs={[{ label: title, to: paths.components() }]} below={<p className="text-muted">{words.legend}</p>}>
      {machines.isPending && <Skeleton className="h-96" />}
      {machines.isError && !machines.data && (
        <ErrorState
          title={words.absent}
          detail={machines.error.message}
          advice={common.failureAdvice}
          onRetry={() => void machines.refetch()}
        />
      )}
      {machines.data === null && (
        <EmptyState title={words.absent} action={<ButtonLink to={paths.components()}>{words.toComponents}</ButtonLink>}>
          {words.absentAdvice}
        </EmptyState>
      )}
      {machines.data && <Nodes machines={machines.data.machines} />}
    </Page>
  );
}

/** One looks at it to see something happen. */
const LOOK_MS = 2_000;

function Nodes({ machines }: { machines: readonly MachineDescription[] }) {
  const { diagram: words } = useUnitWords();
  const tasks = useQuery(nodeTasksQuery).data;
  const master = useChosen(
    'master',
    words.chooseMaster,
    machines.filter(({ type }) => type === 'master'),
  );
  const agent = useChosen(
    'agent',
    words.chooseAgent,
    machines.filter(({ type }) => type === 'agent-private' || type === 'agent-public'),
  );
  return (
    <div className="grid items-start gap-3 xl:grid-cols-[minmax(0,3fr)_7rem_minmax(0,2fr)]">
      {master.machine && <NodeDiagram title={words.master} machine={master.machine} choice={master.choice} />}
      <p className="flex items-center justify-center gap-2 text-xs text-muted xl:flex-col xl:pt-40 xl:text-center">
        <ArrowUp aria-hidden size={16} className="shrink-0 xl:-rotate-90" />
        {words.flows.offers}
      </p>
      {agent.machine ? (
        <NodeDiagram
          title={words.agent}
          machine={agent.machine}
          tasks={agent.machine.agentId === undefined ? [] : (tasks?.of(agent.machine.agentId).tasks ?? [])}
          choice={agent.choice}
        />
      ) : (
        <EmptyState title={words.noAgent} />
      )}
    </div>
  );
}

/** The machine that the URL names, or the first one; and the list to choose from, where there are several. */
function useChosen(parameter: string, label: string, machines: readonly MachineDescription[]) {
  const [name, setName] = useSearchText(parameter);
  const [first] = machines;
  const machine = machines.find((each) => each.name === name) ?? first;
  const choice = machines.length > 1 && (
    <Select
      aria-label={label}
      value={machine?.name}
      options={machines.map((each) => ({ value: each.name, label: each.name }))}
      onChange={(event) => setName(event.target.value === first?.name ? '' : event.target.value)}
    />
  );
  return { machine, choice: choice || undefined };
}
