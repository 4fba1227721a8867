import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import type { Quorum } from '../../../api/machines/cluster.ts';
import { MachineCard } from '../../components/machines/MachineCard.tsx';
import { isLastMaster, ledProducts } from '../../components/machines/master-facts.ts';
import { RecentOperations } from '../../components/machines/RecentOperations.tsx';
import { StartTimeline } from '../../components/machines/StartTimeline.tsx';
import { useMachinesWords } from '../../i18n/machines-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Page } from '../../layouts/Page.tsx';
import { type MachineDescription, machinesQuery } from '../../live/machines-query.ts';
import { nodeTasksQuery } from '../../live/node-tasks.ts';
import { machinePaths } from '../../machine-paths.ts';
import { keepingSearch, paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useSearchText } from '../../util/use-search-text.ts';

/** More are drawn as one asks for them: each is a picture of its own. */
const AT_FIRST = 24;
/** With fewer there is nothing to look for. */
const SEARCHABLE_FROM = 9;

/** The machines of the local cluster with all that is in them. */
export function MachinesPage() {
  const words = useMachinesWords();
  const { common } = useMessages();
  const { search } = useLocation();
  const machines = useQuery(machinesQuery);
  return (
    <Page
      title={words.title}
      actions={
        machines.data && (
          <ButtonLink to={keepingSearch(machinePaths.add(), search)} variant="primary" preventScrollReset>
            <Plus aria-hidden size={16} />
            {words.actions.add}
          </ButtonLink>
        )
      }
    >
      {machines.isPending && <Skeleton className="h-60" />}
      {machines.isError && !machines.data && (
        <ErrorState
          title={words.cannotLoad}
          detail={machines.error.message}
          advice={common.failureAdvice}
          onRetry={() => void machines.refetch()}
        />
      )}
      {machines.data === null && (
        <EmptyState title={words.absent} action={<ButtonLink to={paths.nodes()}>{words.toNodes}</ButtonLink>}>
          {words.absentAdvice}
        </EmptyState>
      )}
      {machines.data?.quorum && <MajorityNotice quorum={machines.data.quorum} />}
      {machines.data && <MachinePicture machines={machines.data.machines} />}
      <Outlet />
    </Page>
  );
}

/** Without a majority of the masters everything that is shown elsewhere stands still: here is what helps. */
function MajorityNotice({ quorum: { masters, up, needed } }: { quorum: Quorum }) {
  const words = useMachinesWords();
  if (up >= needed || masters === 1) return null;
  return (
    <Banner tone="danger" title={words.noMajority.title}>
      {words.noMajority.detail(up, masters, needed)}
    </Banner>
  );
}

function MachinePicture({ machines }: { machines: readonly MachineDescription[] }) {
  const words = useMachinesWords();
  const [text, setText] = useSearchText('q');
  const [shownCount, setShownCount] = useState(AT_FIRST);
  const tasks = useQuery(nodeTasksQuery).data;
  const found = machines.filter(({ name, ip }) => `${name} ${ip}`.includes(text.trim().toLowerCase()));
  const shown = found.slice(0, shownCount);
  return (
    <>
      {machines.length >= SEARCHABLE_FROM && (
        <div className="flex flex-wrap items-center gap-3">
          <SearchInput label={words.find} value={text} onChange={setText} className="w-full sm:w-72" />
          <span className="text-muted">{words.count(found.length, machines.length)}</span>
        </div>
      )}
      {found.length === 0 && <EmptyState title={words.noMatch(text)} />}
      <div className="grid gap-4 md:grid-cols-2 2xl:grid-cols-3">
        {shown.map((machine) => (
          <MachineCard
            key={machine.name}
            machine={machine}
            led={ledProducts(machine, machines)}
            isLastMaster={isLastMaster(machine, machines)}
            tasks={machine.agentId === undefined ? undefined : tasks?.of(machine.agentId).tasks}
          />
        ))}
      </div>
      {found.length > shown.length && (
        <Button className="self-center" onClick={() => setShownCount((count) => count + AT_FIRST)}>
          {words.more(Math.min(AT_FIRST, found.length - shown.length))}
        </Button>
      )}
      <RecentOperations />
      <StartTimeline machines={shown} />
    </>
  );
}
