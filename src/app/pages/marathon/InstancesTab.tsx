import { useMemo, useState } from 'react';
import { Outlet } from 'react-router';
import { useMessages } from '../../i18n/messages.ts';
import type { Task } from '../../live/marathon-wire.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { instanceColumns, type Selection } from './parts/instance-columns.tsx';
import { KillDialog } from './parts/KillDialog.tsx';
import { useAppContext } from './parts/use-app.ts';
import { useMachines } from './parts/use-machines.ts';

const taskId = (task: Task): string => task.id;

/** The instances of an app: where they are, how they are, their logs, and killing some of them. */
export function InstancesTab() {
  const { marathon } = useMessages();
  const { app } = useAppContext();
  const machines = useMachines();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [killing, setKilling] = useState<'kill' | 'scale'>();
  // A selected task that has ended meanwhile is selected no longer.
  const selected = useMemo(() => app.tasks.map(taskId).filter((id) => chosen.has(id)), [app.tasks, chosen]);
  const columns = useMemo(() => {
    const selection: Selection = {
      has: (id) => chosen.has(id),
      toggle: (id) => setChosen((before) => before.symmetricDifference(new Set([id]))),
      all: app.tasks.length > 0 && selected.length === app.tasks.length,
      toggleAll: () => setChosen(selected.length === app.tasks.length ? new Set() : new Set(app.tasks.map(taskId))),
    };
    return instanceColumns(app, marathon, selection, machines);
  }, [app, marathon, chosen, selected, machines]);
  const { instances: words } = marathon;
  const done = () => {
    setKilling(undefined);
    setChosen(new Set());
  };
  return (
    <div className="flex flex-col gap-3">
      {selected.length > 0 && (
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-muted">{words.selected(selected.length)}</span>
          <Button size="sm" onClick={() => setKilling('kill')}>
            {words.kill}
          </Button>
          <Button size="sm" onClick={() => setKilling('scale')}>
            {words.killAndScale}
          </Button>
        </div>
      )}
      <DataTable
        label={words.label}
        columns={columns}
        rows={app.tasks}
        rowKey={taskId}
        initialSort={{ id: 'updated', descending: true }}
        empty={<EmptyState title={words.none}>{words.noneHint}</EmptyState>}
      />
      {killing !== undefined && (
        <KillDialog appId={app.id} taskIds={selected} scale={killing === 'scale'} onDone={done} onClose={() => setKilling(undefined)} />
      )}
      <Outlet context={{ app }} />
    </div>
  );
}
