import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { machineName, maintenanceQuery } from '../../live/mesos-maintenance.ts';
import type { MachineId, MaintenanceSchedule } from '../../live/mesos-wire.ts';

/** The scheduled machine that a dialog in the URL is about; undefined until the schedule is there, or when it is not in it. */
export function useDialogMachine(): { name: string; machine: MachineId | undefined; schedule: MaintenanceSchedule } {
  const name = useSearchParams()[0].get('machine') ?? '';
  const maintenance = useQuery(maintenanceQuery).data;
  const machine = maintenance?.rows.find((row) => machineName(row.machine) === name)?.machine;
  return { name, machine, schedule: maintenance?.schedule ?? {} };
}
