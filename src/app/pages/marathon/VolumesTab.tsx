import { useMemo } from 'react';
import { useAppWords } from '../../i18n/app-words.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useAppContext } from './parts/use-app.ts';
import { useMachines } from './parts/use-machines.ts';
import { volumeColumns } from './parts/volume-columns.tsx';
import { appVolumes } from './rules/app-volumes.ts';

/** The files that an app keeps outside of its instances. */
export function VolumesTab() {
  const { volume: words } = useAppWords();
  const { app } = useAppContext();
  const machines = useMachines();
  const columns = useMemo(() => volumeColumns(app.id, words, machines), [app.id, words, machines]);
  const volumes = useMemo(() => appVolumes(app), [app]);
  return (
    <DataTable
      label={words.label}
      columns={columns}
      rows={volumes}
      rowKey={({ id, containerPath }) => `${id} ${containerPath}`}
      empty={<EmptyState title={words.none}>{words.noneHint}</EmptyState>}
    />
  );
}
