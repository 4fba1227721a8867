import { queryOptions } from '@tanstack/react-query';
import { request } from '../util/http.ts';
import { operatorCall } from './mesos-operator.ts';
import type { MachineId, MaintenanceSchedule, MaintenanceStatus } from './mesos-wire.ts';

/** `scheduled`: it has a window and its frameworks were asked to leave (Mesos says draining). `down`: no agent may register there. */
export type MaintenanceMode = 'scheduled' | 'down';

/** One machine in the schedule. Times in milliseconds since the epoch; without an end it is open. */
export interface MaintenanceRow {
  machine: MachineId;
  mode: MaintenanceMode;
  begin: number | undefined;
  end: number | undefined;
  /** Frameworks that have agreed to leave, and that have refused. */
  accepted: number;
  declined: number;
}

export interface Maintenance {
  rows: MaintenanceRow[];
  /** As it came: it is set as a whole. */
  schedule: MaintenanceSchedule;
}

const API = '/mesos/master';

export const maintenanceQuery = queryOptions({
  queryKey: ['mesos', 'maintenance'],
  queryFn: async ({ signal }) => {
    const [schedule, status] = await Promise.all([
      request<MaintenanceSchedule>(`${API}/maintenance/schedule`, { signal }),
      request<MaintenanceStatus>(`${API}/maintenance/status`, { signal }),
    ]);
    return maintenanceOf(schedule, status);
  },
  refetchInterval: 4_000,
});

export const machineName = ({ hostname = '', ip = '' }: MachineId): string => (hostname === '' ? ip : hostname);

const isSame = (a: MachineId, b: MachineId): boolean =>
  (a.hostname ?? '').toLowerCase() === (b.hostname ?? '').toLowerCase() && (a.ip ?? '') === (b.ip ?? '');

export function maintenanceOf(schedule: MaintenanceSchedule, status: MaintenanceStatus): Maintenance {
  const down = status.down_machines ?? [];
  const rows = (schedule.windows ?? []).flatMap(({ machine_ids: machines, unavailability: { start, duration } }) =>
    machines.map((machine): MaintenanceRow => {
      const answers = status.draining_machines?.find(({ id }) => isSame(id, machine))?.statuses ?? [];
      const begin = start.nanoseconds / 1e6;
      return {
        machine,
        mode: down.some((each) => isSame(each, machine)) ? 'down' : 'scheduled',
        begin,
        end: duration === undefined ? undefined : begin + duration.nanoseconds / 1e6,
        accepted: answers.filter((answer) => answer.status === 'ACCEPT').length,
        declined: answers.filter((answer) => answer.status === 'DECLINE').length,
      };
    }),
  );
  return { rows, schedule };
}

/** The schedule with one window more for a machine, or in place of the one that it had. */
export function withWindow(
  schedule: MaintenanceSchedule,
  machine: MachineId,
  begin: number,
  durationMs: number | undefined,
): MaintenanceSchedule {
  const unavailability = {
    start: { nanoseconds: begin * 1e6 },
    ...(durationMs === undefined ? {} : { duration: { nanoseconds: durationMs * 1e6 } }),
  };
  return { windows: [...(withoutMachine(schedule, machine).windows ?? []), { machine_ids: [machine], unavailability }] };
}

/** A window without machines is refused by the master, so it goes with its last one. */
export function withoutMachine(schedule: MaintenanceSchedule, machine: MachineId): MaintenanceSchedule {
  const windows = (schedule.windows ?? [])
    .map((window) => ({ ...window, machine_ids: window.machine_ids.filter((each) => !isSame(each, machine)) }))
    .filter((window) => window.machine_ids.length > 0);
  return { windows };
}

export async function setSchedule(schedule: MaintenanceSchedule): Promise<void> {
  await operatorCall({ type: 'UPDATE_MAINTENANCE_SCHEDULE', update_maintenance_schedule: { schedule } });
}

/** Takes a scheduled machine down: its agents are removed and their tasks are lost. */
export async function startMaintenance(machine: MachineId): Promise<void> {
  await operatorCall({ type: 'START_MAINTENANCE', start_maintenance: { machines: [machine] } });
}

/** Takes it up again and out of the schedule. */
export async function stopMaintenance(machine: MachineId): Promise<void> {
  await operatorCall({ type: 'STOP_MAINTENANCE', stop_maintenance: { machines: [machine] } });
}
