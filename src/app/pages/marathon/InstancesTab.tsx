import { useMemo } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { useTableFilter } from '../../filters/use-table-filter.ts';
import { useInstanceWords } from '../../i18n/instance-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import type { AppDetail, QueueEntry, Task } from '../../live/marathon-wire.ts';
import { keepingSearch } from '../../paths.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { instanceColumns } from './parts/instance-columns.tsx';
import { InstanceFilterBar } from './parts/InstanceFilterBar.tsx';
import { type AppContext, useAppContext } from './parts/use-app.ts';
import { type InstancesContext, useChosenInstances } from './parts/use-chosen-instances.ts';
import { useInstanceFilter } from './parts/use-instance-filter.ts';
import { useMachines } from './parts/use-machines.ts';
import { instanceFields } from './rules/instance-fields.ts';
import { isFiltered, matchesInstance } from './rules/instance-filter.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';

const taskId = (task: Task): string => task.id;

/** The instances of an app: where they are, how they are, what they use, their logs, and killing some of them. */
export function InstancesTab() {
  const { marathon } = useMessages();
  const own = useInstanceWords();
  const { app, queued, stale } = useAppContext();
  const machines = useMachines();
  const filtering = useInstanceFilter();
  const { filter } = filtering;
  const fields = useMemo(() => instanceFields(machines), [machines]);
  const chosenOnes = useMemo(() => app.tasks.filter((task) => matchesInstance(task, filter, machines)), [app.tasks, filter, machines]);
  const text = useTableFilter(fields, chosenOnes, 'text');
  const shown = text.shown ?? chosenOnes;
  const chosen = useChosenInstances(shown);
  const columns = useMemo(
    () => instanceColumns(app, own, marathon.health, chosen, machines),
    [app, own, marathon.health, chosen, machines],
  );
  const { table: words } = own;
  const filtered = isFiltered(filter);
  return (
    <div className="flex flex-col gap-3">
      {(app.tasks.length > 1 || filtered) && (
        <InstanceFilterBar app={app} machines={machines} shown={shown.length} text={text} fields={fields} {...filtering} />
      )}
      {chosen.selected.length > 0 && <KillBar app={app} selected={chosen.selected} stale={stale} />}
      {queued !== undefined && queued.count > 0 && <ToCome app={app} queued={queued} />}
      <DataTable
        label={words.label}
        columns={columns}
        rows={shown}
        rowKey={taskId}
        stale={stale}
        initialSort={{ id: 'updated', descending: true }}
        empty={
          filtered ? (
            <EmptyState title={own.filter.none} action={<Button onClick={filtering.clear}>{own.filter.clear}</Button>}>
              {own.filter.noneHint}
            </EmptyState>
          ) : (
            <EmptyState title={words.none}>{words.noneHint}</EmptyState>
          )
        }
      />
      <Outlet context={{ app, queued, stale, selected: chosen.selected } satisfies InstancesContext & AppContext} />
    </div>
  );
}

/** What can be done with the chosen instances. */
function KillBar({ app, selected, stale }: { app: AppDetail; selected: readonly string[]; stale: boolean }) {
  const places = useMarathonPaths();
  const { table: words, kill } = useInstanceWords();
  const { actions } = useMessages().marathon;
  const { search } = useLocation();
  if (stale) return <p className="text-muted">{actions.stale}</p>;
  const hasData = app.tasks.some(({ id, localVolumes }) => localVolumes.length > 0 && selected.includes(id));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-muted">{words.selected(selected.length)}</span>
      <ButtonLink size="sm" to={keepingSearch(places.kill(app.id, 'kill'), search)} preventScrollReset>
        {kill.kill}
      </ButtonLink>
      <ButtonLink size="sm" to={keepingSearch(places.kill(app.id, 'kill-and-scale'), search)} preventScrollReset>
        {kill.scale}
      </ButtonLink>
      {hasData && (
        <ButtonLink size="sm" variant="danger" to={keepingSearch(places.kill(app.id, 'kill-and-wipe'), search)} preventScrollReset>
          {kill.wipe}
        </ButtonLink>
      )}
    </div>
  );
}

/** Instances that no agent has yet: in the queue, waiting for an offer or for the end of the delay. */
function ToCome({ app, queued }: { app: AppDetail; queued: QueueEntry }) {
  const places = useMarathonPaths();
  const { status } = useMessages().marathon;
  const words = useInstanceWords();
  return (
    <p className="flex flex-wrap items-center gap-x-2 rounded-lg border border-dashed border-line-strong/60 px-3 py-2">
      <StatusIcon tone="idle" />
      <span>{words.toCome(queued.count)}</span>
      <span className="text-muted">({queued.delay.overdue ? status.words.waiting : status.words.delayed})</span>
      <Link to={places.appDebug(app.id)} className="rounded-sm underline hover:text-accent">
        {words.why}
      </Link>
    </p>
  );
}
