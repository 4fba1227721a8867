import { useMemo } from 'react';
import { useAppWords } from '../../i18n/app-words.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useMachines } from './parts/use-machines.ts';
import { useTaskContext } from './parts/use-task.ts';
import { volumeColumns } from './parts/volume-columns.tsx';
import { appVolumes } from './rules/app-volumes.ts';

/** The volumes that the instance has for itself, and those that it shares with the other instances. */
export function TaskVolumesTab() {
  const { volume: words } = useAppWords();
  const { app, taskId, task } = useTaskContext();
  const machines = useMachines();
  const columns = useMemo(() => volumeColumns(app.id, words, machines), [app.id, words, machines]);
  const volumes = useMemo(
    () => appVolumes(app).filter((volume) => volume.taskId === taskId || (volume.taskId === undefined && task !== undefined)),
    [app, taskId, task],
  );
  return (
    <DataTable
      label={words.label}
      columns={columns}
      rows={volumes}
      rowKey={({ id, containerPath }) => `${id} ${containerPath}`}
      empty={<EmptyState title={words.none}>{words.noneOfTask}</EmptyState>}
    />
  );
}
