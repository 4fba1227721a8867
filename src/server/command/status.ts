import type { ClusterDescription } from '../../api/machines/cluster.ts';
import type { CommandContext } from './context.ts';
import { runningServer } from './server-api.ts';
import type { Colour } from './terminal.ts';

type Machine = ClusterDescription['machines'][number];

const COLOURS: Record<Machine['state'], Colour> = {
  running: 'green',
  starting: 'yellow',
  stopping: 'yellow',
  failed: 'red',
  halted: 'grey',
  'not created': 'grey',
};

/** Tells how the machines are: for people, or with `json` for programs. */
export async function status({ terminal, state }: CommandContext, { json }: { json: boolean }): Promise<void> {
  const api = await runningServer(state);
  const { record } = api;
  const { machines, containers } = await api.cluster();
  if (json) {
    const server = { origin: record.origin, pid: record.pid };
    return terminal.out(JSON.stringify({ server, containers, machines: machines.map(machineStatus) }, undefined, 2));
  }
  const rows = machines.map((machine) => {
    const { units, agentId } = machineStatus(machine);
    return {
      state: machine.state,
      cells: [machine.name, machine.type, machine.ip, machine.state, `${units.active}/${units.total}`, agentId ?? ''],
    };
  });
  const head = ['NAME', 'TYPE', 'IP', 'STATE', 'UNITS', 'AGENT ID'];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  terminal.out(terminal.paint('bold', line(head)));
  for (const { state: of, cells } of rows) terminal.out(line(cells).replace(of, terminal.paint(COLOURS[of], of)));
  terminal.out(`${record.origin}/`);
}

export interface MachineStatus extends Omit<Machine, 'units'> {
  /** Of the components that it has: how many are active, and which are not. */
  units: { active: number; total: number; others: { id: string; state: string; waitingFor?: string }[] };
}

export function machineStatus({ units, ...machine }: Machine): MachineStatus {
  const own = units.filter(({ absent }) => absent === undefined);
  const others = own.filter(({ state }) => state !== 'active');
  return {
    ...machine,
    units: {
      active: own.length - others.length,
      total: own.length,
      others: others.map(({ id, state, waitingFor }) => ({ id, state, ...(waitingFor !== undefined && { waitingFor }) })),
    },
  };
}
